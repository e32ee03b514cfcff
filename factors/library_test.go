package factors_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/factors"
)

func refs(packs []*factors.Pack) []string {
	list := []string{}
	for _, p := range packs {
		list = append(list, p.Ref())
	}
	return list
}

// version makes a pack of a name, version and family.
func version(t *testing.T, name, version, family string) *factors.Pack {
	t.Helper()
	yaml := packYAML(name, factors.Base, "")
	if family != "" {
		yaml = packYAML(name, factors.Base, "family: "+family+"\n")
	}
	pack, err := factors.LoadPack(files(yaml, grid("a", "GB", "2025", "0.1")), "p")
	if err != nil {
		t.Fatal(err)
	}
	pack.Version = version
	return pack
}

func TestSelect(t *testing.T) {
	available := []*factors.Pack{
		version(t, "electricity", "2026.1", ""), version(t, "electricity", "2025.2", ""), version(t, "electricity", "2026.10", ""),
		version(t, "equipment-pcf", "2026.1", "equipment"), version(t, "equipment-ademe", "2025.1", "equipment"),
		version(t, "ours", "1", ""), version(t, "ours", "1.1-draft", ""),
	}
	for _, c := range []struct {
		refs, want []string
	}{
		{nil, []string{"electricity@2026.1", "equipment-pcf@2026.1"}},
		{[]string{"ours"}, []string{"electricity@2026.1", "equipment-pcf@2026.1", "ours@1.1-draft"}},
		{[]string{"ours@1"}, []string{"electricity@2026.1", "equipment-pcf@2026.1", "ours@1"}},
		{[]string{"equipment-ademe"}, []string{"electricity@2026.1", "equipment-ademe@2025.1"}},
		{[]string{"equipment-ademe", "equipment-pcf"}, []string{"electricity@2026.1", "equipment-pcf@2026.1"}},
		{[]string{"electricity"}, []string{"equipment-pcf@2026.1", "electricity@2026.10"}},
		{[]string{"electricity@2025.2"}, []string{"equipment-pcf@2026.1", "electricity@2025.2"}},
	} {
		got, err := factors.Select(available, c.refs)
		if err != nil {
			t.Errorf("%v: %v", c.refs, err)
			continue
		}
		if diff := cmp.Diff(c.want, refs(got)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.refs, diff)
		}
		library(t, got...)
	}
	for ref, want := range map[string]string{
		"our":              `pack "our": no such pack; did you mean "ours"?; the packs at hand are electricity@2025.2, electricity@2026.1, electricity@2026.10, equipment-ademe@2025.1, equipment-pcf@2026.1, ours@1, ours@1.1-draft`,
		"electricity@2024": `pack "electricity@2024": no such pack; did you mean "electricity@2025.2"?; the packs at hand are electricity@2025.2, electricity@2026.1, electricity@2026.10, equipment-ademe@2025.1, equipment-pcf@2026.1, ours@1, ours@1.1-draft`,
		"ours@":            `pack "ours@": expected a pack as NAME or NAME@VERSION`,
		"@1":               `pack "@1": expected a pack as NAME or NAME@VERSION`,
	} {
		if _, err := factors.Select(available, []string{ref}); err == nil || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %s", ref, err, want)
		}
	}
}

