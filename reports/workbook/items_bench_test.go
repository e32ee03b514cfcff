package workbook_test

import (
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

const benchItems = 100_000

// itemised is a report with so many rows told apart.
func itemised(items int) *reports.Report {
	r := reporttest.Sample()
	lines := slices.Collect(r.Lines)
	r.ItemCount = items
	r.Items = func(yield func(reports.Item) bool) {
		for n := range items {
			l := &lines[n%len(lines)]
			item := reports.Item{
				File: "register of assets 2025.csv", Row: n + 2, Line: l.Number, Category: l.Profile.Category,
				Group: l.Group, Amounts: l.Amounts, Cells: l.Cells,
			}
			if !yield(item) {
				return
			}
		}
	}
	return r
}

// BenchmarkItems writes a workbook with 100,000 rows one by one.
func BenchmarkItems(b *testing.B) {
	r := itemised(benchItems)
	b.ReportAllocs()
	for b.Loop() {
		if err := workbook.Write(io.Discard, r, workbook.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkItemsStreamWriter writes as many cells of the same kinds with excelize's
// own stream writer alone: what the one above is to be measured against.
func BenchmarkItemsStreamWriter(b *testing.B) {
	few := open(b, write(b, itemised(1), workbook.Options{}))
	header, err := few.GetRows("Items")
	if err != nil {
		b.Fatal(err)
	}
	row := make([]any, len(header[3]))
	b.ReportAllocs()
	for b.Loop() {
		f := excelize.NewFile()
		stream, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		style, err := f.NewStyle(&excelize.Style{NumFmt: 4})
		if err != nil {
			b.Fatal(err)
		}
		for n := range benchItems {
			for i := range row {
				row[i] = excelize.Cell{StyleID: style, Value: 1234.5678 * float64(n)}
			}
			row[0], row[3] = excelize.Cell{StyleID: style, Value: "register of assets 2025.csv"}, excelize.Cell{StyleID: style, Value: "Laptops"}
			if err := stream.SetRow(fmt.Sprintf("A%d", n+2), row); err != nil {
				b.Fatal(err)
			}
		}
		if err := stream.Flush(); err != nil {
			b.Fatal(err)
		}
		if err := f.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}
