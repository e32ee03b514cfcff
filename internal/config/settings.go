package config

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc/uncertainty"
	"govfootprint/internal/nearest"
	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// Settings are the values in force and where each came from.
type Settings struct {
	Period       string   // as written: 2025, or 2024-04-01/2025-03-31; empty if not set
	Country      string   // as written: GB, UK, CA-ON, Ontario; empty if not set
	Basis        string   // annualised, depreciated, acquired or observed
	Electricity  string   // location or market
	Packs        []string // NAME or NAME@VERSION, in order
	Factors      []string // folders with packs, in order
	Mappings     []string // files that say what columns and words mean, in order
	Allocation   string   // what hosts are split over virtual machines by: vcpu, memory, storage or equal; empty if not set
	Idle         string   // visible or spread: what of a host no virtual machine was promised
	Expensed     []string // categories bought as expenses, not as assets
	Users        int64    // 0 if not set
	Organisation string
	PUE          decimal.NullDecimal
	Lifetimes    map[string]decimal.Decimal // years, by category or category/variant
	Attribution  map[string]decimal.Decimal // share borne by the organisation, 0 to 1, by ownership
	Contracts    []Contract
	Services     map[string]Service // functional units, by the service's name
	FTE          decimal.NullDecimal
	BaseYear     *Year
	PreviousYear *Year
	Targets      []Target
	Initiatives  []string
	Exclusions   []Exclusion
	Returns      []string // uk, fr, nz, au, all or none
	Aims         string   // a file; empty for the shipped ones
	Draws        int      // of a simulation; 0 for none
	Seed         uint64
	Items        bool // the report has each row of the inventories
	Quiet        bool
	Verbose      bool
	NoColor      bool
	Language     string // en or fr

	file    string
	origins map[string]Origin
}

// Contract is an electricity contract, for the market-based view.
type Contract struct {
	Name       string
	Place      string          // place that it covers, as written; empty for all
	Site       string          // site it covers; empty for all
	Share      decimal.Decimal // of the electricity there, 0 to 1
	Factor     string          // with its unit, as written: 0 kgCO2e/kWh
	Instrument string          // what proves it: a supplier's tariff, REGO, I-REC …
	Source     string
	Origin     Origin
}

// Service is what a service is for, and how often it did that in the period.
type Service struct {
	Unit  string
	Count decimal.Decimal
}

// Year holds the figures of another year, as written: amounts with their units.
type Year struct {
	Period  string
	Source  string
	Amounts map[string]string // by name: see YearAmounts
}

// Target is a reduction against the base year.
type Target struct {
	Year   int
	Cut    decimal.Decimal // 0 to 1
	Of     string          // gwp, energy or waste
	Source string
}

// Exclusion is something that the assessment leaves out on purpose.
type Exclusion struct{ What, Why string }

// File returns the settings file that was read, empty if there was none.
func (s *Settings) File() string { return s.file }

// Origin returns where a setting was set; name is that of a key, or of an entry
// in a section: lifetimes.laptop, contracts[1].factor.
func (s *Settings) Origin(name string) Origin { return s.origins[name] }

// Refuse returns an [*Error] that says what is wrong with a setting where it
// was set, for what only the packages that use the value can judge.
func (s *Settings) Refuse(name string, why error) error {
	return &Error{Problems: []Problem{{s.origins[name], s.about(name, why)}}}
}

// about names a setting in a message. Where it was set by a flag or a
// variable, that has named it already.
func (s *Settings) about(name string, why error) error {
	if origin := s.origins[name]; origin.Flag != "" || origin.Variable != "" {
		return why
	}
	return wording.Errorf("%s: %w", name, why)
}

