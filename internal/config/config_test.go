package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"govfootprint/internal/config"
)

// at makes a folder with the given files the working directory.
func at(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.AddFlags(set)
	if err := set.Parse(args); err != nil {
		t.Fatal(err)
	}
	return set
}

func load(t *testing.T, place config.Place) *config.Settings {
	t.Helper()
	s, err := config.Load(place)
	if err != nil {
		t.Fatalf("Load: %v", err)
	}
	return s
}

func TestEachLayerWinsOverTheWeaker(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "country: FR\nbasis: depreciated\nusers: 10\n"})
	place := config.Place{
		Environ: []string{"GOVFOOTPRINT_BASIS=acquired", "GOVFOOTPRINT_USERS=20", "HOME=/nowhere"},
		Flags:   flags(t, "--users", "30"),
	}
	s := load(t, place)

	for _, tc := range []struct{ name, got, want, origin string }{
		{config.Electricity, s.Electricity, "location", "default"},
		{config.Country, s.Country, "FR", "govfootprint.yaml:1:10"},
		{config.Basis, s.Basis, "acquired", "environment GOVFOOTPRINT_BASIS"},
		{config.Users, "", "", "flag --users"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s = %q, want %q", tc.name, tc.got, tc.want)
		}
		if origin := s.Origin(tc.name).String(); origin != tc.origin {
			t.Errorf("%s comes from %q, want %q", tc.name, origin, tc.origin)
		}
	}
	if s.Users != 30 {
		t.Errorf("users = %d, want 30 from the flag", s.Users)
	}
}

func TestAFlagAtItsDefaultDoesNotWin(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "basis: depreciated\nquiet: true\n"})
	if s := load(t, config.Place{Flags: flags(t)}); s.Basis != "depreciated" || !s.Quiet {
		t.Errorf("basis = %q, quiet = %v; want the file's", s.Basis, s.Quiet)
	}
	if s := load(t, config.Place{Flags: flags(t, "--basis", "annualised", "--quiet=false")}); s.Basis != "annualised" || s.Quiet {
		t.Errorf("basis = %q, quiet = %v; want what was typed", s.Basis, s.Quiet)
	}
}

func TestListsReplaceEachOther(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "pack:\n  - a@1\n  - b@2\nfactors: own packs\n"})
	for _, tc := range []struct {
		place config.Place
		want  string
	}{
		{config.Place{}, "a@1|b@2"},
		{config.Place{Environ: []string{"GOVFOOTPRINT_PACK=c@3, d@4"}}, "c@3|d@4"},
		{config.Place{Environ: []string{"GOVFOOTPRINT_PACK=c@3"}, Flags: flags(t, "--pack", "e@5", "--pack", "f g@6")}, "e@5|f g@6"},
	} {
		s := load(t, tc.place)
		if got := strings.Join(s.Packs, "|"); got != tc.want {
			t.Errorf("packs = %s, want %s", got, tc.want)
		}
		if got := strings.Join(s.Factors, "|"); got != "own packs" { // one name, though it holds a blank
			t.Errorf("factors = %s, want one folder", got)
		}
	}
}

func TestSectionsMergeEntryByEntry(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "lifetimes:\n  laptop: 5\n  laptop/14in: 4.5\n  Thin-Client: 8\n"})
	s := load(t, config.Place{Environ: []string{"GOVFOOTPRINT_LIFETIMES_THIN_CLIENT=7", "GOVFOOTPRINT_ATTRIBUTION_PERSONAL=57%"}})
	for category, want := range map[string]string{"laptop": "5", "laptop/14in": "4.5", "thin-client": "7"} {
		if got := s.Lifetimes[category].String(); got != want {
			t.Errorf("lifetime of %s = %s, want %s", category, got, want)
		}
	}
	if got := s.Attribution["personal"].String(); got != "0.57" {
		t.Errorf("attribution of personal devices = %s, want 0.57", got)
	}
	if got, want := s.Origin("lifetimes.laptop").String(), "govfootprint.yaml:2:11"; got != want {
		t.Errorf("origin = %s, want %s", got, want)
	}
}

