// Package workbook writes the report as an Excel workbook. It is the only
// writer of workbooks in the project, and the only importer of excelize for it.
package workbook

import (
	"io"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// Options say what the workbook holds.
type Options struct {
	Language string // of the texts: en
	MaxLines int    // lines shown one by one; 0 for a million
}

// Write writes the workbook. The same report and options give the same bytes.
func Write(w io.Writer, r *reports.Report, opt Options) (err error) {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	b := &book{file: excelize.NewFile(), report: r, texts: texts, styles: make(map[look]int)}
	defer func() {
		if closing := b.file.Close(); err == nil {
			err = closing
		}
	}()
	if b.err != nil {
		return b.err
	}
	out := &archive{to: w}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	return b.file.Write(io.Discard)
}

// book is a workbook being written. The first error stops it.
type book struct {
	file   *excelize.File
	report *reports.Report
	texts  *wording.Catalogue
	styles map[look]int
	names  []string // of the sheets so far
	err    error
}

// keep keeps the first error.
func (b *book) keep(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// subject names what the report is about, for footers and properties.
func (b *book) subject() string { return b.report.Organisation }

func footerText(s string) string { return s }