// baseDir makes the pack folders and mapping files that the settings file names
// relative to it, so that the file means the same from whichever folder it is used.
func (s *Settings) baseDir(dir string) {
	if s.origins[Aims].File != "" && s.Aims != "" && !filepath.IsAbs(s.Aims) {
		s.Aims = filepath.Join(dir, s.Aims)
	}
	for name, paths := range map[string][]string{Factors: s.Factors, Mapping: s.Mappings} {
		if s.origins[name].File == "" {
			continue
		}
		for i, path := range paths {
			if !filepath.IsAbs(path) {
				paths[i] = filepath.Join(dir, path)
			}
		}
	}
}

// interpret turns the text of the settings into values.
func (s *Settings) interpret(read func(key) (any, bool), problems *Error) {
	in := interpreter{settings: s, problems: problems}
	for _, k := range keys {
		value, set := read(k)
		if !set {
			continue
		}
		switch value := value.(type) {
		case string:
			in.text(k, value)
		case []string:
			in.list(k, value)
		case map[string]string:
			in.section(k, value)
		case []map[string]string:
			in.sections(k, value)
		case []namedSection:
			in.services(value)
		}
	}
	if s.Quiet && s.Verbose {
		problems.add(s.origins[Verbose], wording.Errorf("quiet and verbose contradict each other; set one of them"))
	}
}

type interpreter struct {
	settings *Settings
	problems *Error
}

func (in interpreter) refuse(path, format string, args ...any) {
	in.problems.add(in.settings.origins[path], in.settings.about(path, wording.Errorf(format, args...)))
}

func (in interpreter) text(k key, value string) {
	s := in.settings
	switch k.name {
	case Period:
		s.Period = value
	case Country:
		s.Country = value
	case Basis:
		s.Basis = in.choice(k.name, value, Bases...)
	case Electricity:
		s.Electricity = in.choice(k.name, value, Views...)
	case Allocation:
		s.Allocation = in.choice(k.name, value, Allocations()...)
	case Idle:
		s.Idle = in.choice(k.name, value, Idles...)
	case Organisation:
		s.Organisation = value
	case Users:
		n, err := strconv.ParseInt(value, 10, 64)
		if err != nil || n < 1 {
			in.refuse(k.name, "%q is not a number of people; write a whole number such as 1000", value)
		}
		s.Users = n
	case Draws:
		s.Draws = in.draws(k.name, value)
	case Seed:
		n, err := strconv.ParseUint(value, 10, 64)
		if err != nil {
			in.refuse(k.name, "%q is not a seed; write a whole number from 0 up, such as 1", value)
		}
		s.Seed = n
	case PUE:
		if d, ok := in.number(k.name, value, wording.Phrasef("a ratio such as 1.4")); ok {
			if d.LessThan(decimal.NewFromInt(1)) || d.GreaterThan(decimal.NewFromInt(10)) {
				in.refuse(k.name, "%s is no power usage effectiveness: it is 1 (no overhead) or more, seldom above 3", value)
			}
			s.PUE = decimal.NewNullDecimal(d)
		}
	case FTE:
		if d, ok := in.number(k.name, value, wording.Phrasef("full-time equivalents such as 950.5")); ok {
			if !d.IsPositive() {
				in.refuse(k.name, "%q is not a number of people; write full-time equivalents such as 950.5", value)
			}
			s.FTE = decimal.NewNullDecimal(d)
		}
	case Aims:
		s.Aims = value
	case Items:
		s.Items = in.yesNo(k.name, value)
	case Quiet:
		s.Quiet = in.yesNo(k.name, value)
	case Verbose:
		s.Verbose = in.yesNo(k.name, value)
	case NoColor:
		s.NoColor = in.yesNo(k.name, value)
	case Language:
		s.Language = in.choice(k.name, value, wording.Languages...)
	}
}

// draws reads the number of draws of a simulation.
func (in interpreter) draws(path, value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < uncertainty.LeastDraws || n > uncertainty.MostDraws {
		in.refuse(path, "%q is not a number of draws; write a whole number from %d to %d, such as %d",
			value, uncertainty.LeastDraws, uncertainty.MostDraws, uncertainty.DefaultDraws)
		return 0
	}
	return n
}

