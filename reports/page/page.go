// Package page writes the report as a web page: one file that holds everything
// it needs, without scripts, and that asks nothing of any other place. It opens
// from a disk or an e-mail, prints on A4, and can be put on an intranet.
//
// It looks as the GOV.UK Design System has pages look, and keeps to WCAG 2.2 AA:
// headings in order, tables with captions and scopes, charts with a name, a
// description and a table of the same figures, text that reflows on a narrow
// screen. Text from inventories and factor packs is escaped for where it stands,
// and cannot reorder what stands around it.
//
// The page is bounded: long lists show their beginning and say how much more
// there is. The workbook and the CSV hold everything.
package page

import (
	_ "embed"
	"html/template"
	"io"
	"slices"

	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// Options say what the page is like.
type Options struct {
	Language string // of the texts: en
}

var (
	//go:embed page.tmpl
	markup string

	//go:embed page.css
	style string
)

// layout is the page without its content. The style is part of it, because a
// value put into a template could not be one.
var layout = template.Must(template.New("page").Parse(markup + "{{define \"style\"}}" + style + "{{end}}"))

// Write writes the page. The same report and options give the same bytes.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	p := &page{report: r, texts: texts, numbers: texts.Numbers()}
	return layout.Execute(w, p.document())
}

// page is a page being made.
type page struct {
	report  *reports.Report
	texts   *wording.Catalogue
	numbers figure.Style
}

// label returns a text of the page's language.
func (p *page) label(key string, args ...any) string { return p.texts.Label(key, args...) }

// document gathers the page's parts in their order.
func (p *page) document() *document {
	d := p.frame(p.subject(), p.subtitle())
	d.add(p.summary(), p.parts(), p.quality(), p.first(), p.problems())
	d.add(p.disclosures()...)
	d.add(p.factors(), p.method(), p.manifest())
	return d
}

// frame is a page without its sections.
func (p *page) frame(title, lead string) *document {
	return &document{
		Language: p.texts.Language(), Title: title, Lead: lead,
		Skip: p.label("page.skip"), ContentsName: p.label("page.contents"), Brand: p.label("page.brand"),
		Footer: []string{p.label("page.made", p.report.Manifest.Program, p.report.Manifest.Version), p.label("page.look")},
	}
}

// add adds sections that say anything.
func (d *document) add(sections ...section) {
	for _, s := range sections {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
}

// section makes a section of what there is to say; a heading that would stand
// over nothing is left out.
func (p *page) section(id string, blocks ...block) section {
	return titled(id, p.label("page.section."+id), blocks...)
}

// titled is section under a title.
func titled(id, title string, blocks ...block) section {
	blocks = slices.DeleteFunc(slices.Clone(blocks), block.empty)
	s := section{ID: id, Title: title}
	for i, b := range blocks {
		if b.Heading != "" && (i+1 == len(blocks) || blocks[i+1].Heading != "") {
			continue
		}
		s.Blocks = append(s.Blocks, b)
	}
	return s
}

// subject says whose footprint it is, and of which period.
func (p *page) subject() string {
	period := p.texts.Period(p.report.Period)
	if p.report.Organisation == "" {
		return p.label("report.title", period)
	}
	return p.label("report.title.of", clean(p.report.Organisation), period)
}

// subtitle says what the figures are of.
func (p *page) subtitle() string {
	r := p.report
	text := p.label("summary.subtitle", p.texts.Days(r.Period), p.label("basis."+string(r.Method.WithDefaults().Basis)), p.label("headline."+string(r.View())), p.texts.Whole(r))
	if r.Method.Users > 0 {
		text += p.label("summary.users", r.Method.Users)
	}
	return text
}
