package factors

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

// packFile is the file that makes a folder a pack.
const packFile = "pack.yaml"

// Limits of a pack. The largest shipped one has some thousand rows; these leave
// room for a national data set, and none for a file made to exhaust memory.
const (
	maxTableSize    = 64 << 20 // bytes
	maxPackFileSize = 1 << 20  // bytes
	maxPackFiles    = 500
	maxPackRows     = 1_000_000
	maxCellRunes    = 2000
)

// LoadPack reads the pack in a folder of fsys: its pack.yaml and every .csv
// file beside it. It is strict: an unknown key or column, a value that is no
// number, a unit of the wrong kind, a place that does not exist is an error. All
// of them are collected and returned together as a [*LoadError], with no pack.
//
// A row without a known source or a grade is accepted here and reported by
// [Lint], so that a department can try a figure before its reference is in order;
// a pack that names no layer is the department's. Embedded packs may do neither.
func LoadPack(fsys fs.FS, dir string) (*Pack, error) {
	l := &loader{fsys: fsys, units: map[string]parsedUnit{}}
	p := l.load(dir)
	if err := l.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// loader holds what the steps of reading one pack share.
type loader struct {
	collector
	fsys fs.FS
	pack *Pack

	sources     map[string]*Source
	ids         map[string]*Factor
	units       map[string]parsedUnit // a table repeats few units many times
	strict      bool                  // an embedded pack: every row must have its source and grade, the pack its layer
	sourcesRead bool                  // pack.yaml could be read; otherwise no row is to blame for an unknown source
}

func (l *loader) load(dir string) *Pack {
	l.pack = &Pack{Dir: dir}
	l.sources, l.ids = map[string]*Source{}, map[string]*Factor{}
	if !fs.ValidPath(dir) {
		l.add(newIssue(NotAFolder, "not a clean relative path").at(dir, 0, 0))
		return nil
	}
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.add(newIssue(NotAFolder, reason(err)).at(dir, 0, 0))
		return nil
	}
	if len(entries) > maxPackFiles {
		l.add(newIssue(TooManyFiles, strconv.Itoa(maxPackFiles)).at(dir, 0, 0))
		return nil
	}
	var tables, below []string
	found := false
	for _, entry := range entries {
		name := entry.Name()
		file := path.Join(dir, name)
		switch {
		case strings.HasPrefix(name, "."):
		case name == packFile && entry.Type().IsRegular():
			found = true
		case strings.HasSuffix(name, ".csv") && entry.Type().IsRegular():
			tables = append(tables, file)
		case isNote(name) && entry.Type().IsRegular():
		case entry.IsDir():
			if _, err := fs.Stat(l.fsys, path.Join(file, packFile)); err == nil {
				below = append(below, name)
			}
			l.add(newIssue(UnexpectedFile, ": it is a folder").at(file, 0, 0))
		case !entry.Type().IsRegular():
			l.add(newIssue(UnexpectedFile, ": it is a link or a device, not a file").at(file, 0, 0))
		default:
			l.add(newIssue(UnexpectedFile, "").at(file, 0, 0))
		}
	}
	if !found {
		// Whatever else lies here, this is no pack: say that, and only that.
		hint := ""
		if len(below) > 0 {
			hint = ", but these folders in it do: " + strings.Join(below, ", ")
		}
		l.collector = collector{}
		l.add(newIssue(PackFileMissing, hint).at(dir, 0, 0))
		return nil
	}
	l.readPackFile(path.Join(dir, packFile))
	if len(tables) == 0 {
		l.add(newIssue(NoTables).at(dir, 0, 0))
	}
	for _, file := range tables {
		l.readTable(file)
	}
	return l.pack
}

// isNote accepts the files that may lie beside the tables for people to read.
func isNote(name string) bool {
	switch path.Ext(name) {
	case ".md", ".txt":
		return true
	}
	switch name {
	case "LICENSE", "LICENCE", "NOTICE":
		return true
	}
	return false
}

// reason returns what went wrong without the path, which the issue has already.
func reason(err error) string {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err.Error()
	}
	return err.Error()
}

// read returns the text of a file, without a byte order mark, or reports why not.
// It counts what it reads rather than trusting the size that the file system states.
func (l *loader) read(file string, limit int64) ([]byte, bool) {
	f, err := l.fsys.Open(file)
	if err != nil {
		l.add(newIssue(FileUnreadable, reason(err)).at(file, 0, 0))
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		l.add(newIssue(FileUnreadable, reason(err)).at(file, 0, 0))
		return nil, false
	case int64(len(data)) > limit:
		l.add(newIssue(FileTooLarge, fmt.Sprintf("%d MiB", limit>>20)).at(file, 0, 0))
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		line, column := firstInvalid(data)
		l.add(newIssue(NotText).at(file, line, column))
		return nil, false
	}
	return data, true
}

// firstInvalid finds the first byte that is not UTF-8.
func firstInvalid(data []byte) (line, column int) {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	before := data[:at]
	return bytes.Count(before, []byte("\n")) + 1, at - bytes.LastIndexByte(before, '\n')
}

// hasControl reports characters that have no place in a cell: they hide text or
// upset terminals. Line ends and tabs may stand in notes.
func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return (r < ' ' && r != '\n' && r != '\t') || r == 0x7f || (r >= 0x80 && r < 0xa0) ||
			(r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069)
	})
}
