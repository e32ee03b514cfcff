package pathway

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/scenario"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// cohort is a number of units that have gone through the same.
type cohort struct {
	cohortKey

	units    decimal.Decimal
	rate     decimal.Decimal // Σ units × rate, as the profile's EnergyRate measures it
	activity decimal.Decimal // in a year, of what is no device
	rows     int64
}

type cohortKey struct {
	kind     int32           // of a unit: the profile without dates, by its number
	acquired inventory.Month // zero where nobody knows
	leaving  inventory.Month // when the inventory says that it will go; zero where it does not
	clock    inventory.Month // from when the lifetime counts: acquired, or what is assumed in its place

	// passed says of each change of the scenario what it has done to the units.
	passed string
}

// What a change has done to units.
const (
	unmet    = '.' // it does not select them, or is not in force yet
	waiting  = 'w' // it selects them, and it is not their turn yet
	pending  = 'p' // it comes when they are replaced
	finished = 'd' // it is done, or they are in the part that it leaves as it is
)

// stock is all that there is.
type stock struct {
	profiles []inventory.Profile // without dates
	numbers  map[inventory.Profile]int32
	cohorts  []cohort
}

func (s *stock) number(p inventory.Profile) int32 {
	p.Acquired, p.Retired = 0, 0
	n, ok := s.numbers[p]
	if !ok {
		n = int32(len(s.profiles)) //nolint:gosec // far fewer than 2^31
		s.numbers[p] = n
		s.profiles = append(s.profiles, p)
	}
	return n
}

// profile returns the profile of a cohort.
func (s *stock) profile(c *cohort) inventory.Profile {
	p := s.profiles[c.kind]
	if !p.Kind.Activity() {
		p.Acquired, p.Retired = c.acquired, c.leaving
	}
	return p
}

// unite makes one cohort of those that have become the same.
func (s *stock) unite() {
	places := make(map[cohortKey]int, len(s.cohorts))
	united := s.cohorts[:0]
	for _, c := range s.cohorts {
		at, known := places[c.cohortKey]
		if !known {
			places[c.cohortKey] = len(united)
			united = append(united, c)
			continue
		}
		u := &united[at]
		u.units, u.rate, u.activity, u.rows = u.units.Add(c.units), u.rate.Add(c.rate), u.activity.Add(c.activity), u.rows+c.rows
	}
	s.cohorts = united
}

// places is to how many decimal places a part of units is rounded, half to even: the
// rest is what is left, so that the two are the whole.
const places = 6

// part returns n of d parts of an amount.
func part(amount decimal.Decimal, n, d int64) decimal.Decimal {
	if n == d || amount.IsZero() {
		return amount
	}
	quotient, err := quantity.Divide(amount.Mul(decimal.NewFromInt(n)), decimal.NewFromInt(d), places)
	if err != nil { // of no parts there are none
		return decimal.Zero
	}
	return quotient
}

// take takes a part out of a cohort, by a function of its amounts; what is left stays
// in the cohort. The rows stay with what is larger.
func (c *cohort) take(of func(decimal.Decimal) decimal.Decimal) cohort {
	taken := *c
	taken.units, taken.rate, taken.activity = of(c.units), of(c.rate), of(c.activity)
	c.units, c.rate, c.activity = c.units.Sub(taken.units), c.rate.Sub(taken.rate), c.activity.Sub(taken.activity)
	if taken.units.Add(taken.activity).LessThan(c.units.Add(c.activity)) {
		taken.rows = 0
	} else {
		c.rows = 0
	}
	return taken
}

func (c *cohort) none() bool { return c.units.IsZero() && c.activity.IsZero() }

// beginning is the stock at the end of the first period, from which all courses set out.
type beginning struct {
	stock

	start Start
}

const yearMonths = 12

// middle is how many months of a year have passed when something comes about of which
// nobody can tell in which month: half of its year is without it, half with it.
const middle = 6

