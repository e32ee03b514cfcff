package inventory_test

import (
	"bytes"
	"encoding/csv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
)

// BenchmarkReadFormats measures reading one inventory of 100,000 rows and twelve
// columns from a workbook, an OpenDocument spreadsheet and a text, conversion and
// all, against excelize's row iterator on the workbook in the same run:
//
//	go test ./inventory -run '^$' -bench ReadFormats -benchtime 3x
//
// It reports rows a second, and the time over excelize's, which does nothing with
// the rows.
func BenchmarkReadFormats(b *testing.B) {
	const rows = 100_000
	var text bytes.Buffer
	if err := inventorytest.WriteCSV(&text, inventorytest.Options{Rows: rows, Seed: 1, Departments: 12, Sites: 10, Months: 48}); err != nil {
		b.Fatal(err)
	}
	table, err := csv.NewReader(bytes.NewReader(text.Bytes())).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	workbook := streamedXLSX(b, table)
	start := time.Now()
	readByExcelize(b, workbook)
	excelizes := time.Since(start)
	for name, data := range map[string][]byte{
		"csv": text.Bytes(), "csv.gz": gzipOf(text.Bytes()), "xlsx": workbook, "ods": odsOf(inventorytest.ODSSheet("S", table)),
	} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				read(b, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("inventory."+name, data))
			}
			took := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(rows/took.Seconds(), "rows/s")
			b.ReportMetric(took.Seconds()/excelizes.Seconds(), "excelize-ratio")
		})
	}
}

func streamedXLSX(b *testing.B, table [][]string) []byte {
	b.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range table {
		cells := make([]any, len(row))
		for j, text := range row {
			cells[j] = text
		}
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := w.SetRow(cell, cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		b.Fatal(err)
	}
	return data.Bytes()
}

func readByExcelize(b *testing.B, data []byte) {
	b.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	rows, err := f.Rows("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			b.Fatal(err)
		}
	}
}
