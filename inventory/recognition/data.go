package recognition

import (
	"embed"
	"strings"
)

// The catalogue is data: adding a type word, a maker, a family or an identifier
// is a line in a file, not code.
//
//go:embed data
var dataFiles embed.FS

// defect ends the program for a mistake in the data files, which are compiled in:
// any test finds it, no input can bring it about.
func defect(what string) {
	panic("recognition: " + what) //nolint:forbidigo // see above
}

// dataLines yields the lines of a data file, split at tabs, without comments.
func dataLines(name string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		data, err := dataFiles.ReadFile("data/" + name)
		if err != nil {
			defect(err.Error())
		}
		for line := range strings.Lines(string(data)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}

// shorten cuts a text to a number of characters.
func shorten(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	count := 0
	for i := range text {
		if count == limit {
			return strings.TrimSpace(text[:i])
		}
		count++
	}
	return text
}
