package calc

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/fold"
)

// Service is the footprint of what bears a service's name, by the service's own
// measure of what it is for. All of it is location-based, in whatever view.
type Service struct {
	Name string
	FunctionalUnit

	Rows, Activities int64
	Units            decimal.Decimal
	Values           Values

	// PerUnit is the footprint per functional unit, Coverage for how much of the
	// service's rows it stands, by impact.
	PerUnit  map[factors.Impact]decimal.Decimal
	Coverage map[factors.Impact]Coverage

	// Intensity is the software carbon intensity.
	Intensity Intensity
}

// Intensity is the software carbon intensity of ISO/IEC 21031,
//
//	SCI = ((E · I) + M) / R
//
// with E · I the operational emissions by location-based electricity, overhead of
// rooms, losses and upstream included as far as they are known, M the embodied
// ones of the period, R functional units. Whole holds figures that do not tell
// the two apart, by spend for instance; it is counted, as both are.
type Intensity struct {
	Energy      decimal.Decimal     // E, kWh, overhead included
	Operational decimal.Decimal     // E · I, kgCO2e
	Embodied    decimal.Decimal     // M, kgCO2e
	Whole       decimal.Decimal     // kgCO2e
	Value       decimal.NullDecimal // kgCO2e per functional unit; null where the basis does not spread M over the life, or nothing is known
}

// Services returns the services of which a functional unit is stated, by name;
// those that no line of the inventory names are a finding ([ServiceUnknown]).
func (a *Assessment) Services() []Service {
	var services []Service
	records := a.recordsBy(ByService)
	for _, name := range slices.Sorted(maps.Keys(a.engine.method.Services)) {
		key, ok := a.keys[serviceKey].numbers[name]
		if !ok {
			continue
		}
		byGroup := make(map[int32]inventory.Amounts)
		for i := range records {
			if r := &records[i]; r.keys[serviceKey] == key {
				byGroup[r.group] = byGroup[r.group].Add(r.amounts)
			}
		}
		services = append(services, a.service(name, a.engine.method.Services[name], byGroup))
	}
	return services
}

// serviceName returns the name of a service: that of the functional unit which is
// stated for it, in whatever letters the inventory writes it, so that a service of
// two spellings is one. Services without a functional unit keep their names.
func (e *engine) serviceName(written string) string {
	if len(e.services) == 0 || written == "" {
		return written
	}
	if name, ok := e.services[fold.Name(written)]; ok {
		return name
	}
	return written
}

func (a *Assessment) service(name string, f FunctionalUnit, byGroup map[int32]inventory.Amounts) Service {
	s := Service{
		Name: name, FunctionalUnit: f,
		PerUnit: make(map[factors.Impact]decimal.Decimal), Coverage: make(map[factors.Impact]Coverage),
	}
	books := a.newLedger()
	books.reset()
	var units inventory.Tally
	portions := make([]coveredPlan, 0, len(byGroup))
	for _, group := range slices.Sorted(maps.Keys(byGroup)) {
		p, amounts := a.plans[group], byGroup[group]
		books.add(p, amounts, inLocation)
		units, s.Rows = units.Add(amounts.Units), s.Rows+amounts.Rows
		if p.driver.kind.Activity() {
			s.Activities += amounts.Rows
		}
		portions = append(portions, coveredPlan{p, amounts})
	}
	s.Units, s.Values = units.Decimal(), books.values()
	for _, impact := range a.Impacts() {
		s.Coverage[impact] = coverageOf(portions, departures{told: a.departures.told}, impact, a.engine.countedStages(impact, false), a.engine.countedStages(impact, true))
		if s.Values.Has(impact) {
			s.PerUnit[impact] = divide(s.Values.Total(impact), s.Count)
		}
	}
	s.Intensity = a.intensity(&s)
	return s
}

// intensity takes the software carbon intensity from the cells of a service. What
// is neither embodied nor of several stages at once is operational.
func (a *Assessment) intensity(s *Service) Intensity {
	gwp := func(keep func(CellKey) bool) decimal.Decimal {
		return s.Values.Sum(func(k CellKey) bool { return k.Impact == factors.GWP && keep(k) })
	}
	i := Intensity{
		Energy:      s.Values.Total(factors.Energy),
		Operational: gwp(func(k CellKey) bool { return k.Component != SeveralStages && k.Stage == factors.Use }),
		Embodied:    gwp(func(k CellKey) bool { return k.Component != SeveralStages && k.Stage != factors.Use }),
		Whole:       gwp(func(k CellKey) bool { return k.Component == SeveralStages }),
	}
	if per, known := s.PerUnit[factors.GWP]; known && a.engine.method.spreadsEmbodied() {
		i.Value = decimal.NewNullDecimal(per) // the three are all of it
	}
	return i
}

// spreadsEmbodied reports whether the basis gives the period its share of a
// life, as M = TE · TS · RS of the SCI does.
func (m Method) spreadsEmbodied() bool { return m.Basis == Annualised || m.Basis == Observed }

// unknownServices are findings about functional units of services that no line
// of the inventory names.
func (a *Assessment) unknownServices() []Finding {
	var findings []Finding
	for _, name := range slices.Sorted(maps.Keys(a.engine.method.Services)) {
		if _, ok := a.keys[serviceKey].numbers[name]; !ok {
			findings = append(findings, Finding{Code: ServiceUnknown, Severity: Caution, Args: []string{name}})
		}
	}
	return findings
}
