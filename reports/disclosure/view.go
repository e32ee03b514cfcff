package disclosure

import (
	"github.com/shopspring/decimal"
)

// View is what one framework asks for, or one subject: a sheet of a workbook.
type View struct {
	Key    Key
	Title  Text
	Asks   Text  // what it shows, in a sentence
	Duty   *Duty // who owes it to whom; nil where nobody has to
	Tables []*Table
	Notes  []Text

	gaps       []GapAt
	gapNumbers map[*Gap]int
}

// Key names a view.
type Key string

// The views, in the order in which they are shown.
const (
	Scopes         Key = "scopes"
	Circularity    Key = "circularity"
	DataCentres    Key = "data_centres"
	UnitedKingdom  Key = "uk"
	France         Key = "fr"
	NewZealand     Key = "nz"
	Australia      Key = "au"
	Equivalences   Key = "equivalences"
	SharedApproach Key = "shared_approach"
)

// Keys lists the views in the order in which they are shown.
var Keys = []Key{Scopes, Circularity, DataCentres, UnitedKingdom, France, NewZealand, Australia, Equivalences, SharedApproach}

// Duty says who owes a table, and where that was read.
type Duty struct {
	Who     Text
	Sources []Source
}

// Source is a publication, under its own title.
type Source struct {
	Title, URL string
	Language   string // of the title; empty where nobody says
}

// Table is a table of a view.
type Table struct {
	Key     string
	Title   Text
	Note    Text // below its title; empty for none
	Columns []Column
	Rows    []*Row
}

// Column is a column of a table. The first holds what each row is.
type Column struct {
	Key  string
	Head Text
	Unit Unit // of every figure in it; empty for words, and where each has its own
	Wide bool // holds sentences
}

// Row is a row of a table. Cells are by column; one that is nil is empty.
type Row struct {
	Key   string
	Level int  // how far it is set in below the rows above it
	Total bool // the sum of rows, to be set off
	Cells []*Cell
}

// Cell is one of: words, a figure, a gap, or nothing that applies.
type Cell struct {
	Words  Text
	Figure *Figure
	Gap    *Gap
	None   bool // does not apply
}

// Figure is an exact number with its unit.
type Figure struct {
	Value decimal.Decimal
	Unit  Unit
	From  *Expression // nil: it stands nowhere else
}

// Gap says why there is no figure, and what to give so that there is one.
type Gap struct{ Why, Give Text }

// Unit is a unit of a figure, as package wording names it under "unit.".
type Unit string

// The units.
const (
	Tonnes     Unit = "tCO2e"
	Kilograms  Unit = "kgCO2e"
	Mass       Unit = "kg"
	KWh        Unit = "kWh"
	KWhPerFTE  Unit = "kWh/FTE"
	KgPerFTE   Unit = "kgCO2e/FTE"
	KgPerUser  Unit = "kgCO2e/user"
	FTE        Unit = "FTE"
	Share      Unit = "%" // of 1: 0.25 is 25 %
	Pieces     Unit = "units"
	Rows       Unit = "rows"
	Years      Unit = "years"
	Year       Unit = "year" // of the calendar: no separators
	Ratio      Unit = "1"
	LitreKWh   Unit = "L/kWh"
	CubicMetre Unit = "m3"
	PerKWh     Unit = "kgCO2e/kWh"
	Count      Unit = "count"
	ForOne     Unit = "each" // of something else, in the unit that stands beside it
)

var units = []Unit{
	Tonnes, Kilograms, Mass, KWh, KWhPerFTE, KgPerFTE, KgPerUser, FTE, Share, Pieces, Rows, Years, Year, Ratio, LitreKWh, CubicMetre, PerKWh, Count, ForOne,
}

// Row returns the row of a key, nil where there is none.
func (t *Table) Row(key string) *Row {
	for _, r := range t.Rows {
		if r.Key == key {
			return r
		}
	}
	return nil
}

// column returns the number of a column, -1 where there is none.
func (t *Table) column(key string) int {
	for i, c := range t.Columns {
		if c.Key == key {
			return i
		}
	}
	return -1
}

// Cell returns the cell of a row and a column, nil where there is none.
func (t *Table) Cell(row, column string) *Cell {
	r, at := t.Row(row), t.column(column)
	if r == nil || at < 0 || at >= len(r.Cells) {
		return nil
	}
	return r.Cells[at]
}

// Table returns the table of a key, nil where there is none.
func (v *View) Table(key string) *Table {
	for _, t := range v.Tables {
		if t.Key == key {
			return t
		}
	}
	return nil
}

// GapAt is a gap with the place where it stands.
type GapAt struct {
	Table  *Table
	Row    *Row
	Column Column
	Gap    *Gap
}

// Gaps lists the gaps of a view in the order in which they stand. Gaps with the
// same reason and remedy are one, where it is met first.
func (v *View) Gaps() []GapAt { return v.gaps }

// GapNumber returns the number of a cell's gap in [View.Gaps], from 1; 0 for a cell
// that has none.
func (v *View) GapNumber(c *Cell) int { return v.gapNumbers[c.Gap] }

// numberGaps numbers the gaps of a view that is complete.
func (v *View) numberGaps() {
	numbers := make(map[string]int)
	v.gapNumbers = make(map[*Gap]int)
	for _, t := range v.Tables {
		for _, r := range t.Rows {
			for i, c := range r.Cells {
				if c == nil || c.Gap == nil {
					continue
				}
				key := c.Gap.Why.key() + "\x00" + c.Gap.Give.key()
				if numbers[key] == 0 {
					v.gaps = append(v.gaps, GapAt{t, r, t.Columns[i], c.Gap})
					numbers[key] = len(v.gaps)
				}
				v.gapNumbers[c.Gap] = numbers[key]
			}
		}
	}
}
