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
		for _, column := range []string{"I", "N", "O", "P", "Q", "R", "S", "T"} {
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
			if (notA == nil) != (notZ == nil) || math.Abs(a-z) > 1e-7*math.Abs(a) || notA != nil && written != now {
				t.Errorf("%s: %s gives %q, written is %q", cell, formula, now, written)
			}
			checked++
		}
	}
	if checked < 8 {
		t.Errorf("%d formulas", checked)
	}
}

// Where the assumption is changed, all that follows from it does: a new monitor that uses
// nothing pays back and pays at any age, and how many devices that concerns is not known.
func TestLeversFollowAssumption(t *testing.T) {
	levers, err := reporttest.Levers()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "fr"} {
		var b bytes.Buffer
		if err := workbook.WriteLevers(&b, levers, workbook.Options{Language: language}); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		name := f.GetSheetName(0)
		now := func(cell string) string {
			text, err := f.CalcCellValue(name, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s: %v", cell, err)
			}
			return text
		}
		before := now("S5")
		for cell, value := range map[string]float64{"I5": 0.5, "J5": 0.36, "K5": 0.75, "L5": 0.2, "M5": 1, "F5": 90, "G5": 50, "H5": 2} {
			if err := f.SetCellValue(name, cell, value); err != nil {
				t.Fatal(err)
			}
		}
		// ln 0.5 / ln 0.8 = 3.106, ln 0.64 / ln 0.8 = 2, ln 0.25 / ln 0.8 = 6.213; 90 / ((1 − 0.8²) · 50) = 5
		for cell, want := range map[string]float64{"N5": 3.10628, "O5": 2, "P5": 6.21257, "R5": 5} {
			if got, err := strconv.ParseFloat(now(cell), 64); err != nil || math.Abs(got-want) > 1e-4 {
				t.Errorf("%s: %s %v, want %v", language, cell, got, want)
			}
		}
		if before == "" || now("S5") != "" || now("T5") != "" {
			t.Errorf("%s: units beyond were %q, now are %q, %q", language, before, now("S5"), now("T5"))
		}
		if err := f.SetCellValue(name, "L5", 0); err != nil {
			t.Fatal(err)
		}
		if now("N5") != "" || now("R5") != "" || now("Q5") != map[string]string{"en": "never", "fr": "jamais"}[language] {
			t.Errorf("%s: without a saving: %q, %q, %q", language, now("N5"), now("R5"), now("Q5"))
		}
	}
}
