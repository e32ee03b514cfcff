// Billsurvey reads bills of clouds with nothing configured and prints how much of
// each package bill can say something of: lines and cost by category, and by the
// reason where there is none. Every line of a file is in exactly one row.
//
//	go run ./internal/billsurvey [-list] FILE…
//
// It knows the columns of FOCUS and of Azure's cost details. With -list it prints every
// distinct line and what was made of it.
package main

import (
	"cmp"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/bill"
)

func main() {
	list := flag.Bool("list", false, "print every distinct line")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: billsurvey [-list] FILE…")
		os.Exit(2)
	}
	for _, path := range flag.Args() {
		if err := survey(os.Stdout, path, *list); err != nil {
			fmt.Fprintf(os.Stderr, "billsurvey: %s: %v\n", path, err)
			os.Exit(1)
		}
	}
}

type total struct {
	lines int
	cost  decimal.Decimal
}

func survey(w io.Writer, path string, list bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	header, err := reader.Read()
	if err != nil {
		return err
	}
	columns := make(map[string]int)
	for i, name := range header {
		columns[strings.ToLower(strings.TrimPrefix(name, "\uFEFF"))] = i
	}
	totals, places, seen, shares := make(map[string]total), make(map[string]total), make(map[string]total), make(map[string]total)
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		cell := func(names ...string) string {
			for _, name := range names {
				if i, ok := columns[name]; ok && row[i] != "" && row[i] != "NULL" {
					return row[i]
				}
			}
			return ""
		}
		cost, err := decimal.NewFromString(cell("billedcost", "cost"))
		if err != nil {
			return err
		}
		what, detail := describe(cell)
		add(totals, what, cost)
		add(shares, share(what), cost)
		add(places, placeOf(cell), cost)
		add(seen, what+"\t"+detail, cost)
	}
	fmt.Fprintln(w, path)
	write(w, "share", shares)
	write(w, "use", totals)
	write(w, "place", places)
	if list {
		write(w, "line", seen)
	}
	return nil
}

// describe returns what is made of a line: the row of the table, and the line.
func describe(cell func(...string) string) (what, detail string) {
	provider := cell("providername")
	if provider == "" {
		provider = bill.Azure
	}
	line := bill.Line{
		Provider: provider, ServiceCategory: cell("servicecategory", "servicefamily"), Service: cell("servicename", "metercategory"),
		SubService: cell("metersubcategory"), Product: cell("product"), Meter: cell("metername"), Description: cell("chargedescription"),
		ResourceType: cell("resourcetype"), Details: cell("additionalinfo"), Unit: cell("consumedunit", "pricingunit", "unitofmeasure"),
	}
	kind := bill.Charge(bill.Marks{
		Provider: provider, Type: cell("chargecategory", "chargetype"), Class: cell("chargeclass"), Pricing: cell("pricingcategory", "pricingmodel"),
		Status: cell("commitmentdiscountstatus"), Publisher: cell("publishername", "publishertype"), Service: line.Service, Description: line.Description + cell("productordername"),
	})
	text := strings.Join([]string{line.Service, line.Meter, line.Product, line.Description, line.Unit}, " | ")
	if !kind.Used() {
		return fmt.Sprintf("charge %s", kind), text
	}
	use, ok := bill.Classify(line)
	if !ok {
		return fmt.Sprintf("no use: %s", use.Because), text
	}
	name := strings.TrimSuffix(use.Category+"/"+use.Variant, "/")
	return fmt.Sprintf("%s in %s", name, use.Measure), fmt.Sprintf("%s %s × %s  %s", use.Product, use.PerUnit, use.Because, text)
}

// share sums up what is made of lines.
func share(what string) string {
	switch {
	case strings.HasPrefix(what, "charge "):
		return "no usage"
	case what == "no use: "+string(bill.UnknownLine), what == "no use: "+string(bill.UnknownUnit):
		return "not understood"
	case what == "no use: "+string(bill.OtherSide), what == "no use: "+string(bill.Elsewhere):
		return "other lines count it"
	case strings.HasPrefix(what, "no use: "):
		return "no amount of equipment"
	}
	return "use"
}

func placeOf(cell func(...string) string) string {
	provider := bill.Provider(cell("providername"))
	if provider == "" {
		provider = bill.Azure
	}
	for _, name := range []string{"regionid", "regionname", "resourcelocation", "meterregion"} {
		if place, ok := bill.Region(provider, cell(name)); ok {
			return place
		}
	}
	return "none: " + cell("regionid", "regionname", "resourcelocation", "meterregion")
}

func add(totals map[string]total, key string, cost decimal.Decimal) {
	t := totals[key]
	totals[key] = total{t.lines + 1, t.cost.Add(cost)}
}

func write(w io.Writer, name string, totals map[string]total) {
	keys := slices.Sorted(maps.Keys(totals))
	slices.SortStableFunc(keys, func(a, b string) int { return -cmp.Compare(totals[a].lines, totals[b].lines) })
	sum := total{}
	fmt.Fprintf(w, "%8s %14s  %s\n", "lines", "cost", name)
	for _, key := range keys {
		t := totals[key]
		sum = total{sum.lines + t.lines, sum.cost.Add(t.cost)}
		fmt.Fprintf(w, "%8d %14s  %s\n", t.lines, t.cost.StringFixed(4), key)
	}
	fmt.Fprintf(w, "%8d %14s  all\n\n", sum.lines, sum.cost.StringFixed(4))
}
