package cli_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"govfootprint/internal/cli"
	"govfootprint/inventory/inventorytest"
)

// BenchmarkAssess measures the command on an inventory of a million rows and
// twelve columns, from the file to the summary, against encoding/csv reading
// the same file in the same run:
//
//	go test ./internal/cli -run '^$' -bench Assess -benchtime 5x
//
// The aim is a csv-ratio of three at most. "distinct" is the worst case, in
// which nearly every row is a profile of its own; "typical" has the departments,
// sites and delivery months of a large department. MB-mapped is what the runtime
// has taken from the system in all, an upper bound of the resident memory.
func BenchmarkAssess(b *testing.B) {
	const rows = 1_000_000
	for name, options := range map[string]inventorytest.Options{
		"distinct": {Rows: rows, Seed: 1},
		"typical":  {Rows: rows, Seed: 1, Departments: 12, Sites: 10, Months: 48},
	} {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "inventory.csv")
			writeInventory(b, path, options)
			parse, assess := time.Hour, time.Hour // the best of all runs: what the machine can do when it is left alone
			for range b.N {
				runtime.GC()
				parse = min(parse, parseCSV(b, path))
				runtime.GC()
				start := time.Now()
				streams, _, _, errOut := cli.Test()
				app := &cli.App{Streams: streams, Now: time.Now}
				if status := app.Run(context.Background(), []string{"assess", path, "--period", "2024", "--country", "GB"}); status != cli.ExitDone {
					b.Fatalf("status %d:\n%s", status, errOut)
				}
				assess = min(assess, time.Since(start))
			}
			b.ReportMetric(assess.Seconds()/parse.Seconds(), "csv-ratio")
			b.ReportMetric(rows/assess.Seconds(), "rows/s")
			b.ReportMetric(float64(mapped())/1e6, "MB-mapped")
		})
	}
}

// mapped returns the memory that the runtime has taken from the system.
func mapped() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func writeInventory(b *testing.B, path string, options inventorytest.Options) {
	b.Helper()
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(inventorytest.WriteCSV(file, options), file.Close()); err != nil {
		b.Fatal(err)
	}
}

// parseCSV returns how long encoding/csv alone needs for a file.
func parseCSV(b *testing.B, path string) time.Duration {
	b.Helper()
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	start := time.Now()
	reader := csv.NewReader(file)
	reader.ReuseRecord = true
	for {
		if _, err := reader.Read(); errors.Is(err, io.EOF) {
			return time.Since(start)
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
