package cli

import (
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// problemList writes every problem to a file as it is found, so that ten
// million of them cost no memory. Without a file it writes nothing.
type problemList struct {
	file  *pendingFile
	csv   *csv.Writer
	texts *wording.Catalogue
}

func newProblemList(path string, texts *wording.Catalogue) (*problemList, error) {
	if path == "" {
		return &problemList{}, nil
	}
	file, err := createFile(path)
	if err != nil {
		return nil, err
	}
	l := &problemList{file: file, csv: csv.NewWriter(file), texts: texts}
	_ = l.csv.Write([]string{"severity", "code", "file", "sheet", "row", "column", "value", "problem", "remedy"})
	return l, nil
}

// add writes a problem. An error of the file shows on commit.
func (l *problemList) add(p inventory.Problem) {
	if l.csv == nil {
		return
	}
	message := l.texts.Problem(p)
	row := ""
	if p.Row > 0 {
		row = strconv.Itoa(p.Row)
	}
	_ = l.csv.Write([]string{string(p.Severity), string(p.Code), plain(p.File), plain(p.Sheet), row, plain(p.Column), plain(p.Value), plain(message.Text), message.Fix})
}

func (l *problemList) commit() error {
	if l.csv == nil {
		return nil
	}
	l.csv.Flush()
	if err := l.csv.Error(); err != nil {
		return notWritable(l.file.path, err)
	}
	return l.file.commit()
}

func (l *problemList) abort() {
	if l.file != nil {
		l.file.abort()
	}
}

// plain keeps text from an inventory from being run as a formula by the
// spreadsheet that the list is opened in. A number may begin with its sign.
func plain(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || !strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
