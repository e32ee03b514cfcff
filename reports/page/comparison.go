package page

import (
	"io"
	"strconv"

	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// WriteComparison writes a comparison as a page: what was compared, what it saves or
// adds and how sure that is, on top; then each scenario with its changes, impacts and
// caveats; the ranking; other factors; and what it was made from.
func WriteComparison(w io.Writer, c *reports.Comparison, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	report := &reports.Report{
		Organisation: c.Organisation, Period: c.Period, Method: c.Method, Factors: c.Factors, Packs: c.Packs, Manifest: c.Manifest,
	}
	p := &comparisonPage{c: c, page: &page{report: report, texts: texts, numbers: texts.Numbers()}}
	return layout.Execute(w, p.document())
}

// comparisonPage is the page of a comparison being made.
type comparisonPage struct {
	*page

	c *reports.Comparison
}

// document gathers the page's parts in their order.
func (p *comparisonPage) document() *document {
	d := p.frame(p.subject(), p.label("basis."+string(p.c.Method.WithDefaults().Basis))+" · "+p.label("view."+string(p.c.View())))
	d.add(p.answer())
	for n := range p.c.Scenarios {
		d.add(p.scenario(n))
	}
	d.add(p.ranking(), p.families(), p.changes(), p.factors(), p.method(), p.manifest())
	return d
}

// subject says what is compared.
func (p *comparisonPage) subject() string {
	title := p.label("compare.title", p.texts.Period(p.c.Period))
	if p.c.Years {
		title = p.label("compare.title.years", p.texts.Period(p.c.Earlier), p.texts.Period(p.c.Period))
	}
	if p.c.Organisation == "" {
		return title
	}
	return p.label("compare.title.of", clean(p.c.Organisation), title)
}

// name is that of a scenario, with its number where there are several, or of the
// later year.
func (p *comparisonPage) name(at int) string {
	s := &p.c.Scenarios[at]
	switch {
	case p.c.Years:
		return p.texts.Period(p.c.Period)
	case len(p.c.Scenarios) == 1:
		return clean(s.Name)
	}
	return strconv.Itoa(s.Number) + ". " + clean(s.Name)
}

// before names what scenarios are compared with, after what is compared with it.
func (p *comparisonPage) before() string {
	if p.c.Years {
		return p.texts.Period(p.c.Earlier)
	}
	return p.label("compare.baseline")
}

func (p *comparisonPage) after() string {
	if p.c.Years {
		return p.texts.Period(p.c.Period)
	}
	return p.label("compare.scenario")
}

// climate is the climate total of a scenario.
func (p *comparisonPage) climate(at int) reports.ComparedImpact {
	gwp, _ := p.c.Scenarios[at].Impact(factors.GWP, false)
	return gwp
}

// impactName names an impact, and the view of electricity where it is the other one.
func (p *comparisonPage) impactName(i reports.ComparedImpact) string {
	name := p.texts.Name("impact", string(i.Key))
	if i.Market {
		return p.label("viewed.market", name)
	}
	return name
}

// sure returns how sure the difference of an impact is, nothing for one that is sure
// to be none and for the market-based total, which has no interval of its own.
func (p *comparisonPage) sure(at int, i reports.ComparedImpact) (reports.DifferenceInterval, bool) {
	if i.Market || i.Difference.IsZero() {
		return reports.DifferenceInterval{}, false
	}
	return p.c.Sure(at, i.Key)
}

// sureHeads are the headings of sureCells.
func (p *comparisonPage) sureHeads() []cell {
	return []cell{number(p.label("page.column.low")), number(p.label("page.column.high")), number(p.sign("column.saving", "page.column.lower"))}
}

// sureCells write between what a difference lies, and how probable a saving is.
func (p *comparisonPage) sureCells(at int, i reports.ComparedImpact, scale figure.Scale) []cell {
	sure, known := p.sure(at, i)
	if !known {
		return []cell{absent("–"), absent("–"), absent("–")}
	}
	return []cell{number(p.texts.Change(sure.Low, scale)), number(p.texts.Change(sure.High, scale)), number(p.texts.Probability(sure.Saving))}
}

// howDrawn says how the intervals were found.
func (p *comparisonPage) howDrawn() string {
	switch u := p.c.Uncertainty; {
	case u == nil:
		return ""
	case u.Method == uncertainty.BySimulation:
		return p.label("compare.simulated", u.Draws, strconv.FormatUint(u.Seed, 10))
	default:
		return p.label("compare.first_order")
	}
}

// manifest says what made the comparison, with its figures in all their digits.
func (p *comparisonPage) manifest() section {
	t := &table{ID: "exact", Caption: p.label("manifest.totals"), Heads: []cell{
		text(p.label("column.impact")), text(p.label("page.column.compared")), text(p.label("page.column.exact", p.before())),
		text(p.label("page.column.exact", p.after())), text(p.label("column.unit")),
	}}
	for n := range p.c.Scenarios {
		for _, i := range p.c.Scenarios[n].Impacts {
			if i.Known {
				t.Rows = append(t.Rows, row{Cells: []cell{
					text(p.impactName(i)), text(p.name(n)), code(i.Baseline.String()), code(i.Value.String()), text(i.Unit),
				}})
			}
		}
	}
	return p.section("manifest", append(p.madeFrom(), block{Table: t})...)
}
