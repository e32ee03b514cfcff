package calc

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Outlook says what becomes of electricity in years for which nobody can have
// published a factor. It concerns gwp alone; the other impacts of a kWh stay what
// they are, for nobody projects them.
type Outlook struct {
	// Stated are the user's own assumptions. The most specific place wins, and of
	// several for one place the last. Where there is none, a published projection
	// for the place tells the trend, and where there is none of these either, the
	// last factor holds.
	Stated []GridAssumption
}

// GridAssumption is what the user takes the electricity of a place to become: some
// figures by year, or a yearly decline.
type GridAssumption struct {
	Place string // ISO 3166; empty: every place

	Points  []GridPoint         // by year; between them a straight line, after the last that one
	Decline decimal.NullDecimal // by how much less each year than the year before, 0 to 1
}

// GridPoint is the gwp of a kWh in a year, in kgCO2e/kWh, within the boundary of the
// place's own factor.
type GridPoint struct {
	Year  int
	Value decimal.Decimal
}

// electricity-projection/… are series of years to come, by the boundary of what
// they are of. Their level is not used, for their boundary need not be that of the
// place's factor; their trend is.
const projectionFamily = "electricity-projection"

// projections are the published series of a place, by subject and year.
type projections map[string]map[int]*factors.Factor

// noteProjection takes up a factor of a projection, the later of two for a year.
func (s *survey) noteProjection(f *factors.Factor) {
	if f.Impact != factors.GWP {
		return
	}
	series := s.projections[f.Place]
	if series == nil {
		series = make(projections)
		s.projections[f.Place] = series
	}
	if series[f.Subject] == nil {
		series[f.Subject] = make(map[int]*factors.Factor)
	}
	if have := series[f.Subject][f.Year]; have == nil || f.Pack.Layer >= have.Pack.Layer {
		series[f.Subject][f.Year] = f
	}
}

// gridMatch returns the factor of a place's electricity: as ever, or, where there is
// an outlook, one that was published for a year after the others'. anchor is the year
// that it stands for, from which a trend sets out.
func (e *engine) gridMatch(place string, impact factors.Impact) (match *factors.Match, anchor int) {
	wanted := want{factors.PropertyImpact, factors.Use, "", impact}
	match = e.find(principals, place, wanted)
	if match == nil || e.method.Outlook == nil || e.period.Year() <= e.year {
		return match, e.year
	}
	query := factors.Query{
		Rungs: principals.rungs, Property: wanted.property, Stage: wanted.stage, Impact: impact,
		Places: factors.PlacesFor(place), Year: e.period.Year(),
	}
	later, ok := e.library.Find(query)
	if !ok || later.Factor.Year <= e.year || later.Factor.Year > query.Year {
		return match, e.year
	}
	query.Year = later.Factor.Year
	later, _ = e.library.Find(query) // in its own year it is no year off
	return &later, later.Factor.Year
}

// trend is how the electricity of a place differs from its factor.
type trend struct {
	ratio *term // of the year to the anchor, for everything that a kWh stands for
	level *term // the user's own figure; nil where the ratio is all there is
	note  note
}

// outlook returns the trend of a place's electricity from the anchor to the period's
// year; nil where that is not after the anchor.
//
//	G(place, year) = G(place, anchor) · P(year) / P(anchor)
//
// with P a published projection, or the decline that the user states; a figure that
// the user states takes the place of G itself, and losses and upstream follow in
// proportion.
func (e *engine) outlook(place string, principal *term, match *factors.Match, anchor int) *trend {
	year := e.period.Year()
	if e.method.Outlook == nil || year <= anchor {
		return nil
	}
	about := note{severity: Assumption, stage: factors.Use, impact: factors.GWP, place: cmp.Or(place, factors.World)}
	if s := e.method.Outlook.stated(place); s != nil {
		return s.trend(principal, anchor, year, about)
	}
	if t := e.projected(place, match, anchor, year, about); t != nil {
		return t
	}
	about.code, about.args = ElectricityHeld, [2]string{match.Factor.ID, strconv.Itoa(match.Factor.Year)}
	return &trend{note: about}
}

// stated returns the assumption for a place, nil where there is none.
func (o *Outlook) stated(place string) *GridAssumption {
	for _, at := range append(factors.PlacesFor(place), "") {
		for i := len(o.Stated) - 1; i >= 0; i-- {
			if strings.EqualFold(o.Stated[i].Place, at) {
				return &o.Stated[i]
			}
		}
	}
	return nil
}

func (s *GridAssumption) trend(principal *term, anchor, year int, about note) *trend {
	unit := principal.unit
	about.code = ElectricityStated
	if s.Decline.Valid {
		kept := one
		for range year - anchor {
			kept = kept.Mul(one.Sub(s.Decline.Decimal))
		}
		kept = kept.RoundBank(Scale)
		about.args = [2]string{kept.Mul(principal.value).RoundBank(6).String(), unit}
		return &trend{ratio: given("your assumption to the factor", kept, "1", fromMethod), note: about}
	}
	points := []GridPoint{{anchor, principal.value}}
	for _, p := range slices.SortedFunc(slices.Values(s.Points), func(a, b GridPoint) int { return cmp.Compare(a.Year, b.Year) }) {
		if p.Year > anchor {
			points = append(points, p)
		} else {
			points[0].Value = p.Value
		}
	}
	value := points[len(points)-1].Value
	for i := 1; i < len(points); i++ {
		if before, after := points[i-1], points[i]; year <= after.Year {
			value = between(before.Value, after.Value, year-before.Year, after.Year-before.Year)
			break
		}
	}
	about.args = [2]string{value.RoundBank(6).String(), unit}
	t := &trend{level: given("your assumption", value, unit, fromMethod), note: about}
	if !principal.value.IsZero() {
		t.ratio = given("your assumption to the factor", divide(value, principal.value), "1", fromMethod)
	}
	return t
}

