package disclosure

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/figure"
)

// Of works out the views of a report: those that everybody is shown, and the
// returns of the countries that the settings name, else of those in which the
// equipment is.
func Of(r *reports.Report) []*View {
	a := &author{report: r}
	// Each points to figures of those before it.
	a.circularity()
	a.dataCentres()
	a.scopes()
	for _, of := range []struct {
		key   Key
		write func()
	}{{UnitedKingdom, a.unitedKingdom}, {France, a.france}, {NewZealand, a.newZealand}, {Australia, a.australia}} {
		if owes(r, of.key) {
			of.write()
		}
	}
	a.equivalences()
	a.sharedApproach()
	slices.SortFunc(a.views, func(x, y *View) int { return cmp.Compare(slices.Index(Keys, x.Key), slices.Index(Keys, y.Key)) })
	for _, v := range a.views {
		v.numberGaps()
	}
	return a.views
}

// countries are the returns by ISO 3166.
var countries = map[string]Key{"GB": UnitedKingdom, "FR": France, "NZ": NewZealand, "AU": Australia}

// Returns lists the views that are returns of a country.
var Returns = []Key{UnitedKingdom, France, NewZealand, Australia}

// owes reports whether a report shows the return of a country.
func owes(r *reports.Report, key Key) bool {
	chosen := r.Reporting.Returns
	switch {
	case slices.Contains(chosen, "none"):
		return false
	case slices.Contains(chosen, "all"), slices.Contains(chosen, string(key)):
		return true
	case len(chosen) > 0:
		return false
	}
	for _, s := range r.Breakdown(calc.ByCountry).Slices {
		country, _, _ := strings.Cut(s.Key, "-")
		if countries[country] == key {
			return true
		}
	}
	return false
}

// author writes views.
type author struct {
	report *reports.Report
	views  []*View
}

// view begins a view; what it shows, and who owes it, are labels by its key.
func (a *author) view(key Key, sources ...Source) *viewAuthor {
	v := &View{Key: key, Title: said(string(key) + ".title"), Asks: said(string(key) + ".asks")}
	if len(sources) > 0 {
		v.Duty = &Duty{Who: said(string(key) + ".who"), Sources: sources}
	}
	a.views = append(a.views, v)
	return &viewAuthor{a, v}
}

// english and french are publications under titles of these languages.
func english(title, url string) Source { return Source{title, url, "en"} }
func french(title, url string) Source  { return Source{title, url, "fr"} }

// viewAuthor writes one view.
type viewAuthor struct {
	*author

	view *View
}

func (v *viewAuthor) note(t Text) { v.view.Notes = append(v.view.Notes, t) }

// table begins a table, whose title is a label by the view's key and its own.
func (v *viewAuthor) table(key string, columns ...Column) *Table {
	t := &Table{Key: key, Title: said(string(v.view.Key) + "." + key), Columns: columns}
	v.view.Tables = append(v.view.Tables, t)
	return t
}

// here points to a cell of the view.
func (v *viewAuthor) here(t *Table, row, column string) Expression {
	return at(v.view.Key, t.Key, row, column)
}

// head is a column of words, by the label of its head.
func head(key string) Column { return Column{Key: key, Head: said("column." + key)} }

// wide is a column of sentences.
func wide(key string) Column { return Column{Key: key, Head: said("column." + key), Wide: true} }

// figures is a column of figures of one unit.
func figures(key string, unit Unit) Column {
	return Column{Key: key, Head: said("column." + key), Unit: unit}
}

// add adds a row.
func (t *Table) add(key string, cells ...*Cell) *Row {
	r := &Row{Key: key, Cells: cells}
	t.Rows = append(t.Rows, r)
	return r
}

func words(t Text) *Cell { return &Cell{Words: t} }

func none() *Cell { return &Cell{None: true} }

func gap(why, give Text) *Cell { return &Cell{Gap: &Gap{why, give}} }

// given is a figure that stands nowhere else.
func given(value decimal.Decimal, unit Unit) *Cell {
	return &Cell{Figure: &Figure{Value: value, Unit: unit}}
}

func counted(n int64, unit Unit) *Cell { return given(decimal.NewFromInt(n), unit) }

// known is a figure, or the gap where it is not known.
func known(value decimal.NullDecimal, unit Unit, missing *Cell) *Cell {
	if !value.Valid {
		return missing
	}
	return given(value.Decimal, unit)
}

// value looks a figure up.
func (a *author) value(ref Ref) (decimal.Decimal, bool) {
	if ref.View == "" {
		return slice(a.report, ref.Breakdown)
	}
	c := a.cell(ref)
	if c == nil || c.Figure == nil {
		return decimal.Zero, false
	}
	return c.Figure.Value, true
}

func (a *author) cell(ref Ref) *Cell {
	for _, v := range a.views {
		if v.Key == ref.View {
			if t := v.Table(ref.Table); t != nil {
				return t.Cell(ref.Row, ref.Column)
			}
		}
	}
	return nil
}

// worked is a figure that follows from others, or the gap of the first of those
// that is one.
func (a *author) worked(unit Unit, e Expression) *Cell {
	value, ok := e.evaluate(a.value)
	if ok {
		return &Cell{Figure: &Figure{value, unit, &e}}
	}
	for _, ref := range e.refs() {
		if c := a.cell(ref); c != nil && c.Gap != nil {
			return &Cell{Gap: &Gap{c.Gap.Why, c.Gap.Give}}
		}
	}
	return nil
}

// shown is a figure of the report, as the one that an expression points to where
// the report's breakdowns have the same: they show one view of electricity.
func (a *author) shown(value decimal.Decimal, unit Unit, e Expression) *Cell {
	c := given(value, unit)
	if there, ok := e.evaluate(a.value); ok && there.Equal(value) {
		c.Figure.From = &e
	}
	return c
}

// copied is the cell that stands elsewhere, pointed to.
func (a *author) copied(view Key, table, row, column string) *Cell {
	c := a.cell(Ref{View: view, Table: table, Row: row, Column: column})
	switch {
	case c == nil:
		return nil
	case c.Figure != nil:
		e := at(view, table, row, column)
		return &Cell{Figure: &Figure{c.Figure.Value, c.Figure.Unit, &e}}
	default:
		again := *c
		return &again
	}
}

// unitOf is a cell that names the unit of a figure.
func unitOf(u Unit) *Cell { return words(u.Name()) }

// Name returns the unit in words; a unit that a factor pack brings is its own name.
func (u Unit) Name() Text {
	if slices.Contains(units, u) {
		return labelled("unit." + string(u))
	}
	return plain(figure.UnitName(string(u)))
}

// viewed says which electricity a table shows, where that is not location-based.
func (a *author) viewed() Text {
	if a.report.View() == calc.MarketBased {
		return said("viewed.market")
	}
	return Text{}
}

// gwpOf points to the climate impact of a key of a dimension, in tonnes.
func gwpOf(d calc.Dimension, key string) Expression {
	return tonnes(of(Slice{Dimension: d, Key: key, Impact: factors.GWP}))
}
