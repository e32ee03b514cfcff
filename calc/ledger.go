package calc

import "govfootprint/inventory"

// ledger adds up products by cell.
type ledger struct {
	cells []CellKey
	sums  []exactSum
}

func (a *Assessment) newLedger() *ledger {
	return &ledger{cells: a.cells, sums: make([]exactSum, len(a.cells))}
}

// add books the amounts of lines of one group, in one view.
func (l *ledger) add(p *plan, amounts inventory.Amounts, seen views) {
	var converted [measures]amount
	for m := range Measure(measures) {
		converted[m] = newAmount(m.Of(amounts))
	}
	for i := range p.entries {
		e := &p.entries[i]
		if e.views&seen != 0 {
			l.sums[e.cell].addProduct(converted[e.measure], &e.value)
		}
	}
}

// values returns the sums of the cells that anything was booked to.
func (l *ledger) values() Values {
	touched := 0
	for i := range l.sums {
		if l.sums[i].touched {
			touched++
		}
	}
	figures := make([]figureOf, 0, touched)
	for i := range l.sums {
		if l.sums[i].touched {
			figures = append(figures, figureOf{&l.cells[i], l.sums[i].decimal()})
		}
	}
	return Values{figures}
}

func (l *ledger) reset() { clear(l.sums) }

// total adds everything up, in both views.
func (a *Assessment) total() {
	location, market := a.newLedger(), a.newLedger()
	var units inventory.Tally
	for _, p := range a.plans {
		location.add(p, p.amounts, inLocation)
		market.add(p, p.amounts, inMarket)
		a.marketKnown = a.marketKnown || p.hasMarket()
		a.rows += p.amounts.Rows
		units = units.Add(p.amounts.Units)
	}
	a.location, a.market, a.units = location.values(), market.values(), units.Decimal()
}

func (p *plan) hasMarket() bool {
	for i := range p.entries {
		if p.entries[i].views == inMarket {
			return true
		}
	}
	return false
}
