package calc_test

import (
	"context"
	"fmt"
	"strings"
	"testing/fstest"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// A pack of one's own, an estate of ten laptops, and the tree behind their
// footprint.
func Example() {
	pack, err := factors.LoadPack(fstest.MapFS{
		"own/pack.yaml": {Data: []byte(`name: own
version: "1"
title: A department's figures
description: An example.
published: "2026-01-01"
licence: CC0-1.0
layer: department
sources: [{id: supplier, title: Product carbon footprint, publisher: The supplier, year: "2025", url: "https://example.org/", licence: CC0-1.0, redistribution: "yes"}]
`)},
		"own/factors.csv": {Data: []byte(`id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note
laptop.gwp,laptop,impact,manufacturing,gwp,,,240,,,kgCO2e/unit,,supplier,A,
laptop.lifetime,laptop,lifetime,,,,,4,,,year,,supplier,A,
`)},
	}, "own")
	if err != nil {
		fmt.Println(err)
		return
	}
	library, err := factors.NewLibrary(pack)
	if err != nil {
		fmt.Println(err)
		return
	}
	estate := inventory.NewEstate(inventory.CalendarYear(2025))
	estate.Add(
		inventory.Profile{Kind: inventory.Hardware, Category: "laptop", Recognition: inventory.Stated, Country: "GB"},
		inventory.Amounts{Rows: 1, Units: inventory.CountTally(10), Full: inventory.CountTally(10)},
	)

	assessment, err := calc.Assess(context.Background(), estate, library, calc.Method{})
	if err != nil {
		fmt.Println(err)
		return
	}
	tree, err := assessment.Explain(calc.Where{})
	if err != nil {
		fmt.Println(err)
		return
	}
	printTree(tree, 0)
	// Output:
	// gwp, location-based, annualised, 2025: 600 kgCO2e
	//   manufacturing: 600 kgCO2e
	//     manufacture, scope 3.2: 600 kgCO2e
	//       G00001: laptop, GB: 600 kgCO2e = 10 × 60
	//         units in service throughout the period: 10 unit
	//         in service throughout the period: 60 kgCO2e/unit = 240 × 1 ÷ 4
	//           manufacturing of one unit: 240 kgCO2e/unit (The supplier, Product carbon footprint)
	//           length of the period: 1 year
	//           lifetime: 4 year (The supplier, Product carbon footprint)
}

func printTree(t *calc.Trace, depth int) {
	fmt.Printf("%s%s: %s %s", strings.Repeat("  ", depth), t.Label, t.Value, t.Unit)
	if t.Formula != "" && len(t.Children) > 1 {
		fmt.Printf(" = %s", t.Formula)
	}
	if t.Factor != nil {
		source := t.Factor.Factor.Source
		fmt.Printf(" (%s, %s)", source.Publisher, source.Title)
	}
	fmt.Println()
	for _, child := range t.Children {
		printTree(child, depth+1)
	}
}
