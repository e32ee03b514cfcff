package page

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc/uncertainty"
	"govfootprint/reports"
	"govfootprint/reports/chart"
	"govfootprint/reports/figure"
)

// howSure shows between what each total lies, and what the climate total hangs on.
func (p *page) howSure() []block {
	totals := block{Table: p.totals()}
	bars := chart.Estimates{
		Frame: chart.Frame{ID: "chart-totals", Title: p.label("page.chart.totals.title"), Description: p.label("page.chart.totals")},
		Value: p.label("total"), Interval: p.label("page.chart.interval"),
	}
	for _, i := range p.report.Impacts {
		if !i.Known || !i.Interval.Known || !i.Total.IsPositive() {
			continue
		}
		e := chart.Estimate{
			Label:  p.texts.Name("impact", string(i.Key)),
			Figure: p.least(i) + p.amount(i.Total, i.Unit),
			Value:  decimal.NewFromInt(1),
			Low:    decimal.NewNullDecimal(reports.Share(i.Interval.Low, i.Total)),
			High:   decimal.NewNullDecimal(reports.Share(i.Interval.High, i.Total)),
		}
		if ends := p.ends(i); ends != "" {
			e.Figure += " (" + ends + ")"
		}
		bars.Rows = append(bars.Rows, e)
	}
	if len(bars.Rows) == 0 {
		return []block{totals}
	}
	return []block{
		{Heading: p.label("page.heading.totals")},
		drawing(bars.SVG()),
		totals,
		{Note: p.causes()},
		{Note: p.uncertaintyMethod()},
		{Note: p.label("uncertainty.part")},
	}
}

// between says between what a total lies; nothing where nobody knows.
func (p *page) between(i reports.Impact) string {
	ends := p.ends(i)
	if ends == "" {
		return ""
	}
	return ends + "\u00a0" + figure.ScaleFor(i.Unit, i.Total).Unit
}

// ends is between without the unit, which is that of the total.
func (p *page) ends(i reports.Impact) string {
	if !i.Interval.Known || i.Interval.Low.Equal(i.Interval.High) {
		return ""
	}
	scale := figure.ScaleFor(i.Unit, i.Total)
	return p.label("page.between", p.least(i)+p.numbers.Scaled(i.Interval.Low, scale), p.least(i)+p.numbers.Scaled(i.Interval.High, scale))
}

// causes names what the interval of the climate total comes from.
func (p *page) causes() string {
	const most = 4
	gwp, ok := p.gwp()
	if !ok || len(gwp.Causes) == 0 {
		return ""
	}
	list := make([]string, 0, most)
	for _, c := range gwp.Causes[:min(most, len(gwp.Causes))] {
		list = append(list, p.texts.Cause(c)+" "+p.numbers.Percent(c.Share))
	}
	return p.label("page.causes", clean(strings.Join(list, "; ")))
}

// uncertaintyMethod says how the intervals were found.
func (p *page) uncertaintyMethod() string {
	u := p.report.Uncertainty
	switch u.Method {
	case "":
		return ""
	case uncertainty.BySimulation:
		gwp, _ := p.gwp()
		return p.label("uncertainty.simulated", u.Draws, strconv.FormatUint(u.Seed, 10), p.numbers.Percent(gwp.RelativeError()))
	default:
		return p.label("uncertainty.analytic")
	}
}
