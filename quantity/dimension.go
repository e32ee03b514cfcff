package quantity

import (
	"slices"
	"strconv"
	"strings"
)

// Dimension is what a unit measures, whatever its size: kWh and MJ have the
// dimension energy. Dimensions are comparable. The zero Dimension is that of a
// plain number.
//
// The bases are co2e, sbeq and one for each further substance of an impact
// (named by its coherent unit, such as molH+eq); mass, energy, time, length,
// data, radioactivity, amount; item and one for each other thing that is counted; one
// for each currency. Areas are length^2, volumes length^3, power energy/time.
type Dimension struct {
	key string // base^exponent, sorted by base, joined by dimensionJoin; no zero exponents
}

const dimensionJoin = "·"

type dimensionTerm struct {
	base     string
	exponent int
}

func (d Dimension) terms() []dimensionTerm {
	if d.key == "" {
		return nil
	}
	var terms []dimensionTerm
	for part := range strings.SplitSeq(d.key, dimensionJoin) {
		base, exponent, found := strings.Cut(part, "^")
		n := 1
		if found {
			n, _ = strconv.Atoi(exponent) // written by dimensionOf
		}
		terms = append(terms, dimensionTerm{base, n})
	}
	return terms
}

// dimensionOf makes a dimension of terms, which may repeat and cancel.
func dimensionOf(terms []dimensionTerm) Dimension {
	terms = slices.Clone(terms)
	slices.SortStableFunc(terms, func(a, b dimensionTerm) int { return strings.Compare(a.base, b.base) })
	var key strings.Builder
	for i := 0; i < len(terms); {
		base, exponent := terms[i].base, 0
		for ; i < len(terms) && terms[i].base == base; i++ {
			exponent += terms[i].exponent
		}
		if exponent == 0 {
			continue
		}
		if key.Len() > 0 {
			key.WriteString(dimensionJoin)
		}
		key.WriteString(base)
		if exponent != 1 {
			key.WriteByte('^')
			key.WriteString(strconv.Itoa(exponent))
		}
	}
	return Dimension{key.String()}
}

// Mul returns the dimension of a product.
func (d Dimension) Mul(e Dimension) Dimension {
	return dimensionOf(append(d.terms(), e.terms()...))
}

// Div returns the dimension of a quotient.
func (d Dimension) Div(e Dimension) Dimension {
	terms := d.terms()
	for _, t := range e.terms() {
		terms = append(terms, dimensionTerm{t.base, -t.exponent})
	}
	return dimensionOf(terms)
}

// IsNumber reports whether d is the dimension of a plain number.
func (d Dimension) IsNumber() bool { return d.key == "" }

// IsMoney reports whether d is the dimension of an amount of money, in whatever
// currency and at the prices of whatever year.
func (d Dimension) IsMoney() bool {
	s, ok := lookup(d.key)
	return ok && s.kind == kindMoney
}

// Exponent returns the exponent of a base, such as 1 for co2e in co2e/energy; 0
// where it does not occur.
func (d Dimension) Exponent(base string) int {
	for _, t := range d.terms() {
		if t.base == base {
			return t.exponent
		}
	}
	return 0
}

// String writes the dimension as in co2e/(mass.length), or 1.
func (d Dimension) String() string {
	var above, below []string
	for _, t := range d.terms() {
		text, n := t.base, max(t.exponent, -t.exponent)
		if n != 1 {
			text += "^" + strconv.Itoa(n)
		}
		if t.exponent > 0 {
			above = append(above, text)
		} else {
			below = append(below, text)
		}
	}
	return fraction(above, below)
}

// Unit returns the dimension's coherent unit, in which figures of different
// sizes can be compared: kgCO2e/kWh for co2e/energy. Of energy it is the kWh, of
// time the year, of data the GB.
func (d Dimension) Unit() Unit {
	var terms []term
	for _, t := range d.terms() {
		terms = append(terms, term{coherentSymbol(t.base), t.exponent})
	}
	return unitOf(terms)
}

// fraction joins the parts of a unit or a dimension, which print alike.
func fraction(above, below []string) string {
	text := "1"
	if len(above) > 0 {
		text = strings.Join(above, ".")
	}
	switch len(below) {
	case 0:
	case 1:
		text += "/" + below[0]
	default:
		text += "/(" + strings.Join(below, ".") + ")"
	}
	return text
}
