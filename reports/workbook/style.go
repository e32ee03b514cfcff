package workbook

import "github.com/xuri/excelize/v2"

// look is a cell's appearance. Equal looks share one style of the workbook.
type look struct {
	font   font
	format string // number format code; empty for general
	align  string // left, right, center; empty for what suits the value
	wrap   bool
	top    bool // aligned to the top of a tall row
	fill   string
	edge   edge
	indent int
}

// font is the writing of a cell.
type font int

const (
	plain font = iota
	bold
	quiet // less important
	title
	heading
	headline // a key figure
	header   // of a table's column
	link
	mono
	input // a number that somebody may change, and see what follows
)

// edge is the line below a cell.
type edge int

const (
	noEdge edge = iota
	faintEdge
	strongEdge
	totalEdge // above and below: a total
)

// family is the font of the workbook: the one that every spreadsheet program
// has, or has a metric twin of.
const family = "Arial"

var fonts = map[font]excelize.Font{
	plain:    {Family: family, Size: 10, Color: ink},
	bold:     {Family: family, Size: 10, Color: ink, Bold: true},
	quiet:    {Family: family, Size: 9, Color: quietInk},
	title:    {Family: family, Size: 18, Color: darkBlue, Bold: true},
	heading:  {Family: family, Size: 12, Color: darkBlue, Bold: true},
	headline: {Family: family, Size: 18, Color: darkBlue, Bold: true},
	header:   {Family: family, Size: 10, Color: white, Bold: true},
	link:     {Family: family, Size: 10, Color: linkInk, Underline: "single"},
	input:    {Family: family, Size: 10, Color: inputInk},
	mono:     {Family: "Courier New", Size: 9, Color: ink},
}

// style returns the number of the style for a look, made when first needed.
func (b *book) style(l look) int {
	if l.indent > 0 && l.align == "" {
		l.align = "left" // programs indent nothing that is not aligned
	}
	if id, ok := b.styles[l]; ok {
		return id
	}
	f := fonts[l.font]
	s := &excelize.Style{
		Font: &f,
		Alignment: &excelize.Alignment{
			Horizontal: l.align,
			Vertical:   "center",
			WrapText:   l.wrap,
			Indent:     l.indent,
		},
	}
	if l.top {
		s.Alignment.Vertical = "top"
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	switch l.edge {
	case noEdge:
	case faintEdge:
		s.Border = []excelize.Border{{Type: "bottom", Color: faintLine, Style: 1}}
	case strongEdge:
		s.Border = []excelize.Border{{Type: "bottom", Color: darkBlue, Style: 1}}
	case totalEdge:
		s.Border = []excelize.Border{{Type: "top", Color: line, Style: 1}, {Type: "bottom", Color: line, Style: 1}}
	}
	id, err := b.file.NewStyle(s)
	b.keep(err)
	b.styles[l] = id
	return id
}

// quoted returns the variant of a style for a text that looks like a formula.
// The text is no formula in the file, but would become one when somebody edits
// the cell and leaves it; the mark of a text, which programs show as an
// apostrophe, prevents that.
func (b *book) quoted(style int) int {
	if id, ok := b.quotes[style]; ok {
		return id
	}
	if b.err != nil || b.file.Styles == nil || b.file.Styles.CellXfs == nil || style >= len(b.file.Styles.CellXfs.Xf) {
		return style
	}
	formats := b.file.Styles.CellXfs
	variant, yes := formats.Xf[style], true
	variant.QuotePrefix = &yes
	formats.Xf = append(formats.Xf, variant)
	formats.Count = len(formats.Xf)
	if b.quotes == nil {
		b.quotes = make(map[int]int)
	}
	b.quotes[style] = len(formats.Xf) - 1
	return b.quotes[style]
}

// Number formats. A number of many magnitudes keeps its leading digits in
// sight; a zero is a plain 0, and what is not known is an empty cell.
const (
	wholeFormat    = "#,##0"
	measureFormat  = "[=0]0;[>=100]#,##0;#,##0.00"
	smallFormat    = "[=0]0;[>=0.1]#,##0.00;0.000000"
	tinyFormat     = "[=0]0;[>=0.001]#,##0.0000;0.00E+00"
	amountFormat   = "#,##0.##;-#,##0.##"
	percentFormat  = "0.0%"
	shareFormat    = "[=0]\"–\";[<0.005]\"<1%\";0%"
	yearFormat     = "0"
	factorFormat   = "[=0]0;[>=0.0001]#,##0.######;0.000E+00"
	durationFormat = "#,##0.0"

	differenceFormat = "0%;-0.0000000%;0%"
)
