package inventory_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"govfootprint/inventory"
)

var update = flag.Bool("update", false, "write what the tests found to the files that say what to expect")

// TestShapes reads the inventories in testdata/shapes, each in the shape that
// some program or person gives it, and compares all that is said of them with
// the file of the same name. Everything in them is invented.
//
//	go test ./inventory -run Shapes -update
func TestShapes(t *testing.T) {
	paths, err := filepath.Glob("testdata/shapes/*.*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no inventories: %v", err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, ".want") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			r := readFiles(t, inventory.Options{Period: inventory.CalendarYear(2024)}, path)
			got := report(r)
			wantPath := path + ".want"
			if *update {
				if err := os.WriteFile(wantPath, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wantPath)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// report says all that came of reading, for comparison and for reading.
func report(r *inventory.Result) string {
	var b strings.Builder
	for _, f := range r.Files {
		for _, s := range f.Sheets {
			fmt.Fprintf(&b, "%s, layout %s, header in row %d, %d rows\n", f.Format, s.Layout, s.HeaderRow, s.Rows)
			for _, c := range s.Columns {
				fmt.Fprintf(&b, "  %q: %s%s%s\n", c.Header, of(c.Item), c.Field, notRead(c.Why))
			}
		}
	}
	c := r.Estate.Counts()
	fmt.Fprintf(&b, "rows: %d read, %d assessed, %d rejected\n", c.Read, c.Assessed, c.Rejected)
	for _, code := range sortedCodes(c.Excluded) {
		fmt.Fprintf(&b, "  left out, %s: %d rows, %s units\n", code, c.Excluded[code].Rows, c.Excluded[code].Units)
	}
	b.WriteString("problems:\n")
	for p := range r.Problems.All() {
		fmt.Fprintf(&b, "  %s %s, row %d, %s: %q %v\n", p.Severity, p.Code, p.Row, p.Column, p.Value, p.Args)
	}
	b.WriteString("estate:\n")
	for p, a := range r.Estate.Sorted() {
		fmt.Fprintf(&b, "  %s\n", describe(p, a))
	}
	return b.String()
}

func of(item string) string {
	if item == "" {
		return ""
	}
	return item + ", "
}

func notRead(why string) string {
	if why == "" {
		return ""
	}
	return "not read, " + why
}

func sortedCodes[V any](m map[inventory.Code]V) []inventory.Code {
	var codes []inventory.Code
	for code := range m {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}
