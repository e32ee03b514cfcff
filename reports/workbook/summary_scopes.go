package workbook

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports/figure"
)

// scopes writes the scopes of the GHG Protocol, location-based and market-based side by side.
func (b *book) scopes(s *sheet) tableAt {
	scale := b.scale(factors.GWP)
	s.heading(b.label("summary.scopes", scale.Unit))
	at := tableAt{header: s.columnHeads(b.label("column.scope"), b.label("column.location"), b.label("column.market")), first: s.row}
	l := look{edge: faintEdge}
	f := l.as(partFormat(scale))
	for _, scope := range b.report.Scopes {
		at.largest = decimal.Max(at.largest, scope.Location, scope.Market.Decimal)
		s.text(1, l, b.texts.Key("scope", string(scope.Key)))
		b.scoped(s, 2, f, calc.LocationBased, scale, decimal.NewNullDecimal(scope.Location))
		b.scoped(s, 3, f, calc.MarketBased, scale, scope.Market)
		s.end()
	}
	at.last = s.row - 1
	total := look{font: bold, edge: totalEdge, fill: shade}
	s.text(1, total, b.label("total"))
	location, market := decimal.Zero, decimal.Zero
	for _, scope := range b.report.Scopes {
		location = location.Add(scope.Location)
		market = market.Add(scope.Market.Decimal)
	}
	s.sum(2, total.as(partFormat(scale)), at, scale.Apply(location))
	if b.report.Electricity.Market.Valid {
		s.sum(3, total.as(partFormat(scale)), at, scale.Apply(market))
	} else {
		s.text(3, total, "")
	}
	s.end()
	if !b.report.Electricity.Market.Valid {
		s.note(b.label("summary.market.none"))
	}
	if b.basis() != calc.Acquired && !b.report.Units.IsZero() {
		s.note(b.label("summary.scopes.basis", b.basisName()))
	}
	return at
}

// scoped puts what a scope holds of the impact on the climate: a sum over the
// calculations of the scope that the row names.
func (b *book) scoped(s *sheet, column int, l look, view calc.View, scale figure.Scale, value decimal.NullDecimal) {
	formula, ok := b.calculated(view, factors.GWP, "", ref(1, s.row))
	if !ok || !value.Valid {
		s.known(column, l, scale.Apply(value.Decimal), value.Valid)
		return
	}
	s.formula(column, l, shifted(formula, scale.Shift), scale.Apply(value.Decimal))
}
