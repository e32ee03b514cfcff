package inventory

import (
	"strings"
	"testing"
)

// FuzzJudgeColumns looks at columns of any cells: what comes of it must be a
// table whose columns stand where its cells do.
func FuzzJudgeColumns(f *testing.F) {
	f.Add("Kit,Badge,Gubbins\nLaptop,Dell,Latitude 5420\nDesktop,HP,EliteDesk 800\nLaptop,Lenovo,ThinkPad T14")
	f.Add("Model,,Number\nDell,1,1\nHP,2,2\nLenovo,3,3")
	f.Add("Laptop,120\nDesktop,340\nMonitor,5\n")
	f.Add("Category,RAM,Useful life\nServer,16384,36\nServer,8192,48\nServer,x,\n")
	f.Fuzz(func(t *testing.T, text string) {
		var rows []row
		for i, line := range strings.Split(text, "\n") {
			r := row{number: i + 1}
			for j, c := range strings.Split(line, ",") {
				r.cells = append(r.cells, cell{text: []byte(c), number: j%3 == 2})
			}
			rows = append(rows, r)
		}
		tables := []func([]row) (*table, bool){bindByContent, bindUnknownHeader, func(rows []row) (*table, bool) {
			bound, err := findTable(rows, nil)
			return bound, err == nil
		}}
		for _, find := range tables {
			bound, ok := find(rows)
			if !ok {
				continue
			}
			if len(bound.places) != len(bound.columns) || !bound.identifies() {
				t.Fatalf("%d places for %d columns", len(bound.places), len(bound.columns))
			}
			seen := make(map[field]bool)
			for i, c := range bound.columns {
				if c.index != bound.places[i] || c.index >= len(bound.infos) || bound.infos[c.index].Field != c.field.String() || seen[c.field] {
					t.Fatalf("column %+v of %+v", c, bound.infos)
				}
				seen[c.field] = true
			}
		}
	})
}
