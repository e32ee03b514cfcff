package mapping

import (
	"path"
	"strings"
)

// Matches reports whether a name is the one that is named or fits the pattern:
// * is any characters, ? is one. An empty pattern fits any name. Capitals do not matter.
func Matches(pattern, name string) bool {
	if pattern == "" {
		return true
	}
	pattern, name = strings.ToLower(pattern), strings.ToLower(name)
	fits, err := path.Match(pattern, name)
	return pattern == name || err == nil && fits
}

// FileMatches is [Matches] for a file, with or without the folder that it is in.
func FileMatches(pattern, file string) bool {
	return Matches(pattern, file) || Matches(pattern, path.Base(strings.ReplaceAll(file, `\`, "/")))
}
