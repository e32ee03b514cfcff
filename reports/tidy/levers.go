package tidy

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/reports"
)

// LeversColumns are the header of the table of levers.
var LeversColumns = []string{"table", "lever", "rank", "category", "kind", "units", "impact", "electricity", "figure", "unit", "value", "low", "high"}

// Names of the figures in the table.
const (
	figureDifference  = "difference"
	figureOneUnitLess = "one_unit_less"
)

// WriteLevers writes levers, and when to replace devices, as one long table: a figure a
// line. Lines of a lever that name a category add up to the line that names none.
func WriteLevers(w io.Writer, l *reports.Levers, opt Options) error {
	table := csv.NewWriter(w)
	if err := table.Write(LeversColumns); err != nil {
		return err
	}
	t := &leversTable{table: table, text: guard, units: make(map[factors.Impact]string), view: string(l.Comparison.View())}
	if opt.Raw {
		t.text = func(s string) string { return s }
	}
	for _, i := range l.Comparison.Impacts {
		t.units[i.Key] = i.Unit
	}
	for i := range l.Replacements {
		t.replacement(&l.Replacements[i])
	}
	for i := range l.Levers {
		t.lever(&l.Levers[i], i+1)
	}
	table.Flush()
	return table.Error() // of any write
}

type leversTable struct {
	table *csv.Writer
	text  func(string) string
	units map[factors.Impact]string
	view  string
}

func (t *leversTable) row(cells ...string) { _ = t.table.Write(cells) } // table.Error has the first error

func (t *leversTable) replacement(r *reports.Replacement) {
	for _, b := range r.Impacts {
		figure := func(name, unit, value, low, high string) {
			t.row("keep_or_replace", "", "", t.text(r.Category), t.text(r.Kind), r.Units.String(), string(b.Impact), t.view, name, unit, value, low, high)
		}
		figure("embodied_per_unit", b.Unit+"/unit", b.Embodied.String(), "", "")
		figure("use_per_unit_year", b.Unit+"/unit/year", b.Use.String(), "", "")
		figure("lifetime", "year", b.Lifetime.String(), "", "")
		if b.Use.IsPositive() {
			figure("break_even_improvement", "1", b.Improvement.String(), b.Low.String(), b.High.String())
		}
		if b.Payback.Valid {
			figure("payback", "year", b.Payback.Decimal.String(), "", "")
		}
		if b.Age.Valid {
			figure("break_even_age", "year", b.Age.Decimal.String(), ifKnown(b.AgeLow), ifKnown(b.AgeHigh))
		}
		if b.BeyondShare.Valid {
			figure("share_beyond", "1", b.BeyondShare.Decimal.String(), "", "")
		}
	}
}

func ifKnown(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}

func (t *leversTable) lever(l *reports.Lever, rank int) {
	if l.Scenario == nil {
		return
	}
	for _, i := range l.Scenario.Impacts {
		if !i.Known {
			continue
		}
		view, low, high := t.view, "", ""
		if i.Market {
			view = "market"
		} else if sure, ok := l.Intervals[i.Key]; ok {
			low, high = sure.Low.String(), sure.High.String()
		}
		t.row("levers", string(l.Key), strconv.Itoa(rank), "", "", "", string(i.Key), view, figureDifference, i.Unit, i.Difference.String(), low, high)
	}
	for _, c := range l.Categories {
		for _, impact := range slices.Sorted(maps.Keys(c.Differences)) {
			low, high := "", ""
			if impact == factors.GWP && c.Interval.Known {
				low, high = c.Interval.Low.String(), c.Interval.High.String()
			}
			line := func(figure, unit, value, low, high string) {
				t.row("levers", string(l.Key), strconv.Itoa(rank), t.text(c.Key), "", c.Units.String(), string(impact), t.view, figure, unit, value, low, high)
			}
			line(figureDifference, t.units[impact], c.Differences[impact].String(), low, high)
			if less, ok := c.PerUnit[impact]; ok {
				line(figureOneUnitLess, t.units[impact], less.String(), "", "")
			}
		}
	}
}
