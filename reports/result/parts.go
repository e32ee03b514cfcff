package result

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// totals lists every impact with its stages and coverage.
func totals(r *reports.Report) map[factors.Impact]total {
	all := make(map[factors.Impact]total, len(r.Impacts))
	for _, i := range r.Impacts {
		t := total{
			Unit:     i.Unit,
			ByStage:  make(map[factors.Stage]text),
			Market:   maybe(i.Market),
			Coverage: i.Coverage.Share.String(),
			Covered:  covered(i.Coverage),
			Grades:   make(map[string]text),
		}
		if !i.SeveralStages.IsZero() {
			several := i.SeveralStages.String()
			t.Several = &several
		}
		if i.Known {
			value := i.Total.String()
			t.Value = &value
		}
		t.addInterval(i)
		for _, s := range i.Stages {
			if s.Known {
				t.ByStage[s.Stage] = s.Value.String()
			}
		}
		for _, g := range i.Grades {
			if g.Grade != 0 {
				t.Grades[g.Grade.String()] = g.Value.String()
			}
		}
		all[i.Key] = t
	}
	return all
}

func covered(c calc.Coverage) coverage {
	return coverage{
		Units: c.Units.String(), UnitsCovered: c.UnitsCovered.String(), UnitsPartly: c.UnitsPartly.String(),
		Rows: c.Rows, RowsCovered: c.RowsCovered, Activities: c.Activities, ActivitiesCovered: c.ActivitiesCovered,
	}
}

// services lists the services of which a functional unit is stated.
func services(r *reports.Report) []service {
	var list []service
	for _, s := range r.Services {
		out := service{
			Service: s.Name, Unit: s.Unit, Count: s.Count.String(), Rows: s.Rows, Activities: s.Activities, Units: s.Units.String(),
			Impacts: make(map[factors.Impact]perUnit),
		}
		for impact, per := range s.PerUnit {
			out.Impacts[impact] = perUnit{s.Values.Total(impact).String(), per.String(), covered(s.Coverage[impact])}
		}
		if i := s.Intensity; i.Value.Valid {
			out.Intensity = &intensity{i.Value.Decimal.String(), i.Energy.String(), i.Operational.String(), i.Embodied.String(), i.Whole.String()}
		}
		list = append(list, out)
	}
	return list
}

// idle says how much of the hosts of virtual machines serves none, nil where the
// inventory says nothing about it.
func idle(r *reports.Report) *capacity {
	c, stated := r.Capacity()
	if !stated {
		return nil
	}
	return &capacity{c.Hosts.String(), c.Idle.String(), c.Total.String(), c.TotalIdle.String(), c.Share().String()}
}

// electricityUse lists the electricity used, by equipment and overhead and by scope.
func electricityUse(r *reports.Report) electricity {
	energy, _ := r.Impact(factors.Energy)
	known := func(kwh decimal.Decimal) *text { return maybe(decimal.NullDecimal{Decimal: kwh, Valid: energy.Known}) }
	e := electricity{
		Total: known(r.Electricity.Total), IT: known(r.Electricity.IT), Overhead: known(r.Electricity.Overhead),
		ByScope: make(map[string]text),
	}
	for scope, value := range r.Electricity.ByScope {
		e.ByScope[string(scope)] = value.String()
	}
	return e
}

// breakdown lists the slices of every dimension.
func breakdown(r *reports.Report) map[string][]map[string]any {
	all := make(map[string][]map[string]any, len(r.Breakdowns))
	for _, b := range r.Breakdowns {
		slices := make([]map[string]any, len(b.Slices))
		for i, s := range b.Slices {
			slices[i] = sliceOf(r, b.Dimension, s)
		}
		all[string(b.Dimension)] = slices
	}
	return all
}

// sliceOf lists a slice: key, rows, units, and each impact that is known under its
// own name, in the method's view of electricity. Scopes carry gwp in both views
// beside, as gwp_location_based and gwp_market_based.
func sliceOf(r *reports.Report, dimension calc.Dimension, s reports.Slice) map[string]any {
	slice := map[string]any{"key": s.Key, "rows": s.Rows, "units": s.Units.String()}
	if s.Activities > 0 {
		amounts := make(map[string]text, len(s.Amounts))
		for _, a := range s.Amounts {
			amounts[a.Measure] = a.Value.String()
		}
		slice["activities"], slice["amounts"] = s.Activities, amounts
	}
	for _, i := range r.Impacts {
		if value, known := s.Total(i.Key); known && i.Shown.Valid {
			slice[string(i.Key)] = value.String()
		}
	}
	if dimension != calc.ByScope {
		return slice
	}
	for _, scope := range r.Scopes {
		if string(scope.Key) == s.Key && scope.Market.Valid {
			slice["gwp_location_based"] = scope.Location.String()
			slice["gwp_market_based"] = scope.Market.Decimal.String()
		}
	}
	return slice
}

