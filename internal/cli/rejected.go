package cli

import (
	"context"
	"encoding/csv"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory"
	"govfootprint/reports/wording"
	"govfootprint/reports/workbook"
)

// The rejected rows go to a file of the layout of their input with three columns
// more: where they come from and why they were rejected. Reading knows these
// columns as not needed, so that the file, once corrected, is an inventory.

const rejectedFlag = "rejected"

// checkRejected refuses a name that does not say what to write.
func checkRejected(path string) error {
	switch strings.ToLower(filepath.Ext(path)) {
	case "", ".csv", ".xlsx":
		if path == "" || filepath.Ext(path) != "" {
			return nil
		}
	}
	return usageErrorf("--%s %s: the name must end in .csv or .xlsx, which chooses the format", rejectedFlag, path)
}

// writeRejected writes the rejected rows of what was read.
func (a *App) writeRejected(ctx context.Context, path string, in *inputs, r *reading) error {
	if path == "" {
		return nil
	}
	tables, rows, err := rejectedTables(ctx, in, r.result, a.texts)
	if err != nil {
		return err
	}
	if rows == 0 {
		r.voice.notef("%s: not written; no row was rejected", path)
		return nil
	}
	write := func(w io.Writer) error { return workbook.WriteRows(w, sheetsOf(tables)) }
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		if !sameLayout(tables) {
			return errorf("%s: the rejected rows come from lists with different columns, which one table cannot hold; name a file that ends in .xlsx, which has a sheet for each", path)
		}
		write = func(w io.Writer) error { return writeRejectedCSV(w, tables) }
	}
	if err := writeFile(path, write); err != nil {
		return err
	}
	r.voice.notef("wrote %s: %s to correct and read again", path, count(rows, "rejected row", "rejected rows"))
	if more := r.missed.rejected - r.missed.inherited - rows; more > 0 && r.result.Problems.Truncated() > 0 {
		r.voice.notef("%s holds the first rejected rows only; %s more were rejected, most likely for the same reasons. --problems lists them all.", path, a.texts.Numbers().Int(more))
	}
	return nil
}

// rejectedTable is the rejected rows of one table.
type rejectedTable struct {
	file, sheet string
	header      []string
	delimiter   rune
	rows        [][]workbook.RowCell
}

func rejectedTables(ctx context.Context, in *inputs, result *inventory.Result, texts *wording.Catalogue) ([]*rejectedTable, int64, error) {
	var tables []*rejectedTable
	rows := int64(0)
	for row, err := range result.Rejected(ctx, in.sources, inventory.Limits{}) {
		if err != nil {
			return nil, 0, err
		}
		var t *rejectedTable
		if n := len(tables); n > 0 && tables[n-1].file == row.File && tables[n-1].sheet == row.Sheet && slices.Equal(tables[n-1].header[:len(tables[n-1].header)-3], row.Header) {
			t = tables[n-1]
		} else {
			header := slices.Concat(row.Header, []string{texts.Label("rejected.from"), texts.Label("rejected.row"), texts.Label("rejected.because")})
			t = &rejectedTable{file: row.File, sheet: row.Sheet, header: header, delimiter: row.Delimiter}
			tables = append(tables, t)
		}
		from := row.File
		if row.Sheet != "" {
			from += ", " + texts.Label("position.sheet", row.Sheet)
		}
		cells := make([]workbook.RowCell, 0, len(t.header))
		for i := range row.Header {
			c := inventory.RejectedCell{}
			if i < len(row.Cells) {
				c = row.Cells[i]
			}
			cells = append(cells, workbook.RowCell{Text: c.Text, Number: c.Number})
		}
		t.rows = append(t.rows, append(cells, workbook.RowCell{Text: from}, workbook.RowCell{Text: strconv.Itoa(row.Row), Number: true}, workbook.RowCell{Text: reasons(row.Problems, texts)}))
		rows++
	}
	return tables, rows, nil
}

// reasons says why a row was rejected and what to do about it.
func reasons(problems []inventory.Problem, texts *wording.Catalogue) string {
	var all []string
	for _, p := range problems {
		m := texts.Problem(p)
		text := oneLine(m.Text)
		if p.Column != "" {
			text = texts.Label("problem.only", texts.Label("position.column", p.Column), text)
		}
		if m.Fix != "" {
			text += ". " + oneLine(m.Fix)
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// sameLayout reports whether rows fit one table.
func sameLayout(tables []*rejectedTable) bool {
	return !slices.ContainsFunc(tables, func(t *rejectedTable) bool { return !slices.Equal(t.header, tables[0].header) })
}

// writeRejectedCSV writes rows of one layout, delimited as their input is: which
// mark stands for a decimal point may hang on that.
func writeRejectedCSV(w io.Writer, tables []*rejectedTable) error {
	out := csv.NewWriter(w)
	if d := tables[0].delimiter; d != 0 && !slices.ContainsFunc(tables, func(t *rejectedTable) bool { return t.delimiter != d }) {
		out.Comma = d
	}
	line := make([]string, len(tables[0].header))
	for i, text := range tables[0].header {
		line[i] = plain(text)
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, t := range tables {
		for _, row := range t.rows {
			for i, c := range row {
				line[i] = plain(c.Text)
			}
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// sheetsOf returns tables as sheets of a workbook, named as they were.
func sheetsOf(tables []*rejectedTable) []workbook.RowSheet {
	var sheets []workbook.RowSheet
	for _, t := range tables {
		name := t.sheet
		if name == "" {
			name = strings.TrimSuffix(filepath.Base(t.file), filepath.Ext(t.file))
		}
		sheets = append(sheets, workbook.RowSheet{Name: name, Header: t.header, Rows: t.rows})
	}
	return sheets
}
