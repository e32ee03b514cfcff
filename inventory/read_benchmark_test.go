package inventory_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
)

// BenchmarkRead measures reading an inventory of a million rows and twelve
// columns, most of them profiles of their own, against encoding/csv reading the
// same file with ReuseRecord in the same run:
//
//	go test ./inventory -run '^$' -bench 'Read' -benchtime 5x
//
// It reports the ratio of the times, rows a second, and allocations a row. The
// aim is a ratio of two at most; the machine's noise is in both numbers.
func BenchmarkRead(b *testing.B) {
	const rows = 1_000_000
	for name, options := range map[string]inventorytest.Options{
		"distinct": {Rows: rows, Seed: 1},
		"typical":  {Rows: rows, Seed: 1, Departments: 12, Sites: 10, Months: 48},
	} {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "inventory.csv")
			writeFile(b, path, options)
			parse, read := time.Hour, time.Hour // the best of all runs: what the machine can do when it is left alone
			profiles := 0
			b.ResetTimer()
			for range b.N {
				b.StopTimer()
				start := time.Now()
				parseCSV(b, path)
				parse = min(parse, time.Since(start))
				runtime.GC()
				b.StartTimer()
				start = time.Now()
				result := readFiles(b, inventory.Options{Period: inventory.CalendarYear(2024)}, path)
				read = min(read, time.Since(start))
				profiles = result.Estate.Len()
			}
			b.ReportMetric(read.Seconds()/parse.Seconds(), "csv-ratio")
			b.ReportMetric(rows/read.Seconds(), "rows/s")
			b.ReportMetric(float64(profiles), "profiles")
		})
	}
}

// BenchmarkReadAllocations counts the allocations of a row beyond what a file
// costs at all: those of 60,000 rows less those of 10,000.
func BenchmarkReadAllocations(b *testing.B) {
	allocations := func(rows int) uint64 {
		var buf bytes.Buffer
		if err := inventorytest.WriteCSV(&buf, inventorytest.Options{Rows: rows, Seed: 1, Departments: 12, Sites: 10, Months: 48}); err != nil {
			b.Fatal(err)
		}
		source := memorySource("inventory.csv", buf.Bytes())
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := inventory.Read(context.Background(), []inventory.Source{source}, inventory.Options{Period: inventory.CalendarYear(2024)}); err != nil {
			b.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.Mallocs - before.Mallocs
	}
	allocations(1) // what is loaded once
	for range b.N {
		few, many := allocations(10_000), allocations(60_000)
		b.ReportMetric(float64(many-few)/50_000, "allocs/row")
	}
}

func writeFile(tb testing.TB, path string, options inventorytest.Options) {
	tb.Helper()
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	if err := inventorytest.WriteCSV(f, options); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}

// parseCSV reads a file with encoding/csv and does nothing with it.
func parseCSV(tb testing.TB, path string) {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); err == io.EOF {
			return
		} else if err != nil {
			tb.Fatal(err)
		}
	}
}

func readFiles(tb testing.TB, options inventory.Options, paths ...string) *inventory.Result {
	tb.Helper()
	var sources []inventory.Source
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			tb.Fatal(err)
		}
		sources = append(sources, inventory.Source{Name: filepath.Base(path), Size: info.Size(), Open: func() (io.ReadCloser, error) { return os.Open(path) }})
	}
	result, err := inventory.Read(context.Background(), sources, options)
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// memorySource is a source held in memory.
func memorySource(name string, data []byte) inventory.Source {
	return inventory.Source{Name: name, Size: int64(len(data)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(data)), nil
	}}
}
