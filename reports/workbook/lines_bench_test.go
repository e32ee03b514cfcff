package workbook_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

const benchLines = 100_000

// BenchmarkWorkbook writes a workbook with 100,000 lines.
func BenchmarkWorkbook(b *testing.B) {
	r := reporttest.Large(benchLines)
	b.ReportAllocs()
	for b.Loop() {
		if err := workbook.Write(io.Discard, r, workbook.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStreamWriter writes as many cells of the same kinds with excelize's
// own stream writer alone: what the one above is to be measured against.
func BenchmarkStreamWriter(b *testing.B) {
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
		const texts, numbers = 12, 18
		row := make([]any, texts+numbers)
		for n := range benchLines {
			for i := range texts {
				row[i] = excelize.Cell{StyleID: style, Value: "London, Bishopsgate"}
			}
			for i := range numbers {
				row[texts+i] = excelize.Cell{StyleID: style, Value: 1234.5678 * float64(n)}
			}
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
