package disclosure

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// Expression says how a figure follows from figures that stand elsewhere.
type Expression struct {
	Op    Op
	Of    []Expression
	Ref   Ref
	Shift int32 // power of ten by which the result is multiplied
}

// Op is an operation.
type Op string

// The operations. Those that divide give 0 where they would divide by 0.
const (
	Refer  Op = "refer"  // to Ref
	Sum    Op = "sum"    // of all of Of
	Minus  Op = "minus"  // Of[0] − Of[1]
	Times  Op = "times"  // Of[0] · Of[1]
	Over   Op = "over"   // Of[0] ÷ Of[1]
	Change Op = "change" // Of[0] ÷ Of[1] − 1
)

// Ref points to a figure: a cell of a view, or a figure of a breakdown.
type Ref struct {
	View               Key // empty for a figure of a breakdown
	Table, Row, Column string

	Breakdown Slice
}

// Slice points to a figure of a breakdown, in the report's view of electricity.
type Slice struct {
	Dimension calc.Dimension // empty for the total of all
	Key       string
	Impact    factors.Impact // empty for the number of units
	Stage     factors.Stage  // empty for the total of the impact
}

// slice returns the figure of a breakdown, and whether there is one.
func slice(r *reports.Report, s Slice) (decimal.Decimal, bool) {
	if s.Dimension == "" {
		return total(r, s)
	}
	for _, at := range r.Breakdown(s.Dimension).Slices {
		if at.Key != s.Key {
			continue
		}
		if s.Impact == "" {
			return at.Units, at.Rows > 0
		}
		if impact, ok := r.Impact(s.Impact); !ok || !impact.Shown.Valid {
			return decimal.Zero, false
		}
		return at.Stage(s.Impact, s.Stage)
	}
	return decimal.Zero, false
}

func total(r *reports.Report, s Slice) (decimal.Decimal, bool) {
	if s.Impact == "" {
		return r.Units, true
	}
	impact, ok := r.Impact(s.Impact)
	if !ok {
		return decimal.Zero, false
	}
	shown := impact.Shown
	if s.Stage != "" {
		shown = impact.Stage(s.Stage).Shown
	}
	return shown.Decimal, shown.Valid
}

// evaluate works out an expression, and reports whether every figure that it
// points to is there.
func (e Expression) evaluate(at func(Ref) (decimal.Decimal, bool)) (decimal.Decimal, bool) {
	var values []decimal.Decimal
	for _, of := range e.Of {
		v, ok := of.evaluate(at)
		if !ok {
			return decimal.Zero, false
		}
		values = append(values, v)
	}
	var v decimal.Decimal
	switch e.Op {
	case Refer:
		var ok bool
		if v, ok = at(e.Ref); !ok {
			return decimal.Zero, false
		}
	case Sum:
		for _, part := range values {
			v = v.Add(part)
		}
	case Minus:
		v = values[0].Sub(values[1])
	case Times:
		v = values[0].Mul(values[1])
	case Over:
		v = reports.Share(values[0], values[1])
	case Change:
		if !values[1].IsZero() {
			v = reports.Share(values[0], values[1]).Sub(decimal.NewFromInt(1))
		}
	}
	return v.Shift(e.Shift), true
}

// refs yields every figure that an expression points to.
func (e Expression) refs() []Ref {
	var list []Ref
	if e.Op == Refer {
		list = append(list, e.Ref)
	}
	for _, of := range e.Of {
		list = append(list, of.refs()...)
	}
	return list
}

// of points to a figure of a breakdown.
func of(s Slice) Expression { return Expression{Op: Refer, Ref: Ref{Breakdown: s}} }

// at points to a cell of a view.
func at(view Key, table, row, column string) Expression {
	return Expression{Op: Refer, Ref: Ref{View: view, Table: table, Row: row, Column: column}}
}

// sum adds expressions up.
func sum(of ...Expression) Expression { return Expression{Op: Sum, Of: of} }

// op applies an operation of two operands.
func op(o Op, a, b Expression) Expression { return Expression{Op: o, Of: []Expression{a, b}} }

// tonnes brings kilograms to tonnes.
func tonnes(e Expression) Expression { e.Shift -= 3; return e }
