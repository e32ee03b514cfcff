package factors_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"govfootprint/factors"
)

// shadows writes what a match beat as "id reason".
func shadows(m factors.Match) []string {
	var list []string
	for _, s := range m.Shadowed {
		list = append(list, s.Factor.ID+" "+s.Reason.String())
	}
	return list
}

// TestSubjectLadder walks down the ladder of one laptop, taking the factor that
// won away each time.
func TestSubjectLadder(t *testing.T) {
	rows := []string{
		made("model", "dell:latitude 5420", "210", "A"),
		made("family", "dell:latitude", "220", "A"),
		made("maker", "laptop@dell", "230", "A"),
		made("size", "laptop/14in", "235", "A"),
		made("category", "laptop", "238.57", "A"),
		"mass,hardware,impact,manufacturing,gwp,,,24865,,,kgCO2e/t,,report,A,",
	}
	rungs := factors.DeviceRungs("Laptop", "14in", "Dell", "Latitude", "Latitude  5420")
	for i, want := range []struct {
		id    string
		rung  factors.RungKind
		grade factors.Grade
	}{
		{"model", factors.ExactModel, 'A'},
		{"family", factors.Family, 'B'},
		{"maker", factors.MakerCategory, 'B'},
		{"size", factors.SubCategory, 'B'},
		{"category", factors.Category, 'C'},
		{"mass", factors.MassFallback, 'E'},
	} {
		lib := library(t, load(t, "p", factors.Base, rows[i:]...))
		m, ok := lib.Find(factors.Query{Rungs: rungs, Property: factors.PropertyImpact, Stage: factors.Manufacturing, Impact: factors.GWP})
		if !ok || m.Factor.ID != want.id || m.Rung != want.rung || m.Grade != want.grade || m.Shadowed != nil {
			t.Errorf("got %v %v on %v with grade %v, want %+v", ok, m.Factor, m.Rung, m.Grade, want)
		}
	}
	if _, ok := library(t, load(t, "p", factors.Base, rows...)).Find(factors.Query{
		Rungs: rungs, Property: factors.PropertyImpact, Stage: factors.Use, Impact: factors.GWP,
	}); ok {
		t.Error("a factor of another stage was found")
	}
}

// TestLumpedFactorsAnswerForTheirFirstStageOnly: the engine books the rest.
func TestLumpedFactorsAnswerForTheirFirstStageOnly(t *testing.T) {
	lib := library(t, load(t, "p", factors.Base, "a,printer,impact,manufacturing+distribution+end_of_life,gwp,,,130,,,kgCO2e/unit,,report,C,"))
	for stage, want := range map[factors.Stage]bool{factors.Manufacturing: true, factors.Distribution: false, factors.EndOfLife: false} {
		_, ok := lib.Find(factors.Query{
			Rungs: factors.DeviceRungs("printer", "", "", "", ""), Property: factors.PropertyImpact, Stage: stage, Impact: factors.GWP,
		})
		if ok != want {
			t.Errorf("%s: found %v", stage, ok)
		}
	}
}

