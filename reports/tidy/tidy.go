// Package tidy writes the results as one long CSV table, one line for each
// profile, stage, component and impact, for spreadsheets and statistics programs.
package tidy

import (
	"errors"
	"io"

	"govfootprint/reports"
)

// Options say how the table is written.
type Options struct{}

// Write writes the table.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	return errors.ErrUnsupported
}
