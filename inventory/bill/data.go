package bill

import (
	"embed"
	"strings"
)

//go:embed data
var dataFiles embed.FS

// defect ends the program for a mistake in the data files, which are compiled in:
// any test finds it, no input can bring it about.
func defect(what string) {
	panic("bill: " + what) //nolint:forbidigo // see above
}

// dataLines yields the lines of a data file, split at tabs, without comments.
// Columns that are missing at the end are empty.
func dataLines(name string, columns int) func(yield func([]string) bool) {
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
			cells := strings.Split(line, "\t")
			for len(cells) < columns {
				cells = append(cells, "")
			}
			if len(cells) != columns {
				defect(name + ": " + line)
			}
			if !yield(cells) {
				return
			}
		}
	}
}