func TestLayerPlaceYear(t *testing.T) {
	// The base pack knows the world, Canada and Ontario; the jurisdiction pack knows
	// Canada; the department has its own world factor.
	base := load(t, "base", factors.Base,
		grid("world.2024", "WORLD", "2024", "0.48"),
		grid("ca.2019", "CA", "2019", "0.13"),
		grid("ca.2022", "CA", "2022", "0.12"),
		grid("ca.2025", "CA", "2025", "0.11"),
		grid("ca.undated", "CA", "", "0.10"),
		grid("on.2020", "CA-ON", "2020", "0.03"),
		grid("anywhere.2024", "", "2024", "0.5"),
		grid("eu.2024", "EU27", "2024", "0.24"),
		grid("fr.2016", "FR", "2016", "0.06"),
	)
	later := load(t, "later", factors.Base, grid("later.ca.2022", "CA", "2022", "0.125"))
	jurisdiction := load(t, "jurisdiction", factors.Jurisdiction, grid("j.ca.2018", "CA", "2018", "0.14"))
	for _, c := range []struct {
		name    string
		packs   []*factors.Pack
		place   string
		year    int
		want    string
		place2  factors.PlaceRung
		year2   factors.YearRung
		gap     int
		grade   factors.Grade
		shadows []string
	}{
		{
			name: "region before the country", packs: []*factors.Pack{base}, place: "CA-ON", year: 2022,
			want: "on.2020", place2: factors.PlaceRegion, year2: factors.YearEarlier, gap: 2, grade: 'A',
			shadows: []string{
				"ca.2022 broader place", "ca.2019 broader place", "ca.2025 broader place", "ca.undated broader place",
				"world.2024 broader place", "anywhere.2024 broader place",
			},
		},
		{
			name: "same year", packs: []*factors.Pack{base}, place: "CA", year: 2022,
			want: "ca.2022", place2: factors.PlaceCountry, year2: factors.YearSame, grade: 'A',
			shadows: []string{"ca.2019 other year", "ca.2025 other year", "ca.undated other year", "world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "nearest earlier, although a later one is nearer", packs: []*factors.Pack{base}, place: "CA", year: 2024,
			want: "ca.2022", place2: factors.PlaceCountry, year2: factors.YearEarlier, gap: 2, grade: 'A',
			shadows: []string{"ca.2019 other year", "ca.2025 other year", "ca.undated other year", "world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "nearest later where none is earlier", packs: []*factors.Pack{base}, place: "CA", year: 2015,
			want: "ca.2019", place2: factors.PlaceCountry, year2: factors.YearLater, gap: 4, grade: 'B',
			shadows: []string{"ca.2022 other year", "ca.2025 other year", "ca.undated other year", "world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "no year asked for", packs: []*factors.Pack{base}, place: "CA", year: 0,
			want: "ca.undated", place2: factors.PlaceCountry, year2: factors.YearUndated, grade: 'A',
			shadows: []string{"ca.2025 other year", "ca.2022 other year", "ca.2019 other year", "world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "the country before its group, however old", packs: []*factors.Pack{base}, place: "FR-75", year: 2024,
			want: "fr.2016", place2: factors.PlaceCountry, year2: factors.YearEarlier, gap: 8, grade: 'C',
			shadows: []string{"eu.2024 broader place", "world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "the group before the world", packs: []*factors.Pack{base}, place: "PT", year: 2024,
			want: "eu.2024", place2: factors.PlaceGroup, year2: factors.YearSame, grade: 'B',
			shadows: []string{"world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "the world", packs: []*factors.Pack{base}, place: "", year: 2030,
			want: "world.2024", place2: factors.PlaceWorld, year2: factors.YearEarlier, gap: 6, grade: 'E',
			shadows: []string{"anywhere.2024 broader place"},
		},
		{
			name: "layer before place and year", packs: []*factors.Pack{base, jurisdiction}, place: "CA-ON", year: 2020,
			want: "j.ca.2018", place2: factors.PlaceCountry, year2: factors.YearEarlier, gap: 2, grade: 'A',
			shadows: []string{
				"on.2020 lower layer", "ca.2019 lower layer", "ca.2022 lower layer", "ca.2025 lower layer", "ca.undated lower layer",
				"world.2024 lower layer", "anywhere.2024 lower layer",
			},
		},
		{
			name: "the layer decides, not the order of packs", packs: []*factors.Pack{jurisdiction, base}, place: "CA", year: 2025,
			want: "j.ca.2018", place2: factors.PlaceCountry, year2: factors.YearEarlier, gap: 7, grade: 'C',
			shadows: []string{
				"ca.2025 lower layer", "ca.2022 lower layer", "ca.2019 lower layer", "ca.undated lower layer", "world.2024 lower layer",
				"anywhere.2024 lower layer",
			},
		},
		{
			name: "a higher layer of another place does not apply", packs: []*factors.Pack{base, jurisdiction}, place: "PT", year: 2024,
			want: "eu.2024", place2: factors.PlaceGroup, year2: factors.YearSame, grade: 'B',
			shadows: []string{"world.2024 broader place", "anywhere.2024 broader place"},
		},
		{
			name: "in one layer the later pack", packs: []*factors.Pack{base, later}, place: "CA", year: 2022,
			want: "later.ca.2022", place2: factors.PlaceCountry, year2: factors.YearSame, grade: 'A',
			shadows: []string{
				"ca.2022 earlier pack", "ca.2019 other year", "ca.2025 other year", "ca.undated other year",
				"world.2024 broader place", "anywhere.2024 broader place",
			},
		},
		{
			name: "anywhere, where nothing nearer is known", packs: []*factors.Pack{load(t, "p", factors.Base, grid("a", "", "2024", "0.5"), grid("de", "DE", "2024", "0.4"))}, place: "GB", year: 2024,
			want: "a", place2: factors.PlaceAny, year2: factors.YearSame, grade: 'A',
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, ok := library(t, c.packs...).Find(factors.Query{
				Rungs:    []factors.Rung{{Subjects: []string{"electricity/generation"}}},
				Property: factors.PropertyImpact, Impact: factors.GWP, Places: factors.PlacesFor(c.place), Year: c.year,
			})
			if !ok {
				t.Fatal("nothing found")
			}
			if m.Factor.ID != c.want || m.Rung != factors.Parameter || m.PlaceRung != c.place2 || m.YearRung != c.year2 || m.YearGap != c.gap || m.Grade != c.grade {
				t.Errorf("got %s, %v, %v, %v, %d, %v", m.Factor.ID, m.Rung, m.PlaceRung, m.YearRung, m.YearGap, m.Grade)
			}
			if diff := cmp.Diff(c.shadows, shadows(m)); diff != "" {
				t.Errorf("shadowed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestAlternativeSubjects: subjects of one rung have equal rank. Layer and place
// decide between them before preference does, and preference before the year.
func TestAlternativeSubjects(t *testing.T) {
	row := func(id, subject, place, year string) string {
		return id + "," + subject + ",impact,use,gwp," + place + "," + year + ",0.2,,,kgCO2e/kWh,,report,A,"
	}
	base := load(t, "base", factors.Base,
		row("first.world", "electricity/life-cycle", "WORLD", "2024"),
		row("second.gb", "electricity/generation", "GB", "2024"),
		row("first.fr", "electricity/life-cycle", "FR", "2019"),
		row("second.fr", "electricity/generation", "FR", "2024"),
	)
	query := factors.Query{
		Rungs:    []factors.Rung{{Subjects: []string{"electricity/life-cycle", "electricity/generation"}}},
		Property: factors.PropertyImpact, Impact: factors.GWP, Year: 2024,
	}
	for place, want := range map[string]string{"GB": "second.gb", "FR": "first.fr", "JP": "first.world"} {
		query.Places = factors.PlacesFor(place)
		if m, ok := library(t, base).Find(query); !ok || m.Factor.ID != want {
			t.Errorf("%s: got %+v, want %s", place, m, want)
		}
	}
	query.Places = factors.PlacesFor("FR")
	m, _ := library(t, base, load(t, "own", factors.Department, row("own.fr", "electricity/generation", "FR", "2010"))).Find(query)
	want := []string{"first.fr lower layer", "second.fr lower layer", "first.world lower layer"}
	if diff := cmp.Diff(want, shadows(m)); m.Factor.ID != "own.fr" || diff != "" {
		t.Errorf("got %s, shadowed (-want +got):\n%s", m.Factor.ID, diff)
	}
	m, _ = library(t, base).Find(query)
	if diff := cmp.Diff([]string{"second.fr less preferred subject", "first.world broader place"}, shadows(m)); diff != "" {
		t.Errorf("shadowed (-want +got):\n%s", diff)
	}
}

// TestRoutes: a route has its own factors; unknown and none are one.
func TestRoutes(t *testing.T) {
	lib := library(t, load(t, "p", factors.Base,
		"any,hardware,impact,end_of_life,gwp,,,20,,,kgCO2e/t,,report,C,",
		"landfill,hardware,impact,end_of_life/landfill,gwp,,,9,,,kgCO2e/t,,report,C,",
	))
	for route, want := range map[factors.Route]string{"": "any", factors.RouteUnknown: "any", factors.RouteLandfill: "landfill", factors.RouteReuse: ""} {
		m, ok := lib.Find(factors.Query{
			Rungs: factors.DeviceRungs("laptop", "", "", "", ""), Property: factors.PropertyImpact, Stage: factors.EndOfLife, Route: route, Impact: factors.GWP,
		})
		if ok != (want != "") || ok && m.Factor.ID != want {
			t.Errorf("%q: got %v %+v, want %q", route, ok, m, want)
		}
	}
}

// TestGrade works the table of the package documentation through.
func TestGrade(t *testing.T) {
	for _, c := range []struct {
		row   string
		place string
		year  int
		rung  factors.RungKind
		want  factors.Grade
		why   string
	}{
		{grid("a", "GB", "2024", "1"), "GB", 2026, factors.Parameter, 'A', "country 0, two years 0"},
		{grid("a", "GB", "2024", "1"), "GB", 2027, factors.Parameter, 'B', "country 0, three years 1"},
		{grid("a", "GB", "2024", "1"), "GB", 2029, factors.Parameter, 'B', "country 0, five years 1"},
		{grid("a", "GB", "2024", "1"), "GB", 2030, factors.Parameter, 'C', "country 0, six years 2"},
		{grid("a", "GB", "2024", "1"), "GB", 2018, factors.Parameter, 'C', "country 0, six years early 2"},
		{grid("a", "GB", "", "1"), "GB", 2018, factors.Parameter, 'A', "undated factors do not age"},
		{grid("a", "EU27", "2024", "1"), "FR", 2024, factors.Parameter, 'B', "group 1"},
		{grid("a", "WORLD", "2024", "1"), "FR", 2024, factors.Parameter, 'C', "world 2"},
		{grid("a", "WORLD", "2020", "1"), "FR", 2024, factors.Parameter, 'D', "world 2, four years 1"},
		{grid("a", "WORLD", "2010", "1"), "FR", 2024, factors.Parameter, 'E', "world 2, fourteen years 2"},
		{strings.Replace(grid("a", "GB", "2024", "1"), "report,A", "report,D", 1), "GB", 2024, factors.Parameter, 'D', "never better than the factor itself"},
		{made("a", "laptop", "200", "A"), "GB", 2024, factors.Category, 'C', "category C"},
		{made("a", "laptop", "200", "B"), "GB", 2024, factors.ExactModel, 'B', "exact model A, but the factor is B"},
		{"a,laptop,impact,manufacturing,gwp,WORLD,2015,200,,,kgCO2e/unit,,report,A,", "GB", 2024, factors.Category, 'E', "category C, place does not matter, nine years 2"},
		{"a,laptop,impact,manufacturing,gwp,WORLD,2020,200,,,kgCO2e/unit,,report,A,", "GB", 2024, factors.SubCategory, 'C', "sub-category B, four years 1"},
		{"a,laptop,impact,manufacturing,gwp,WORLD,2020,200,,,kgCO2e/unit,,report,A,", "GB", 2024, factors.MassFallback, 'E', "nothing is worse than E"},
	} {
		pack := load(t, "p", factors.Base, c.row)
		f := pack.Factors[0]
		m, ok := library(t, pack).Find(factors.Query{
			Rungs: []factors.Rung{{Kind: c.rung, Subjects: []string{f.Subject}}}, Property: f.Property, Stage: f.Stage,
			Impact: f.Impact, Places: factors.PlacesFor(c.place), Year: c.year,
		})
		if !ok || m.Grade != c.want {
			t.Errorf("%s: got %v %v, want %v", c.why, ok, m.Grade, c.want)
		}
	}
}

// drawPacks draws packs that crowd one ladder.
func drawPacks(t *rapid.T) []*factors.Pack {
	layers := rapid.SliceOfN(rapid.IntRange(int(factors.Base), int(factors.Scenario)), 1, 5).Draw(t, "layers")
	var packs []*factors.Pack
	for i, layer := range layers {
		var rows []string
		for j := range rapid.IntRange(1, 8).Draw(t, "rows") {
			place := rapid.SampledFrom([]string{"", "WORLD", "EU27", "FR", "FR-75", "DE"}).Draw(t, "place")
			year := rapid.SampledFrom([]string{"", "2018", "2020", "2023", "2024", "2026", "2030"}).Draw(t, "year")
			rows = append(rows, grid(fmt.Sprintf("p%d.%d", i, j), place, year, "0.1"))
		}
		pack, err := factors.LoadPack(files(packYAML(fmt.Sprintf("p%d", i), factors.Layer(layer), ""), strings.Join(rows, "\n")), "p")
		if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, pack)
	}
	return packs
}

func drawQuery(t *rapid.T) factors.Query {
	return factors.Query{
		Rungs:    []factors.Rung{{Subjects: []string{"electricity/consumption"}}, {Subjects: []string{"electricity/generation"}}},
		Property: factors.PropertyImpact, Stage: factors.Use, Impact: factors.GWP,
		Places: factors.PlacesFor(rapid.SampledFrom([]string{"", "FR", "FR-75", "DE", "GB"}).Draw(t, "asked place")),
		Year:   rapid.SampledFrom([]int{0, 2015, 2019, 2024, 2035}).Draw(t, "asked year"),
	}
}

// TestFindProperties: whatever the packs, Find returns the same each time; the
// winner has the highest layer of all that apply; the order of packs of
// different layers does not matter; and of packs of one layer only factors equal
// in place and year depend on it.
func TestFindProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		packs, query := drawPacks(t), drawQuery(t)
		lib, err := factors.NewLibrary(packs...)
		if err != nil {
			t.Fatal(err)
		}
		m, ok := lib.Find(query)
		again, _ := lib.Find(query)
		if !ok {
			if m.Factor != nil {
				t.Fatal("a factor was returned although none was found")
			}
			return
		}
		if diff := cmp.Diff(shadows(m), shadows(again)); m.Factor != again.Factor || diff != "" {
			t.Fatalf("found %s, then %s; %s", m.Factor.ID, again.Factor.ID, diff)
		}
		applies := 0
		for f := range lib.Factors() {
			if f.Place == "" || slices.Contains(query.Places, f.Place) {
				applies++
				if f.Pack.Layer > m.Factor.Pack.Layer {
					t.Fatalf("%s of layer %s won over %s of layer %s", m.Factor.ID, m.Factor.Pack.Layer, f.ID, f.Pack.Layer)
				}
			}
		}
		if applies != len(m.Shadowed)+1 {
			t.Fatalf("%d factors apply, but one won and %d are shadowed", applies, len(m.Shadowed))
		}
		// Each shadow is a winner in waiting: the next ranks never come earlier.
		for i := 1; i < len(m.Shadowed); i++ {
			if m.Shadowed[i-1].Reason == factors.LowerLayer && m.Shadowed[i].Reason != factors.LowerLayer {
				t.Fatalf("shadows are out of order: %v", shadows(m))
			}
		}

		shuffled := slices.Clone(packs)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		other, err := factors.NewLibrary(shuffled...)
		if err != nil {
			t.Fatal(err)
		}
		n, ok := other.Find(query)
		if !ok || n.Factor.Pack.Layer != m.Factor.Pack.Layer || n.Factor.Place != m.Factor.Place || n.Factor.Year != m.Factor.Year ||
			n.Grade != m.Grade || len(n.Shadowed) != len(m.Shadowed) {
			t.Fatalf("with the packs in another order, %s won over %s", n.Factor.ID, m.Factor.ID)
		}
		// By layer and otherwise in the same order: nothing changes at all.
		slices.SortStableFunc(shuffled, func(a, b *factors.Pack) int { return slices.Index(packs, a) - slices.Index(packs, b) })
		slices.SortStableFunc(shuffled, func(a, b *factors.Pack) int { return int(b.Layer) - int(a.Layer) })
		other, err = factors.NewLibrary(shuffled...)
		if err != nil {
			t.Fatal(err)
		}
		if n, _ = other.Find(query); n.Factor != m.Factor || !slices.Equal(shadows(n), shadows(m)) {
			t.Fatalf("with the layers in another order, %s won over %s", n.Factor.ID, m.Factor.ID)
		}
	})
}

func TestDeviceRungs(t *testing.T) {
	for _, c := range []struct {
		category, variant, maker, family, model string
		want                                    string
	}{
		{"Laptop", "14in", "Dell", "Latitude", "5420", "exact model dell:latitude 5420|dell:5420, family dell:latitude, maker and category laptop@dell, sub-category laptop/14in, category laptop, mass-based fallback hardware"},
		{"laptop", "laptop/14in", " DELL ", "Dell  Latitude", "Dell Latitude 5420", "exact model dell:latitude 5420|dell:5420, family dell:latitude, maker and category laptop@dell, sub-category laptop/14in, category laptop, mass-based fallback hardware"},
		{"monitor", "", "HP", "", "E24 G4", "exact model hp:e24 g4, maker and category monitor@hp, category monitor, mass-based fallback hardware"},
		{"tablet", "", "Apple", "iPad", "iPad", "exact model apple:ipad, family apple:ipad, maker and category tablet@apple, category tablet, mass-based fallback hardware"},
		{"tablet", "", "", "iPad", "iPad 9", "category tablet, mass-based fallback hardware"},
		{"", "14in", "Dell", "", "", "mass-based fallback hardware"},
		{"hardware", "", "", "", "", "mass-based fallback hardware"},
	} {
		var got []string
		for _, rung := range factors.DeviceRungs(c.category, c.variant, c.maker, c.family, c.model) {
			got = append(got, rung.Kind.String()+" "+strings.Join(rung.Subjects, "|"))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c, diff)
		}
	}
}

func TestActivityRungs(t *testing.T) {
	for _, c := range []struct {
		category, variant, provider, product string
		want                                 string
	}{
		{"cloud-compute", "", "AWS", "M5.Large", "exact model aws:m5.large, maker and category cloud-compute@aws, category cloud-compute"},
		{"cloud-storage", "ssd", "aws", "", "maker and category cloud-storage/ssd@aws|cloud-storage@aws, sub-category cloud-storage/ssd, category cloud-storage"},
		{"cloud-storage", "cloud-storage/SSD", "AWS", "", "maker and category cloud-storage/ssd@aws|cloud-storage@aws, sub-category cloud-storage/ssd, category cloud-storage"},
		{"network-data", "mobile", "", "", "sub-category network-data/mobile, category network-data"},
	} {
		var got []string
		for _, rung := range factors.ActivityRungs(c.category, c.variant, c.provider, c.product) {
			got = append(got, rung.Kind.String()+" "+strings.Join(rung.Subjects, "|"))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c, diff)
		}
	}
}

func TestNamesOfRungs(t *testing.T) {
	for got, want := range map[string]string{
		factors.RungKind(99).String(): "unknown", factors.PlaceRung(-1).String(): "unknown",
		factors.PlaceWorld.String(): "world", factors.YearLatest.String(): "latest year", factors.EarlierPack.String(): "earlier pack",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// bench makes a library of the default packs and a look-up that goes down the
// whole ladder of a laptop.
func bench(b *testing.B) (*factors.Library, factors.Query) {
	b.Helper()
	packs, err := factors.Default()
	if err != nil {
		b.Fatal(err)
	}
	return library(b, packs...), factors.Query{
		Rungs:    factors.DeviceRungs("laptop", "14in", "dell", "latitude", "5420"),
		Property: factors.PropertyImpact, Stage: factors.Manufacturing, Impact: factors.GWP, Places: factors.PlacesFor("GB"), Year: 2025,
	}
}

func BenchmarkFindDevice(b *testing.B) {
	lib, query := bench(b)
	for b.Loop() {
		if _, ok := lib.Find(query); !ok {
			b.Fatal("nothing found")
		}
	}
}

func BenchmarkFindElectricity(b *testing.B) {
	lib, query := bench(b)
	query.Rungs, query.Stage = []factors.Rung{{Subjects: []string{"electricity/life-cycle"}}}, factors.Use
	for b.Loop() {
		if _, ok := lib.Find(query); !ok {
			b.Fatal("nothing found")
		}
	}
}
