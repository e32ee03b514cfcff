package boavizta

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Options say what to make of the table.
type Options struct {
	// Lifetimes also takes the lifetime that each manufacturer assumed for its study.
	// It is an assumption and no property of the model: from 1.5 to 10 years, chosen
	// differently by each maker, so a model of a maker that assumed five
	// years would seem a fifth better than that of one that assumed four.
	Lifetimes bool
}

// Result is the pack, and what was done to make it.
type Result struct {
	Files         map[string][]byte // of the pack, by name
	Dialect       Dialect
	FileSHA256    string // of the file as it is
	ContentSHA256 string // of what the table says, the same for every dialect
	Newest        date   // entry of the table
	Rows          int    // of the table
	Models        int    // in the pack
	Footprints    int    // models with a footprint
	Factors       int
	Findings      []Finding // by row
	Spreads       []Spread  // of the sheets, by category

	rows struct{ footprint, other, merged, nothing int }
}

// LeftOut reports how many rows gave nothing to the pack.
func (r *Result) LeftOut() int { return r.rows.nothing }

// largestPackFile is what factors.LoadPack reads of a pack.yaml, in bytes.
const largestPackFile = 1 << 20

// Import makes a pack of the table. The file is named in errors, which are
// [*FileError] where the file is at fault.
func Import(ctx context.Context, file string, data []byte, opts Options) (*Result, error) {
	t, err := readTable(file, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r := &Result{Dialect: t.dialect, FileSHA256: hex.EncodeToString(sum[:]), ContentSHA256: t.content(), Rows: len(t.rows), Findings: t.findings}
	sheets, err := r.readSheets(ctx, t, opts)
	if err != nil {
		return nil, err
	}
	r.Spreads = spreadsOf(sheets)
	r.noteFar(sheets)
	m := &merger{findings: &r.Findings, told: map[string]bool{}}
	models := m.merge(sheets)
	if len(models) == 0 {
		return nil, &FileError{File: file, Message: "none of its " + strconv.Itoa(len(t.rows)) + " rows gives a figure of a model; is it the product-footprint table? " + r.whyNothing()}
	}
	r.countRows(models)
	sortFindings(r.Findings)
	r.Files = r.files(models, opts)
	r.Files[reportName] = r.report()
	if len(r.Files["pack.yaml"]) > largestPackFile {
		return nil, &FileError{File: file, Message: "names more product sheets than a pack can have as sources; the table as published has 1,181: remove what is not of it"}
	}
	return r, nil
}

// whyNothing gives the first reason why nothing came of the table.
func (r *Result) whyNothing() string {
	for _, f := range r.Findings {
		if f.Kind() == LeftOut {
			return f.String()
		}
	}
	return ""
}

// readSheets reads the rows: first all names, which tell the categories that decide
// what is plausible, then the figures.
func (r *Result) readSheets(ctx context.Context, t *table, opts Options) ([]*sheet, error) {
	names := &naming{findings: &r.Findings}
	for i := range t.rows {
		if added, ok := readDate(t.rows[i].cells[colAdded]); ok && added.order() > r.Newest.order() {
			r.Newest = added
		}
		names.read(&t.rows[i])
	}
	if err := names.recognise(ctx); err != nil {
		return nil, err
	}
	var sheets []*sheet
	for _, n := range names.rows {
		s := n.sheet()
		if len(s.models) == 0 {
			r.Findings = append(r.Findings, Finding{
				Code: NameUnusable, Row: s.row, Product: s.product, Column: columnNames[colName], Value: n.row.cells[colName],
				Args: []string{"it stands for no model: such a thing is left out of inventories, or a number alone could be several products"},
			})
			continue
		}
		reader := &sheetReader{sheet: s, row: n.row, category: s.category, findings: &r.Findings}
		reader.readFigures()
		if !opts.Lifetimes {
			s.lifetime = decimal.NullDecimal{}
		}
		if s.category == "" || !strings.Contains(s.kind, "/") {
			s.kind = joinKind(s.category, variantOf(s.category, s.screen))
		}
		if !s.useful() {
			reader.report(NoFigures, -1)
			continue
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

func joinKind(category, variant string) string {
	if category == "" || variant == "" {
		return category
	}
	return category + "/" + variant
}

// ofRows are the findings by which a row gives nothing.
var ofRows = []Code{RowCells, NameMissing, NameUnusable, NoFigures}

// countRows finds out what became of each row.
func (r *Result) countRows(models []model) {
	footprint, other := map[int]bool{}, map[int]bool{}
	note := func(rows map[int]bool, f *figure) {
		if f == nil {
			return
		}
		r.Factors++
		for _, s := range f.sheets {
			rows[s.row] = true
		}
	}
	r.Models = len(models)
	for i := range models {
		m := &models[i]
		if len(m.footprint) > 0 {
			r.Footprints++
		}
		for j := range m.footprint {
			note(footprint, &m.footprint[j])
		}
		note(other, m.energy)
		note(other, m.mass)
		note(other, m.lifetime)
	}
	nothing := map[int]bool{}
	for _, f := range r.Findings {
		if slices.Contains(ofRows, f.Code) {
			nothing[f.Row] = true
		}
	}
	r.rows.footprint, r.rows.nothing = len(footprint), len(nothing)
	for row := range other {
		if !footprint[row] {
			r.rows.other++
		}
	}
	r.rows.merged = r.Rows - r.rows.footprint - r.rows.other - r.rows.nothing
}
