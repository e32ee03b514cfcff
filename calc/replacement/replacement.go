package replacement

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Verdict says in a word whether replacing pays.
type Verdict string

// The verdicts.
const (
	Never   Verdict = "never"    // at no age, by what is assumed of newer devices
	FromAge Verdict = "from-age" // from some age on
	AnyAge  Verdict = "any-age"  // whatever the age
)

// Row is a category, or a kind of device within one.
type Row struct {
	Category string
	Kind     string // the category with its variant; empty for the whole category
	Newer    Newer  // what is assumed of it

	Units decimal.Decimal // in service
	Dated decimal.Decimal // of them, those of which the age is known

	Impacts []BreakEven      // that have both a making and a use, in the order of the assessment
	Unknown []factors.Impact // of which the making or the use of some devices has no figure
}

// BreakEven is when replacing pays by one impact, for the mean device of a row.
type BreakEven struct {
	Impact factors.Impact
	Unit   string

	Embodied decimal.Decimal // E: of one new device over its whole life, without its use
	Use      decimal.Decimal // U: of one device in a year
	Lifetime decimal.Decimal // L: E over the embodied impact of a year

	Improvement         decimal.Decimal // r: share of 1, above 1 where no saving is enough
	ImprovementInterval uncertainty.Interval

	// Payback is how many years of use it takes: of a new one in place of one at the end
	// of its lifetime. Null where nothing is saved.
	Payback decimal.NullDecimal

	Verdict     Verdict
	Age         decimal.NullDecimal // years, where there is one
	AgeInterval [2]decimal.NullDecimal

	Beyond decimal.Decimal // units of that age or more
}

// Result is when replacing pays, for each category and each kind of device.
type Result struct {
	Rows  []Row
	Draws int
	Seed  uint64
}

// embodied are the stages that a new device brings besides its use.
var embodied = []factors.Stage{factors.Manufacturing, factors.Distribution, factors.EndOfLife}

// Assess works out when replacing the devices of a state pays. It looks at devices in
// service, under the annualised basis whatever that of the state: another basis says
// when an impact is booked, and decides nothing about a device.
func Assess(ctx context.Context, base scenario.State, assumed Assumptions, o uncertainty.Options) (*Result, error) {
	base.Method.Basis = calc.Annualised
	o.View = base.Method.WithDefaults().View
	now, wholeLife := base, base
	now.Estate, wholeLife.Estate = inService(base.Estate)
	year, err := now.Assess(ctx)
	if err != nil {
		return nil, err
	}
	whole, err := wholeLife.Assess(ctx)
	if err != nil {
		return nil, err
	}
	w := &work{year: year, whole: make(map[string]calc.Values), served: make(map[string]served), ages: make(map[string][]aged)}
	for _, d := range []calc.Dimension{calc.ByCategory, calc.ByVariant} {
		for _, slice := range whole.Breakdown(d) {
			w.whole[rowKey(d, slice.Key)] = slice.Values
		}
	}
	w.gather()
	result := &Result{Draws: cmp.Or(o.Draws, uncertainty.DefaultDraws), Seed: o.Seed}
	variants := year.Breakdown(calc.ByVariant)
	for _, category := range year.Breakdown(calc.ByCategory) {
		if category.Key == "" {
			continue // nobody knows what they are
		}
		result.Rows = append(result.Rows, w.row(calc.ByCategory, category, assumed))
		kinds := slices.DeleteFunc(slices.Clone(variants), func(s calc.Slice) bool { return w.categories[s.Key] != category.Key })
		if len(kinds) < 2 {
			continue
		}
		for _, kind := range kinds {
			result.Rows = append(result.Rows, w.row(calc.ByVariant, kind, assumed))
		}
	}
	return result, w.intervals(ctx, result, o)
}

// inService returns the devices in service, as they are and with a lifetime of one
// year: what then falls into a year is all that they bear in their lives.
func inService(e *inventory.Estate) (asTheyAre, ofAYear *inventory.Estate) {
	asTheyAre, ofAYear = inventory.NewEstate(e.Period()), inventory.NewEstate(e.Period())
	for p, a := range e.All() {
		if p.Kind.Activity() || p.Status != inventory.InService && p.Status != "" || p.Retired.Known() {
			continue
		}
		asTheyAre.Add(p, a)
		p.Lifetime = "1"
		ofAYear.Add(p, a)
	}
	return asTheyAre, ofAYear
}