// between returns a value on the straight line, so many years of a span after its beginning.
func between(from, to decimal.Decimal, years, span int) decimal.Decimal {
	return from.Add(divide(to.Sub(from).Mul(decimal.NewFromInt(int64(years))), decimal.NewFromInt(int64(span))))
}

// projected returns the trend that a published projection tells, nil where there is
// none: for the place, for the country of a region, or for the larger place whose
// factor stands in. The trend of a union says nothing of one member. A series of the
// same boundary as the factor goes first.
func (e *engine) projected(place string, match *factors.Match, anchor, year int, about note) *trend {
	country, _, _ := strings.Cut(place, "-")
	for _, at := range []string{place, country, match.Factor.Place} {
		series := e.projections[strings.ToUpper(at)]
		_, boundary, _ := strings.Cut(match.Factor.Subject, "/")
		names := slices.SortedFunc(maps.Keys(series), func(a, b string) int {
			return cmp.Or(compareFlags(!strings.HasSuffix(a, "/"+boundary), !strings.HasSuffix(b, "/"+boundary)), cmp.Compare(a, b))
		})
		for _, name := range names {
			if t := e.along(series[name], anchor, year, about); t != nil {
				return t
			}
		}
	}
	return nil
}

// along returns the trend of one series, nil where it begins with nothing or says
// nothing of years after the anchor.
func (e *engine) along(series map[int]*factors.Factor, anchor, year int, about note) *trend {
	years := make([]int, 0, len(series))
	for y := range series {
		years = append(years, y)
	}
	slices.Sort(years)
	if len(years) < 2 || years[len(years)-1] <= anchor {
		return nil
	}
	at := func(wanted int) *term {
		wanted = min(max(wanted, years[0]), years[len(years)-1])
		i, exact := slices.BinarySearch(years, wanted)
		if exact {
			return e.pointOf(series[wanted])
		}
		before, after := e.pointOf(series[years[i-1]]), e.pointOf(series[years[i]])
		passed := divide(decimal.NewFromInt(int64(wanted-years[i-1])), decimal.NewFromInt(int64(years[i]-years[i-1])))
		return sumOf("projection", before.unit,
			productOf("by the year before", before.unit, before, given("weight", one.Sub(passed), "1", fromFormula)),
			productOf("by the year after", after.unit, after, given("weight", passed, "1", fromFormula)))
	}
	then, now := at(year), at(anchor)
	if !now.value.IsPositive() {
		return nil
	}
	last := series[years[len(years)-1]]
	about.code, about.args = ElectricityProjected, [2]string{last.ID, strconv.Itoa(last.Year)}
	return &trend{
		ratio: quotientOf("projection to that for the year of the factor", "1",
			[]*term{then}, []*term{given("projection for the year of the factor", now.value, now.unit, fromFormula)}),
		note: about,
	}
}

// pointOf returns a point of a projection.
func (e *engine) pointOf(f *factors.Factor) *term {
	m, _ := e.library.Find(factors.Query{
		Rungs: fixedLadder(f.Subject).rungs, Property: f.Property, Stage: f.Stage, Impact: f.Impact, Places: []string{f.Place}, Year: f.Year,
	})
	if t, ok := publishedIn("projection", &m, e.units[factors.GWP].perKWh); ok {
		return t
	}
	return published("projection", &m)
}

// PlaceElectricity is what a kWh at a place stands for, in gwp: the figure that stands
// for the electricity itself, without losses and upstream where those are added.
type PlaceElectricity struct {
	Place string // empty: the world
	Value decimal.Decimal
	Unit  string
	Match *factors.Match

	// Trend says how the figure came about in a year to come: one of
	// ElectricityProjected, ElectricityStated and ElectricityHeld, with its args; nil
	// where the factor is of the year, or nobody looked further.
	Trend *Finding
}

// PlaceElectricities returns the electricity of the places in which any was used, in
// their order.
func (a *Assessment) PlaceElectricities() []PlaceElectricity {
	e := a.engine
	e.mu.RLock()
	defer e.mu.RUnlock()
	var list []PlaceElectricity
	for key, g := range e.grids {
		if key.impact != factors.GWP || g == nil {
			continue
		}
		p := PlaceElectricity{Place: key.place, Value: g.principal.value, Unit: g.principal.unit, Match: g.match}
		if g.trend != nil {
			n := g.trend.note
			p.Trend = &Finding{Code: n.code, Severity: n.severity, Stage: n.stage, Impact: n.impact, Place: n.place, Args: n.args[:]}
		}
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b PlaceElectricity) int { return cmp.Compare(a.Place, b.Place) })
	return list
}
