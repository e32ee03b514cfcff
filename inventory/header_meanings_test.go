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
		name, meaning := meaningsOf(hs)
		for i, l := range lines {
			got := meaning(hs[i])
			if got != l.want || name != l.layout {
				t.Errorf("%s: %q is %s in layout %s, want %s in %s", export, l.header, got, name, l.want, l.layout)
			}
		}
	}
}

// meaningsOf returns the layout of headers, and what each of them stands for.
func meaningsOf(hs []header) (layout string, meaning func(header) string) {
	if schema, layout := recordSchemaOf(hs, nil); schema != nil && layout != nil {
		return layout.name, func(h header) string {
			m := schema.meaningOf(h, layout)
			return described(m.column, m.why, m.unit)
		}
	}
	l, name := headers().layoutOf(hs), "generic"
	if l != nil {
		name = l.name
	}
	return name, func(h header) string {
		m := headers().meaningOf(h, l)
		return described(m.field.String(), m.why, m.unit)
	}
}

func described(column, why, unit string) string {
	if column == "" {
		column = "!" + why
	}
	if unit != "" {
		column += "@" + unit
	}
	return column
}
