package calc_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// The tests of this package make their own small packs and estates, so that a
// change of the default packs breaks none of them and each sum can be checked
// by hand from what stands beside it.

// library loads packs, each written as rows of
//
//	subject, property, stage, impact, place, year, value, unit [, quality [, low, high]]
func library(tb testing.TB, packs ...string) *factors.Library {
	tb.Helper()
	var loaded []*factors.Pack
	for i, rows := range packs {
		loaded = append(loaded, pack(tb, fmt.Sprintf("pack%d", i+1), "base", rows))
	}
	return libraryOf(tb, loaded...)
}

func libraryOf(tb testing.TB, packs ...*factors.Pack) *factors.Library {
	tb.Helper()
	lib, err := factors.NewLibrary(packs...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

func pack(tb testing.TB, name, layer, rows string) *factors.Pack {
	tb.Helper()
	var csv strings.Builder
	csv.WriteString("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n")
	for i, line := range strings.Split(strings.TrimSpace(rows), "\n") {
		cells := strings.Split(line, ",")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		cells = append(cells, make([]string, 11-len(cells))...)
		quality := cells[8]
		if quality == "" {
			quality = "A"
		}
		fmt.Fprintf(&csv, "%s.%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,,test,%s,\n", name, i+1,
			cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[9], cells[10], cells[7], quality)
	}
	files := fstest.MapFS{
		"p/pack.yaml": &fstest.MapFile{Data: []byte(`name: ` + name + `
version: "1"
title: Test
description: Figures for a test.
published: "2026-01-01"
licence: CC0-1.0
layer: ` + layer + `
sources:
  - id: test
    title: Invented for a test
    publisher: nobody
    year: "2026"
    url: https://example.org/
    licence: CC0-1.0
    redistribution: yes
`)},
		"p/factors.csv": &fstest.MapFile{Data: []byte(csv.String())},
	}
	p, err := factors.LoadPack(files, "p")
	if err != nil {
		tb.Fatalf("%v\n%s", err, csv.String())
	}
	return p
}

// row is a line of a test's inventory.
type row struct {
	inventory.Profile
	units int64
	days  int64  // in service; 0: throughout the period
	rate  string // energy rate of one unit
}

// laptop is a laptop of which little is known.
func laptop(units int64) row { return device("laptop", units) }

func device(category string, units int64) row {
	return row{Profile: inventory.Profile{
		Kind: inventory.Hardware, Category: category, Recognition: inventory.Stated, Status: inventory.InService, Country: "GB",
	}, units: units}
}

// with returns the row with changes to its profile.
func (r row) with(change func(*inventory.Profile)) row {
	change(&r.Profile)
	return r
}

func (r row) amounts() inventory.Amounts {
	units := inventory.CountTally(r.units)
	a := inventory.Amounts{Rows: 1, Units: units}
	rate := inventory.Tally{}
	if r.rate != "" {
		rate = inventory.DecimalTally(dec(r.rate)).Times(r.units)
	}
	if r.days == 0 {
		a.Full, a.RateFull = units, rate
	} else {
		a.Days, a.RateDays = units.Times(r.days), rate.Times(r.days)
	}
	return a
}

func estate(period inventory.Period, rows ...row) *inventory.Estate {
	e := inventory.NewEstate(period)
	for _, r := range rows {
		e.Add(r.Profile, r.amounts())
	}
	return e
}

func assess(tb testing.TB, e *inventory.Estate, lib *factors.Library, m calc.Method) *calc.Assessment {
	tb.Helper()
	a, err := calc.Assess(tb.Context(), e, lib, m)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func decInt(n int64) decimal.Decimal { return decimal.NewFromInt(n) }

func nullDec(s string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(s)) }

// tester is what testing.TB and rapid.T have in common.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// want fails unless a figure is what it should be, to the last digit.
func want(t tester, what string, got decimal.Decimal, figure string) {
	t.Helper()
	if !got.Equal(dec(figure)) {
		t.Errorf("%s is %s, want %s", what, got, figure)
	}
}

// wantNear fails unless a figure is within a relative tolerance.
func wantNear(t tester, what string, got decimal.Decimal, figure, tolerance string) {
	t.Helper()
	expected := dec(figure)
	if got.Sub(expected).Abs().GreaterThan(expected.Abs().Mul(dec(tolerance))) {
		t.Errorf("%s is %s, want %s within a relative %s", what, got, figure, tolerance)
	}
}

// year2025 has 365 days.
var year2025 = inventory.CalendarYear(2025)

// cell returns the figure of a cell.
func cell(v calc.Values, stage factors.Stage, c calc.Component, impact factors.Impact, scope calc.Scope) decimal.Decimal {
	value, _ := v.Cell(calc.CellKey{Stage: stage, Component: c, Impact: impact, Scope: scope})
	return value
}

// finding returns the findings of a code.
func finding(a *calc.Assessment, code calc.FindingCode) []calc.Finding {
	var found []calc.Finding
	for _, f := range a.Findings() {
		if f.Code == code {
			found = append(found, f)
		}
	}
	return found
}