// newBeginning makes the stock of an estate.
//
// The life of a unit counts from the month in which it was acquired. Of units that are
// older than their lifetime, an equal part is replaced in each of the next years
// (Options.Backlog). Ages that nobody knows are taken to be spread evenly over the
// lifetime: with 48 months, a quarter is replaced in each of the next four years. Both
// in the middle of the year.
func newBeginning(base scenario.State, opt Options) *beginning {
	period := base.Estate.Period()
	b := &beginning{stock: stock{numbers: make(map[inventory.Profile]int32)}}
	b.start.Backlog, b.start.Growth = opt.Backlog, opt.Growth
	lifetimes := calc.NewPlannedLifetimes(base.Library, base.Method, period)
	last := period.End.Month()
	var units, overdue, undated, lasting, measured inventory.Tally
	for p, a := range base.Estate.Sorted() {
		c := cohort{cohortKey: cohortKey{kind: b.number(p), acquired: p.Acquired, clock: p.Acquired}, rows: a.Rows}
		if p.Kind.Activity() {
			c.activity, c.acquired, c.clock = a.Activity.Decimal(), 0, 0
			b.cohorts = append(b.cohorts, c)
			continue
		}
		if gone(&p, last) {
			continue
		}
		c.units, c.rate, c.leaving = a.Units.Decimal(), wholeRate(a), p.Retired
		units = units.Add(a.Units)
		if p.Energy == inventory.RateMeasured {
			measured = measured.Add(a.Units)
		}
		life := months(lifetimes.Of(&p))
		switch {
		case life == 0:
			lasting = lasting.Add(a.Units)
			b.cohorts = append(b.cohorts, c)
		case p.Acquired.Known() && int(p.Acquired)+life > int(last):
			b.cohorts = append(b.cohorts, c)
		case p.Acquired.Known():
			overdue = overdue.Add(a.Units)
			b.spread(c, opt.Backlog*yearMonths, last, life)
		default:
			undated = undated.Add(a.Units)
			b.spread(c, life, last, life)
		}
	}
	b.start.Units, b.start.Overdue, b.start.Undated = units.Decimal(), overdue.Decimal(), undated.Decimal()
	b.start.Lasting, b.start.Measured = lasting.Decimal(), measured.Decimal()
	return b
}

// gone reports whether units had left by a month.
func gone(p *inventory.Profile, last inventory.Month) bool {
	if p.Retired.Known() {
		return p.Retired <= last
	}
	return p.Status == inventory.Retired || p.Status == inventory.Disposed || p.Status == inventory.Lost
}

// spread lets units be replaced evenly over some months after the last: those of each
// year in the middle of its part of them.
func (b *beginning) spread(c cohort, over int, last inventory.Month, life int) {
	before := 0
	for before < over {
		until := min(before+yearMonths, over)
		piece := c.take(func(d decimal.Decimal) decimal.Decimal {
			if until == over {
				return d // all that is left
			}
			return part(d, int64(until-before), int64(over-before))
		})
		due := int(last) + 1 + (before+until)/2
		piece.clock = inventory.Month(due - life) //nolint:gosec // months of a few centuries
		b.cohorts = append(b.cohorts, piece)
		before = until
	}
}

// wholeRate returns Σ units × rate of all units of a profile. Of those that were not
// there throughout, the mean over their days holds:
//
//	R = R(throughout) + (units − units throughout) · R(days) / days
func wholeRate(a inventory.Amounts) decimal.Decimal {
	rate := a.RateFull.Decimal()
	if a.Days.IsZero() || a.RateDays.IsZero() {
		return rate
	}
	partly := a.Units.Decimal().Sub(a.Full.Decimal()).Mul(a.RateDays.Decimal())
	quotient, err := quantity.Divide(partly, a.Days.Decimal(), places)
	if err != nil { // there are days
		return rate
	}
	return rate.Add(quotient)
}

// months returns the months after which something is replaced, in whole ones; 0 for never.
func months(years decimal.NullDecimal) int {
	const most = 12 * 200
	if !years.Valid || !years.Decimal.IsPositive() {
		return 0
	}
	return int(min(years.Decimal.Mul(decimal.NewFromInt(yearMonths)).Ceil().IntPart(), most))
}
