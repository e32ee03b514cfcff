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
	op     operation
	label  string
	value  decimal.Decimal
	unit   string
	source string         // of a given term
	datum  Datum          // what a given term is, where it is one that may be wrong
	match  *factors.Match // of a published term
	args   []*term
	over   int // of a quotient: how many of the last args are divisors
}

type operation uint8

const (
	opGiven      operation = iota // by the inventory, the user or the calendar
	opPublished                   // by a pack
	opConverted                   // into another unit
	opProduct                     // of all args
	opSum                         // of all args
	opDifference                  // of two args
	opQuotient                    // product of the first args over the product of the last
	opRoundedUp                   // to a whole number
)

// Sources of given terms.
const (
	fromInventory = "inventory"
	fromMethod    = "method"
	fromPeriod    = "period"
	fromFormula   = "formula" // a constant of the formula itself
)

func given(label string, value decimal.Decimal, unit, source string) *term {
	return &term{op: opGiven, label: label, value: value, unit: unit, source: source}
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
	return &term{op: opPublished, label: label, value: m.Factor.Value, unit: m.Factor.Unit.String(), match: m}
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
	return &term{op: opConverted, label: label, value: value, unit: unit.String(), args: []*term{raw}}, true
}

func productOf(label, unit string, args ...*term) *term {
	return &term{op: opProduct, label: label, unit: unit, value: multiply(args), args: args}
}

func sumOf(label, unit string, args ...*term) *term {
	sum := decimal.Zero
	for _, arg := range args {
		sum = sum.Add(arg.value)
	}
	return &term{op: opSum, label: label, unit: unit, value: sum, args: args}
}

func differenceOf(label, unit string, a, b *term) *term {
	return &term{op: opDifference, label: label, unit: unit, value: a.value.Sub(b.value), args: []*term{a, b}}
}

func roundedUp(label, unit string, a *term) *term {
	return &term{op: opRoundedUp, label: label, unit: unit, value: a.value.Ceil(), args: []*term{a}}
}

// quotientOf returns the product of the dividends over that of the divisors,
// rounded once. Without divisors it is a product, and exact.
func quotientOf(label, unit string, dividends, divisors []*term) *term {
	if len(divisors) == 0 {
		return productOf(label, unit, dividends...)
	}
	return &term{
		op: opQuotient, label: label, unit: unit,
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
	case opProduct:
		return joinValues(t.args, " × ")
	case opSum:
		return joinValues(t.args, " + ")
	case opDifference:
		return joinValues(t.args, " − ")
	case opRoundedUp:
		return "round up " + t.args[0].value.String()
	case opConverted:
		return t.args[0].value.String() + " " + t.args[0].unit + " in " + t.unit
	case opQuotient:
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
		Factor: t.match, Source: t.source,
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