// circular lists the indicators of circularity.
func circular(r *reports.Report) circularity {
	c := circularity{
		Withdrawn: make(map[string]text), Waste: make(map[string]text), Lifetimes: make(map[string]lifetime),
		WithoutMass: r.Circularity.WithoutMass.String(),
		SecondHand:  maybe(r.Circularity.SecondHand), SecondHandShare: maybe(r.Circularity.SecondHandShare),
	}
	for route, units := range r.Circularity.Withdrawn {
		c.Withdrawn[routeKey(route)] = units.String()
	}
	for route, kg := range r.Circularity.Waste {
		c.Waste[routeKey(route)] = kg.String()
	}
	for category, l := range r.Circularity.Lifetimes {
		c.Lifetimes[category] = lifetime{l.Years.String(), l.Units.String()}
	}
	return c
}

// routeKey names a route; one that nobody states is unknown.
func routeKey(route factors.Route) string {
	if route == "" {
		return string(factors.RouteUnknown)
	}
	return string(route)
}

// rowsOf says what became of the rows.
func rowsOf(r reports.Rows) rows {
	list := func(reasons []reports.Reason) []reason {
		all := []reason{}
		for _, why := range reasons {
			all = append(all, reason{Code: string(why.Code), Rows: why.Rows, Units: maybe(why.Units)})
		}
		return all
	}
	return rows{
		Read: r.Read, Assessed: r.Assessed, Unrecognised: r.Unrecognised, Excluded: r.Excluded, Rejected: r.Rejected,
		Exclusions: list(r.Exclusions), Rejections: list(r.Rejections),
	}
}

// factorOf lists a factor used, with its source.
func factorOf(u calc.Used) factor {
	f := u.Match.Factor
	out := factor{
		ID: f.ID, Subject: f.Subject, Property: string(f.Property), Stage: string(f.Stage), Impact: string(f.Impact),
		Place: f.Place, Year: f.Year, Value: f.Value.String(), Low: maybe(f.Low), High: maybe(f.High), Unit: f.Unit.String(),
		Quality: f.Quality.String(), Grade: u.Match.Grade.String(), Units: u.Units.String(), Rows: u.Rows, Note: f.Note,
	}
	if f.Pack != nil {
		out.Pack = f.Pack.Ref()
	}
	if s := f.Source; s != nil {
		out.Source = &source{Title: s.Title, Publisher: s.Publisher, Year: s.Year, URL: s.URL, Licence: s.Licence}
	}
	return out
}

// columnOf says what a column was taken for.
func columnOf(c inventory.ColumnInfo) columnRead {
	return columnRead{Header: c.Header, Field: c.Field, Why: c.Why, How: c.How, Unit: c.Unit, Means: c.Means, Instead: c.Instead}
}

// manifestOf says what made the report.
func manifestOf(r *reports.Report) manifest {
	m := manifest{Program: r.Manifest.Program, Version: r.Manifest.Version, Files: []file{}, Packs: []pack{}, Options: []option{}}
	for _, f := range r.Manifest.Files {
		out := file{Name: f.Name, SHA256: f.SHA256, Size: f.Size, Format: f.Format, Code: f.Encoding, Delim: f.Delimiter}
		for _, s := range f.Sheets {
			read := sheet{Name: s.Name, Layout: s.Layout, Header: s.HeaderRow, Why: s.Why, Rows: s.Rows, Missing: s.Missing}
			for _, c := range s.Columns {
				read.Columns = append(read.Columns, columnOf(c))
			}
			out.Sheets = append(out.Sheets, read)
		}
		m.Files = append(m.Files, out)
	}
	for _, p := range r.Packs {
		m.Packs = append(m.Packs, pack{
			Name: p.Name, Version: p.Version, Title: p.Title, Hash: p.Hash(), Licence: p.Licence,
			Layer: p.Layer.String(), Published: p.Published, Used: p.Used,
		})
	}
	for _, o := range r.Manifest.Options {
		m.Options = append(m.Options, option{Key: o.Key, Value: o.Value, Origin: o.Origin})
	}
	return m
}
