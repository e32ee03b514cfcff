package proposal_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
	"govfootprint/reports"
	"govfootprint/reports/proposal"
)

// TestUnedited reads every inventory of the shapes with and without the mapping
// that is proposed for it: nobody has answered anything, so the estate is the same.
func TestUnedited(t *testing.T) {
	paths, err := filepath.Glob("../../inventory/testdata/shapes/*.*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no inventories: %v", err)
	}
	lists, err := filepath.Glob("../../examples/*/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(paths, lists...) {
		if strings.HasSuffix(path, ".want") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			plain := read(t, path, nil)
			draft, err := proposal.Of(&reports.Inspection{Files: plain.Files, Questions: plain.Questions}, "en")
			if err != nil {
				t.Fatal(err)
			}
			var text bytes.Buffer
			if err := draft.Write(&text); err != nil {
				t.Fatal(err)
			}
			file, err := mapping.Parse("mapping.yaml", text.Bytes())
			if err != nil {
				t.Fatalf("%v\n%s", err, text.String())
			}
			says, err := inventory.NewMapping(file)
			if err != nil {
				t.Fatalf("%v\n%s", err, text.String())
			}
			if got, want := estateOf(t, read(t, path, says)), estateOf(t, plain); got != want {
				t.Errorf("with the mapping:\n%s\nwithout:\n%s", got, want)
			}
		})
	}
}

func read(t *testing.T, path string, says *inventory.Mapping) *inventory.Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := inventory.Read(context.Background(), []inventory.Source{{Name: filepath.Base(path), Size: int64(len(data)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	}}},
		inventory.Options{Period: inventory.CalendarYear(2024), Mapping: says, Survey: true})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func estateOf(t *testing.T, r *inventory.Result) string {
	t.Helper()
	var b strings.Builder
	if err := r.Estate.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
