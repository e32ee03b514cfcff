package factors

import (
	"embed"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

//go:embed scaffold
var scaffold embed.FS

// Scaffold returns the files of a new department pack, by name, for whoever
// calls it to write into dir. The pack is named after the folder. It loads as it is,
// changes no result until it is edited, and explains itself.
func Scaffold(dir string) (map[string][]byte, error) {
	name := packNameOf(dir)
	if name == "" {
		return nil, fmt.Errorf("%q cannot name a pack; choose a folder whose name begins with a letter, such as my-department", dir)
	}
	files := map[string][]byte{}
	for _, file := range []string{packFile, "factors.csv", "README.md"} {
		content, err := scaffold.ReadFile(path.Join("scaffold", file))
		if err != nil {
			return nil, err
		}
		files[file] = []byte(strings.ReplaceAll(string(content), "my-department", name))
	}
	return files, nil
}

// packNameOf makes a pack's name of a folder's: My Department → my-department.
func packNameOf(dir string) string {
	words := strings.FieldsFunc(strings.ToLower(filepath.Base(dir)), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	name := strings.TrimLeft(strings.Join(words, "-"), "0123456789-")
	if len(name) > 64 || !packName.MatchString(name) {
		return ""
	}
	return name
}
