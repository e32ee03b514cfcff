package config

import (
	"slices"
	"strings"

	"govfootprint/reports/wording"
)

// LanguageOf returns the language that a person has chosen, from the flag as it
// was typed, the environment or the settings file, so that also what is wrong
// with a command or with the settings can be said in it. The error is an
// [*Error] for a flag or a variable that names no language there is; a file is
// left to [Load], which says everything that is wrong with it.
func LanguageOf(place Place, typed string) (string, error) {
	chosen, origin := typed, Origin{Flag: Language}
	if chosen == "" {
		variable := envName(Language)
		chosen, origin = lookup(place.Environ, variable), Origin{Variable: variable}
	}
	if chosen == "" {
		return languageOfFile(place), nil
	}
	if language := strings.ToLower(chosen); slices.Contains(wording.Languages, language) {
		return language, nil
	}
	return wording.Languages[0], &Error{Problems: []Problem{{origin, notOneOf(chosen, wording.Languages)}}}
}

func languageOfFile(place Place) string {
	name, data, err := findFile(place)
	if err == nil {
		if found, _ := parseFile(name, data); found != nil {
			text, _ := found.values[Language].(string)
			if language := strings.ToLower(text); slices.Contains(wording.Languages, language) {
				return language
			}
		}
	}
	return wording.Languages[0]
}

func notOneOf(value string, allowed []string) error {
	return wording.Errorf("%q is not one of %s", value, strings.Join(allowed, ", "))
}
