package workbook

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// TemplateOptions say what an inventory template holds.
type TemplateOptions struct {
	Language string // of what is written for people: en, fr. Headers and values are the canonical ones.
	// Rows are sample rows: values by the name of their column.
	Rows []map[string]string
}

// templateRows is how many rows of a template have drop-downs. Rows below can
// be filled in as well.
const templateRows = 20_000

// WriteTemplate writes an inventory to fill in: a sheet with the canonical
// columns, drop-downs where a column has a vocabulary, a prompt for every cell,
// and a sheet of notes.
func WriteTemplate(w io.Writer, columns []inventory.TemplateColumn, opt TemplateOptions) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	t := &template{
		book:      &book{file: excelize.NewFile(), styles: make(map[look]int), texts: texts},
		columns:   columns,
		options:   opt,
		sheet:     texts.Label("template.inventory"),
		noteSheet: texts.Label("template.notes"),
		listSheet: texts.Label("template.lists"),
	}
	defer t.file.Close()
	t.keep(t.file.SetSheetName(t.file.GetSheetName(0), t.sheet))
	for _, name := range []string{t.noteSheet, t.listSheet} {
		_, err := t.file.NewSheet(name)
		t.keep(err)
	}
	t.inventory()
	t.notes()
	t.lists()
	t.paper(t.sheet)
	t.paper(t.noteSheet)
	t.keep(t.file.SetSheetVisible(t.listSheet, false))
	t.keep(t.file.SetDocProps(&excelize.DocProperties{Title: t.sheet, Creator: "govfootprint", Language: texts.Language()}))
	if t.err != nil {
		return fmt.Errorf("inventory template: %w", t.err)
	}
	zipped := &archive{to: w}
	t.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zipped })
	if err := t.file.Write(io.Discard); err != nil {
		return fmt.Errorf("inventory template: %w", err)
	}
	return zipped.fail
}

// template is a template being written.
type template struct {
	*book

	columns []inventory.TemplateColumn
	options TemplateOptions

	// The names of its sheets. Reading skips those that are no inventory.
	sheet, noteSheet, listSheet string
}

func (t *template) describe(c inventory.TemplateColumn) string {
	text := c.Describe[t.texts.Language()]
	if text == "" {
		text = c.Describe["en"]
	}
	return t.texts.Typeset(text)
}

