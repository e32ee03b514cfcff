package inventory

import (
	"slices"

	"govfootprint/inventory/recognition"
)

// What a mapping says about the words and things in cells. Each distinct cell is
// looked up once.

// word returns what a word of a field means.
func (u *mappingUse) word(f field, text string) (wordMeaning, bool) {
	if u == nil || len(u.words[f]) == 0 {
		return wordMeaning{}, false
	}
	r, ok := u.words[f][words(text)]
	if ok {
		u.mark(r.rule)
	}
	return r.meaning, ok
}

// country returns the code of a country's name.
func (u *mappingUse) country(text string) (string, bool) {
	if u == nil || len(u.countries) == 0 {
		return "", false
	}
	r, ok := u.countries[words(text)]
	if ok {
		u.mark(r.rule)
	}
	return r.country, ok
}

// thing returns what a row says about the thing, with what the mapping says put
// in its place, or why the mapping leaves it out. A maker and model are surer
// than a type.
func (u *mappingUse) thing(t recognition.Thing) (recognition.Thing, Code) {
	if u == nil {
		return t, ""
	}
	if r, ok := u.modelOf(t); ok {
		if r.exclude != "" {
			return t, r.exclude
		}
		if r.as != "" {
			t.Manufacturer, t.Model = "", r.as
		}
		if r.category != "" {
			t.Type, t.Subtype, t.Chassis = r.category, "", ""
			return t, ""
		}
	}
	for _, cell := range []string{t.Subtype, t.Type} {
		if cell == "" {
			continue
		}
		if r, ok := u.categories[words(cell)]; ok {
			u.mark(r.rule)
			if r.exclude != "" {
				return t, r.exclude
			}
			t.Type, t.Subtype, t.Chassis = r.category, "", ""
			return t, ""
		}
	}
	return t, ""
}

// modelOf returns the rule for a maker and model: one for both before one for the
// model alone, before one for the maker alone; of several the last.
func (u *mappingUse) modelOf(t recognition.Thing) (modelRule, bool) {
	if len(u.models) == 0 {
		return modelRule{}, false
	}
	maker := recognition.Maker(t.Manufacturer)
	makerWords := words(t.Manufacturer)
	for _, model := range []string{words(t.Model), ""} {
		rules := u.models[model]
		for _, named := range []bool{true, false} {
			for _, r := range slices.Backward(rules) {
				if named != (r.makerWords != "") || named && r.makerWords != makerWords && (r.maker != maker || maker == "") {
					continue
				}
				u.mark(r.rule)
				return r, true
			}
		}
	}
	return modelRule{}, false
}
