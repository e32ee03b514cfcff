package cli

import (
	"bufio"
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
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
	tables, items, err := rejectedTables(ctx, in, r.result, a.texts)
	if err != nil {
		return err
	}
	tied := int64(0) // rows that are not written
	if r.result.Problems.Truncated() == 0 {
		tied = r.missed.rejected - r.missed.inherited - items
	}
	if len(tables) == 0 {
		if tied > 0 {
			r.voice.notef("%s: not written; %s of virtual machines or applications can be corrected in the list itself only, since names of machines are in no output", path, count(tied, "rejected row", "rejected rows"))
			return nil
		}
		r.voice.notef("%s: not written; no row was rejected", path)
		return nil
	}
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		err = writeRejectedCSVs(path, layoutsOf(tables), in, r)
	} else {
		err = writeFile(path, func(w io.Writer) error { return workbook.WriteRows(w, sheetsOf(tables)) })
		r.tellRejected(path, tables, err)
	}
	if err != nil {
		return err
	}
	if tied > 0 {
		r.voice.notef("%s does not hold %s of virtual machines or applications: correct these in the list itself, since names of machines are in no output", path, count(tied, "rejected row", "rejected rows"))
	}
	if more := r.missed.rejected - r.missed.inherited - items; more > 0 && r.result.Problems.Truncated() > 0 {
		r.voice.notef("%s holds the first rejected rows only; %s more were rejected, most likely for the same reasons. --problems lists them all.", path, a.texts.Numbers().Int(more))
	}
	return nil
}

// tellRejected says what was written where.
func (r *reading) tellRejected(path string, tables []*rejectedTable, err error) {
	if err != nil {
		return
	}
	rows := 0
	for _, t := range tables {
		rows += len(t.rows)
	}
	r.voice.notef("wrote %s: %s to correct and read again", path, count(rows, "rejected row", "rejected rows"))
}

// writeRejectedCSVs writes a file for each layout: the first takes the name that
// was given, the others the same with a number.
func writeRejectedCSVs(path string, layouts [][]*rejectedTable, in *inputs, r *reading) error {
	number := 1
	for i, tables := range layouts {
		name := path
		if i > 0 {
			name, number = numberedName(path, number+1, in)
		}
		err := writeFile(name, func(w io.Writer) error { return writeRejectedCSV(w, tables) })
		r.tellRejected(name, tables, err)
		if err != nil {
			return err
		}
	}
	if len(layouts) > 1 {
		r.voice.notef("The rejected rows come from lists with different columns, so that there is a CSV file for each; a name that ends in .xlsx makes one workbook with a sheet for each.")
	}
	return nil
}

// numberedName returns the next name beside a path, x-2.csv beside x.csv. Nobody
// typed it, so it replaces nothing but what an earlier run wrote there, and never
// an input: rows of that run, now corrected.
func numberedName(path string, number int, in *inputs) (name string, taken int) {
	extension := filepath.Ext(path)
	for ; ; number++ {
		name = strings.TrimSuffix(path, extension) + "-" + strconv.Itoa(number) + extension
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) || !in.has(name) && hasRejectedHeader(name) {
			return name, number
		}
	}
}

// rejectedTable is the rejected rows of one table.
type rejectedTable struct {
	file, sheet string
	header      []string
	delimiter   rune
	rows        [][]workbook.RowCell
}

// rejectedTables gathers the rejected rows. items are the rows that they count as:
// each further item of a row is one.
func rejectedTables(ctx context.Context, in *inputs, result *inventory.Result, texts *wording.Catalogue) (tables []*rejectedTable, items int64, err error) {
	for row, err := range result.Rejected(ctx, in.sources, inventory.Limits{}) {
		if err != nil {
			return nil, 0, err
		}
		items += int64(row.Items)
		at := slices.IndexFunc(tables, func(t *rejectedTable) bool { return t.holds(&row) })
		if at < 0 {
			header := slices.Concat(row.Header, []string{texts.Label("rejected.from"), texts.Label("rejected.row"), texts.Label("rejected.because")})
			at, tables = len(tables), append(tables, &rejectedTable{file: row.File, sheet: row.Sheet, header: header, delimiter: row.Delimiter})
		}
		t := tables[at]
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
	}
	return tables, items, nil
}

// holds reports whether a row is one of the table's.
func (t *rejectedTable) holds(row *inventory.RejectedRow) bool {
	return t.file == row.File && t.sheet == row.Sheet && slices.Equal(t.header[:len(t.header)-3], row.Header)
}

// reasons says why a row was rejected and what to do about it. The items of a row
// are mostly rejected for one reason.
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
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return strings.Join(all, " ")
}

// layoutsOf puts the tables together that one CSV file can hold: of the same
// columns, and delimited alike, as which mark stands for a decimal point may hang
// on that. A workbook has numbers with a point.
func layoutsOf(tables []*rejectedTable) [][]*rejectedTable {
	var layouts [][]*rejectedTable
	for _, t := range tables {
		at := slices.IndexFunc(layouts, func(l []*rejectedTable) bool {
			return slices.Equal(l[0].header, t.header) && l[0].comma() == t.comma()
		})
		if at < 0 {
			at, layouts = len(layouts), append(layouts, nil)
		}
		layouts[at] = append(layouts[at], t)
	}
	return layouts
}

// comma is what delimits the cells of a table in a CSV file.
func (t *rejectedTable) comma() rune { return cmp.Or(t.delimiter, ',') }

// writeRejectedCSV writes rows of one layout, delimited as their input is.
func writeRejectedCSV(w io.Writer, tables []*rejectedTable) error {
	out := csv.NewWriter(w)
	out.Comma = tables[0].comma()
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

// isNumberedOf reports whether a path is one that an earlier run of the command
// wrote beside one of its outputs.
func isNumberedOf(path string, written []string) bool {
	for _, output := range written {
		extension := filepath.Ext(output)
		number, ok := strings.CutPrefix(strings.TrimSuffix(canonical(path), extension), strings.TrimSuffix(canonical(output), extension)+"-")
		if _, err := strconv.Atoi(number); ok && err == nil && strings.EqualFold(extension, ".csv") && hasRejectedHeader(path) {
			return true
		}
	}
	return false
}

// hasRejectedHeader reports whether a CSV file is one of rejected rows, in any
// language: it ends its first line with their columns.
func hasRejectedHeader(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	const longest = 1 << 20
	line, err := bufio.NewReader(io.LimitReader(file, longest)).ReadString('\n')
	if err != nil {
		return false
	}
	line = strings.TrimRight(line, "\r\n")
	return slices.ContainsFunc(wording.Languages, func(language string) bool {
		texts, err := wording.In(language)
		return err == nil && strings.HasSuffix(line, texts.Label("rejected.because"))
	})
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
