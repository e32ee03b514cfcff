package page

import (
	"slices"
	"strconv"
	"strings"

	"govfootprint/calc"
	"govfootprint/factors"
)

// mostFactors is how many published figures the page lists one by one.
const mostFactors = 300

// factors are the publications that the result rests on, with their licences,
// and the figures used of them.
func (p *page) factors() section {
	if len(p.report.Factors) == 0 {
		return p.section("factors")
	}
	figures := p.figures()
	return p.section("factors",
		block{Text: p.label("page.factors.note", len(p.report.Factors))},
		block{Table: p.sources()},
		block{More: &more{Title: p.label("page.more.factors", len(figures.Rows)), Blocks: []block{
			{Table: figures}, {Note: p.beyondList(len(p.report.Factors), mostFactors)},
		}}},
	)
}

// sources lists the publications, by pack, with how many of their figures are used.
func (p *page) sources() *table {
	t := &table{ID: "sources", Caption: p.label("page.table.sources"), Heads: []cell{
		text(p.label("column.source")), text(p.label("column.publisher")), text(p.label("column.source_year")),
		text(p.label("column.licence")), text(p.label("column.pack")), number(p.label("column.used")),
	}}
	type publication struct {
		pack   *factors.Pack
		source *factors.Source
	}
	used := make(map[publication]int)
	var order []publication
	for _, u := range p.report.Factors {
		key := publication{u.Match.Factor.Pack, u.Match.Factor.Source}
		if used[key] == 0 {
			order = append(order, key)
		}
		used[key]++
	}
	slices.SortStableFunc(order, func(a, b publication) int { return strings.Compare(a.pack.Ref(), b.pack.Ref()) })
	for _, key := range order {
		source := key.source
		if source == nil {
			source = &factors.Source{Title: p.label("not.stated"), Licence: key.pack.Licence}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			p.linked(source.Title, source.URL), text(source.Publisher), text(source.Year), text(source.Licence), text(key.pack.Ref()), number(strconv.Itoa(used[key])),
		}})
	}
	return t
}

// linked is a title that leads to a page of the web, where there is one.
func (*page) linked(title, url string) cell {
	c := text(title)
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		c.Link = url
	}
	return c
}

// figures lists the published figures used, one by one.
func (p *page) figures() *table {
	t := &table{ID: "figures", Caption: p.label("page.table.figures"), Heads: []cell{
		text(p.label("column.factor")), text(p.label("page.column.holds")), number(p.label("column.value_of")), text(p.label("column.unit")),
		text(p.label("page.column.place")), text(p.label("column.rung")), text(p.label("column.grade")),
	}}
	for _, u := range p.report.Factors[:min(mostFactors, len(p.report.Factors))] {
		f := u.Match.Factor
		t.Rows = append(t.Rows, row{Cells: []cell{
			code(f.ID), text(p.holds(u)), number(p.numbers.Exact(f.Value)), text(f.Unit.String()),
			text(placeAndYear(f)), text(p.label("rung." + strconv.Itoa(int(u.Match.Rung)))), text(u.Match.Grade.String()),
		}})
	}
	return t
}

// holds says what a figure is of: its property, or its stage and impact.
func (p *page) holds(u calc.Used) string {
	f := u.Match.Factor
	if f.Stage == "" {
		return p.texts.Name("property", string(f.Property))
	}
	names := []string{p.texts.Name("stage", string(f.Stage))}
	for _, more := range f.Covers {
		names = append(names, p.texts.Name("stage", string(more)))
	}
	what := strings.Join(names, " + ")
	if f.Impact != "" {
		what += ", " + p.texts.Name("impact", string(f.Impact))
	}
	return what
}

func placeAndYear(f *factors.Factor) string {
	switch {
	case f.Year == 0:
		return f.Place
	case f.Place == "":
		return strconv.Itoa(f.Year)
	default:
		return f.Place + " " + strconv.Itoa(f.Year)
	}
}
