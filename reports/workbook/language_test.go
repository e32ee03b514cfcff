package workbook_test

import (
	"bytes"
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

// A workbook in French holds the same figures as one in English, in cells that
// are numbers in both.
func TestFiguresAreTheSameInFrench(t *testing.T) {
	english := open(t, write(t, reporttest.Sample(), workbook.Options{}))
	french := open(t, write(t, reporttest.Sample(), workbook.Options{Language: "fr"}))
	names := french.GetSheetList()
	if got := names[0]; got != "Synthèse" {
		t.Errorf("the first sheet is %q", got)
	}
	for i, name := range english.GetSheetList() {
		if name == "Summary" || name == "Breakdown" || name == "Lines" {
			same(t, english, name, french, names[i])
		}
	}
}

func same(t *testing.T, english *excelize.File, name string, french *excelize.File, nom string) {
	t.Helper()
	rows, err := english.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c := range row {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			kind, err := english.GetCellType(name, cell)
			if err != nil {
				t.Fatal(err)
			}
			if kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString {
				continue
			}
			got, err := french.GetCellValue(nom, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if got != row[c] {
				t.Errorf("%s!%s is %s, %s!%s %s", name, cell, row[c], nom, cell, got)
			}
		}
	}
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
