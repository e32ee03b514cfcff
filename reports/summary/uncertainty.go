package summary

import (
	"strconv"
	"strings"

	"govfootprint/calc/uncertainty"
	"govfootprint/reports/figure"
)

// topCauses is how many unknowns are named.
const topCauses = 4

// uncertainty writes between what each total lies, and what the climate total
// depends on most.
func (p *printer) uncertainty() {
	if p.report.Uncertainty.Method == "" {
		return
	}
	p.section(p.label("uncertainty.heading"), p.label("uncertainty.share"))
	rows := [][]gridCell{{{"", faint}, {p.label("uncertainty.from"), faint}, {p.label("uncertainty.to"), faint}}}
	part := false
	for _, i := range p.report.Impacts {
		if !i.Interval.Known {
			continue
		}
		scale, least := figure.ScaleFor(i.Unit, i.Total), ""
		if !i.Representative() {
			least, part = "≥ ", true
		}
		rows = append(rows, []gridCell{
			{p.texts.Name("impact", string(i.Key)), plain},
			{least + p.numbers.Scaled(i.Interval.Low, scale) + " " + scale.Unit, plain},
			{least + p.numbers.Scaled(i.Interval.High, scale) + " " + scale.Unit, plain},
		})
	}
	p.grid(rows)
	if gwp, ok := p.gwp(); ok && len(gwp.Causes) > 0 {
		var causes []string
		for _, c := range gwp.Causes[:min(topCauses, len(gwp.Causes))] {
			causes = append(causes, p.texts.Cause(c)+" "+p.numbers.Percent(c.Share))
		}
		p.pair(p.label("uncertainty.causes"), strings.Join(causes, "; "))
	}
	p.note(p.uncertaintyMethod())
	if part {
		p.note(p.label("uncertainty.part"))
	}
}

// uncertaintyMethod says how the intervals were found.
func (p *printer) uncertaintyMethod() string {
	u := p.report.Uncertainty
	if u.Method != uncertainty.BySimulation {
		return p.label("uncertainty.analytic")
	}
	gwp, _ := p.gwp()
	return p.label("uncertainty.simulated", u.Draws, strconv.FormatUint(u.Seed, 10), p.numbers.Percent(gwp.RelativeError()))
}
