package calc_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// readSplit reads lists with how hosts were split, as whoever explains them does.
func readSplit(t *testing.T, texts ...string) *inventory.Estate {
	t.Helper()
	var sources []inventory.Source
	for i, text := range texts {
		sources = append(sources, inventory.Source{
			Name: fmt.Sprintf("%d.csv", i), Size: int64(len(text)),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil },
		})
	}
	r, err := inventory.Read(t.Context(), sources, inventory.Options{Period: year2025, DefaultCountry: "FR", Splits: true})
	if err != nil {
		t.Fatal(err)
	}
	return r.Estate
}

// steps finds the formulas of the nodes with a label.
func steps(node *calc.Trace, label string) (found []string) {
	if node.Label == label {
		found = append(found, node.Formula+" = "+node.Value.String())
	}
	for _, child := range node.Children {
		found = append(found, steps(child, label)...)
	}
	return found
}

// A machine of 8 of the 32 cores of a measured host bears 8 ÷ 32 of it and of its
// 3,500 kWh. Two applications share a machine of 4 as 3 to 1, and the rest is idle.
func TestPartOfAHostIsExplained(t *testing.T) {
	lib := library(t, gridFR+`
	server, impact, manufacturing, gwp,,, 1000, kgCO2e/unit
	server, lifetime,,,,, 4, year`)
	const hosts = "hostname,category,cpu_units,cpu_cores,annual_kwh,hosting\nh1,server,2,16,3500,office\nh2,server,2,8,,office\n"
	const machines = "virtual_machine,host,vcpus\na,h1,8\nb,h1,4\nc,h2,24\nd,h2,8\n"
	const applications = "application,virtual_machine,weight\nPayroll,a,1\nVisas,b,3\nGates,b,1\nVisas,c,1\nGates,d,1\n"
	a := assess(t, readSplit(t, hosts, machines, applications), lib, calc.Method{})
	checkTraces(t, a)
	const part = "part of a host"
	for _, c := range []struct {
		dimension calc.Dimension
		key       string
		impact    factors.Impact
		want      string
	}{
		{calc.ByApplication, "Payroll", factors.Energy, "8 × 3500 ÷ 32 = 875"},
		{calc.ByApplication, "Payroll", factors.GWP, "8 ÷ 32 = 0.25; 8 × 3500 ÷ 32 = 875"},
		{calc.ByApplication, "Visas", factors.Energy, "3 × 3500 ÷ 32 = 328.125"},
		{calc.ByApplication, "Visas", factors.GWP, "24 ÷ 32 = 0.75; 3 ÷ 32 = 0.09375; 3 × 3500 ÷ 32 = 328.125"}, // of h2 more is promised than it has
		{calc.ByCapacity, "idle", factors.Energy, "20 × 3500 ÷ 32 = 2187.5"},
	} {
		trace, err := a.Explain(calc.Where{Impact: c.impact, Filter: map[calc.Dimension]string{c.dimension: c.key}})
		if err != nil {
			t.Fatal(err)
		}
		recompute(t, trace)
		if got := strings.Join(steps(trace, part), "; "); got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.impact, c.key, got, c.want)
		}
	}
	trace, err := a.Explain(calc.Where{Filter: map[calc.Dimension]string{calc.ByApplication: "Visas"}})
	if err != nil {
		t.Fatal(err)
	}
	for label, want := range map[string]int{"virtual processors of all machines on the host": 1, "cores of the host": 2, "portion of the application": 2} {
		if got := len(leaves(trace, label)); got != want {
			t.Errorf("%q stands %d times, want %d", label, got, want)
		}
	}
}

func leaves(node *calc.Trace, label string) (found []*calc.Trace) {
	if node.Label == label && len(node.Children) == 0 {
		found = append(found, node)
	}
	for _, child := range node.Children {
		found = append(found, leaves(child, label)...)
	}
	return found
}

// Shares are rounded so that they make up the host: 2 of 24 cores are 0.083333333333.
// What is explained is what the estate has; hosts without machines are undivided.
func TestPartsAreThoseOfTheEstate(t *testing.T) {
	lib := library(t, `
	server, impact, manufacturing, gwp,,, 1000, kgCO2e/unit
	server, lifetime,,,,, 4, year`)
	const hosts = "hostname,category,cpu_units,cpu_cores\nh1,server,2,12\nh2,server,2,12\nh3,server,2,12\n"
	const machines = "virtual_machine,host,vcpus,application\na,h1,2,Visas\nb,h2,2,Visas\n"
	a := assess(t, readSplit(t, hosts, machines), lib, calc.Method{})
	trace, err := a.Explain(calc.Where{Filter: map[calc.Dimension]string{calc.ByApplication: "Visas"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := steps(trace, "parts of hosts that came about alike"); len(got) != 1 || got[0] != "2 × 2 ÷ 24 = 0.166666666666" {
		t.Errorf("explained as %q", got)
	}
	if trace, err = a.Explain(calc.Where{}); err != nil {
		t.Fatal(err)
	}
	want(t, "the whole", trace.Value, a.Values().Total(factors.GWP).String())
	if got := leaves(trace, "units in service throughout the period, undivided"); len(got) != 1 || got[0].Value.String() != "1" {
		t.Errorf("whole hosts %+v", got)
	}
}
