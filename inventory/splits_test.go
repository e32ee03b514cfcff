package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// wantSplits checks that the splits kept while reading are the parts of hosts in
// the estate, amount by amount, and that what each says comes to its part.
func wantSplits(r *inventory.Result, fail func(format string, args ...any)) {
	parts := make(map[inventory.Profile]inventory.Amounts)
	for _, s := range r.Estate.Splits() {
		a, of := s.Amounts, s.Of
		a.Rows = 0
		parts[s.Profile] = parts[s.Profile].Add(a)
		var weight decimal.Decimal
		for _, w := range s.Weights {
			weight = weight.Add(w.Weight.Mul(w.Portion))
		}
		computed := of.Units.Decimal().Mul(weight).DivRound(s.Whole, 20)
		if computed.Sub(a.Units.Decimal()).Abs().GreaterThan(decimal.New(1, -9)) {
			fail("%s of %s by %s is %s and not %s: %+v", weight, s.Whole, s.By, computed, a.Units, s)
		}
	}
	for p, a := range r.Estate.All() {
		if p.Capacity == "" {
			continue
		}
		split := parts[p]
		if p.Capacity == inventory.Idle && a.Units.Decimal().GreaterThan(split.Units.Decimal()) {
			continue // hosts without any machine are idle as a whole
		}
		if a.Units.String() != split.Units.String() || a.Days.String() != split.Days.String() || a.RateFull.String() != split.RateFull.String() {
			fail("%s of %s: split into %s", a.Units, p.Application, split.Units)
		}
	}
}

// Of a host of 32 cores two machines of 8 and 4 have 0.25 and 0.125; of the latter
// one application bears 0.75. Its data centre is settled later, and is in all parts.
func TestSplits(t *testing.T) {
	const rooms = "data_centre,country,pue\nHall,FR,1.3\n"
	const hosts = "hostname,category,cpu_units,cpu_cores,data_centre,hosting\nh1,Server,2,16,Hall,Data centre\n"
	const machines = "virtual_machine,host,vcpus\na,h1,8\nb,h1,4\n"
	const applications = "application,virtual_machine,weight\nPayroll,a,1\nVisas,b,3\nPayroll,b,1\n"
	r := readTexts(t, inventory.Options{Splits: true}, rooms, hosts, machines, applications)
	wantSplits(r, t.Errorf)
	var got []string
	for _, s := range r.Estate.Splits() {
		text := fmt.Sprintf("%s %s %s %s: %s of %s by %s,", s.Profile.Application, s.Profile.Capacity, s.Profile.Country, s.Profile.Room, s.Amounts.Units, s.Of.Units, s.By)
		weights := make([]string, len(s.Weights))
		for i, w := range s.Weights {
			weights[i] = fmt.Sprintf(" %s × %s", w.Weight, w.Portion)
		}
		got = append(got, text+strings.Join(weights, "")+" of "+s.Whole.String())
	}
	want := strings.Join([]string{
		" idle FR pue=1.3: 0.625 of 1 by vcpu, 20 × 1 of 32",
		"Payroll allocated FR pue=1.3: 0.28125 of 1 by vcpu, 8 × 1 4 × 0.25 of 32",
		"Visas allocated FR pue=1.3: 0.09375 of 1 by vcpu, 4 × 0.75 of 32",
	}, "\n")
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("split as\n%s\nwant\n%s", text, want)
	}
	if kept := readTexts(t, inventory.Options{}, hosts, machines).Estate.Splits(); len(kept) > 0 {
		t.Errorf("kept %d splits that nobody asked for", len(kept))
	}
}

// Whatever the lists, what is kept comes to what is in the estate.
func TestSplitsAreTheParts(t *testing.T) {
	const hosts = "hostname,category,quantity,acquired,retired,annual_kwh,cpu_units,cpu_cores,cluster,country\n" +
		"h1,Server,3,2020-05-01,,4321.5,2,16,c,GB\nh2,Server,1,2024-03-01,2024-11-30,2000,2,7,c,GB\nh3,Server,1,2019-01-01,,,,,c,FR\n"
	rapid.Check(t, func(rt *rapid.T) {
		var machines, applications strings.Builder
		for i := range rapid.IntRange(1, 20).Draw(rt, "machines") {
			host := rapid.SampledFrom([]string{"h1,", "h2,", "h3,", ",c", "h9,", "h9,c", ","}).Draw(rt, "host")
			vcpus := rapid.SampledFrom([]string{"", "1", "3", "7", "0.7", "40"}).Draw(rt, "vcpus")
			share := rapid.SampledFrom([]string{"", "", "", "0.3"}).Draw(rt, "share")
			fmt.Fprintf(&machines, "m%d,%s,%s,%d,%s,app%d\n", i, host, vcpus, i+1, share, i%3)
			if i%4 == 0 {
				fmt.Fprintf(&applications, "one,m%d,%d\ntwo,m%d,2\n", i, i+1, i)
			}
		}
		options := inventory.Options{Splits: true, SpreadIdle: rapid.Bool().Draw(rt, "spread")}
		wantSplits(readTexts(t, options, hosts, "virtual_machine,host,cluster,vcpus,memory_gb,share,application\n"+machines.String(),
			"application,virtual_machine,weight\n"+applications.String()), rt.Fatalf)
	})
}
