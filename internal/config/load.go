package config

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"govfootprint/reports/wording"
)

// Place is where settings are read from.
type Place struct {
	File    string         // the file a person named; empty to look for one
	UserDir string         // the user's configuration directory; empty where there is none
	Flags   *pflag.FlagSet // the flags of the command, parsed; nil for none
	Environ []string       // the environment, as [os.Environ] gives it
}

// AddFlags adds the flag of every setting that has one.
func AddFlags(flags *pflag.FlagSet) {
	for _, k := range keys {
		if k.usage == "" {
			continue
		}
		switch k.kind {
		case flag:
			flags.Bool(k.name, false, k.usage)
		case list:
			flags.StringArray(k.name, nil, k.usage)
		default:
			flags.String(k.name, k.initial, k.usage)
		}
	}
}

// Load reads the settings. The error is an [*Error] for whatever a person has
// set wrongly: an unknown key, a value of the wrong form, a named file that is
// not there.
func Load(place Place) (*Settings, error) {
	name, data, err := findFile(place)
	if err != nil {
		return nil, err
	}
	found, problems := parseFile(name, data)
	if found == nil {
		return nil, &Error{Problems: problems}
	}
	l := loader{
		viper: viper.New(), place: place, file: found, problems: Error{Problems: problems},
		settings: &Settings{file: name, origins: map[string]Origin{}},
	}
	if err := l.layers(); err != nil {
		return nil, err
	}
	l.settings.interpret(l.text, &l.problems)
	l.settings.baseDir(filepath.Dir(name))
	if err := l.problems.errorOrNil(); err != nil {
		l.problems.sort()
		return nil, err
	}
	return l.settings, nil
}

// findFile reads the settings file, if there is one. The name is empty if not.
func findFile(place Place) (name string, data []byte, err error) {
	if place.File == "" {
		place.File = lookup(place.Environ, fileVariable)
	}
	if place.File != "" {
		data, err := readFile(place.File)
		if errors.Is(err, fs.ErrNotExist) {
			err = &Error{Problems: []Problem{{Origin{File: place.File}, wording.Errorf("there is no such file; it was named by --config or %s", fileVariable)}}}
		}
		return place.File, data, err
	}
	candidates := []string{FileName}
	if place.UserDir != "" {
		candidates = append(candidates, filepath.Join(place.UserDir, "govfootprint", FileName))
	}
	for _, candidate := range candidates {
		data, err := readFile(candidate)
		if !errors.Is(err, fs.ErrNotExist) {
			return candidate, data, err
		}
	}
	return "", nil, nil
}

