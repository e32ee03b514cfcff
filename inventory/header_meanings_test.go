package inventory

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// Every header of every export that is known has its meaning, and none is
// "unknown"; whatever names a person or a way to one is not read.
func TestHeaderMeanings(t *testing.T) {
	type line struct{ layout, header, want string }
	exports := make(map[string][]line)
	f, err := os.Open("testdata/header_meanings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != 4 {
			t.Fatalf("header_meanings.tsv: %q", cells)
		}
		exports[cells[0]] = append(exports[cells[0]], line{cells[1], cells[2], cells[3]})
	}
	if lines.Err() != nil || len(exports) < 25 {
		t.Fatalf("%d exports, %v", len(exports), lines.Err())
	}
	for export, lines := range exports {
		var hs []header
		for _, l := range lines {
			hs = append(hs, headerKey(l.header))
		}
		layout, name := headers().layoutOf(hs), "generic"
		if layout != nil {
			name = layout.name
		}
		schema, of := recordSchemaOf(hs)
		for i, l := range lines {
			if of != nil && recordReaders[schema.kind] != nil { // a list of something else
				m := schema.meaningOf(hs[i], of)
				got := m.column
				if got == "" {
					got = "!" + m.why
				}
				if m.unit != "" {
					got += "@" + m.unit
				}
				if got != l.want || of.name != l.layout {
					t.Errorf("%s: %q is %s in layout %s, want %s in %s", export, l.header, got, of.name, l.want, l.layout)
				}
				continue
			}
			m := headers().meaningOf(hs[i], layout)
			got := m.field.String()
			if m.field == noField {
				got = "!" + m.why
			}
			if m.unit != "" {
				got += "@" + m.unit
			}
			if got != l.want || name != l.layout {
				t.Errorf("%s: %q is %s in layout %s, want %s in %s", export, l.header, got, name, l.want, l.layout)
			}
		}
	}
}
