package calc

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/quantity"
)

// term is a figure that remembers how it was made. Formulas are written as
// terms, so that what is explained is what was computed; the numbers are put
// into words only when somebody asks (see [term.trace]). Terms are immutable
// and shared.
type term struct {
	op     Step
	label  string
	value  decimal.Decimal
	unit   string
	source string         // of a given term
	datum  Datum          // what a given term is, where it is one that may be wrong
	match  *factors.Match // of a published term
	args   []*term
	over   int // of a quotient: how many of the last args are divisors
}

// Step is how a figure is made of others.
type Step uint8

// The steps.
const (
	Given      Step = iota // by the inventory, the user or the calendar
	Published              // by a pack
	Converted              // into another unit
	Product                // of all operands
	Sum                    // of all operands
	Difference             // of two operands
	Quotient               // product of the first operands over the product of the last
	RoundedUp              // to a whole number
)

// Sources of given terms.
const (
	FromInventory = "inventory"
	FromMethod    = "method"
	FromPeriod    = "period"
	FromFormula   = "formula" // a constant of the formula itself

	fromInventory = FromInventory
	fromMethod    = FromMethod
	fromPeriod    = FromPeriod
	fromFormula   = FromFormula
)

func given(label string, value decimal.Decimal, unit, source string) *term {
	return &term{op: Given, label: label, value: value, unit: unit, source: source}
}

// datum returns a given term that may be wrong, as inventories and settings are:
// one with an uncertainty of its own.
func datum(d Datum, label string, value decimal.Decimal, unit, source string) *term {
	t := given(label, value, unit, source)
	t.datum = d
	return t
}

// published returns a factor as its pack states it.
func published(label string, m *factors.Match) *term {
	return &term{op: Published, label: label, value: m.Factor.Value, unit: m.Factor.Unit.String(), match: m}
}

// publishedIn returns a factor in a unit, and false where its own unit measures something else.
func publishedIn(label string, m *factors.Match, unit quantity.Unit) (*term, bool) {
	value, err := quantity.Convert(m.Factor.Value, m.Factor.Unit, unit)
	if err != nil {
		return nil, false
	}
	raw := published(label, m)
	if m.Factor.Unit == unit {
		return raw, true
	}
	return &term{op: Converted, label: label, value: value, unit: unit.String(), args: []*term{raw}}, true
}

func productOf(label, unit string, args ...*term) *term {
	return &term{op: Product, label: label, unit: unit, value: multiply(args), args: args}
}

func sumOf(label, unit string, args ...*term) *term {
	sum := decimal.Zero
	for _, arg := range args {
		sum = sum.Add(arg.value)
	}
	return &term{op: Sum, label: label, unit: unit, value: sum, args: args}
}

func differenceOf(label, unit string, a, b *term) *term {
	return &term{op: Difference, label: label, unit: unit, value: a.value.Sub(b.value), args: []*term{a, b}}
}

func roundedUp(label, unit string, a *term) *term {
	return &term{op: RoundedUp, label: label, unit: unit, value: a.value.Ceil(), args: []*term{a}}
}

// quotientOf returns the product of the dividends over that of the divisors,
// rounded once. Without divisors it is a product, and exact.
func quotientOf(label, unit string, dividends, divisors []*term) *term {
	if len(divisors) == 0 {
		return productOf(label, unit, dividends...)
	}
	return &term{
		op: Quotient, label: label, unit: unit,
		value: divide(multiply(dividends), multiply(divisors)),
		args:  slices.Concat(dividends, divisors), over: len(divisors),
	}
}

func multiply(args []*term) decimal.Decimal {
	product := one
	for _, arg := range args {
		product = product.Mul(arg.value)
	}
	return product
}

// formula returns the step from the args to the value, with the numbers filled in.
func (t *term) formula() string {
	switch t.op {
	case Product:
		return joinValues(t.args, " × ")
	case Sum:
		return joinValues(t.args, " + ")
	case Difference:
		return joinValues(t.args, " − ")
	case RoundedUp:
		return "round up " + t.args[0].value.String()
	case Converted:
		return t.args[0].value.String() + " " + t.args[0].unit + " in " + t.unit
	case Quotient:
		cut := len(t.args) - t.over
		divisors := joinValues(t.args[cut:], " × ")
		if t.over > 1 {
			divisors = "(" + divisors + ")"
		}
		return joinValues(t.args[:cut], " × ") + " ÷ " + divisors
	default:
		return ""
	}
}

func joinValues(args []*term, operator string) string {
	values := make([]string, len(args))
	for i, arg := range args {
		values[i] = arg.value.String()
		if arg.value.IsNegative() {
			values[i] = "(" + values[i] + ")"
		}
	}
	return strings.Join(values, operator)
}

// trace returns the term as a tree to show.
func (t *term) trace() *Trace {
	trace := &Trace{
		Label: t.label, Formula: t.formula(), Value: t.value, Unit: t.unit,
		Factor: t.match, Source: t.source, Step: t.op, Divisors: t.over,
	}
	for _, arg := range t.args {
		trace.Children = append(trace.Children, arg.trace())
	}
	return trace
}

// matches calls visit for every published factor in the term.
func (t *term) matches(visit func(*factors.Match)) {
	if t.match != nil {
		visit(t.match)
	}
	for _, arg := range t.args {
		arg.matches(visit)
	}
}

// grade returns the worst grade of the published factors in the term, none
// where there are none.
func (t *term) grade() factors.Grade {
	worst := factors.Grade(0)
	t.matches(func(m *factors.Match) { worst = factors.Worse(worst, m.Grade) })
	return worst
}