// inventory writes the sheet that is filled in.
func (t *template) inventory() {
	head := t.style(look{font: header, fill: darkBlue})
	optional := t.style(look{font: header, fill: darkGrey})
	for i, c := range t.columns {
		cell, letter := at(i+1, 1), columnLetter(i+1)
		style := optional
		if c.Mandatory {
			style = head
		}
		t.keep(t.file.SetCellStr(t.sheet, cell, c.Name))
		t.keep(t.file.SetCellStyle(t.sheet, cell, cell, style))
		t.keep(t.file.SetColWidth(t.sheet, letter, letter, max(12, float64(len(c.Name)+4))))
		if format := cellFormat(c.Name); format != "" {
			id := t.style(look{format: format})
			t.keep(t.file.SetColStyle(t.sheet, letter, id))
			t.keep(t.file.SetCellStyle(t.sheet, cell, cell, style)) // the header keeps its own
		}
		t.validate(i, c)
	}
	for r, row := range t.options.Rows {
		for i, c := range t.columns {
			t.sample(at(i+1, r+2), c.Name, row[c.Name])
		}
	}
	t.keep(t.file.SetPanes(t.sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// paper makes a sheet fit the width of a page.
func (t *template) paper(sheet string) {
	var (
		a4, wide, long = 9, 1, 0
		landscape      = "landscape"
		fit            = true
	)
	t.keep(t.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}))
	t.keep(t.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// dateFormat is how a date cell shows what is typed into it: in one way for
// every language, which no colleague can misread.
const dateFormat = "yyyy-mm-dd"

func isDate(column string) bool { return column == "acquired" || column == "retired" }

func cellFormat(column string) string {
	if isDate(column) {
		return dateFormat
	}
	return ""
}

// sample writes the value of a sample row as what it is: a date, a number, a text.
func (t *template) sample(cell, column, value string) {
	if value == "" {
		return
	}
	t.keep(t.file.SetCellStyle(t.sheet, cell, cell, t.style(look{})))
	if day, err := time.Parse(time.DateOnly, value); err == nil && isDate(column) {
		t.keep(t.file.SetCellValue(t.sheet, cell, day))
		id := t.style(look{format: dateFormat})
		t.keep(t.file.SetCellStyle(t.sheet, cell, cell, id))
		return
	}
	if d, err := decimal.NewFromString(value); err == nil {
		t.keep(t.file.SetCellValue(t.sheet, cell, d.InexactFloat64())) // a spreadsheet cell is a float64
		return
	}
	t.keep(t.file.SetCellStr(t.sheet, cell, value))
}

// Excel shows at most so many characters of a prompt.
const longestPrompt = 255

// validate gives a column its drop-down and its prompt. A value that is not in
// the list is asked about, not refused: reading knows more words than a list can hold.
func (t *template) validate(i int, c inventory.TemplateColumn) {
	letter := columnLetter(i + 1)
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s%d", letter, letter, templateRows+1))
	v.SetInput(c.Name, clip(t.describe(c), longestPrompt))
	if len(c.Allowed) > 0 {
		v.SetSqrefDropList(fmt.Sprintf("%s!$%s$2:$%s$%d", t.listSheet, letter, letter, len(c.Allowed)+1))
		v.SetError(excelize.DataValidationErrorStyleWarning, c.Name, t.label("template.unlisted"))
	}
	t.keep(t.file.AddDataValidation(t.sheet, v))
}

// clip shortens a text to a number of characters.
func clip(s string, limit int) string {
	runes := []rune(s)
	if len(runes) <= limit {
		return s
	}
	return string(runes[:limit-1]) + "…"
}

// lists writes the values of the drop-downs, each below its column's name. The
// sheet is hidden.
func (t *template) lists() {
	for i, c := range t.columns {
		t.keep(t.file.SetCellStr(t.listSheet, at(i+1, 1), t.label("template.values", c.Name)))
		for j, value := range c.Allowed {
			t.keep(t.file.SetCellStr(t.listSheet, at(i+1, j+2), value))
		}
	}
}

// Widths of the columns of notes that may take several lines, in characters.
const (
	notesText   = 70
	notesValues = 60
)

// noteLines returns how many lines a text takes in a column, a little generously, for
// programs that show a workbook do not all work that out for themselves.
func noteLines(s string, width int) int {
	return 1 + utf8.RuneCountInString(s)/(width+8)
}

// notes writes what each column means.
func (t *template) notes() {
	heads := []string{
		t.label("template.column"), t.label("template.meaning"), t.label("template.unit"),
		t.label("template.needed"), t.label("template.example"), t.label("template.allowed"),
	}
	head, text := t.style(look{font: header, fill: darkBlue}), t.style(look{wrap: true, top: true, edge: faintEdge})
	for i, width := range []float64{20, notesText, 10, 10, 22, notesValues} {
		letter := columnLetter(i + 1)
		t.keep(t.file.SetColWidth(t.noteSheet, letter, letter, width))
		t.keep(t.file.SetCellStr(t.noteSheet, at(i+1, 1), heads[i]))
	}
	t.keep(t.file.SetCellStyle(t.noteSheet, "A1", at(len(heads), 1), head))
	for r, c := range t.columns {
		needed := ""
		if c.Mandatory {
			needed = t.label("template.yes")
		}
		for i, value := range []string{c.Name, t.describe(c), c.Unit, needed, c.Example, strings.Join(c.Allowed, ", ")} {
			t.keep(t.file.SetCellStr(t.noteSheet, at(i+1, r+2), clip(value, excelize.TotalCellChars)))
		}
		t.keep(t.file.SetCellStyle(t.noteSheet, at(1, r+2), at(len(heads), r+2), text))
		lines := max(noteLines(t.describe(c), notesText), noteLines(strings.Join(c.Allowed, ", "), notesValues))
		t.keep(t.file.SetRowHeight(t.noteSheet, r+2, float64(3+13*lines)))
	}
	t.keep(t.file.SetPanes(t.noteSheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// at names a cell by its column and row, both from 1. Both are small constants
// here, so the error cannot occur.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "A1"
	}
	return name
}

// columnLetter names a column by its number, from 1.
func columnLetter(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return "A"
	}
	return name
}
