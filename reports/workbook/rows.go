package workbook

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// RowSheet is a sheet of plain rows: a header and what is below it.
type RowSheet struct {
	Name   string // made to fit what a workbook allows
	Header []string
	Rows   [][]RowCell
}

// RowCell is a text, or a number written with a decimal point. A text is never
// taken for a formula.
type RowCell struct {
	Text   string
	Number bool
}

// WriteRows writes a workbook of plain rows, to be corrected and read again.
func WriteRows(w io.Writer, sheets []RowSheet) error {
	file := excelize.NewFile()
	defer file.Close()
	taken := make(map[string]bool)
	for i, sheet := range sheets {
		name := sheetTitle(sheet.Name, i, taken)
		if err := writeRowSheet(file, name, i, sheet); err != nil {
			return fmt.Errorf("workbook of rows: %w", err)
		}
	}
	if err := file.SetDocProps(&excelize.DocProperties{Title: "Rows", Creator: "govfootprint"}); err != nil {
		return fmt.Errorf("workbook of rows: %w", err)
	}
	zipped := &archive{to: w}
	file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return zipped })
	if err := file.Write(io.Discard); err != nil {
		return fmt.Errorf("workbook of rows: %w", err)
	}
	return zipped.fail
}

func writeRowSheet(file *excelize.File, name string, index int, sheet RowSheet) error {
	var err error
	if index == 0 {
		err = file.SetSheetName(file.GetSheetName(0), name)
	} else {
		_, err = file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	s, err := file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	cells := make([]any, len(sheet.Header))
	for i, text := range sheet.Header {
		cells[i] = excelize.Cell{StyleID: bold, Value: text}
	}
	if err := s.SetRow("A1", cells); err != nil {
		return err
	}
	for r, row := range sheet.Rows {
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = rowValue(c)
		}
		if err := s.SetRow("A"+strconv.Itoa(r+2), cells); err != nil {
			return err
		}
	}
	return s.Flush()
}

func rowValue(c RowCell) any {
	if c.Text == "" {
		return nil
	}
	if c.Number {
		if n, err := strconv.ParseFloat(c.Text, 64); err == nil {
			return n
		}
	}
	return c.Text
}

// sheetTitle returns a name that a sheet may have and no other has.
func sheetTitle(name string, index int, taken map[string]bool) string {
	const longest = 31
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '_'
		}
		return r
	}, name), "' ")
	if name == "" {
		name = "Sheet" + strconv.Itoa(index+1)
	}
	title := cutRunes(name, longest)
	for n := 2; taken[strings.ToLower(title)]; n++ {
		mark := " (" + strconv.Itoa(n) + ")"
		title = cutRunes(name, longest-len(mark)) + mark
	}
	taken[strings.ToLower(title)] = true
	return title
}

func cutRunes(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most])
	}
	return text
}
