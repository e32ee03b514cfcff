package inventory_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
)

// A table in one of the formats that are read.
type format struct {
	extension string
	write     func(tb testing.TB, table [][]string) []byte
}

// formats write a table of texts. Each must be read into the same estate.
var formats = map[string]format{
	"CSV":               {".csv", func(_ testing.TB, t [][]string) []byte { return delimitedOf(t, ',', "\r\n") }},
	"semicolons":        {".csv", func(_ testing.TB, t [][]string) []byte { return delimitedOf(t, ';', "\n") }},
	"TSV":               {".tsv", func(_ testing.TB, t [][]string) []byte { return delimitedOf(t, '\t', "\n") }},
	"bars, CR alone":    {".txt", func(_ testing.TB, t [][]string) []byte { return delimitedOf(t, '|', "\r") }},
	"stated delimiter":  {".csv", func(_ testing.TB, t [][]string) []byte { return append([]byte("sep=;\r\n"), delimitedOf(t, ';', "\r\n")...) }},
	"UTF-8 with a mark": {".csv", func(_ testing.TB, t [][]string) []byte { return append([]byte("\xEF\xBB\xBF"), delimitedOf(t, ',', "\n")...) }},
	"UTF-16LE":          {".csv", func(_ testing.TB, t [][]string) []byte { return utf16Of(t, "\uFEFF", false) }},
	"UTF-16BE":          {".csv", func(_ testing.TB, t [][]string) []byte { return utf16Of(t, "\uFEFF", true) }},
	"UTF-16LE, no mark": {".csv", func(_ testing.TB, t [][]string) []byte { return utf16Of(t, "", false) }},
	"UTF-16BE, no mark": {".csv", func(_ testing.TB, t [][]string) []byte { return utf16Of(t, "", true) }},
	"a mark that lies":  {".csv", func(_ testing.TB, t [][]string) []byte { return append([]byte("\xFE\xFF"), delimitedOf(t, ',', "\n")...) }},
	"CSV in gzip":       {".csv.gz", func(tb testing.TB, t [][]string) []byte { return gzipOf(tb, delimitedOf(t, ',', "\n")) }},
	"XLSX":              {".xlsx", xlsxOf},
	"XLSX in gzip":      {".xlsx.gz", func(tb testing.TB, t [][]string) []byte { return gzipOf(tb, xlsxOf(tb, t)) }},
	"ODS":               {".ods", func(tb testing.TB, t [][]string) []byte { return odsOf(tb, odsSheet("S", t)) }},
	"flat ODS":          {".fods", func(_ testing.TB, t [][]string) []byte { return []byte(flatODS(odsSheet("S", t))) }},
	"Excel 2003":        {".xls", func(_ testing.TB, t [][]string) []byte { return []byte(excel2003Of(t)) }},
	"Excel 2003, UTF-16": {".xls", func(_ testing.TB, t [][]string) []byte {
		return toUTF16("\uFEFF"+excel2003Of(t), false)
	}},
	"web page":            {".xls", func(_ testing.TB, t [][]string) []byte { return []byte(htmlOf(t, true)) }},
	"web page, tags open": {".xls", func(_ testing.TB, t [][]string) []byte { return []byte(htmlOf(t, false)) }},
	"archive": {".zip", func(tb testing.TB, t [][]string) []byte {
		return archiveOf(tb, archived{"exports/a.csv", delimitedOf(t, ',', "\n")}, archived{"__MACOSX/exports/._a.csv", []byte("\x00\x05\x16\x07")})
	}},
	"workbook in an archive": {".zip", func(tb testing.TB, t [][]string) []byte { return archiveOf(tb, archived{"a.xlsx", xlsxOf(tb, t)}) }},
}

func delimitedOf(table [][]string, delimiter rune, end string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = delimiter
	_ = w.WriteAll(table)
	return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(end))
}

func utf16Of(table [][]string, mark string, bigEndian bool) []byte {
	return toUTF16(mark+string(delimitedOf(table, '\t', "\r\n")), bigEndian)
}

