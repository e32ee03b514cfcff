// Package scenarios holds the ready scenarios that come with the program. They are
// files to read and to copy first, and part of the program so that a name is enough.
package scenarios

import (
	"bytes"
	"embed"
	"io/fs"
	"slices"
	"strings"
)

//go:embed *.yaml
var files embed.FS

// Ready returns the scenario of a name, such as longer-life, as a file.
func Ready(name string) ([]byte, bool) {
	data, err := files.ReadFile(name + ".yaml")
	return data, err == nil
}

// Names returns the names of the ready scenarios, in alphabetical order.
func Names() []string {
	entries, err := fs.ReadDir(files, ".")
	if err != nil { // of an embedded folder: never
		return nil
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), ".yaml")
	}
	return names
}

// Has reports whether a file is one of the ready scenarios, unchanged.
func Has(file []byte) bool {
	return slices.ContainsFunc(Names(), func(name string) bool {
		ready, _ := Ready(name)
		return bytes.Equal(ready, file)
	})
}
