package workbook

import (
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
)

// factors writes every factor that the result rests on, with where it was
// published, how it was found, and what it was preferred to.
func (b *book) factors() {
	columns := []struct {
		key   string
		width float64
	}{
		{"factor", 26}, {"pack", 22}, {"layer", 12}, {"subject", 24}, {"property", 16}, {"stage", 15}, {"impact", 15},
		{"place", 9}, {"factor_year", 8}, {"value_of", 12}, {"low", 11}, {"high", 11}, {"unit", 15}, {"distribution", 12},
		{"quality_published", 10}, {"rung", 18}, {"place_rung", 14}, {"year_rung", 16}, {"grade", 8},
		{"applied_units", 12}, {"applied_rows", 10},
		{"source", 44}, {"publisher", 30}, {"source_year", 8}, {"url", 44}, {"licence", 18}, {"factor_note", 44}, {"shadowed", 50},
	}
	widths := make([]float64, len(columns))
	headers := make([]string, len(columns))
	for i, c := range columns {
		widths[i], headers[i] = c.width, b.label("column."+c.key)
	}
	s := b.add(b.label("sheet.factors"), layout{tab: darkPink, widths: widths, frozen: tableHeader, columns: 1, repeat: tableHeader})
	defer s.close()
	s.titles(b.label("factors.title"), b.label("factors.note"))
	s.header(headers)

	plainLook := look{edge: faintEdge}
	number := plainLook.as(factorFormat)
	for _, used := range b.report.Factors {
		f := used.Match.Factor
		column := 0
		text := func(value string) { column++; s.text(column, plainLook, value) }
		maybe := func(value decimal.NullDecimal) { column++; s.known(column, number, value.Decimal, value.Valid) }
		source := f.Source
		if source == nil {
			source = &factors.Source{}
		}
		text(f.ID)
		text(f.Pack.Ref())
		text(b.texts.Name("layer", f.Pack.Layer.String()))
		text(f.Subject)
		text(b.texts.Name("property", string(f.Property)))
		text(b.stagesOf(f))
		text(b.texts.Name("impact", string(f.Impact)))
		text(f.Place)
		column++
		s.known(column, plainLook.as(yearFormat), decimal.NewFromInt(int64(f.Year)), f.Year != 0)
		maybe(decimal.NewNullDecimal(f.Value))
		maybe(f.Low)
		maybe(f.High)
		text(f.Unit.String())
		text(b.texts.Name("distribution", string(f.Distribution)))
		text(f.Quality.String())
		text(b.rung(used.Match))
		text(b.label("place_rung." + strconv.Itoa(int(used.Match.PlaceRung))))
		text(b.yearRung(used.Match))
		text(used.Match.Grade.String())
		column++
		s.number(column, plainLook.as(amountFormat), used.Units)
		column++
		s.count(column, plainLook.as(wholeFormat), used.Rows)
		text(source.Title)
		text(source.Publisher)
		text(source.Year)
		text(source.URL)
		text(source.Licence)
		text(f.Note)
		text(b.shadows(used))
		s.end()
	}
	s.table("Factors", tableHeader, s.row-1, len(columns))
}

// stagesOf names the stage of a factor and those that its value includes.
func (b *book) stagesOf(f *factors.Factor) string {
	name := b.texts.Name("stage", string(f.Stage))
	for _, more := range f.Covers {
		name += " + " + b.texts.Name("stage", string(more))
	}
	if f.Route != "" {
		name += " (" + b.texts.Name("route", string(f.Route)) + ")"
	}
	return name
}

// rung says how near a factor's subject is to the equipment that it stands for.
func (b *book) rung(m *factors.Match) string { return b.label("rung." + strconv.Itoa(int(m.Rung))) }

// yearRung says how near a factor's year is to the one that was wanted.
func (b *book) yearRung(m *factors.Match) string {
	return b.label("year_rung."+strconv.Itoa(int(m.YearRung)), m.YearGap)
}

// shadows lists what a factor was preferred to, and why.
func (b *book) shadows(used calc.Used) string {
	const most = 5
	text := ""
	for i, shadow := range used.Match.Shadowed {
		if i > 0 {
			text += "; "
		}
		if i == most {
			return text + b.label("shadow.more", len(used.Match.Shadowed)-most)
		}
		f := shadow.Factor
		text += b.label("shadow", f.ID, f.Pack.Ref(), b.numbers.Exact(f.Value), f.Unit.String(), b.label("shadow."+strconv.Itoa(int(shadow.Reason))))
	}
	return text
}
