package reports_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
	"govfootprint/reports"
	"govfootprint/reports/summary"
)

// A sheet without a column for the item is a note where the file has others, and
// the same rejects a file that has nothing else. The file is at the head of what
// to do and named, whichever of the two is read first.
func TestRejectedFileBesideSkippedSheet(t *testing.T) {
	rooms := [][]string{{"Site", "Floor"}, {"Leeds", "1"}, {"Cardiff", "2"}}
	book, err := inventorytest.ODS(
		inventorytest.ODSSheet("Assets", [][]string{{"category", "quantity", "country"}, {"laptop", "2", "GB"}, {"laptop", "-1", "GB"}}),
		inventorytest.ODSSheet("Rooms", rooms),
	)
	if err != nil {
		t.Fatal(err)
	}
	text, err := inventorytest.Delimited(rooms, ',', "\n")
	if err != nil {
		t.Fatal(err)
	}
	sources := []inventory.Source{fromMemory("assets.ods", book), fromMemory("rooms.csv", text), fromMemory("floors.csv", append(text, "York,3\n"...))}
	for range 2 {
		in := assessedFromSources(t, sources...)
		r, err := reports.New(in)
		if err != nil {
			t.Fatal(err)
		}
		first := r.Problems.Counts[0]
		slices.Sort(first.Files)
		if first.Severity != inventory.Rejected || first.Count != 2 || !slices.Equal(first.Files, []string{"floors.csv", "rooms.csv"}) {
			t.Errorf("the first problem is %+v, want two files", first)
		}
		if a := r.Actions[0]; a.Problem == nil || len(a.Problem.Files) != 2 {
			t.Errorf("the first step is about %+v", a.Problem)
		}
		var b bytes.Buffer
		if err := summary.Write(&b, r, summary.Options{Width: 120}); err != nil {
			t.Fatal(err)
		}
		if _, steps, _ := strings.Cut(b.String(), "What to fix first"); !strings.Contains(steps, "rooms.csv") || !strings.Contains(steps, "floors.csv") {
			t.Errorf("a rejected file is not named:\n%s", steps)
		}
		slices.Reverse(sources)
	}
}

// The reasons of rejection add up to the rows: a row with two counts under the
// first, and neither a whole file nor a sheet is among them.
func TestReasonsAddUp(t *testing.T) {
	const list = "category,quantity,acquired,retired\nlaptop,1,,\nlaptop,-1,2024-02-30,\nlaptop,many,,\nlaptop,1,2024-02-30,\n"
	r, err := reports.New(assessedFromSources(t, fromMemory("list.csv", []byte(list)), fromMemory("rooms.csv", []byte("Site,Floor\nLeeds,1\n"))))
	if err != nil {
		t.Fatal(err)
	}
	var rows int64
	for _, reason := range r.Rows.Rejections {
		rows += reason.Rows
	}
	if r.Rows.Rejected != 3 || rows != 3 || len(r.Rows.Rejections) != 3 {
		t.Errorf("%d rows rejected, of them %+v", r.Rows.Rejected, r.Rows.Rejections)
	}
}

func fromMemory(name string, data []byte) inventory.Source {
	return inventory.Source{Name: name, Size: int64(len(data)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	}}
}

// What only a publisher could state is no step for whoever keeps the inventory.
func TestUseOfActivitiesIsBeyond(t *testing.T) {
	r := &reports.Report{Findings: []calc.Finding{{Code: calc.NoActivityUse, Severity: calc.Gap, Impact: factors.GWP, Category: "software-service", Rows: 3}}}
	reports.Rank(r)
	if len(r.Actions) != 0 || len(r.Beyond) != 1 {
		t.Errorf("steps %+v, beyond %+v", r.Actions, r.Beyond)
	}
}
