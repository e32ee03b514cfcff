package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// Circularity holds indicators of how long devices last and where they go.
type Circularity struct {
	Withdrawn   map[factors.Route]decimal.Decimal // units that left in the period, by route
	Waste       map[factors.Route]decimal.Decimal // kg of them, as far as their mass is known
	WithoutMass decimal.Decimal                   // units that left and whose mass is not known

	Lifetimes map[string]MeanLifetime // planned years by category
	Lifetime  MeanLifetime            // of all categories

	// Units acquired remanufactured, refurbished or reused, and their share of all
	// units, 0 to 1. Not known where nobody says of any unit in which condition it came:
	// what is not said to be second-hand need not be new.
	SecondHand, SecondHandShare decimal.NullDecimal
}

// MeanLifetime is the mean planned lifetime of the units that have one.
type MeanLifetime struct {
	Years decimal.Decimal // Σ units × years / Σ units, rounded once
	Units decimal.Decimal
}

// Circular returns the indicators of circularity.
func (a *Assessment) Circular() Circularity {
	c := Circularity{
		Withdrawn: make(map[factors.Route]decimal.Decimal),
		Waste:     make(map[factors.Route]decimal.Decimal),
		Lifetimes: make(map[string]MeanLifetime),
	}
	var came decimal.Decimal // second-hand
	var stated bool
	for _, p := range a.plans {
		units := p.amounts.Units.Decimal()
		c.countWithdrawn(p, units)
		if p.driver.condition != "" {
			stated = true
		}
		if secondHand(p.driver.condition) {
			came = came.Add(units)
		}
		if p.lifetime.Valid {
			c.Lifetime = c.Lifetime.with(units, p.lifetime.Decimal)
			c.Lifetimes[p.driver.category] = c.Lifetimes[p.driver.category].with(units, p.lifetime.Decimal)
		}
	}
	c.Lifetime = c.Lifetime.mean()
	for category, sum := range c.Lifetimes {
		c.Lifetimes[category] = sum.mean()
	}
	if stated && !a.units.IsZero() {
		c.SecondHand = decimal.NewNullDecimal(came)
		c.SecondHandShare = decimal.NewNullDecimal(divide(came, a.units))
	}
	return c
}

func (c *Circularity) countWithdrawn(p *plan, units decimal.Decimal) {
	if !p.driver.withdrawn {
		return
	}
	route := p.driver.route
	c.Withdrawn[route] = c.Withdrawn[route].Add(units)
	if p.waste.Valid {
		c.Waste[route] = c.Waste[route].Add(units.Mul(p.waste.Decimal))
	} else {
		c.WithoutMass = c.WithoutMass.Add(units)
	}
}

// with adds units and unit-years; mean then divides.
func (m MeanLifetime) with(units, years decimal.Decimal) MeanLifetime {
	return MeanLifetime{Years: m.Years.Add(units.Mul(years)), Units: m.Units.Add(units)}
}

func (m MeanLifetime) mean() MeanLifetime {
	if !m.Units.IsZero() {
		m.Years = divide(m.Years, m.Units)
	}
	return m
}
