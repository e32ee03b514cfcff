package boavizta

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Limits of a file. The table as published has 1,226 rows in 0.4 MB, and is closed.
const (
	MaxFileSize = 8 << 20 // bytes
	maxRows     = 10_000
	maxColumns  = 200
	maxCell     = 5_000 // bytes
)

// FileError says why a file cannot be read as the table.
type FileError struct {
	File    string
	Row     int    // 0 where it is the file as a whole
	Column  string // empty where it is the row as a whole
	Value   string // what stands there
	Message string // what was expected, and what to do
}

func (err *FileError) Error() string {
	text := err.File
	if err.Row > 0 {
		text += fmt.Sprintf(", row %d", err.Row)
	}
	if err.Column != "" {
		text += ", column " + err.Column
	}
	if err.Value != "" {
		text += ": " + shown(err.Value)
	}
	return text + ": " + err.Message
}

// table is the file as cells, brought back from its dialect.
type table struct {
	dialect  Dialect
	rows     []tableRow
	present  [columnCount]bool
	findings []Finding
}

// tableRow is one row. The cells of number columns are as the file has them until
// the whole table told its decimal mark; the other cells are plain text.
type tableRow struct {
	row     int
	cells   [columnCount]string
	numbers map[int]reading
	mended  bool // the name had bytes written as escapes
	broken  bool // its cells do not fit the header
}

// readTable reads a file. It returns a [*FileError] for what is not the table.
func readTable(file string, data []byte) (*table, error) {
	fail := func(row int, message string) (*table, error) {
		return nil, &FileError{File: file, Row: row, Message: message}
	}
	switch {
	case len(data) > MaxFileSize:
		return fail(0, fmt.Sprintf("is larger than %d MB, and the table is not; name the CSV file that was downloaded", MaxFileSize>>20))
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return fail(0, "is a workbook or an archive; save its sheet as CSV and name that")
	}
	text := decode(data)
	if strings.ContainsRune(text, 0) {
		return fail(0, "is not text; name the CSV file that was downloaded")
	}
	first, _, _ := strings.Cut(strings.TrimLeft(strings.ReplaceAll(text, "\r", "\n"), "\n"), "\n")
	if len(first) > maxColumns*200 {
		return fail(1, "the header is too long for the table; name the CSV file that was downloaded")
	}
	t := &table{}
	t.dialect.Separator, _ = separatorOf(first)
	reader := csv.NewReader(strings.NewReader(newlines(text)))
	reader.Comma = t.dialect.Separator
	reader.FieldsPerRecord = -1 // checked here, to say which row and what to do
	reader.LazyQuotes = true
	reader.ReuseRecord = true
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return fail(0, "is empty; expected the columns "+namesOf(needed)+" and, for more, "+namesOf(useful))
	}
	if err != nil {
		return fail(1, err.Error())
	}
	columns, failure := t.bind(file, header)
	if failure != nil {
		return nil, failure
	}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line, _ := reader.FieldPos(0)
		switch {
		case err != nil:
			return fail(line, err.Error())
		case len(t.rows) >= maxRows:
			return fail(line, fmt.Sprintf("the file has more than %d rows, and the table has not; name the CSV file that was downloaded", maxRows))
		}
		if failure := t.add(file, line, cells, columns); failure != nil {
			return nil, failure
		}
	}
	if len(t.rows) == 0 {
		return fail(0, "has a header and no rows; download the table again")
	}
	t.dialect.DecimalComma = usesDecimalComma(t.rows, t.dialect.Separator)
	t.readCells()
	return t, nil
}

// newlines makes one kind of line end of the three.
func newlines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// bind finds out which cell of a row belongs to which column; -1 for none.
func (t *table) bind(file string, header []string) ([]int, *FileError) {
	if len(header) > maxColumns {
		return nil, &FileError{File: file, Row: 1, Message: fmt.Sprintf("has more than %d columns, and the table has %d", maxColumns, columnCount)}
	}
	columns := make([]int, len(header))
	for i, cell := range header {
		name, _ := plainText(cell)
		column, known := columnOf(name)
		switch {
		case known && t.present[column]:
			return nil, &FileError{file, 1, columnNames[column], "", "stands in the header twice; remove the one that is not meant"}
		case known:
			t.present[column], columns[i] = true, column
		default:
			columns[i] = -1
			if name != "" {
				t.findings = append(t.findings, Finding{Code: ColumnUnknown, Column: name})
			}
		}
	}
	var missing []int
	for _, column := range needed {
		if !t.present[column] {
			missing = append(missing, column)
		}
	}
	if len(missing) > 0 {
		return nil, &FileError{File: file, Row: 1, Value: strings.Join(header[:min(len(header), 6)], string(t.dialect.Separator)), Message: fmt.Sprintf(
			"has no column %s; expected the header of the product-footprint table: %s, and for energy, mass, stages and sources %s; name boavizta-data-us.csv or boavizta-data-fr.csv as it was downloaded",
			namesOf(missing), namesOf(needed), namesOf(useful))}
	}
	for _, column := range useful {
		if !t.present[column] {
			t.findings = append(t.findings, Finding{Code: ColumnMissing, Column: columnNames[column]})
		}
	}
	return columns, nil
}

// add takes one row.
func (t *table) add(file string, line int, cells []string, columns []int) *FileError {
	empty := true
	for i, cell := range cells {
		if len(cell) > maxCell || strings.Count(cell, "\n") > 20 {
			name := ""
			if i < len(columns) && columns[i] >= 0 {
				name = columnNames[columns[i]]
			}
			return &FileError{file, line, name, cell, "the cell holds several rows; a quote that opens here is probably never closed: close or remove it"}
		}
		empty = empty && strings.TrimSpace(cell) == ""
	}
	if empty {
		return nil
	}
	for len(cells) > len(columns) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1] // a delimiter at the end of the line
	}
	if len(cells) > len(columns) {
		t.findings = append(t.findings, Finding{Code: RowCells, Row: line, Args: []string{strconv.Itoa(len(cells)), strconv.Itoa(len(columns))}})
		t.rows = append(t.rows, tableRow{row: line, broken: true})
		return nil
	}
	row := tableRow{row: line}
	for i, cell := range cells {
		if columns[i] >= 0 {
			row.cells[columns[i]] = strings.Clone(cell)
		}
	}
	t.rows = append(t.rows, row)
	return nil
}

// readCells brings every cell back from the dialect.
func (t *table) readCells() {
	for i := range t.rows {
		row := &t.rows[i]
		row.numbers = map[int]reading{}
		for column, cell := range row.cells {
			units, isNumber := unitsOf[column]
			if !isNumber {
				plain, decoded := plainText(cell)
				row.cells[column] = plain
				row.mended = row.mended || decoded && column == colName
				continue
			}
			read := readNumber(cell, t.dialect.DecimalComma, units)
			row.numbers[column] = read
			switch {
			case read.number.Valid:
				row.cells[column] = read.number.Decimal.String()
			case read.fault == "":
				row.cells[column] = ""
			case read.ambiguous: // shown as it stands
			default:
				row.cells[column], _ = plainText(cell)
			}
		}
	}
}

// content returns the hash of what the table says, the same for every dialect: of
// its cells in the order of the published columns, as CSV with commas and decimal
// points and without needless zeros.
func (t *table) content() string {
	hash := sha256.New()
	writer := csv.NewWriter(hash)
	_ = writer.Write(columnNames[:]) // a hash takes everything
	for i := range t.rows {
		_ = writer.Write(t.rows[i].cells[:])
	}
	writer.Flush()
	return hex.EncodeToString(hash.Sum(nil))
}