// work is what the rows are made from.
type work struct {
	year  *calc.Assessment
	whole map[string]calc.Values // of whole lives, by category and by kind

	served     map[string]served
	categories map[string]string // of kinds
	ages       map[string][]aged // by category and by kind
}

// served is for how long the devices of a row served.
type served struct {
	years   decimal.Decimal // Σ units × years in service within the period
	unknown map[factors.Impact]bool
}

// aged is a number of units of one age.
type aged struct {
	months int64
	units  inventory.Tally
}

// gather adds up for how long devices served, how old they are, and of which of them
// the making or the use is not known.
func (w *work) gather() {
	w.categories = make(map[string]string)
	period := w.year.Period()
	last := period.End.Month()
	full, days := make(map[string]inventory.Tally), make(map[string]inventory.Tally)
	for p, a := range w.year.Estate().Sorted() {
		category, kind := w.year.Key(calc.ByCategory, &p), w.year.Key(calc.ByVariant, &p)
		w.categories[kind] = category
		for _, key := range keys(category, kind) {
			full[key], days[key] = full[key].Add(a.Full), days[key].Add(a.Days)
			if p.Acquired.Known() {
				w.ages[key] = append(w.ages[key], aged{int64(last-p.Acquired) + 1, a.Units})
			}
		}
	}
	numerator, denominator := period.Years()
	length := ratio(decimal.NewFromInt(numerator), decimal.NewFromInt(denominator))
	for key := range full {
		units := full[key].Decimal().Add(ratio(days[key].Decimal(), decimal.NewFromInt(int64(period.Days()))))
		w.served[key] = served{units.Mul(length), make(map[factors.Impact]bool)}
	}
	for group := range w.year.Groups() {
		for _, impact := range w.year.Impacts() {
			if !w.known(group, impact) {
				for _, key := range keys(w.categories[group.Category], group.Category) {
					w.served[key].unknown[impact] = true
				}
			}
		}
	}
}

// keys are those of a category and of a kind of device, told apart where the kind
// has no name of its own.
func keys(category, kind string) []string {
	return []string{rowKey(calc.ByCategory, category), rowKey(calc.ByVariant, kind)}
}

func rowKey(d calc.Dimension, key string) string { return string(d) + " " + key }

// known reports whether both the making and the use of a group have a figure.
func (w *work) known(group calc.Group, impact factors.Impact) bool {
	market := w.year.Method().View == calc.MarketBased
	has := func(stage factors.Stage) bool {
		return slices.ContainsFunc(group.Coefficients, func(c calc.Coefficient) bool {
			return c.Cell.Impact == impact && c.Cell.Stage == stage && (market && c.Market || !market && c.Location)
		})
	}
	return has(factors.Manufacturing) && has(factors.Use)
}

// row works out when replacing pays for a slice.
func (w *work) row(d calc.Dimension, slice calc.Slice, assumed Assumptions) Row {
	row := Row{Category: slice.Key, Units: slice.Units}
	if d == calc.ByVariant {
		row.Category, row.Kind = w.categories[slice.Key], slice.Key
	}
	row.Newer = assumed.Of(row.Category)
	key := rowKey(d, slice.Key)
	for _, a := range w.ages[key] {
		row.Dated = row.Dated.Add(a.units.Decimal())
	}
	for _, impact := range w.year.Impacts() {
		if impact == factors.Energy || impact == factors.Mass {
			continue // the one has no making, the other no use
		}
		if w.served[key].unknown[impact] || !w.served[key].years.IsPositive() {
			row.Unknown = append(row.Unknown, impact)
			continue
		}
		row.Impacts = append(row.Impacts, w.breakEven(key, impact, slice.Values, row.Newer))
	}
	for i := range row.Impacts {
		switch b := &row.Impacts[i]; b.Verdict { //nolint:exhaustive // of the others there are none
		case AnyAge:
			b.Beyond = row.Units
		case FromAge:
			b.Beyond = w.beyond(key, b.Age.Decimal)
		}
	}
	return row
}