func toUTF16(text string, bigEndian bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if bigEndian {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func gzipOf(tb testing.TB, data []byte) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

type archived struct {
	name string
	data []byte
}

func archiveOf(tb testing.TB, files ...archived) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(f.data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func xlsxOf(tb testing.TB, table [][]string) []byte {
	return workbookOf(tb, func(f *excelize.File) {
		for i, cells := range table {
			row := make([]any, len(cells))
			for j, c := range cells {
				row[j] = c
			}
			setRows(f, "Sheet1", i+1, row)
		}
	})
}

// odsSheet writes a table as OpenDocument does, equal cells and rows once.
func odsSheet(name string, table [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<table:table table:name=%q><table:table-column table:number-columns-repeated="16384"/>`, name)
	for i := 0; i < len(table); {
		n := 1
		for i+n < len(table) && strings.Join(table[i], "\x00") == strings.Join(table[i+n], "\x00") {
			n++
		}
		fmt.Fprintf(&b, `<table:table-row table:number-rows-repeated="%d">`, n)
		for j := 0; j < len(table[i]); {
			m := 1
			for j+m < len(table[i]) && table[i][j] == table[i][j+m] {
				m++
			}
			fmt.Fprintf(&b, `<table:table-cell table:number-columns-repeated="%d"`, m)
			if table[i][j] != "" {
				b.WriteString(` office:value-type="string" calcext:value-type="string"`)
			}
			b.WriteString(">")
			for line := range strings.Lines(table[i][j]) {
				fmt.Fprintf(&b, "<text:p>%s</text:p>", html.EscapeString(strings.TrimSuffix(line, "\n")))
			}
			b.WriteString("</table:table-cell>")
			j += m
		}
		b.WriteString(`<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`)
		i += n
	}
	b.WriteString(`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	return b.String()
}

const odsNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c"`

const odsStyles = `<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
	<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`

func odsContent(sheets ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + odsNames + `>` + odsStyles +
		`<office:body><office:spreadsheet>` + strings.Join(sheets, "") + `</office:spreadsheet></office:body></office:document-content>`
}

func flatODS(sheets ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document ` + odsNames + ` office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` + odsStyles +
		`<office:body><office:spreadsheet>` + strings.Join(sheets, "") + `</office:spreadsheet></office:body></office:document>`
}

func odsOf(tb testing.TB, sheets ...string) []byte {
	tb.Helper()
	return archiveOf(tb,
		archived{"mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")},
		archived{"content.xml", []byte(odsContent(sheets...))},
		archived{"META-INF/manifest.xml", []byte(`<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest/>`)},
	)
}

func excel2003Of(table [][]string) string {
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

func htmlOf(table [][]string, closed bool) string {
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

var oneInventory = [][]string{
	{"Inventory of the Example Agency", "", "", "", "", "", ""},
	{"Type", "Manufacturer", "Model", "Quantity", "Site", "Purchase date", "Comment"},
	{"Laptop", "Dell Inc.", "Latitude 5420", "3", "Orléans", "2022-09-01", "says \"good\", <ok> & more"},
	{"Monitor", "Dell Inc.", "P2419H", "2", "Orléans", "2021-05-31", "two\nlines"},
	{"Monitor", "Dell Inc.", "P2419H", "2", "Orléans", "2021-05-31", "two\nlines"},
	{"", "", "", "", "", "", ""},
	{"Server", "HPE", "ProLiant DL380 Gen10", "1", "", "17/06/2020", ""},
}

// One inventory gives one estate, byte for byte, whatever format it comes in.
func TestFormatsAgree(t *testing.T) {
	options := inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "FR"}
	want := estateText(t, read(t, options, memorySource("a.csv", formats["CSV"].write(t, oneInventory))).Estate)
	if !strings.Contains(want, "read=4; assessed=4") || !strings.Contains(want, "Orléans") {
		t.Fatalf("the CSV is not read as it should be:\n%s", want)
	}
	for name, f := range formats {
		t.Run(name, func(t *testing.T) {
			r := read(t, options, memorySource("inventory"+f.extension, f.write(t, oneInventory)))
			if got := estateText(t, r.Estate); got != want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", report(r), got, want)
			}
		})
	}
}

// Files of one run that hold the same bytes count once, wherever they lie.
func TestCopiesCountOnce(t *testing.T) {
	data := delimitedOf(oneInventory, ',', "\n")
	sources := []inventory.Source{
		memorySource("a.csv", data),
		memorySource("copy of a.csv", data),
		memorySource("a.csv.gz", gzipOf(t, data)),
		memorySource("a.zip", archiveOf(t, archived{"x/a.csv", data}, archived{"y/a.csv", data}, archived{"photo.png", nil})),
	}
	options := inventory.Options{Period: inventory.CalendarYear(2024)}
	want := estateText(t, read(t, options, sources[0]).Estate)
	r := read(t, options, sources...)
	if got := estateText(t, r.Estate); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if n := r.Problems.CountByCode()[inventory.CodeFileDuplicate]; n != 4 {
		t.Errorf("%d copies were told", n)
	}
	var names []string
	for _, f := range r.Files {
		names = append(names, f.Name+" = "+f.CopyOf)
		if f.Refused || f.SHA256 == "" {
			t.Errorf("%+v", f)
		}
	}
	if got, want := strings.Join(names, "; "), "a.csv = ; copy of a.csv = a.csv; a.csv.gz = a.csv; a.zip/x/a.csv = a.csv; a.zip/y/a.csv = a.csv"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if r.Files[2].SHA256 == r.Files[0].SHA256 || r.Files[3].SHA256 != r.Files[0].SHA256 {
		t.Error("the sums are not those of the files as they lie there")
	}
}

// Archives are opened one level deep; each file in them stands for itself.
func TestArchives(t *testing.T) {
	inner := archiveOf(t, archived{"a.csv", []byte("category\nlaptop\n")})
	data := archiveOf(t,
		archived{"2024/laptops.csv", []byte("category,quantity\nlaptop,3\n")},
		archived{"2024/monitors.xlsx", xlsxOf(t, [][]string{{"category", "quantity"}, {"monitor", "2"}})},
		archived{"../../etc/passwd.csv", []byte("category,quantity\nlaptop,odd\n")},
		archived{`windows\tablets.csv`, []byte("category,quantity\ntablet,1\n")},
		archived{"empty.csv", nil},
		archived{"more.zip", inner},
		archived{"more.csv.gz", gzipOf(t, []byte("category\nlaptop\n"))},
		archived{"README.txt", []byte("Dear all")},
		archived{"logo\x1b[2J.png", []byte("x")},
		archived{"Thumbs.db", []byte("x")},
	)
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("export.zip", data))
	wantEstate(t, r, "laptop 3 units\nmonitor 2 units\ntablet 1 units")
	var got []string
	for p := range r.Problems.All() {
		if p.Severity == inventory.Rejected || p.Code == inventory.CodeArchiveSkipped {
			got = append(got, fmt.Sprintf("%s %s %q", p.File, p.Code, p.Args))
		}
	}
	want := `export.zip archive_skipped ["2" "README.txt" "logo?[2J.png"]
export.zip/etc/passwd.csv quantity_invalid []
export.zip/empty.csv file_empty []
export.zip/more.zip archive_nested ["zip"]
export.zip/more.csv.gz archive_nested ["gzip"]`
	if strings.Join(got, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), want)
	}
	r = read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.zip.gz", gzipOf(t, inner)))
	if got := refusalOf(r); got != "archive_nested [zip]" {
		t.Errorf("an archive in gzip: %s", got)
	}
}

// An archive that is protected names each file that cannot be read.
func TestEncryptedArchive(t *testing.T) {
	data := archiveOf(t, archived{"a.csv", []byte("category\nlaptop\n")})
	for _, mark := range []string{"PK\x03\x04", "PK\x01\x02"} {
		i := bytes.Index(data, []byte(mark))
		flags := i + 6
		if mark == "PK\x01\x02" {
			flags = i + 8
		}
		data[flags] |= 1
	}
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.zip", data))
	if got := refusalOf(r); got != "file_encrypted []" {
		t.Errorf("refused for %s", got)
	}
}

// A file cut anywhere is refused, or read as far as a text goes.
func TestCutFiles(t *testing.T) {
	for name, f := range formats {
		data := f.write(t, oneInventory)
		for n := 0; n < len(data); n += 1 + len(data)/20 {
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("cut"+f.extension, data[:n]))
			if packed := strings.Contains(name, "XLSX") || strings.Contains(name, "ODS") || strings.Contains(name, "2003") || strings.Contains(name, "archive") || strings.Contains(name, "gzip"); packed && !r.Files[0].Refused {
				t.Errorf("%s: %d of %d bytes were read", name, n, len(data))
			}
		}
	}
}

