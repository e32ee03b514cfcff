package factors_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

const header = "id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n"

// packYAML describes a pack with one source, called report.
func packYAML(name string, layer factors.Layer, more string) string {
	return fmt.Sprintf(`name: %s
version: "2026.1"
title: %s
published: "2026-01-01"
licence: CC-BY-4.0
layer: %s
%ssources:
  - id: report
    title: A report
    publisher: A publisher
    year: "2025"
    url: https://example.com/report
    licence: CC-BY-4.0
`, name, name, layer, more)
}

// files makes the file system of one pack in the folder p.
func files(yaml string, tables ...string) fstest.MapFS {
	fsys := fstest.MapFS{"p/pack.yaml": {Data: []byte(yaml)}}
	for i, table := range tables {
		fsys[fmt.Sprintf("p/table%d.csv", i)] = &fstest.MapFile{Data: []byte(header + table)}
	}
	return fsys
}

// load makes a pack of rows.
func load(tb testing.TB, name string, layer factors.Layer, rows ...string) *factors.Pack {
	tb.Helper()
	pack, err := factors.LoadPack(files(packYAML(name, layer, ""), strings.Join(rows, "\n")+"\n"), "p")
	if err != nil {
		tb.Fatal(err)
	}
	return pack
}

// library makes a library of packs.
func library(tb testing.TB, packs ...*factors.Pack) *factors.Library {
	tb.Helper()
	lib, err := factors.NewLibrary(packs...)
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

// grid is a row of electricity generation.
func grid(id, place, year, value string) string {
	return id + ",electricity/generation,impact,use,gwp," + place + "," + year + "," + value + ",,,kgCO2e/kWh,,report,A,"
}

// made is a row of a device's manufacturing.
func made(id, subject, value, quality string) string {
	return id + "," + subject + ",impact,manufacturing,gwp,,," + value + ",,,kgCO2e/unit,,report," + quality + ","
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }
