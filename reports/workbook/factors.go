package workbook

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
)

// factorValue is the column of the values.
const factorValue = 10

// factors writes every factor that the result rests on, with where it was
// published, how it was found, and what it was preferred to.
func (b *book) factors() {
	columns := b.columns(
		column{header: "factor", width: 36}, column{header: "pack", width: 26}, column{header: "layer", width: b.fits(12, "layer.")},
		column{header: "subject", width: 28}, column{header: "property", width: b.fits(20, "property.")}, column{header: "stage", width: 24, wrap: true},
		column{header: "impact", width: b.fits(16, "impact.")}, column{header: "place", width: 10}, column{header: "factor_year", width: 7, format: yearFormat},
		column{header: "value_of", width: 12, format: factorFormat, look: look{font: input}}, column{header: "low", width: 10, format: factorFormat},
		column{header: "high", width: 10, format: factorFormat}, column{header: "unit", width: 20}, column{header: "distribution", width: b.fits(12, "distribution.")},
		column{header: "quality_published", width: 10, look: look{align: "center"}}, column{header: "rung", width: b.fits(20, "rung.")},
		column{header: "place_rung", width: b.fits(14, "place_rung.")}, column{header: "year_rung", width: 16}, column{header: "grade", width: 8, look: look{align: "center"}},
		column{header: "applied_units", width: 12, format: amountFormat}, column{header: "applied_rows", width: 10, format: wholeFormat},
		column{header: "source", width: 46, wrap: true}, column{header: "publisher", width: 30, wrap: true}, column{header: "source_year", width: 8},
		column{header: "url", width: 44, wrap: true}, column{header: "licence", width: 20, wrap: true},
		column{header: "factor_note", width: 46, wrap: true}, column{header: "shadowed", width: 50, wrap: true},
	)
	t := b.table(b.label("sheet.factors"), b.label("factors.title"), b.label("factors.note"), darkPink, 1, columns)
	for _, used := range b.report.Factors {
		f, m := used.Match.Factor, used.Match
		source := f.Source
		if source == nil {
			source = &factors.Source{}
		}
		shadowed := b.shadows(used)
		t.values(
			f.ID, f.Pack.Ref(), b.texts.Name("layer", f.Pack.Layer.String()),
			f.Subject, b.texts.Name("property", string(f.Property)), b.stagesOf(f),
			b.texts.Name("impact", string(f.Impact)), f.Place, positive(f.Year),
			f.Value, f.Low, f.High, f.Unit.String(), b.texts.Name("distribution", string(f.Distribution)),
			f.Quality.String(), b.label("rung."+strconv.Itoa(int(m.Rung))),
			b.label("place_rung."+strconv.Itoa(int(m.PlaceRung))), b.label("year_rung."+strconv.Itoa(int(m.YearRung)), m.YearGap), m.Grade.String(),
			used.Units, used.Rows,
			source.Title, source.Publisher, source.Year, source.URL, source.Licence, f.Note, shadowed,
		)
		if first := b.live.factors[f]; first != t.row { // found in another way as well: one cell holds its value
			l := t.body[factorValue-1]
			l.font = plain
			t.formula(factorValue, l, ref(factorValue, first), f.Value)
		}
		t.tall = rowHeight(wrappedText{b.stagesOf(f), 24}, wrappedText{source.Title, 46}, wrappedText{source.Publisher, 30},
			wrappedText{source.URL, 44}, wrappedText{source.Licence, 20}, wrappedText{f.Note, 46}, wrappedText{shadowed, 50})
		t.end()
	}
	t.done("Factors")
}

// columns names columns whose headers are keys.
func (b *book) columns(list ...column) []column {
	for i := range list {
		list[i].header = b.label("column." + list[i].header)
	}
	return list
}

// positive is a number such as a year or a row, nothing for 0.
func positive(n int) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: decimal.NewFromInt(int64(n)), Valid: n > 0}
}

// stagesOf names the stage of a factor and those that its value includes.
func (b *book) stagesOf(f *factors.Factor) string {
	if f.Stage == "" {
		return ""
	}
	names := []string{b.texts.Name("stage", string(f.Stage))}
	for _, more := range f.Covers {
		names = append(names, b.texts.Name("stage", string(more)))
	}
	text := strings.Join(names, " + ")
	if f.Route != "" {
		text += " (" + b.texts.Name("route", string(f.Route)) + ")"
	}
	return text
}

// shadows lists what a factor was preferred to, and why: the first few, the
// nearest to winning first. Of the same series in other years one is enough.
func (b *book) shadows(used calc.Used) string {
	const most = 3
	var (
		named     []string
		otherYear bool
		more      int
	)
	for _, shadow := range used.Match.Shadowed {
		year := shadow.Reason == factors.OtherYear
		if len(named) == most || (year && otherYear) {
			more++
			continue
		}
		otherYear = otherYear || year
		f := shadow.Factor
		named = append(named, b.label("shadow", f.ID, f.Pack.Ref(), b.numbers.Exact(f.Value), f.Unit.String(), b.label("shadow."+strconv.Itoa(int(shadow.Reason)))))
	}
	if more > 0 {
		named = append(named, b.label("shadow.more", more))
	}
	if len(named) == 0 {
		return ""
	}
	text := named[0]
	for _, name := range named[1:] {
		text = b.label("list.next", text, name)
	}
	return text
}