// readFile reads a settings file but no more of it than is reasonable. A pipe or
// a device is none: it may never end, or never begin.
func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name) // before opening: a pipe that is opened waits for a writer
	if err != nil {
		return nil, wording.Errorf("settings file: %w", err)
	}
	if err := checkFile(name, info); err != nil {
		return nil, err
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, wording.Errorf("settings file: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFileSize+1)) // of one that is longer parseFile says so
	if err != nil {
		return nil, wording.Errorf("settings file: %w", err)
	}
	return data, nil
}

// checkFile tells what can be no settings file.
func checkFile(name string, info fs.FileInfo) error {
	var why error
	switch {
	case info.IsDir():
		why = wording.Errorf("this is a folder; name the settings file in it")
	case !info.Mode().IsRegular():
		why = wording.Errorf("this is a pipe or a device; write the settings to a file and name that")
	default:
		return nil
	}
	return &Error{Problems: []Problem{{Origin{File: name}, why}}}
}

type loader struct {
	viper    *viper.Viper
	place    Place
	file     *file
	settings *Settings
	problems Error
}

// layers stacks the defaults, the file, the environment and the flags, and
// notes where each value came from.
func (l *loader) layers() error {
	for _, k := range keys {
		if k.initial != "" {
			l.viper.SetDefault(k.name, k.initial)
		}
	}
	layer := map[string]any{}
	for name, value := range l.file.values {
		layer[name] = value
		if entries, isSection := value.(map[string]string); isSection {
			layer[name] = anyMap(entries) // viper takes a section apart only in this form
		}
	}
	if err := l.viper.MergeConfigMap(layer); err != nil {
		return wording.Errorf("settings file %s: %w", l.settings.file, err)
	}
	maps.Copy(l.settings.origins, l.file.origins)
	if err := l.environment(); err != nil {
		return err
	}
	return l.flags()
}

func anyMap(entries map[string]string) map[string]any {
	out := make(map[string]any, len(entries))
	for name, value := range entries {
		out[name] = value
	}
	return out
}

func lookup(environ []string, name string) string {
	for _, entry := range slices.Backward(environ) {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}

// environment takes every GOVFOOTPRINT_… variable that is set and not empty.
// An unknown one is refused like an unknown key: it is a misspelt setting that
// would otherwise have no effect and nobody would see.
func (l *loader) environment() error {
	variables := map[string]string{} // by variable: the setting
	for _, k := range keys {
		if k.kind != section && k.kind != sections && k.kind != named {
			variables[k.env()] = k.name
		}
	}
	known := append(slices.Sorted(maps.Keys(variables)), fileVariable)
	layer := map[string]any{}
	for _, entry := range slices.Sorted(slices.Values(l.place.Environ)) {
		variable, value, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(variable, envPrefix) || variable == fileVariable || value == "" {
			continue
		}
		origin := Origin{Variable: variable}
		if within, name, ok := sectionVariable(variable); ok {
			path := within + "." + name
			nested, _ := layer[within].(map[string]any)
			if nested == nil {
				nested = map[string]any{}
				layer[within] = nested
			}
			nested[name] = value
			l.settings.origins[path] = origin
			continue
		}
		name, ok := variables[variable]
		if !ok {
			l.problems.add(origin, wording.Errorf("no such setting%s", wording.Hint(variable, known)))
			continue
		}
		layer[name] = value
		if k, _ := findKey(name); k.kind == list {
			layer[name] = splitList(value)
		}
		l.settings.origins[name] = origin
	}
	if err := l.viper.MergeConfigMap(layer); err != nil {
		return wording.Errorf("environment: %w", err)
	}
	return nil
}

// sectionVariable takes GOVFOOTPRINT_LIFETIMES_THIN_CLIENT apart.
func sectionVariable(variable string) (within, name string, ok bool) {
	for _, k := range keys {
		if k.kind != section {
			continue
		}
		if rest, found := strings.CutPrefix(variable, k.env()+"_"); found && rest != "" {
			return k.name, strings.ReplaceAll(strings.ToLower(rest), "_", "-"), true
		}
	}
	return "", "", false
}

// splitList splits a list in a variable at commas.
func splitList(s string) []string {
	var elements []string
	for element := range strings.SplitSeq(s, ",") {
		if element = strings.TrimSpace(element); element != "" {
			elements = append(elements, element)
		}
	}
	return elements
}

// flags lets the flags that a person typed win over everything else.
func (l *loader) flags() error {
	if l.place.Flags == nil {
		return nil
	}
	for _, k := range keys {
		f := l.place.Flags.Lookup(k.name)
		if f == nil || !f.Changed {
			continue
		}
		if err := l.viper.BindPFlag(k.name, f); err != nil {
			return wording.Errorf("flag --%s: %w", k.name, err)
		}
		l.settings.origins[k.name] = Origin{Flag: k.name}
	}
	return nil
}

// text returns the value of a setting as text of its form, and whether it is set.
func (l *loader) text(k key) (value any, set bool) {
	switch k.kind {
	case list:
		elements := l.viper.GetStringSlice(k.name)
		return elements, len(elements) > 0
	case section:
		entries := map[string]string{}
		for _, path := range l.viper.AllKeys() { // Get of the section would miss what a stronger layer added
			if name, ok := strings.CutPrefix(path, k.name+"."); ok {
				entries[name] = l.viper.GetString(path)
			}
		}
		return entries, len(entries) > 0
	case sections:
		all, _ := l.viper.Get(k.name).([]map[string]string)
		return all, len(all) > 0
	case named:
		all, _ := l.viper.Get(k.name).([]namedSection)
		return all, len(all) > 0
	default:
		s := strings.TrimSpace(l.viper.GetString(k.name))
		return s, s != ""
	}
}