func TestConflictsAreRefused(t *testing.T) {
	mass := load(t, "mass-based", factors.Base, "a,laptop,impact,manufacturing,eutrophication,,,1,,,kgPeq/unit,,report,B,")
	mole := load(t, "mole-based", factors.Base, "a,laptop,impact,manufacturing,eutrophication,,,1,,,molNeq/unit,,report,B,")
	for want, packs := range map[string][]*factors.Pack{
		"p/pack.yaml: both grid@1 and grid@2 are selected; select one version of a pack":                                                                               {version(t, "grid", "1", ""), version(t, "grid", "2", "")},
		"p/pack.yaml: a@1 and b@1 are both of the family equipment, whose packs exclude each other; select one of them":                                                {version(t, "a", "1", "equipment"), version(t, "b", "1", "equipment")},
		`p/table0.csv:2: unit "molNeq/unit": the impact eutrophication is measured in molNeq here and in kgPeq in mass-based@2026.1; give one of the two another name`: {mass, mole},
	} {
		if lib, err := factors.NewLibrary(packs...); lib != nil || err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

// TestWithLeavesTheBaselineAlone: an overlay is a library of its own.
func TestWithLeavesTheBaselineAlone(t *testing.T) {
	base := library(t, load(t, "base", factors.Base, grid("a", "GB", "2025", "0.2")), version(t, "pcf", "1", "equipment"))
	query := factors.Query{
		Rungs:    []factors.Rung{{Subjects: []string{"electricity/generation"}}},
		Property: factors.PropertyImpact, Impact: factors.GWP, Places: factors.PlacesFor("GB"), Year: 2025,
	}
	before, _ := base.Find(query)
	green, err := base.With(load(t, "green", factors.Scenario, grid("zero", "WORLD", "", "0.01")), version(t, "ademe", "1", "equipment"))
	if err != nil {
		t.Fatal(err)
	}
	if m, _ := green.Find(query); m.Factor.ID != "zero" {
		t.Errorf("the overlay found %s", m.Factor.ID)
	}
	if diff := cmp.Diff([]string{"base@2026.1", "green@2026.1", "ademe@1"}, refs(green.Packs())); diff != "" {
		t.Error(diff)
	}
	after, _ := base.Find(query)
	if after.Factor != before.Factor || len(after.Shadowed) != len(before.Shadowed) || len(base.Packs()) != 2 {
		t.Error("the baseline changed")
	}
	packs := base.Packs()
	packs[0] = nil
	if base.Packs()[0] == nil {
		t.Error("a caller can change the library's list of packs")
	}
}

func TestImpacts(t *testing.T) {
	lib := library(t,
		load(t, "one", factors.Base,
			"a,laptop,impact,manufacturing,water,,,1,,,m3/unit,,report,B,",
			"b,laptop,impact,manufacturing,acidification,,,5,,,mmolH+eq/unit,,report,B,",
			"c,laptop,impact,manufacturing,adpe,,,1,,,gSbeq/unit,,report,B,",
			"d,laptop,lifetime,,,,,4,,,year,,report,B,"),
		load(t, "two", factors.Base,
			made("a", "laptop", "200", "B"),
			"b,laptop,impact,manufacturing,pe,,,3000,,,MJ/unit,,report,B,",
			"c,laptop,impact,manufacturing,particulate_matter,,,1e-5,,,disease incidence/unit,,report,B,"),
	)
	want := []factors.Impact{factors.GWP, factors.PrimaryEnergy, factors.ADPe, factors.Water, "acidification", "particulate_matter"}
	if got := lib.Impacts(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for impact, want := range map[factors.Impact]string{
		factors.GWP: "kgCO2e", factors.PrimaryEnergy: "MJ", factors.ADPe: "kgSbeq", factors.Water: "m3",
		"acidification": "molH+eq", "particulate_matter": "disease incidence",
	} {
		if unit, ok := lib.ImpactUnit(impact); !ok || unit.String() != want {
			t.Errorf("%s is in %s, %v, want %s", impact, unit, ok, want)
		}
	}
	if _, ok := lib.ImpactUnit("noise"); ok {
		t.Error("an impact that no pack carries has a unit")
	}
	if got := factors.Energy.Unit().String(); got != "kWh" {
		t.Errorf("energy is in %s", got)
	}
	for range lib.Factors() {
		break // an iterator may be left early
	}
}

// TestFindFromManyGoroutines is for the race detector.
func TestFindFromManyGoroutines(t *testing.T) {
	lib := library(t, load(t, "base", factors.Base, grid("a", "GB", "2025", "0.2"), grid("b", "GB", "2024", "0.2")))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for year := range 100 {
				m, ok := lib.Find(factors.Query{
					Rungs:    []factors.Rung{{Subjects: []string{"electricity/generation"}}},
					Property: factors.PropertyImpact, Impact: factors.GWP, Places: factors.PlacesFor("GB"), Year: 1950 + year,
				})
				if !ok || len(m.Shadowed) != 1 {
					t.Error("nothing found")
				}
			}
		})
	}
	group.Wait()
}
