// Package workbook writes the report as an Excel workbook. It is the only
// writer of workbooks in the project, and the only importer of excelize for it.
//
// The sheets lead from the result to its reasons: Summary, Contents, what governments owe
// (a sheet for each view of package disclosure), Breakdown, Lines, Items (where they were asked for), Calculations,
// Parameters, Factors, Findings, Problems, Columns, Method, Manifest. Every result is a
// formula with its cached value: the Summary and the views over the Breakdown, that over
// the Lines, these over the Calculations, and these over Parameters and Factors. Every
// sheet between the views and the last two is one Excel table with a filter; no cells
// are merged.
package workbook

import (
	"io"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// Options say what the workbook holds.
type Options struct {
	Language string // of the texts: en
	MaxLines int    // lines shown one by one; 0 for [DefaultMaxLines]
}

// DefaultMaxLines is how many lines a workbook shows one by one unless told
// otherwise: as many as fit on one sheet, and as spreadsheet programs can still
// be used with.
const DefaultMaxLines = 1_000_000

// Write writes the workbook. The same report and options give the same bytes.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	return write(w, r, opt, linesPerSheet)
}

// write is Write, with as many lines on a sheet as given.
func write(w io.Writer, r *reports.Report, opt Options, perSheet int) (err error) {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.MaxLines <= 0 {
		opt.MaxLines = DefaultMaxLines
	}
	b := &book{
		file: excelize.NewFile(), report: r, texts: texts, numbers: texts.Numbers(), options: opt,
		styles: make(map[look]int), perSheet: perSheet,
	}
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	b.plan()
	b.planViews()
	b.planLive()
	b.planItems()
	b.properties()
	b.summary()
	b.contents()
	b.viewSheets()
	b.breakdown()
	b.lines()
	b.itemRows()
	b.calculations()
	b.parametersUsed()
	b.factors()
	b.findings()
	b.problems()
	b.columnsRead()
	b.method()
	b.manifest()
	if b.err != nil {
		return b.err
	}
	// The first sheet is the one in sight already. SetActiveSheet would parse every
	// finished sheet again, which takes three times the memory of all else.
	out := &archive{to: w}
	defer out.remove()
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	return b.file.Write(io.Discard)
}

// book is a workbook being written. The first error stops it.
type book struct {
	file    *excelize.File
	report  *reports.Report
	texts   *wording.Catalogue
	numbers figure.Style
	options Options

	perSheet int // lines on a sheet

	styles map[look]int
	quotes map[int]int // styles, to their variants for texts that look like formulas
	names  []string    // of the sheets so far
	places places
	views  []viewPlan // of what governments owe
	live   live
	items  itemColumns

	formulaSpace []byte // in which formulas are put together

	cellNames  []cellName
	namesTaken map[string]bool // in lower case

	attributes []attribute // of a profile, that the Lines show
	err        error
}

// keep keeps the first error.
func (b *book) keep(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// label returns a text of the workbook's language.
func (b *book) label(key string, args ...any) string { return b.texts.Label(key, args...) }

// subject names what the report is about.
func (b *book) subject() string {
	if b.report.Organisation == "" {
		return b.label("report.title", b.period())
	}
	return b.label("report.title.of", b.report.Organisation, b.period())
}

// period writes the reporting period for people.
func (b *book) period() string { return b.texts.Period(b.report.Period) }
