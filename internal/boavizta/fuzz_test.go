package boavizta_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"govfootprint/factors"
	"govfootprint/internal/boavizta"
)

// FuzzImport: whatever the file, the import ends with a pack that loads and that lint has
// no error about, or with an error that names the file. No cell reaches a
// spreadsheet as a formula.
func FuzzImport(f *testing.F) {
	for _, name := range []string{"us.csv", "fr.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		lines := strings.SplitAfter(string(data), "\n")
		for _, line := range lines[1:] {
			f.Add([]byte(lines[0] + line))
		}
	}
	f.Add([]byte("manufacturer,name,gwp_total,gwp_use_ratio,sources\n=1+1,+x2,300,0.1,javascript:alert(1)\n"))
	f.Add([]byte("manufacturer|name|gwp_total|gwp_use_ratio\r\"Dell|\"\"x1|1e9|0,999999\r"))
	f.Add([]byte("\xff\xfem\x00a\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		result, err := boavizta.Import(t.Context(), "table.csv", data, boavizta.Options{Lifetimes: len(data)%2 == 0})
		if err != nil {
			var refused *boavizta.FileError
			if !errors.As(err, &refused) || refused.File != "table.csv" || refused.Message == "" {
				t.Fatalf("an error that is none of the file: %v", err)
			}
			return
		}
		folder := fstest.MapFS{}
		for name, content := range result.Files {
			folder[name] = &fstest.MapFile{Data: content}
		}
		pack, err := factors.LoadPack(folder, ".")
		if err != nil {
			t.Fatalf("the pack does not load: %v", err)
		}
		for _, issue := range factors.Lint([]*factors.Pack{pack}, factors.LintOptions{}) {
			if issue.Severity == factors.SeverityError {
				t.Fatal(issue)
			}
		}
		rows, err := csv.NewReader(bytes.NewReader(result.Files["factors.csv"])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range slices.Concat(rows...) {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Fatalf("a cell that a spreadsheet takes for a formula: %q", cell)
			}
		}
	})
}
