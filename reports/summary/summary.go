// Package summary writes the report that a person reads in a terminal.
package summary

import (
	"errors"
	"io"

	"govfootprint/reports"
)

// Options say how the terminal is.
type Options struct {
	Language string   // of the texts: en
	Width    int      // columns; 0 for 80
	Colour   bool     // whether to use colour
	ASCII    bool     // only ASCII signs, for terminals without Unicode
	Written  []string // where reports were written, to be named at the end
}

// Write writes the summary.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	return errors.ErrUnsupported
}
