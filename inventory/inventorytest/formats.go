package inventorytest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Delimited writes a table as delimited text with the line end given.
func Delimited(table [][]string, delimiter rune, end string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = delimiter
	if err := w.WriteAll(table); err != nil {
		return nil, err
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(end)), nil
}

// UTF16 encodes a text, which may begin with a byte-order mark.
func UTF16(text string, bigEndian bool) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		if bigEndian {
			b = append(b, byte(unit>>8), byte(unit))
		} else {
			b = append(b, byte(unit), byte(unit>>8))
		}
	}
	return b
}

// Gzip packs a file.
func Gzip(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// File is a file of an archive.
type File struct {
	Name string
	Data []byte
}

// Zip packs files into an archive.
func Zip(files ...File) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// XLSX writes a table of texts as an Excel workbook.
func XLSX(table [][]string) ([]byte, error) {
	f := excelize.NewFile()
	for i, row := range table {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return nil, err
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ODSSheet writes a table of texts as an OpenDocument sheet: equal neighbours
// once, with how often they stand there, and blank cells and rows to the end of
// the sheet, as spreadsheet programs do.
func ODSSheet(name string, table [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<table:table table:name=%q><table:table-column table:number-columns-repeated="16384"/>`, name)
	for i := 0; i < len(table); {
		n := 1
		for i+n < len(table) && slices.Equal(table[i], table[i+n]) {
			n++
		}
		fmt.Fprintf(&b, `<table:table-row table:number-rows-repeated="%d">`, n)
		writeODSCells(&b, table[i])
		b.WriteString(`<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`)
		i += n
	}
	b.WriteString(`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	return b.String()
}

func writeODSCells(b *strings.Builder, row []string) {
	for i := 0; i < len(row); {
		n := 1
		for i+n < len(row) && row[i] == row[i+n] {
			n++
		}
		fmt.Fprintf(b, `<table:table-cell table:number-columns-repeated="%d"`, n)
		if row[i] != "" {
			b.WriteString(` office:value-type="string" calcext:value-type="string"`)
		}
		b.WriteString(">")
		for line := range strings.Lines(row[i]) {
			fmt.Fprintf(b, "<text:p>%s</text:p>", html.EscapeString(strings.TrimSuffix(line, "\n")))
		}
		b.WriteString("</table:table-cell>")
		i += n
	}
}

const (
	odsNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
		` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`
	// ta1 and ta2 are the styles of a sheet that is shown and of one that is hidden.
	odsStyles = `<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>` +
		`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`
)

// ODSContent returns the main part of an OpenDocument spreadsheet.
func ODSContent(sheets ...string) string {
	return odsDocument("document-content", "", sheets)
}

// FlatODS returns an OpenDocument spreadsheet that is a single XML file.
func FlatODS(sheets ...string) []byte {
	return []byte(odsDocument("document", ` office:mimetype="application/vnd.oasis.opendocument.spreadsheet"`, sheets))
}

func odsDocument(root, attribute string, sheets []string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:` + root + " " + odsNames + attribute + `>` + odsStyles +
		`<office:body><office:spreadsheet>` + strings.Join(sheets, "") + `</office:spreadsheet></office:body></office:` + root + `>`
}

// ODS packs sheets into an OpenDocument spreadsheet.
func ODS(sheets ...string) ([]byte, error) {
	return Zip(
		File{"mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")},
		File{"content.xml", []byte(ODSContent(sheets...))},
		File{"META-INF/manifest.xml", []byte(`<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest/>`)},
	)
}

// Excel2003 writes a table of texts as the XML of Excel 2003.
func Excel2003(table [][]string) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n" +
		`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>`)
	for i, row := range table {
		fmt.Fprintf(&b, `<Row ss:Index="%d">`, i+1)
		for j, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, `<Cell ss:Index="%d"><Data ss:Type="String">%s</Data><Comment><ss:Data>a remark</ss:Data></Comment></Cell>`, j+1, html.EscapeString(cell))
			}
		}
		b.WriteString("</Row>")
	}
	b.WriteString("</Table></Worksheet></Workbook>")
	return b.String()
}

// HTML writes a table of texts as a web page, whose tags of cells and rows need
// not be closed.
func HTML(table [][]string, closed bool) string {
	end := func(tag string) string {
		if closed {
			return "</" + tag + ">"
		}
		return ""
	}
	var b strings.Builder
	b.WriteString("<html><head><title>Export of <table></title><style>td { color: red }</style></head><body><table border=1>")
	for _, row := range table {
		b.WriteString("\n<TR>")
		for _, cell := range row {
			fmt.Fprintf(&b, "<td class=x><b>%s</b>%s", strings.ReplaceAll(html.EscapeString(cell), "é", "&eacute;"), end("td"))
		}
		b.WriteString(end("tr"))
	}
	b.WriteString("</table></body></html>")
	return b.String()
}

// Format writes a table in the format that the end of a file's name tells.
func Format(name string, table [][]string) ([]byte, error) {
	if packed, ok := strings.CutSuffix(name, ".gz"); ok {
		data, err := Format(packed, table)
		if err != nil {
			return nil, err
		}
		return Gzip(data)
	}
	switch _, extension, _ := strings.Cut(name, "."); extension {
	case "tsv":
		return Delimited(table, '\t', "\n")
	case "utf16.csv":
		text, err := Delimited(table, ';', "\r\n")
		return UTF16("\uFEFF"+string(text), false), err
	case "xlsx":
		return XLSX(table)
	case "ods":
		return ODS(ODSSheet("S", table))
	case "zip":
		text, err := Delimited(table, ',', "\n")
		if err != nil {
			return nil, err
		}
		return Zip(File{"inventory.csv", text}, File{"__MACOSX/._inventory.csv", []byte{0, 5, 22, 7}})
	}
	return Delimited(table, ',', "\n")
}
