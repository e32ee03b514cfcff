package pathway

import "github.com/shopspring/decimal"

// grow makes there be more of everything, or less, than the year before, as was stated.
// What comes is new at the beginning of the year; of what goes, each cohort loses its
// share.
func (r *running) grow() {
	if r.growth.IsZero() {
		return
	}
	for i := range r.cohorts {
		c := &r.cohorts[i]
		device := !r.profiles[c.kind].Kind.Activity()
		more := func(d decimal.Decimal) decimal.Decimal { return d.Mul(r.growth.Abs()).RoundBank(places) }
		if !device {
			c.activity = c.activity.Add(c.activity.Mul(r.growth).RoundBank(places))
			continue
		}
		if r.growth.IsNegative() {
			leaving := c.take(more)
			c.rows, leaving.rows = c.rows+leaving.rows, 0
			r.retire(&leaving, r.first)
			continue
		}
		come := *c
		come.units, come.rate, come.rows = more(c.units), more(c.rate), 0
		come.acquired, come.clock, come.leaving = r.first, r.first, 0
		r.come(&come)
		r.cohorts = append(r.cohorts, come)
	}
}
