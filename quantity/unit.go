package quantity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Unit is a unit of measurement. Units are comparable: two that print the same
// are equal with ==. The zero Unit is 1, the unit of a plain number.
type Unit struct {
	text  string // canonical; empty for 1
	dim   Dimension
	scale scale // against the coherent unit of the dimension
}

// term is a symbol in canonical form, raised to a power.
type term struct {
	symbol   string
	exponent int
}

// unitOf makes a unit of terms, which may repeat and cancel. Symbols that are
// not known cannot get here: the parser and the arithmetic only pass known ones.
func unitOf(terms []term) Unit {
	type part struct {
		term
		symbol symbol
	}
	var parts []part
	for _, t := range terms {
		if i := slices.IndexFunc(parts, func(p part) bool { return p.term.symbol == t.symbol }); i >= 0 {
			parts[i].exponent += t.exponent
			continue
		}
		s, _ := lookup(t.symbol)
		parts = append(parts, part{t, s})
	}
	parts = slices.DeleteFunc(parts, func(p part) bool { return p.exponent == 0 })
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.symbol.kind, b.symbol.kind), cmp.Compare(a.symbol.name, b.symbol.name))
	})
	if len(parts) == 0 {
		return Unit{}
	}
	var (
		u            Unit
		dim          []dimensionTerm
		above, below []string
	)
	for _, p := range parts {
		for _, d := range p.symbol.dim {
			dim = append(dim, dimensionTerm{d.base, d.exponent * p.exponent})
		}
		u.scale = u.scale.plus(p.symbol.scale, int16(p.exponent)) //nolint:gosec // exponents are those people write: the parser takes one digit
		n := max(p.exponent, -p.exponent)
		text := p.symbol.name
		switch {
		case n == 1:
		case p.symbol.kind == kindLength && n <= 3:
			text += strconv.Itoa(n)
		default:
			text += "^" + strconv.Itoa(n)
		}
		if p.exponent > 0 {
			above = append(above, text)
		} else {
			below = append(below, text)
		}
	}
	u.dim = dimensionOf(dim)
	u.text = fraction(above, below)
	return u
}

// terms takes the unit apart again. Unlike the parser it reads canonical text
// only, of any length: products grow beyond what people write.
func (u Unit) terms() []term {
	if u.text == "" {
		return nil
	}
	above, below, _ := strings.Cut(u.text, "/")
	var terms []term
	if above != "1" {
		terms = appendTerms(terms, above, +1)
	}
	if below != "" {
		terms = appendTerms(terms, strings.Trim(below, "()"), -1)
	}
	return terms
}

func appendTerms(terms []term, product string, sign int) []term {
	for part := range strings.SplitSeq(product, ".") {
		name, power, raised := strings.Cut(part, "^")
		exponent := 1
		if raised {
			exponent, _ = strconv.Atoi(power) // written by unitOf
		} else if base, n, ok := plainExponent(part); ok {
			name, exponent = base, n
		}
		terms = append(terms, term{name, sign * exponent})
	}
	return terms
}

// plainExponent reads the exponent of an area or a volume: mm2, m3.
func plainExponent(name string) (base string, exponent int, ok bool) {
	last := len(name) - 1
	if last < 1 || (name[last] != '2' && name[last] != '3') {
		return "", 0, false
	}
	s, known := lookup(name[:last])
	if !known || s.kind != kindLength {
		return "", 0, false
	}
	return s.name, int(name[last] - '0'), true
}

// String writes the unit in full and in canonical form, so that what [Parse]
// reads back is equal: kgCO2e/(t.km), kWh/year, mm2, 1.
func (u Unit) String() string {
	if u.text == "" {
		return "1"
	}
	return u.text
}

// Dimension returns what the unit measures.
func (u Unit) Dimension() Dimension { return u.dim }

// Mul returns the unit of a product. Equal symbols cancel; different ones are
// kept as written (W.h, not Wh), so that a trace shows where a unit came from.
func (u Unit) Mul(v Unit) Unit {
	switch {
	case u.text == "":
		return v
	case v.text == "":
		return u
	}
	return unitOf(append(u.terms(), v.terms()...))
}

// Div returns the unit of a quotient.
func (u Unit) Div(v Unit) Unit {
	if v.text == "" {
		return u
	}
	terms := u.terms()
	for _, t := range v.terms() {
		terms = append(terms, term{t.symbol, -t.exponent})
	}
	return unitOf(terms)
}

// Numerator returns what stands above the line: kgCO2e of kgCO2e/kWh.
func (u Unit) Numerator() Unit {
	return unitOf(slices.DeleteFunc(u.terms(), func(t term) bool { return t.exponent < 0 }))
}

// Denominator returns what stands below the line: kWh of kgCO2e/kWh, 1 where
// nothing does.
func (u Unit) Denominator() Unit {
	terms := slices.DeleteFunc(u.terms(), func(t term) bool { return t.exponent > 0 })
	for i := range terms {
		terms[i].exponent = -terms[i].exponent
	}
	return unitOf(terms)
}

// MarshalText writes the unit as [Unit.String] does.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads a unit as [Parse] does.
func (u *Unit) UnmarshalText(text []byte) error {
	v, err := Parse(string(text))
	if err != nil {
		return err
	}
	*u = v
	return nil
}
