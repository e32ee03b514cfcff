package config

import (
	"slices"
	"strconv"
	"strings"

	"govfootprint/reports/wording"
)

// Stated is a setting as a report's manifest lists it: contracts[1].share, 0.6.
type Stated struct {
	Name  string
	Value string // empty where nothing was set
}

// Restore returns the settings that a manifest lists: what [Settings.Values] says,
// read again. Folders and files are as they were named then, in one text. The
// error is an [*Error] for a setting that this program does not know, or a value
// that no program wrote.
func Restore(from string, stated []Stated) (*Settings, error) {
	s := &Settings{origins: map[string]Origin{}}
	r := restored{values: map[string]any{}}
	problems := &Error{}
	for _, setting := range stated {
		s.origins[setting.Name] = Origin{File: from}
		if setting.Value != "" && !r.add(setting) {
			problems.add(Origin{File: from}, wording.Errorf("the report was made with the setting %q, which this program does not know; use the version that made it", setting.Name))
		}
	}
	for _, k := range keys {
		if _, set := r.values[k.name]; !set && k.initial != "" {
			r.values[k.name] = k.initial
		}
	}
	s.interpret(func(k key) (any, bool) {
		value, set := r.values[k.name]
		return value, set
	}, problems)
	if err := problems.errorOrNil(); err != nil {
		return nil, err
	}
	return s, nil
}

// restored are values by key, in the forms that [Settings.interpret] takes.
type restored struct{ values map[string]any }

// add adds a setting to the value of its key, and reports whether there is such a key.
func (r restored) add(setting Stated) bool {
	name, entry := setting.Name, ""
	if at := strings.IndexAny(name, ".["); at >= 0 {
		name, entry = name[:at], name[at:]
	}
	k, known := findKey(name)
	if !known || (entry != "") != slices.Contains([]kind{section, sections, named}, k.kind) {
		return false
	}
	switch k.kind {
	case list:
		separator := ", "
		if name == Initiatives { // sentences, which have commas in them
			separator = "; "
		}
		r.values[name] = strings.Split(setting.Value, separator)
	case section:
		entries, _ := r.values[name].(map[string]string)
		if entries == nil {
			entries = map[string]string{}
		}
		entries[strings.TrimPrefix(entry, ".")] = setting.Value
		r.values[name] = entries
	case sections: // [1].share
		number, field, _ := strings.Cut(strings.TrimPrefix(entry, "["), "].")
		n, err := strconv.Atoi(number)
		all, _ := r.values[name].([]map[string]string)
		if err != nil || n < 1 || n > len(all)+1 {
			return false
		}
		if n > len(all) {
			all = append(all, map[string]string{})
		}
		all[n-1][field] = setting.Value
		r.values[name] = all
	case named: // .Passports.unit; the name may hold a point itself
		at := strings.LastIndex(entry, ".")
		if at < 1 {
			return false
		}
		all, _ := r.values[name].([]namedSection)
		within, field := entry[1:at], entry[at+1:]
		i := slices.IndexFunc(all, func(s namedSection) bool { return s.name == within })
		if i < 0 {
			i, all = len(all), append(all, namedSection{name: within, values: map[string]string{}})
		}
		all[i].values[field] = setting.Value
		r.values[name] = all
	default:
		r.values[name] = setting.Value
	}
	return true
}
