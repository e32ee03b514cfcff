package inventory

import (
	"embed"
	"strings"
)

// The vocabularies and layouts are data: adding a header, a type word or a maker
// is a line in a file, not code.
//
//go:embed data
var dataFiles embed.FS

// readData returns the contents of a file of the package. One that is missing is
// a defect of the build, which any test finds.
func readData(name string) string {
	data, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		defect(err.Error())
	}
	return string(data)
}

// defect ends the program for a mistake in the data files, which are compiled in:
// any test finds it, no input can bring it about.
func defect(what string) {
	panic("inventory: " + what) //nolint:forbidigo // see above
}

// dataLines yields the lines of a data file, split at tabs, without comments.
func dataLines(name string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(readData(name)) {
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