// A number must reach the engine as it was written: 0.1 through a float64 and
// back is luck, 0.30000000000000000001 is not.
func TestNumbersStayExact(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "pue: 1.30000000000000000001\n"})
	if got := load(t, config.Place{}).PUE.Decimal.String(); got != "1.30000000000000000001" {
		t.Errorf("pue = %s", got)
	}
}

// In YAML 1.1 NO is a boolean, which has turned Norway into false more than once.
func TestNorwayIsACountry(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "country: NO\n"})
	if got := load(t, config.Place{}).Country; got != "NO" {
		t.Errorf("country = %q, want NO", got)
	}
}

func TestContracts(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": `contracts:
  - name: Green supply
    place: gb
    share: 60%
    factor: 0 kgCO2e/kWh
    instrument: REGO
  - {name: Solar roof, site: HQ Annexe, share: 0.1, factor: 0 kgCO2e/kWh}
`})
	s := load(t, config.Place{})
	if len(s.Contracts) != 2 {
		t.Fatalf("%d contracts, want 2", len(s.Contracts))
	}
	if c := s.Contracts[0]; c.Place != "gb" || c.Share.String() != "0.6" || c.Instrument != "REGO" || c.Origin.Line != 2 {
		t.Errorf("first contract = %+v", c)
	}
	if c := s.Contracts[1]; c.Site != "HQ Annexe" || c.Share.String() != "0.1" {
		t.Errorf("second contract = %+v: names keep their case", c)
	}
}

func TestServices(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "services:\n  Pass Ports: {unit: case handled, count: 1200000.5}\n"})
	s := load(t, config.Place{})
	got, ok := s.Services["Pass Ports"]
	if !ok || got.Unit != "case handled" || got.Count.String() != "1200000.5" {
		t.Errorf("services = %+v", s.Services)
	}
	if origin := s.Origin("services.Pass Ports.count").String(); origin != "govfootprint.yaml:2:43" {
		t.Errorf("the count comes from %s", origin)
	}
}

func TestFirstFileFoundIsUsed(t *testing.T) {
	at(t, map[string]string{
		"home/govfootprint/govfootprint.yaml": "country: PT\n",
		"named.yaml":                          "country: KR\nfactors: [packs/own, /abs]\n",
		"sub/named.yaml":                      "factors: [packs/own]\n",
	})
	if s := load(t, config.Place{UserDir: "home"}); s.Country != "PT" || s.File() != filepath.Join("home", "govfootprint", "govfootprint.yaml") {
		t.Errorf("country = %q of %q, want the user's file", s.Country, s.File())
	}
	if s := load(t, config.Place{UserDir: "home", File: "named.yaml"}); s.Country != "KR" {
		t.Errorf("country = %q, want that of the file named", s.Country)
	}
	if s := load(t, config.Place{Environ: []string{"GOVFOOTPRINT_CONFIG=sub/named.yaml"}}); s.Factors[0] != filepath.Join("sub", "packs", "own") {
		t.Errorf("pack folder = %q, want it beside the file that names it", s.Factors[0])
	}
	if err := os.WriteFile("govfootprint.yaml", []byte("country: UY\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s := load(t, config.Place{UserDir: "home"}); s.Country != "UY" {
		t.Errorf("country = %q, want that of the working directory", s.Country)
	}
}

func TestWhatIsRefused(t *testing.T) {
	for name, tc := range map[string]struct {
		file    string
		environ []string
		args    []string
		want    []string // each a whole line
	}{
		"unknown key": {
			file: "users: ten\ncontry: GB\nzzz: 1\n",
			want: []string{
				`govfootprint.yaml:1:8: users: "ten" is not a number of people; write a whole number such as 1000`,
				`govfootprint.yaml:2:1: "contry" is not a setting; did you mean "country"?`,
				`govfootprint.yaml:3:1: "zzz" is not a setting; the settings are period, country, basis, electricity, pack, factors, mapping, users, organisation, pue, lifetimes, attribution, allocation, idle, expensed, contracts, services, fte, base-year, previous-year, targets, initiatives, exclusions, returns, aims, draws, seed, items, quiet, verbose, no-color, lang`,
			},
		},
		"key set twice":  {file: "users: 1\nUsers: 2\n", want: []string{`govfootprint.yaml:2:1: "Users" is set twice; it stands in line 1 already`}},
		"not YAML":       {file: "users: 1\n  pue: 2\n", want: []string{`govfootprint.yaml:2:1: not valid YAML: mapping values are not allowed in this context`}},
		"not settings":   {file: "- a\n", want: []string{`govfootprint.yaml:1:1: expected settings, one on each line, such as "country: GB"`}},
		"two documents":  {file: "users: 1\n---\nusers: 2\n", want: []string{`govfootprint.yaml: the file holds more than one YAML document (a line with ---); keep one`}},
		"alias":          {file: "country: &c GB\norganisation: *c\n", want: []string{`govfootprint.yaml:2:15: organisation: "*c" refers to another value; write the value out here`}},
		"users":          {file: "users: many\n", want: []string{`govfootprint.yaml:1:8: users: "many" is not a number of people; write a whole number such as 1000`}},
		"decimal comma":  {file: "pue: 1,4\n", want: []string{`govfootprint.yaml:1:6: pue: "1,4" is not a number; write the decimal sign as a point: a ratio such as 1.4`}},
		"exponent":       {file: "pue: 1e999999999\n", want: []string{`govfootprint.yaml:1:6: pue: "1e999999999" is not a number; write a ratio such as 1.4`}},
		"pue below one":  {file: "pue: 0.9\n", want: []string{`govfootprint.yaml:1:6: pue: 0.9 is no power usage effectiveness: it is 1 (no overhead) or more, seldom above 3`}},
		"flat section":   {file: "lifetimes: 5\n", want: []string{`govfootprint.yaml:1:12: lifetimes: expected indented lines such as "laptop: 5"`}},
		"months":         {file: "lifetimes:\n  laptop: 60\n", want: []string{`govfootprint.yaml:2:11: lifetimes.laptop: 60 is no lifetime in years; write one above 0 and up to 50`}},
		"nested scalar":  {file: "country:\n  code: GB\n", want: []string{`govfootprint.yaml:2:3: country: expected a single value`}},
		"ownership":      {file: "attribution:\n  persnal: 0.5\n", want: []string{`govfootprint.yaml:2:12: attribution.persnal: "persnal" is not an ownership; did you mean "personal"?`}},
		"share":          {file: "attribution:\n  personal: 57\n", want: []string{`govfootprint.yaml:2:13: attribution.personal: "57" is out of range; write a share from 0 to 1 such as 0.6, or 60%`}},
		"quiet, verbose": {args: []string{"--quiet", "--verbose"}, want: []string{`flag --verbose: quiet and verbose contradict each other; set one of them`}},
		"contract": {
			file: "contracts:\n  - nam: Green\n",
			want: []string{
				`govfootprint.yaml:2:5: contracts[1]: the contract has no name; add "name: …" so that the report can name it`,
				`govfootprint.yaml:2:5: contracts[1]: the contract has no factor; add one with its unit, such as "factor: 0 kgCO2e/kWh"`,
				`govfootprint.yaml:2:10: contracts[1].nam: "nam" is not part of a contract; did you mean "name"?`,
			},
		},
		"functional unit": {
			file: "services:\n  Passports: {unt: case, count: -1}\n  Visas: {unit: case}\n",
			want: []string{
				`govfootprint.yaml:2:3: services.Passports: the functional unit has no name; add "unit: …", such as case, request or user`,
				`govfootprint.yaml:2:20: services.Passports.unt: "unt" is not part of a functional unit; did you mean "unit"?`,
				`govfootprint.yaml:2:33: services.Passports.count: -1 is no number of functional units; write how many there were in the period, above 0`,
				`govfootprint.yaml:3:3: services.Visas: nothing says how many functional units there were in the period; add "count: …"`,
			},
		},
		"flat services": {file: "services: 5\n", want: []string{`govfootprint.yaml:1:11: services: expected indented lines such as "Passports: {unit: case, count: 1200000}"`}},
		"service twice": {file: "services:\n  Visas: {unit: case, count: 1}\n  visas: {unit: case, count: 2}\n", want: []string{`govfootprint.yaml:3:3: "visas" is set twice in services; it stands in line 2 already`}},
		"service spelt in two ways": {
			file: "services:\n  Travel documents: {unit: case, count: 1}\n  travel-documents : {unit: case, count: 2}\n",
			want: []string{`govfootprint.yaml:3:3: "travel-documents" is the name in line 2 in another spelling; in services, write each name once`},
		},
		"another year": {
			file: "base-year:\n  perod: 2018\n  gwp: 400 tCO2e\n",
			want: []string{
				`govfootprint.yaml:1:1: base-year: nothing says which year it is; add "period: …", a year such as 2018 or a first and last day such as 2017-04-01/2018-03-31`,
				`govfootprint.yaml:2:10: base-year.perod: "perod" is no figure of a year; did you mean "period"?`,
			},
		},
		"target": {
			file: "targets:\n  - {year: soon, cut: 142%, of: gas}\n  - {yer: 2030}\n",
			want: []string{
				`govfootprint.yaml:2:12: targets[1].year: "soon" is not the year of a target; write one such as 2030`,
				`govfootprint.yaml:2:23: targets[1].cut: "142%" is out of range; write a share from 0 to 1 such as 0.6, or 60%`,
				`govfootprint.yaml:2:33: targets[1].of: "gas" is not one of gwp, energy, waste`,
				`govfootprint.yaml:3:5: targets[2]: nothing says by which year; add "year: …", such as 2030`,
				`govfootprint.yaml:3:5: targets[2]: nothing says by how much less than in the base year; add "cut: …", such as 42%`,
				`govfootprint.yaml:3:11: targets[2].yer: "yer" is not part of a target; did you mean "year"?`,
			},
		},
		"exclusion":      {file: "exclusions:\n  - what: meeting rooms\n", want: []string{`govfootprint.yaml:2:5: exclusions[1]: an exclusion says what is left out and why; add "what: …" and "why: …"`}},
		"returns":        {file: "returns: [uk, de]\n", want: []string{`govfootprint.yaml:1:10: returns: "de" is not one of uk, fr, nz, au, all, none`}},
		"fte":            {file: "fte: -3\n", want: []string{`govfootprint.yaml:1:6: fte: "-3" is not a number of people; write full-time equivalents such as 950.5`}},
		"variable":       {environ: []string{"GOVFOOTPRINT_CONTRY=GB"}, want: []string{`environment GOVFOOTPRINT_CONTRY: no such setting; did you mean "GOVFOOTPRINT_COUNTRY"?`}},
		"variable value": {environ: []string{"GOVFOOTPRINT_BASIS=flat"}, want: []string{`environment GOVFOOTPRINT_BASIS: "flat" is not one of annualised, depreciated, acquired, observed`}},
		"flag value":     {args: []string{"--electricity", "green"}, want: []string{`flag --electricity: "green" is not one of location, market`}},
		"named file":     {environ: []string{"GOVFOOTPRINT_CONFIG=none.yaml"}, want: []string{`none.yaml: there is no such file; it was named by --config or GOVFOOTPRINT_CONFIG`}},
		"folder":         {environ: []string{"GOVFOOTPRINT_CONFIG=."}, want: []string{`.: this is a folder; name the settings file in it`}},
		"device":         {environ: []string{"GOVFOOTPRINT_CONFIG=" + os.DevNull}, want: []string{os.DevNull + `: this is a pipe or a device; write the settings to a file and name that`}},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{}
			if tc.file != "" {
				files["govfootprint.yaml"] = tc.file
			}
			at(t, files)
			_, err := config.Load(config.Place{Environ: tc.environ, Flags: flags(t, tc.args...)})
			if err == nil {
				t.Fatal("it was accepted")
			}
			if !config.IsProblem(err) {
				t.Errorf("%T is no *config.Error", err)
			}
			if got, want := err.Error(), strings.Join(tc.want, "\n"); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestNothingSetIsNoProblem(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "# nothing yet\ncountry:\nlifetimes:\n"})
	s := load(t, config.Place{Environ: []string{"GOVFOOTPRINT_COUNTRY="}})
	if s.Country != "" || s.Basis != "annualised" || s.Lifetimes != nil {
		t.Errorf("settings = %+v, want the defaults", s)
	}
}

func TestValuesShowsEverySettingWithItsOrigin(t *testing.T) {
	at(t, map[string]string{"govfootprint.yaml": "lifetimes:\n  server: 6\ncontracts:\n  - {name: Wind, factor: 0 kgCO2e/kWh}\n"})
	lines := map[string]string{}
	for _, v := range load(t, config.Place{Flags: flags(t, "--pack", "x@1")}).Values() {
		lines[v.Name] = v.Value + " < " + v.Origin.String()
	}
	for name, want := range map[string]string{
		"lifetimes.server":    "6 < govfootprint.yaml:2:11",
		"contracts[1].name":   "Wind < govfootprint.yaml:4:12",
		"contracts[1].factor": "0 kgCO2e/kWh < govfootprint.yaml:4:26",
		"pack":                "x@1 < flag --pack",
		"basis":               "annualised < default",
		"country":             " < default",
	} {
		if lines[name] != want {
			t.Errorf("%s: %q, want %q", name, lines[name], want)
		}
	}
}

// What returns ask for is read from the file, a file of aims relative to it, and
// listed with where each was set.
func TestReporting(t *testing.T) {
	at(t, map[string]string{"own/govfootprint.yaml": `fte: 950.5
base-year: {period: 2017-04-01/2018-03-31, gwp: 410.5 tCO2e, source: annual report}
targets:
  - {year: 2030, cut: 42%, source: plan}
  - {year: 2025, cut: 0.1, of: energy}
initiatives: [laptops for five years, screens off]
exclusions:
  - {what: meeting rooms, why: run by the landlord}
returns: [NZ, uk]
aims: ours.yaml
`})
	s := load(t, config.Place{File: "own/govfootprint.yaml", Environ: []string{"GOVFOOTPRINT_BASE_YEAR_SCOPE_2=100 tCO2e"}})
	if s.BaseYear == nil || s.BaseYear.Period != "2017-04-01/2018-03-31" || s.BaseYear.Amounts["gwp"] != "410.5 tCO2e" || s.BaseYear.Amounts["scope-2"] != "100 tCO2e" {
		t.Errorf("base-year = %+v", s.BaseYear)
	}
	if len(s.Targets) != 2 || s.Targets[0].Of != "gwp" || s.Targets[0].Cut.String() != "0.42" || s.Targets[1].Of != "energy" || s.PreviousYear != nil {
		t.Errorf("targets = %+v", s.Targets)
	}
	if !slices.Equal(s.Returns, []string{"nz", "uk"}) || s.Aims != filepath.Join("own", "ours.yaml") || len(s.Initiatives) != 2 {
		t.Errorf("returns = %q, aims = %q, initiatives = %q", s.Returns, s.Aims, s.Initiatives)
	}
	listed := map[string]string{}
	for _, v := range s.Values() {
		listed[v.Name] = v.Value + " < " + v.Origin.String()
	}
	for name, want := range map[string]string{
		"fte":                "950.5 < own/govfootprint.yaml:1:6",
		"base-year.gwp":      "410.5 tCO2e < own/govfootprint.yaml:2:49",
		"base-year.scope-2":  "100 tCO2e < environment GOVFOOTPRINT_BASE_YEAR_SCOPE_2",
		"targets[2].of":      "energy < own/govfootprint.yaml:5:32",
		"exclusions[1].why":  "run by the landlord < own/govfootprint.yaml:8:32",
		"initiatives":        "laptops for five years; screens off < own/govfootprint.yaml:6:14",
		"returns":            "nz, uk < own/govfootprint.yaml:9:10",
		"aims":               filepath.Join("own", "ours.yaml") + " < own/govfootprint.yaml:10:7",
		"previous-year":      " < default",
		"previous-year.fte":  "",
		"base-year.landfill": "",
	} {
		if listed[name] != want {
			t.Errorf("%s: %q, want %q", name, listed[name], want)
		}
	}
}

func FuzzSettingsFile(f *testing.F) {
	f.Add("country: GB\nlifetimes:\n  laptop: 5\ncontracts:\n  - name: x\n    factor: 0 kgCO2e/kWh\n")
	f.Add("a: &a [*a]\n")
	f.Add("? [x]\n: y\n")
	f.Add("lifetimes: {a.b: 1, a: {b: 2}}\n")
	f.Fuzz(func(t *testing.T, content string) {
		at(t, map[string]string{"govfootprint.yaml": content})
		if s, err := config.Load(config.Place{}); err == nil {
			s.Values()
		}
	})
}
