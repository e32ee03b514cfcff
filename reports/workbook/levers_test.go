package workbook_test

import (
	"bytes"
	"math"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

// The break-even improvements and ages are formulas, and what they give is what the
// program worked out.
func TestLeversAreFormulas(t *testing.T) {
	levers, err := reporttest.Levers()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := workbook.WriteLevers(&b, levers, workbook.Options{}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const name = "Keep or replace"
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for row := 5; row <= len(rows); row++ {
		for _, column := range []string{"I", "N"} {
			cell := column + strconv.Itoa(row)
			formula, err := f.GetCellFormula(name, cell)
			if err != nil || formula == "" {
				t.Errorf("%s is no formula: %v", cell, err)
				continue
			}
			written, _ := f.GetCellValue(name, cell, excelize.Options{RawCellValue: true})
			now, err := f.CalcCellValue(name, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s: %v", cell, err)
			}
			a, notA := strconv.ParseFloat(written, 64)
			z, notZ := strconv.ParseFloat(now, 64)
			if (notA == nil) != (notZ == nil) || math.Abs(a-z) > 1e-9*math.Abs(a) {
				t.Errorf("%s: %s gives %q, written is %q", cell, formula, now, written)
			}
			checked++
		}
	}
	if checked < 8 {
		t.Errorf("%d formulas", checked)
	}
}
