package inventory_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"govfootprint/inventory"
)

var propertyHeader = []string{"category", "manufacturer", "model", "quantity", "status", "department", "site", "country", "acquired", "retired", "lifetime_years", "annual_kwh", "power_w", "ownership", "attribution", "cpu_units", "user"}

// drawRow draws a row in which some cells are wrong, blank or strange.
func drawRow(t *rapid.T) []string {
	one := func(name string, values ...string) string { return rapid.SampledFrom(values).Draw(t, name) }
	return []string{
		one("category", "Laptop", "Monitor", "Server", "Serveur", "Gizmo", "", "Toner", "Personal Computer"),
		one("maker", "Dell Inc.", "HP", "Hewlett-Packard", "", "Acme"),
		one("model", "Latitude 5420", "EliteBook 840 G6", "P2419H", "", "VM", "PowerEdge R740"),
		one("quantity", "1", "2", "17", "0.5", "-1", "", "many", "1,234"),
		one("status", "In use", "In stock", "Retired", "", "Lost", "odd"),
		one("department", "Finance", "Policy", ""),
		one("site", "London", "Leeds", "", "Staff: A. Example"),
		one("country", "GB", "France", "Ontario", "", "Narnia"),
		one("acquired", "2020-03-01", "01/04/2021", "23/11/2022", "2024", "2024-06-15", "2026-01-01", "", "never"),
		one("retired", "", "", "", "2024-09-30", "2019-01-01", "2030-01-01"),
		one("lifetime", "", "5", "4,5", "0", "60 months"),
		one("kwh", "", "28.5", "0.123456789", "0", "12,75"),
		one("power", "", "15", "0.1234567"),
		one("ownership", "", "Owned", "BYOD", "leased"),
		one("attribution", "", "0.5", "50%"),
		one("cpu", "", "2"),
		one("user", "A. Example", "B. Example"),
	}
}

// drawTable draws rows, the first of which settle how dates and numbers are
// written, so that any part of the table tells the same as the whole.
func drawTable(t *rapid.T) [][]string {
	n := rapid.IntRange(1, 40).Draw(t, "rows")
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = drawRow(t)
	}
	return rows
}

func csvOf(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(propertyHeader)
	_ = w.WriteAll(rows)
	return b.Bytes()
}

var propertyOptions = inventory.Options{Period: inventory.CalendarYear(2024), Observed: true, DefaultCountry: "GB"}

// The order of rows does not show in the estate.
func TestAnyOrderOfRows(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawTable(rt)
		want := estateText(t, read(t, propertyOptions, memorySource("a.csv", csvOf(rows))).Estate)
		shuffled := rapid.Permutation(rows).Draw(rt, "order")
		got := estateText(t, read(t, propertyOptions, memorySource("b.csv", csvOf(shuffled))).Estate)
		if got != want {
			rt.Fatalf("got:\n%s\nwant:\n%s", got, want)
		}
	})
}

// Nor does the split of one inventory into files, whether they are read in one
// run or their estates are merged, in any order, by way of estate files or not.
func TestAnySplitIntoFiles(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawTable(rt)
		// What settles the order of days and months, and the decimal mark, is in
		// every file, as it is in every file of some size.
		settling := []string{"Laptop", "", "", "1", "", "", "", "GB", "23/11/2022", "", "4,5", "12,75", "", "", "", "", ""}
		parts := make([][][]string, rapid.IntRange(1, 4).Draw(rt, "files"))
		for i := range parts {
			parts[i] = append(parts[i], settling)
		}
		for _, row := range rows {
			i := rapid.IntRange(0, len(parts)-1).Draw(rt, "file")
			parts[i] = append(parts[i], row)
		}
		var whole [][]string
		var sources []inventory.Source
		merged := inventory.NewEstate(propertyOptions.Period)
		for i, part := range rapid.Permutation(parts).Draw(rt, "order") {
			whole = append(whole, part...)
			data := append(csvOf(part), strings.Repeat("\n", i)...) // files of the same bytes count once
			source := memorySource(fmt.Sprintf("part%d.csv", i), data)
			sources = append(sources, source)
			estate := read(t, propertyOptions, source).Estate
			if rapid.Bool().Draw(rt, "by file") {
				var err error
				if estate, err = inventory.ReadCSV(strings.NewReader(estateText(t, estate))); err != nil {
					rt.Fatal(err)
				}
			}
			if err := merged.Merge(estate); err != nil {
				rt.Fatal(err)
			}
		}
		want := estateText(t, read(t, propertyOptions, memorySource("whole.csv", csvOf(whole))).Estate)
		if got := estateText(t, read(t, propertyOptions, sources...).Estate); got != want {
			rt.Fatalf("read in one run:\n%s\nwant:\n%s", got, want)
		}
		if got := estateText(t, merged); got != want {
			rt.Fatalf("merged:\n%s\nwant:\n%s", got, want)
		}
	})
}

// A CSV and a workbook of one inventory give one estate.
func TestWorkbookAndTextAgree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawTable(rt)
		typed := rapid.Bool().Draw(rt, "typed")
		data := workbookOf(t, func(f *excelize.File) {
			setRows(f, "Sheet1", 1, anyRow(propertyHeader, false))
			for i, row := range rows {
				setRows(f, "Sheet1", 2+i, anyRow(row, typed))
			}
		})
		want := estateText(t, read(t, propertyOptions, memorySource("a.csv", csvOf(rows))).Estate)
		got := estateText(t, read(t, propertyOptions, memorySource("a.xlsx", data)).Estate)
		if got != want {
			rt.Fatalf("workbook:\n%s\ntext:\n%s", got, want)
		}
	})
}

// anyRow returns the cells of a row, numbers as numbers if they are typed.
func anyRow(row []string, typed bool) []any {
	cells := make([]any, len(row))
	for i, text := range row {
		cells[i] = text
		if n, err := strconv.ParseFloat(text, 64); err == nil && typed {
			cells[i] = n
		}
		if text == "" {
			cells[i] = nil
		}
	}
	return cells
}
