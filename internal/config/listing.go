package config

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Value is one setting as `config` shows it.
type Value struct {
	Name   string
	Value  string // empty where nothing is set
	Absent string // what applies where nothing is set
	Origin Origin
}

// Values lists every setting with its value and origin, entries of sections
// each on their own.
func (s *Settings) Values() []Value {
	texts := map[string]string{
		Period: s.Period, Country: s.Country, Basis: s.Basis, Electricity: s.Electricity, Allocation: s.Allocation, Idle: s.Idle, Organisation: s.Organisation,
		Pack: strings.Join(s.Packs, ", "), Factors: strings.Join(s.Factors, ", "), Mapping: strings.Join(s.Mappings, ", "), Expensed: strings.Join(s.Expensed, ", "),
		Items: strconv.FormatBool(s.Items), Quiet: strconv.FormatBool(s.Quiet), Verbose: strconv.FormatBool(s.Verbose), NoColor: strconv.FormatBool(s.NoColor), Language: s.Language,
	}
	texts[Initiatives], texts[Returns], texts[Aims] = strings.Join(s.Initiatives, "; "), strings.Join(s.Returns, ", "), s.Aims
	if s.FTE.Valid {
		texts[FTE] = s.FTE.Decimal.String()
	}
	if s.Users > 0 {
		texts[Users] = strconv.FormatInt(s.Users, 10)
	}
	texts[Seed] = strconv.FormatUint(s.Seed, 10)
	if s.Draws > 0 {
		texts[Draws] = strconv.Itoa(s.Draws)
	}
	if s.PUE.Valid {
		texts[PUE] = s.PUE.Decimal.String()
	}
	var values []Value
	for _, k := range keys {
		inside := s.inside(k.name)
		if len(inside) == 0 {
			values = append(values, Value{Name: k.name, Value: texts[k.name], Absent: k.without, Origin: s.origins[k.name]})
		}
		values = append(values, inside...)
	}
	return values
}

// inside lists the entries of a section.
func (s *Settings) inside(name string) []Value {
	var values []Value
	add := func(path, value string) {
		if value != "" {
			values = append(values, Value{Name: path, Value: value, Origin: s.origins[path]})
		}
	}
	switch name {
	case Lifetimes:
		for _, category := range slices.Sorted(maps.Keys(s.Lifetimes)) {
			add(name+"."+category, s.Lifetimes[category].String())
		}
	case Attribution:
		for _, ownership := range slices.Sorted(maps.Keys(s.Attribution)) {
			add(name+"."+ownership, s.Attribution[ownership].String())
		}
	case Services:
		for _, service := range slices.Sorted(maps.Keys(s.Services)) {
			add(name+"."+service+".unit", s.Services[service].Unit)
			add(name+"."+service+".count", s.Services[service].Count.String())
		}
	case BaseYear:
		s.BaseYear.list(name, add)
	case PreviousYear:
		s.PreviousYear.list(name, add)
	case Targets:
		for i, t := range s.Targets {
			path := name + "[" + strconv.Itoa(i+1) + "]."
			add(path+"year", strconv.Itoa(t.Year))
			add(path+"cut", t.Cut.String())
			add(path+"of", t.Of)
			add(path+"source", t.Source)
		}
	case Exclusions:
		for i, e := range s.Exclusions {
			path := name + "[" + strconv.Itoa(i+1) + "]."
			add(path+"what", e.What)
			add(path+"why", e.Why)
		}
	case Contracts:
		for i, c := range s.Contracts {
			path := name + "[" + strconv.Itoa(i+1) + "]."
			add(path+"name", c.Name)
			add(path+"place", c.Place)
			add(path+"site", c.Site)
			add(path+"share", c.Share.String())
			add(path+"factor", c.Factor)
			add(path+"instrument", c.Instrument)
			add(path+"source", c.Source)
		}
	}
	return values
}