func (in interpreter) choice(path, value string, allowed ...string) string {
	lower := strings.ToLower(value)
	if slices.Contains(allowed, lower) {
		return lower
	}
	in.problems.add(in.settings.origins[path], in.settings.about(path, notOneOf(value, allowed)))
	return ""
}

func (in interpreter) yesNo(path, value string) bool {
	switch strings.ToLower(value) {
	case "true", "yes", "on", "1":
		return true
	case "false", "no", "off", "0":
		return false
	}
	in.refuse(path, "%q is not one of true, false", value)
	return false
}

// number reads a plain decimal. Its length is bounded because a few characters
// of exponent can stand for a number that fills the memory.
func (in interpreter) number(path, value string, want wording.Phrase) (decimal.Decimal, bool) {
	const longest = 40
	if len(value) <= longest && !strings.ContainsAny(value, "eE") {
		if d, err := decimal.NewFromString(value); err == nil {
			return d, true
		}
	}
	if strings.Contains(value, ",") {
		in.refuse(path, "%q is not a number; write the decimal sign as a point: %s", value, want)
		return decimal.Decimal{}, false
	}
	in.refuse(path, "%q is not a number; write %s", value, want)
	return decimal.Decimal{}, false
}

// share reads a share from 0 to 1, or a percentage.
func (in interpreter) share(path, value string) (decimal.Decimal, bool) {
	want := wording.Phrasef("a share from 0 to 1 such as 0.6, or 60%%")
	number, percent := strings.CutSuffix(value, "%")
	d, ok := in.number(path, strings.TrimSpace(number), want)
	if !ok {
		return d, false
	}
	if percent {
		d = d.Shift(-2)
	}
	if d.IsNegative() || d.GreaterThan(decimal.NewFromInt(1)) {
		in.refuse(path, "%q is out of range; write %s", value, want)
		return d, false
	}
	return d, true
}

func (in interpreter) list(k key, elements []string) {
	for _, element := range elements {
		if strings.TrimSpace(element) == "" {
			in.refuse(k.name, "an element of the list is empty; take it out")
			return
		}
	}
	switch k.name {
	case Pack:
		in.settings.Packs = elements
	case Factors:
		in.settings.Factors = slices.Clone(elements)
	case Mapping:
		in.settings.Mappings = slices.Clone(elements)
	case Expensed:
		in.settings.Expensed = elements
	case Initiatives:
		in.settings.Initiatives = elements
	case Returns:
		for _, element := range elements {
			if choice := in.choice(k.name, element, Countries...); choice != "" {
				in.settings.Returns = append(in.settings.Returns, choice)
			}
		}
	}
}

func (in interpreter) section(k key, entries map[string]string) {
	switch k.name {
	case BaseYear:
		in.settings.BaseYear = in.year(k.name, entries)
		return
	case PreviousYear:
		in.settings.PreviousYear = in.year(k.name, entries)
		return
	}
	values := map[string]decimal.Decimal{}
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		path := k.name + "." + name
		switch k.name {
		case Lifetimes:
			in.lifetime(path, name, entries[name], values)
		case Attribution:
			if !slices.Contains(ownerships, name) {
				in.refuse(path, "%q is not an ownership%s", name, hintOrChoices(name, ownerships))
				continue
			}
			if d, ok := in.share(path, entries[name]); ok {
				values[name] = d
			}
		}
	}
	switch k.name {
	case Lifetimes:
		in.settings.Lifetimes = values
	case Attribution:
		in.settings.Attribution = values
	}
}

// longestLifetime is where a lifetime in years stops being one: a building
// lasts 50 years, and a number of months or days is a mistake.
const longestLifetime = 50

