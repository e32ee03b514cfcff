package workbook_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/wording"
	"govfootprint/reports/workbook"
)

// In every language, the columns of a table have names of their own, as
// spreadsheet programs ask, and the names of sheets fit.
func TestTablesInEveryLanguage(t *testing.T) {
	for _, language := range wording.Languages {
		file := open(t, write(t, reporttest.Sample(), workbook.Options{Language: language}))
		for _, name := range file.GetSheetList() {
			if len([]rune(name)) > excelize.MaxSheetNameLength {
				t.Errorf("%s: the name of the sheet %q is too long", language, name)
			}
			tables, err := file.GetTables(name)
			if err != nil {
				t.Fatal(err)
			}
			rows, err := file.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			for range tables {
				heads := slices.Clone(rows[3])
				for i := range heads {
					heads[i] = strings.ToLower(heads[i])
				}
				slices.Sort(heads)
				if unique := slices.Compact(slices.Clone(heads)); len(unique) != len(heads) {
					t.Errorf("%s: columns of %s have the same name: %q", language, name, rows[3])
				}
			}
		}
	}
}

// A workbook in French holds the same figures as one in English, in the same columns
// and order. Texts may take more rows in one of them.
func TestFiguresAreTheSameInFrench(t *testing.T) {
	english := open(t, write(t, reporttest.Sample(), workbook.Options{}))
	french := open(t, write(t, reporttest.Sample(), workbook.Options{Language: "fr"}))
	names := french.GetSheetList()
	if got := names[0]; got != "Synthèse" {
		t.Errorf("the first sheet is %q", got)
	}
	for i, name := range english.GetSheetList() {
		if name != "Summary" && name != "Breakdown" && name != "Lines" {
			continue
		}
		got, want := figures(t, french, names[i]), figures(t, english, name)
		if len(got) != len(want) {
			t.Fatalf("%s has %d rows of figures, %s %d", name, len(want), names[i], len(got))
		}
		for n := range want {
			if got[n] != want[n] {
				t.Errorf("%s has%s, %s%s", name, want[n], names[i], got[n])
			}
		}
	}
}

// figures returns the rows of a sheet that have numbers, each with these and their columns.
func figures(t *testing.T, file *excelize.File, name string) []string {
	t.Helper()
	rows, err := file.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for r, row := range rows {
		var found strings.Builder
		for c, value := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			kind, err := file.GetCellType(name, cell)
			if err != nil {
				t.Fatal(err)
			}
			if value != "" && kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
				fmt.Fprintf(&found, " %d: %s", c+1, value)
			}
		}
		if found.Len() > 0 {
			list = append(list, found.String())
		}
	}
	return list
}

// A template in French has the canonical headers, and notes that are French.
func TestTemplateInFrench(t *testing.T) {
	var b bytes.Buffer
	columns := inventory.Template()
	if err := workbook.WriteTemplate(&b, columns, workbook.TemplateOptions{Language: "fr"}); err != nil {
		t.Fatal(err)
	}
	file := open(t, b.Bytes())
	if got := file.GetSheetList(); !slices.Equal(got, []string{"Inventaire", "Notes", "Listes"}) {
		t.Errorf("sheets %q", got)
	}
	for cell, want := range map[string]string{"A1": columns[0].Name, "B1": columns[1].Name} {
		if got, err := file.GetCellValue("Inventaire", cell); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", cell, got, err, want)
		}
	}
	if got, err := file.GetCellValue("Notes", "B2"); err != nil || !strings.HasPrefix(got, "Nature de l’élément") {
		t.Errorf("the first note is %q (%v)", got, err)
	}
}