func sumOf(v calc.Values, impact factors.Impact, stages ...factors.Stage) decimal.Decimal {
	return v.Sum(func(cell calc.CellKey) bool { return cell.Impact == impact && slices.Contains(stages, cell.Stage) })
}

func ratio(a, b decimal.Decimal) decimal.Decimal {
	q, _ := improvement(a, b) // 0 for nothing of nothing
	return q
}

func (w *work) breakEven(key string, impact factors.Impact, year calc.Values, newer Newer) BreakEven {
	aYear, life, use := sumOf(year, impact, embodied...), sumOf(w.whole[key], impact, embodied...), sumOf(year, impact, factors.Use)
	served := w.served[key].years
	b := BreakEven{
		Impact: impact, Unit: w.year.ImpactUnit(impact),
		Embodied: ratio(life, served), Use: ratio(use, served), Lifetime: ratio(life, aYear),
		Verdict: Never,
	}
	r, used := improvement(aYear, use)
	if !used {
		return b
	}
	b.Improvement = r
	less := newer.Less
	if newer.Yearly {
		less = after(newer.Less, b.Lifetime)
	}
	if t, ok := paybackYears(life, use, less); ok {
		b.Payback = decimal.NewNullDecimal(t)
	}
	b.Age = ageFor(r, newer)
	b.Verdict = verdict(b.Age)
	return b
}

// ageFor returns the age from which replacing pays, null for never.
func ageFor(r decimal.Decimal, newer Newer) decimal.NullDecimal {
	if !newer.Yearly {
		return decimal.NullDecimal{Valid: newer.Less.IsPositive() && newer.Less.GreaterThanOrEqual(r)}
	}
	n, ok := breakEvenAge(r, newer.Less)
	return decimal.NullDecimal{Decimal: n, Valid: ok}
}

func verdict(age decimal.NullDecimal) Verdict {
	switch {
	case !age.Valid:
		return Never
	case age.Decimal.IsZero():
		return AnyAge
	}
	return FromAge
}

// beyond returns the units of an age or more.
func (w *work) beyond(key string, years decimal.Decimal) decimal.Decimal {
	var units inventory.Tally
	months := years.Mul(decimal.NewFromInt(12))
	for _, a := range w.ages[key] {
		if decimal.NewFromInt(a.months).GreaterThanOrEqual(months) {
			units = units.Add(a.units)
		}
	}
	return units.Decimal()
}

// intervals finds out how sure the break-evens are. The embodied impact of a year and
// the use are drawn together; the age follows from their ratio, for it grows with it.
func (w *work) intervals(ctx context.Context, result *Result, o uncertainty.Options) error {
	var ratios []uncertainty.Ratio
	var of []*BreakEven
	var newer []Newer
	for i := range result.Rows {
		row := &result.Rows[i]
		part := uncertainty.Part{Dimension: calc.ByCategory, Value: row.Category}
		if row.Kind != "" {
			part.Dimension, part.Value = calc.ByVariant, row.Kind
		}
		for j := range row.Impacts {
			b := &row.Impacts[j]
			if !b.Use.IsPositive() {
				continue
			}
			over, under := part, part
			over.Impact, over.Stages = b.Impact, embodied
			under.Impact, under.Stages = b.Impact, []factors.Stage{factors.Use}
			ratios, of, newer = append(ratios, uncertainty.Ratio{Over: over, Under: under}), append(of, b), append(newer, row.Newer)
		}
	}
	intervals, err := uncertainty.Ratios(ctx, []*calc.Assessment{w.year}, ratios, o)
	if err != nil {
		return err
	}
	for i, b := range of {
		b.ImprovementInterval = intervals[i]
		for end, r := range []float64{intervals[i].Low, intervals[i].High} {
			b.AgeInterval[end] = ageFor(decimalOf(r), newer[i])
		}
	}
	return nil
}

// intervalPlaces is how many decimal places of a simulated ratio are kept.
const intervalPlaces = 9

// decimalOf returns a simulated ratio as a decimal. Beyond 1, no age is enough, so
// that what is far beyond need not be told from it.
func decimalOf(r float64) decimal.Decimal {
	return decimal.NewFromFloat(math.Min(r, 2)).Round(intervalPlaces) //nolint:forbidigo // it was simulated in floating point
}
