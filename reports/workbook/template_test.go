package workbook_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
	"govfootprint/reports/workbook"
)

// writeTemplate writes the template of an inventory and opens it.
func writeTemplate(t *testing.T, rows ...map[string]string) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.WriteTemplate(&b, inventory.Template(), workbook.TemplateOptions{Rows: rows}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, b.Bytes()
}

func TestTemplateHoldsEveryColumn(t *testing.T) {
	f, _ := writeTemplate(t)
	columns := inventory.Template()
	header, err := f.GetRows("Inventory")
	if err != nil || len(header) != 1 || len(header[0]) != len(columns) {
		t.Fatalf("the sheet holds %v (%v), want one row of %d headers", header, err, len(columns))
	}
	notes, err := f.GetRows("Notes")
	if err != nil || len(notes) != len(columns)+1 {
		t.Fatalf("%d rows of notes (%v), want one for each of %d columns below the header", len(notes), err, len(columns))
	}
	for i, c := range columns {
		if header[0][i] != c.Name || notes[i+1][0] != c.Name {
			t.Errorf("column %d is %q, its note is about %q, want %q", i+1, header[0][i], notes[i+1][0], c.Name)
		}
		if len(notes[i+1]) < 2 || notes[i+1][1] == "" {
			t.Errorf("%s: nothing says what it means", c.Name)
		}
	}
}

func TestTemplateOffersWhatAColumnMayHold(t *testing.T) {
	f, _ := writeTemplate(t)
	validations, err := f.GetDataValidations("Inventory")
	if err != nil {
		t.Fatal(err)
	}
	lists, err := f.GetCols("Lists")
	if err != nil {
		t.Fatal(err)
	}
	if visible, err := f.GetSheetVisible("Lists"); err != nil || visible {
		t.Errorf("the lists are in sight: %v, %v", visible, err)
	}
	for i, c := range inventory.Template() {
		if len(c.Allowed) == 0 {
			continue
		}
		if got := lists[i][1 : 1+len(c.Allowed)]; !slices.Equal(got, c.Allowed) {
			t.Errorf("%s: the list holds %v, want %v", c.Name, got, c.Allowed)
		}
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		offered := slices.ContainsFunc(validations, func(v *excelize.DataValidation) bool {
			return strings.HasPrefix(v.Sqref, letter+"2:") && v.Type == "list" && strings.HasPrefix(v.Formula1, "Lists!$"+letter+"$2:")
		})
		if !offered {
			t.Errorf("%s: no cell offers its %d values", c.Name, len(c.Allowed))
		}
	}
}

// Dates and numbers of sample rows are real dates and numbers, so that whoever
// types over them sees the format to keep to.
func TestTemplateSampleRows(t *testing.T) {
	f, _ := writeTemplate(t, map[string]string{"category": "laptop", "quantity": "120", "acquired": "2022-09-01"})
	rows, err := f.GetRows("Inventory")
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for name, want := range map[string]string{"category": "laptop", "quantity": "120", "acquired": "2022-09-01"} {
		column := slices.Index(rows[0], name)
		if rows[1][column] != want {
			t.Errorf("%s shows %q, want %q", name, rows[1][column], want)
		}
	}
	cell, err := excelize.CoordinatesToCellName(slices.Index(rows[0], "acquired")+1, 2)
	if err != nil {
		t.Fatal(err)
	}
	if raw, err := f.GetCellValue("Inventory", cell, excelize.Options{RawCellValue: true}); err != nil || raw != "44805" { // days since 30 December 1899
		t.Errorf("the date is stored as %q, want the day number 44805", raw)
	}
}

func TestTemplateIsTheSameEachTime(t *testing.T) {
	row := map[string]string{"category": "laptop", "acquired": "2022-09-01"}
	_, first := writeTemplate(t, row)
	_, second := writeTemplate(t, row)
	if !bytes.Equal(first, second) {
		t.Error("two templates differ")
	}
}
