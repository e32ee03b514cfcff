package verify

import (
	"strings"

	"govfootprint/reports/wording"
	"govfootprint/reports/workbook"
)

// Manifest is what a report says that it was made from.
type Manifest struct {
	Program, Version, Layout string

	Options []Option
	Inputs  []Input
	Packs   []Pack
	Totals  []Total
}

// Option is a setting.
type Option struct{ Key, Value, Origin string }

// Input is a file that was read.
type Input struct{ Name, Rows, SHA256 string }

// Pack is a factor pack.
type Pack struct{ Ref, SHA256 string }

// Total is a total with all its digits.
type Total struct{ Name, Value, Unit string }

// mostManifestRows bounds a part of the manifest. A report of a government names
// some thousands of files.
const mostManifestRows = 200_000

// Manifest reads what the report says of itself. The error says so where it is
// no report, or one that cannot be made again.
func (b *Book) Manifest() (*Manifest, error) {
	if b.names[workbook.ManifestProgram] == "" {
		return nil, wording.Errorf("it has no manifest; it is no report of govfootprint, or one of a version that could not be verified yet; make it again from its inputs")
	}
	m := &Manifest{}
	for name, take := range map[string]func([]string){
		workbook.ManifestOptions: func(row []string) { m.Options = append(m.Options, Option{row[0], row[1], row[2]}) },
		workbook.ManifestInputs:  func(row []string) { m.Inputs = append(m.Inputs, Input{row[0], row[5], row[6]}) },
		workbook.ManifestPacks:   func(row []string) { m.Packs = append(m.Packs, Pack{row[0], row[6]}) },
		workbook.ManifestTotals:  func(row []string) { m.Totals = append(m.Totals, Total{row[0], row[1], row[2]}) },
	} {
		if b.names[name] == "" { // nothing of that kind
			continue
		}
		if err := b.rows(name, take); err != nil {
			return nil, err
		}
	}
	var program []string
	if err := b.rows(workbook.ManifestProgram, func(row []string) { program = append(program, row[1]) }); err != nil {
		return nil, err
	}
	for i, field := range []*string{&m.Program, &m.Version, &m.Layout} {
		if i < len(program) {
			*field = program[i]
		}
	}
	return m, nil
}

// rows calls take for each row of a named part of a sheet.
func (b *Book) rows(name string, take func([]string)) error {
	in, first, last, ok := b.area(b.names[name])
	if !ok {
		return wording.Errorf("its name %s leads nowhere: %q", name, b.names[name])
	}
	row := make([]string, 7)
	current := first.Row
	for c, err := range b.cells(in.part) {
		if err != nil {
			return err
		}
		if c.Row < first.Row {
			continue
		}
		for ; current < min(c.Row, last.Row+1); current++ {
			take(row)
			clear(row)
		}
		if c.Row > last.Row {
			break
		}
		if at := c.Column - first.Column; at >= 0 && at < len(row) {
			row[at] = c.Text
		}
	}
	for ; current <= last.Row; current++ {
		take(row)
		clear(row)
	}
	return nil
}

// area finds what a defined name refers to: Manifest!$A$10:$G$33.
func (b *Book) area(refersTo string) (in sheet, first, last Cell, ok bool) {
	at := strings.LastIndex(refersTo, "!")
	if at < 0 {
		return in, first, last, false
	}
	name := strings.ReplaceAll(strings.Trim(strings.TrimPrefix(refersTo[:at], "$"), "'"), "''", "'")
	from, to, _ := strings.Cut(strings.ReplaceAll(refersTo[at+1:], "$", ""), ":")
	var ok1, ok2 bool
	first.Column, first.Row, ok1 = position(from)
	last.Column, last.Row, ok2 = position(to)
	for _, s := range b.sheets {
		if s.name == name {
			in = s
		}
	}
	return in, first, last, ok1 && ok2 && in.part != "" && first.Row <= last.Row && last.Row-first.Row < mostManifestRows
}
