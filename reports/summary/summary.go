// Package summary writes the report that a person reads in a terminal: what to
// know in a minute, calm and in columns.
//
// It is as wide as the terminal, up to a width that can still be read, uses
// colour only when asked to, and does without Unicode's blocks and signs where
// a terminal has none. Text from inventories cannot move the cursor or reorder
// what stands around it.
package summary

import (
	"bufio"
	"io"

	"govfootprint/reports"
	"govfootprint/reports/figure"
	"govfootprint/reports/wording"
)

// Options say how the terminal is.
type Options struct {
	Language string   // of the texts: en
	Width    int      // columns; 0 for 80
	Colour   bool     // whether to use colour
	ASCII    bool     // only ASCII signs, for terminals without Unicode
	Written  []string // where reports were written, to be named at the end
	Mappings []string // in use beside the one that was written, which does not repeat them
}

// Widths of the summary: narrower or wider terminals get the nearest.
const (
	standardWidth = 80
	leastWidth    = 60
	mostWidth     = 110
)

// Write writes the summary.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.Width == 0 {
		opt.Width = standardWidth
	}
	opt.Width = min(max(opt.Width, leastWidth), mostWidth)
	out := bufio.NewWriter(w)
	p := &printer{out: out, report: r, texts: texts, numbers: texts.Numbers(), options: opt}
	p.heading()
	p.totals()
	p.uncertainty()
	p.stages()
	p.categories()
	p.scopes()
	p.services()
	p.capacity()
	p.quality()
	p.rows()
	p.actions()
	p.beyond()
	p.sources()
	return out.Flush() // keeps the first error of any write
}

// printer writes a summary.
type printer struct {
	out     *bufio.Writer
	report  *reports.Report
	texts   *wording.Catalogue
	numbers figure.Style
	options Options
}

// label returns a text of the summary's language.
func (p *printer) label(key string, args ...any) string { return p.texts.Label(key, args...) }