func (in interpreter) lifetime(path, name, value string, into map[string]decimal.Decimal) {
	d, ok := in.number(path, value, wording.Phrasef("years such as 5 or 4.5"))
	if !ok {
		return
	}
	if !d.IsPositive() || d.GreaterThan(decimal.NewFromInt(longestLifetime)) {
		in.refuse(path, "%s is no lifetime in years; write one above 0 and up to %d", value, longestLifetime)
		return
	}
	into[name] = d
}

func hintOrChoices(name string, choices []string) wording.Phrase {
	if near, ok := nearest.Of(name, choices); ok {
		return wording.Suggestion(near)
	}
	return wording.Phrasef("; write one of %s", strings.Join(choices, ", "))
}

// Bases, Views, Idles and Countries are the values of the settings basis,
// electricity, idle and returns.
var (
	Bases     = []string{"annualised", "depreciated", "acquired", "observed"}
	Views     = []string{"location", "market"}
	Idles     = []string{"visible", "spread"}
	Countries = []string{"uk", "fr", "nz", "au", "all", "none"}
)

// Allocations are the values of the setting allocation.
func Allocations() []string {
	var names []string
	for _, a := range inventory.Allocations() {
		names = append(names, string(a))
	}
	return names
}

var ownerships = []string{"owned", "leased", "personal"}

// services reads functional units: services: {Passports: {unit: case, count: 1200000}}.
func (in interpreter) services(all []namedSection) {
	in.settings.Services = make(map[string]Service, len(all))
	for _, s := range all {
		var service Service
		path := Services + "." + s.name
		for _, name := range slices.Sorted(maps.Keys(s.values)) {
			value, entry := s.values[name], path+"."+name
			switch name {
			case "unit":
				service.Unit = value
			case "count":
				d, ok := in.number(entry, value, wording.Phrasef("how many in the period such as 1200000"))
				if ok && !d.IsPositive() {
					in.refuse(entry, "%s is no number of functional units; write how many there were in the period, above 0", value)
				}
				service.Count = d
			default:
				in.refuse(entry, "%q is not part of a functional unit%s", name, hintOrChoices(name, []string{"unit", "count"}))
			}
		}
		if service.Unit == "" {
			in.refuse(path, "the functional unit has no name; add \"unit: …\", such as case, request or user")
		}
		if _, stated := s.values["count"]; !stated {
			in.refuse(path, "nothing says how many functional units there were in the period; add \"count: …\"")
		}
		in.settings.Services[s.name] = service
	}
}

// sections reads a setting that is a list of sections.
func (in interpreter) sections(k key, all []map[string]string) {
	switch k.name {
	case Contracts:
		in.contracts(all)
	case Targets:
		in.targets(all)
	case Exclusions:
		in.exclusions(all)
	}
}

var contractKeys = []string{"name", "place", "site", "share", "factor", "instrument", "source"}

func (in interpreter) contracts(all []map[string]string) {
	for i, entries := range all {
		path := fmt.Sprintf("%s[%d]", Contracts, i+1)
		c := Contract{Share: decimal.NewFromInt(1), Origin: in.settings.origins[path]}
		for _, name := range slices.Sorted(maps.Keys(entries)) {
			value, entry := entries[name], path+"."+name
			switch name {
			case "name":
				c.Name = value
			case "place":
				c.Place = value
			case "site":
				c.Site = value
			case "share":
				c.Share, _ = in.share(entry, value)
			case "factor":
				c.Factor = value
			case "instrument":
				c.Instrument = value
			case "source":
				c.Source = value
			default:
				in.refuse(entry, "%q is not part of a contract%s", name, hintOrChoices(name, contractKeys))
			}
		}
		if c.Name == "" {
			in.refuse(path, "the contract has no name; add \"name: …\" so that the report can name it")
		}
		if c.Factor == "" {
			in.refuse(path, "the contract has no factor; add one with its unit, such as \"factor: 0 kgCO2e/kWh\"")
		}
		in.settings.Contracts = append(in.settings.Contracts, c)
	}
}
