package workbook

import (
	"errors"
	"io"

	"govfootprint/reports"
)

// WritePathway writes a pathway as a workbook.
func WritePathway(io.Writer, *reports.Pathway, Options) error { return errors.New("not yet") }
