package calc

import (
	"slices"

	"govfootprint/factors"
)

// A figure's formula, multiplied out, is a sum of products
//
//	Σ constant · q1 · q2 · …
//
// of quantities that nobody knows exactly, each taken relative to its stated
// value: 1 is as stated. So the constants add up to the figure. Formulas divide
// by single quantities only (a lifetime, a density), whose reciprocal is then the
// factor of the product; so every quantity stands in the first power.
type polynomial []monomial

// monomial is a constant times quantities by number, sorted.
type monomial struct {
	constant   float64
	quantities []int32
}

// expansionOf multiplies the formulas of one driver out.
type expansionOf struct {
	driver   *driver
	registry *quantityRegistry
	known    map[*term]polynomial // terms are shared between the coefficients of a driver
}

func (x *expansionOf) polynomial(t *term) polynomial {
	if p, ok := x.known[t]; ok {
		return p
	}
	p := x.multipliedOut(t)
	x.known[t] = p
	return p
}

func (x *expansionOf) multipliedOut(t *term) polynomial {
	switch t.op {
	case Published:
		return x.leaf(t, x.factor(t.match))
	case Given:
		if t.datum == "" {
			return constantly(t.value.InexactFloat64())
		}
		return x.leaf(t, Quantity{Datum: t.datum, About: x.about(t.datum)})
	case Converted:
		if t.args[0].op == Published {
			return x.leaf(t, x.factor(t.args[0].match))
		}
		return x.scaled(t)
	case RoundedUp:
		return x.scaled(t)
	case Sum:
		return x.sum(t.args, 1)
	case Difference:
		return merged(slices.Concat(x.polynomial(t.args[0]), times(x.polynomial(t.args[1]), monomial{constant: -1})))
	case Quotient:
		return x.quotient(t)
	default: // Product
		return x.product(t.args)
	}
}

// factor returns the quantity of a published factor.
func (x *expansionOf) factor(m *factors.Match) Quantity {
	q := Quantity{Factor: m.Factor, Grade: m.Grade}
	if m.Factor.Property == factors.PropertyLifetime {
		q.About = x.about(LifetimeDatum)
	}
	return q
}

// about returns what a datum of the driver is about.
func (x *expansionOf) about(d Datum) string {
	if d == PUEDatum || d == WUEDatum {
		return x.driver.room
	}
	return x.driver.category
}

// leaf returns a quantity times its stated value. Of a PUE only what exceeds 1 is
// in doubt: the equipment itself is part of the whole.
func (x *expansionOf) leaf(t *term, q Quantity) polynomial {
	if q.Datum == PUEDatum || q.Factor != nil && q.Factor.Property == factors.PropertyPUE {
		excess := t.value.Sub(one).InexactFloat64()
		return merged(polynomial{{constant: 1}, {excess, []int32{x.registry.number(q)}}})
	}
	return merged(polynomial{{t.value.InexactFloat64(), []int32{x.registry.number(q)}}})
}

// scaled returns a figure that goes with its operand: in another unit, or rounded
// up, which would otherwise jump where the operand hardly moves.
func (x *expansionOf) scaled(t *term) polynomial {
	from := t.args[0].value.InexactFloat64()
	if from == 0 {
		return constantly(t.value.InexactFloat64())
	}
	return times(x.polynomial(t.args[0]), monomial{constant: t.value.InexactFloat64() / from})
}

func (x *expansionOf) sum(args []*term, sign float64) polynomial {
	var p polynomial
	for _, arg := range args {
		p = append(p, times(x.polynomial(arg), monomial{constant: sign})...)
	}
	return merged(p)
}

func (x *expansionOf) product(args []*term) polynomial {
	p := constantly(1)
	for _, arg := range args {
		var next polynomial
		for _, m := range x.polynomial(arg) {
			next = append(next, times(p, m)...)
		}
		p = merged(next)
	}
	return p
}

func (x *expansionOf) quotient(t *term) polynomial {
	cut := len(t.args) - t.over
	p := x.product(t.args[:cut])
	for _, divisor := range t.args[cut:] {
		p = times(p, x.reciprocal(divisor))
	}
	return p
}

// reciprocal returns 1/t. Where t is a sum, a lifetime with further lives, the
// whole is in doubt as its quantities are.
func (x *expansionOf) reciprocal(t *term) monomial {
	r := monomial{constant: 1 / t.value.InexactFloat64()}
	for _, m := range x.polynomial(t) {
		for _, number := range m.quantities {
			r.quantities = append(r.quantities, x.registry.divisor(number))
		}
	}
	slices.Sort(r.quantities)
	r.quantities = slices.Compact(r.quantities)
	return r
}

func constantly(c float64) polynomial { return merged(polynomial{{constant: c}}) }

func times(p polynomial, by monomial) polynomial {
	product := make(polynomial, len(p))
	for i, m := range p {
		quantities := slices.Concat(m.quantities, by.quantities)
		slices.Sort(quantities)
		product[i] = monomial{float64(m.constant * by.constant), quantities}
	}
	return product
}

// merged adds up what is constant times the same quantities, and drops what is 0.
func merged(p polynomial) polynomial {
	sum := p[:0]
	for _, m := range p {
		at := slices.IndexFunc(sum, func(have monomial) bool { return slices.Equal(have.quantities, m.quantities) })
		if at < 0 {
			sum = append(sum, m)
			continue
		}
		sum[at].constant += m.constant
	}
	return slices.DeleteFunc(sum, func(m monomial) bool { return m.constant == 0 })
}
