package cli

import (
	"bufio"
	"cmp"
	"os"
	"slices"
	"strings"

	"govfootprint/internal/verify"
	"govfootprint/reports"
	"govfootprint/reports/wording"
	"govfootprint/reports/workbook"
)

// compare says in what a workbook differs from what it should be, and reports
// whether in nothing.
func (r *remake) compare(found *verify.Book, report *reports.Report) (bool, error) {
	if r.manifest.Layout != workbook.Layout {
		return r.compareTotals(report)
	}
	expected, err := r.written(report)
	if err != nil {
		return false, err
	}
	defer expected.Close()
	most := r.opts.most
	if most > 0 {
		most = max(most, mostSorted)
	}
	result, err := verify.Compare(found, expected, most)
	if err != nil {
		return false, errorf("%s: %w", r.opts.report, err)
	}
	if err := r.inputsFirst(result); err != nil {
		return false, err
	}
	r.tell(result)
	return result.Equal(), nil
}

// mostSorted is how many differences are kept at least, where not all are: from
// those the first to be listed are chosen.
const mostSorted = 1000

// inputsFirst puts what others are computed from before what is about them: lines,
// parameters, factors.
func (r *remake) inputsFirst(result *verify.Result) error {
	texts, err := wording.In(r.settings.Language)
	if err != nil {
		return err
	}
	var first []string
	for _, key := range []string{"sheet.lines", "sheet.parameters", "sheet.factors"} {
		first = append(first, texts.Label(key))
	}
	rank := func(d verify.Difference) int {
		if i := slices.IndexFunc(first, func(name string) bool { return strings.HasPrefix(d.Sheet, name) }); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortStableFunc(result.Changed, func(a, b verify.Difference) int { return rank(a) - rank(b) })
	return nil
}

// written writes the report to a temporary file and opens that.
func (r *remake) written(report *reports.Report) (*verify.Book, error) {
	file, err := os.CreateTemp("", "govfootprint-verify-*.xlsx")
	if err != nil {
		return nil, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	buffered := bufio.NewWriterSize(file, 64<<10)
	if err := workbook.Write(buffered, report, workbook.Options{Language: r.settings.Language}); err != nil {
		return nil, err
	}
	if err := buffered.Flush(); err != nil {
		return nil, err
	}
	return verify.Open(file.Name())
}

// compareTotals compares a report whose sheets this program arranges in another
// way by its totals, each by its name and unit, to the last digit.
func (r *remake) compareTotals(report *reports.Report) (bool, error) {
	texts, err := wording.In(r.settings.Language)
	if err != nil {
		return false, err
	}
	streams := r.app.Streams
	streams.linef("Its sheets are arranged as version %s of the layout, and this program writes version %s: only its totals were compared. %s compares all cells.",
		cmp.Or(r.manifest.Layout, "?"), workbook.Layout, r.maker())
	var (
		now      = workbook.Totals(report, texts)
		compared = 0
		same     = true
	)
	for _, then := range r.manifest.Totals {
		i := slices.IndexFunc(now, func(t workbook.Total) bool { return t.Name == then.Name && t.Unit == then.Unit })
		switch {
		case i < 0:
			same = false
			streams.linef("%s: %s %s in the report, and no total of that name and unit now", then.Name, then.Value, then.Unit)
			continue
		case now[i].Value != then.Value:
			same = false
			streams.linef("%s: %s %s in the report, %s now", then.Name, then.Value, then.Unit, now[i].Value)
		}
		compared++
		now = slices.Delete(now, i, i+1)
	}
	for _, t := range now {
		same = false
		streams.linef("%s: no total of that name and unit in the report, %s %s now", t.Name, t.Value, t.Unit)
	}
	if compared == 0 {
		streams.linef("The report has no total that could be compared.")
		return false, nil
	}
	if same && !r.changed {
		streams.linef("The totals are the same, to the last digit.")
	}
	return same, nil
}

// tell lists what differs.
func (r *remake) tell(result *verify.Result) {
	streams := r.app.Streams
	listed := result.Changed
	if len(listed) == 0 {
		listed = result.First
	}
	most := len(listed)
	if r.opts.most > 0 {
		most = min(most, r.opts.most)
	}
	for _, d := range listed[:most] {
		streams.linef("%s", differenceText(d))
	}
	if more := int64(len(listed)-most) + result.Others; more > 0 && len(result.Changed) > 0 {
		streams.linef("… and %s that differ; --list 0 lists all", count(more, "more cell", "more cells"))
	}
	switch {
	case result.Equal():
		streams.linef("Verified: %s on %s hold what is computed from its inputs, factor packs and options.",
			count(result.Cells, "cell", "cells"), count(result.Sheets, "sheet", "sheets"))
		if version := r.app.Build.reportVersion(); version != r.manifest.Version {
			streams.linef("This program is version %s.", version)
		}
		return
	case result.Computed > 0 && len(result.Changed) > 0:
		streams.linef("%s of formulas differ as a consequence.", count(result.Computed, "value", "values"))
	case result.Computed > 0:
		streams.linef("%s of formulas differ from what is computed from its inputs, factor packs and options.", count(result.Computed, "value", "values"))
	}
	if version := r.app.Build.reportVersion(); version != r.manifest.Version {
		streams.linef("This program is version %s; differences may come from that. %s tells.", version, r.maker())
	}
}

// differenceText puts a difference into words.
func differenceText(d verify.Difference) wording.Phrase {
	switch {
	case d.Missing():
		return wording.Phrasef("sheet %s: is missing", d.Sheet)
	case d.Cell == "":
		return wording.Phrasef("sheet %s: does not belong to the report", d.Sheet)
	}
	about := ""
	if d.Row != "" && d.Row != d.Expected.Text {
		about = " (" + cut(d.Row) + ")"
	}
	return wording.Phrasef("sheet %s, cell %s%s: found %s, expected %s", d.Sheet, d.Cell, about, cellPhrase(d.Found, d.Expected), cellPhrase(d.Expected, d.Found))
}

// cellPhrase says what a cell holds: its formula where the other has another.
func cellPhrase(c, other verify.Cell) wording.Phrase {
	switch {
	case c.Empty():
		return wording.Phrasef("nothing")
	case c.Formula != "" && c.Formula != other.Formula:
		return wording.Phrasef("%s (the formula =%s)", cut(c.Text), cut(c.Formula))
	case c.Number:
		return wording.Phrasef("%s", c.Text)
	default:
		return wording.Phrasef("%q", cut(c.Text))
	}
}

// cut shortens a text to what fits on a line.
func cut(text string) string {
	const most = 80
	text = strings.ReplaceAll(text, "\n", " ")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
