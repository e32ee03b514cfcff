package inventory

import (
	"context"
	"errors"
	"io"
)

// Source is one file to read. Open is called once or more: a column of dates
// that could be read two ways is looked at as a whole first. A reader that is
// also an io.ReaderAt, as *os.File is, spares a workbook from being held in memory.
type Source struct {
	Name string // as messages name it
	Size int64  // in bytes; -1 where it is not known
	Open func() (io.ReadCloser, error)
}

// Options say how to read.
type Options struct {
	Period         Period // the reporting period; service is counted for it
	AsOf           Date   // end of observation for units still in use; zero: the last day of the period
	Observed       bool   // also sum units over observed lifetimes, for the basis `observed`
	DefaultCountry string // ISO 3166 code for rows that name no country
	Limits         Limits

	// Progress is told how many bytes of how many were read, from time to time;
	// total is -1 where a size is not known.
	Progress func(read, total int64)
	// OnProblem is told every problem as it is found, also those beyond Limits.Problems.
	OnProblem func(Problem)
}

// Result is what came of reading.
type Result struct {
	Estate   *Estate
	Problems *Problems
	Files    []FileInfo
}

// FileInfo says what a file was taken for.
type FileInfo struct {
	Name   string
	SHA256 string // of the file's bytes, hexadecimal
	Size   int64
	Format string // csv, xlsx, estate; empty where the file was refused
	Sheets []SheetInfo
}

// SheetInfo says what a sheet was taken for. A file without sheets has one without a name.
type SheetInfo struct {
	Name      string
	Layout    string // name of the layout that its columns follow; empty where the sheet was skipped
	HeaderRow int    // as a spreadsheet counts; 0 where none was found
	Rows      int64  // rows below the header that hold anything
	Columns   []ColumnInfo
}

// ColumnInfo says what a column was taken for.
type ColumnInfo struct {
	Header string // as it stands in the file
	Field  string // canonical column, empty where the column is ignored
	Why    string // why it is ignored: personal, identifier, not_needed, duplicate, unknown
}

// Read reads inventories into one estate. What is wrong with a file, a column or
// a row becomes a problem of the result, and the rest is read; a file that
// cannot be read to its end contributes nothing. The error is for what the
// caller must deal with: a cancelled context, options that make no sense, a
// source that cannot be opened or fails while it is read.
func Read(ctx context.Context, sources []Source, opt Options) (*Result, error) {
	return nil, errors.New("inventory: Read is being written")
}
