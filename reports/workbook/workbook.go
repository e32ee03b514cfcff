// Package workbook writes the report as an Excel workbook. It is the only
// writer of workbooks in the project, and the only importer of excelize for it.
package workbook

import (
	"errors"
	"io"

	"govfootprint/reports"
)

// Options say what the workbook holds.
type Options struct {
	Language string // of the texts: en
	MaxLines int    // lines shown one by one; 0 for all that three sheets hold
}

// Write writes the workbook. The same report and options give the same bytes.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	return errors.ErrUnsupported
}
