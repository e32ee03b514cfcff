package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// sheet writes one worksheet from top to bottom. Every sheet is streamed, the
// small ones too: only excelize's stream writer keeps a formula and its cached
// value together.
type sheet struct {
	book   *book
	name   string
	stream *excelize.StreamWriter
	row    int // the one being written, from 1

	cells []excelize.Cell // of the row being written
	set   []any           // pointers into cells, nil where a cell is empty
	page  int             // the row at which the printed page begins
	tall  float64         // height of the row being written; 0 for the standard
}

// layout is how a sheet is set up before its first row.
type layout struct {
	tab      string    // colour
	widths   []float64 // of the columns, in characters
	frozen   int       // rows that stay in sight
	columns  int       // columns that stay in sight
	portrait bool
	repeat   int  // row to repeat on every printed page, with the frozen columns; 0 for none
	pages    int  // across which it is printed; 0 for one
	large    bool // printed on A3
	grid     bool // whether to show grid lines
}

// add starts a worksheet. The one before it must be closed.
func (b *book) add(name string, l layout) *sheet {
	s := &sheet{book: b, name: name, row: 1, page: 1}
	if b.err != nil {
		return s
	}
	if len(b.names) == 0 {
		b.keep(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.keep(err)
	}
	b.names = append(b.names, name)
	fit := true
	b.keep(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &l.tab, FitToPage: &fit}))
	var err error
	s.stream, err = b.file.NewStreamWriter(name)
	b.keep(err)
	if b.err != nil {
		return s
	}
	b.keep(b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &l.grid}))
	if l.frozen > 0 || l.columns > 0 {
		b.keep(s.stream.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: l.columns, YSplit: l.frozen,
			TopLeftCell: ref(l.columns+1, l.frozen+1), ActivePane: pane(l),
		}))
	}
	for i, width := range l.widths {
		b.keep(s.stream.SetColWidth(i+1, i+1, width))
	}
	b.print(s, l)
	return s
}

// pane names the part of a frozen sheet that scrolls.
func pane(l layout) string {
	switch {
	case l.columns == 0:
		return "bottomLeft"
	case l.frozen == 0:
		return "topRight"
	default:
		return "bottomRight"
	}
}

// print sets a sheet up for paper: A4, a wide table A3, as wide as the page, numbered.
func (b *book) print(s *sheet, l layout) {
	var (
		orientation = "landscape"
		paper       = 9 // A4
		wide, long  = max(1, l.pages), 0
		margin, end = 0.5, 0.7
		centred     = true
	)
	if l.large {
		paper = 8 // A3
	}
	if l.portrait {
		orientation = "portrait"
	}
	b.keep(b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &paper, FitToWidth: &wide, FitToHeight: &long}))
	b.keep(b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin, Bottom: &end, Horizontally: &centred}))
	b.keep(b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L&8" + footerText(b.subject()) + "&C&8&A&R&8&P / &N"}))
	if l.repeat > 0 {
		b.keep(b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: printTitles(s.name, l),
		}))
	}
}

// printTitles returns what is repeated on every printed page: the header, and
// the frozen columns of a sheet that is several pages wide.
func printTitles(name string, l layout) string {
	rows := fmt.Sprintf("%s!$%d:$%d", quoted(name), l.repeat, l.repeat)
	if l.columns == 0 || l.pages < 2 {
		return rows
	}
	last, err := excelize.ColumnNumberToName(l.columns)
	if err != nil {
		return rows
	}
	return fmt.Sprintf("%s!$A:$%s,%s", quoted(name), last, rows)
}

// printArea keeps what is printed to the columns of a table: a long text in the
// last one would run on over further pages.
func (b *book) printArea(s *sheet, columns, rows int) {
	if b.err != nil {
		return
	}
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", Scope: s.name, RefersTo: quoted(s.name) + "!$A$1:" + fixed(columns, max(rows, 1)),
	}))
}

// text puts a text into a column of the current row; an empty one leaves the
// cell empty, but styled.
func (s *sheet) text(column int, l look, value string) {
	if value == "" {
		s.put(column, l, nil, "")
		return
	}
	s.put(column, l, cellText(value), "")
}

// number puts an exact number into a column of the current row.
func (s *sheet) number(column int, l look, value decimal.Decimal) {
	s.put(column, l, float(value), "")
}

// known puts a number, or nothing where it is not known.
func (s *sheet) known(column int, l look, value decimal.Decimal, known bool) {
	if !known {
		s.put(column, l, nil, "")
		return
	}
	s.number(column, l, value)
}

// count puts a whole number.
func (s *sheet) count(column int, l look, value int64) { s.put(column, l, value, "") }

// formula puts a formula with the value that it has.
func (s *sheet) formula(column int, l look, formula string, value decimal.Decimal) {
	s.put(column, l, float(value), formula)
}

func (s *sheet) put(column int, l look, value any, formula string) {
	s.cell(column, s.book.style(l), value, formula)
}

// cell puts a value with a style that is already known.
func (s *sheet) cell(column, style int, value any, formula string) {
	if text, ok := value.(string); ok && likeFormula(text) {
		style = s.book.quoted(style)
	}
	for len(s.cells) < column {
		s.cells = append(s.cells, excelize.Cell{})
	}
	s.cells[column-1] = excelize.Cell{StyleID: style, Value: value, Formula: formula}
	for len(s.set) < column {
		s.set = append(s.set, nil)
	}
	s.set[column-1] = &s.cells[column-1]
}

// end writes the current row and goes to the next. It returns the number of the
// row that was written.
func (s *sheet) end() int {
	written := s.row
	s.row++
	if s.book.err != nil {
		return written
	}
	for i, set := range s.set { // cells may have moved when it grew
		if set != nil {
			s.set[i] = &s.cells[i]
		}
	}
	if len(s.set) > 0 || s.tall > 0 {
		s.book.keep(s.stream.SetRow(ref(1, written), s.set, excelize.RowOpts{Height: s.tall}))
	}
	clear(s.set)
	s.set = s.set[:0]
	s.tall = 0
	return written
}

// skip leaves rows empty.
func (s *sheet) skip(rows int) { s.row += rows }

// breakPage leaves a row empty, and begins a new page below it when printed.
func (s *sheet) breakPage() {
	s.row++
	s.page = s.row
	if s.book.err == nil {
		s.book.keep(s.stream.InsertPageBreak(ref(1, s.row)))
	}
}

// pageRows is how many rows of the Summary fit on a printed page, about.
const pageRows = 35

// keepTogether begins a new page where a number of rows would not fit on this one.
func (s *sheet) keepTogether(rows int) {
	if s.row-s.page+rows > pageRows {
		s.breakPage()
	}
}

// close ends the sheet.
func (s *sheet) close() {
	if s.book.err == nil {
		s.book.keep(s.stream.Flush())
	}
}

// ref returns a cell's reference: column 2, row 3 is B3.
func ref(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil { // only beyond the limits of a sheet, which every caller keeps to
		return ""
	}
	return name
}

// fixed returns a cell's reference that does not move when copied: $B$3.
func fixed(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row, true)
	if err != nil {
		return ""
	}
	return name
}

// quoted returns a sheet's name as formulas write it.
func quoted(name string) string {
	for _, r := range name {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z') {
			return "'" + strings.ReplaceAll(name, "'", "''") + "'"
		}
	}
	return name
}

// float returns the floating-point number nearest to an exact one: all that a
// spreadsheet can hold. Result JSON holds every digit.
func float(value decimal.Decimal) float64 { return value.InexactFloat64() }
