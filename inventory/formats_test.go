package inventory_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
)

// A table in one of the formats that are read.
type format struct {
	extension string
	write     func(table [][]string) []byte
}

// formats write a table of texts. Each must be read into the same estate.
var formats = map[string]format{
	"CSV":               {".csv", func(t [][]string) []byte { return delimitedOf(t, ',', "\r\n") }},
	"semicolons":        {".csv", func(t [][]string) []byte { return delimitedOf(t, ';', "\n") }},
	"TSV":               {".tsv", func(t [][]string) []byte { return delimitedOf(t, '\t', "\n") }},
	"bars, CR alone":    {".txt", func(t [][]string) []byte { return delimitedOf(t, '|', "\r") }},
	"stated delimiter":  {".csv", func(t [][]string) []byte { return append([]byte("sep=;\r\n"), delimitedOf(t, ';', "\r\n")...) }},
	"UTF-8 with a mark": {".csv", func(t [][]string) []byte { return append([]byte("\xEF\xBB\xBF"), delimitedOf(t, ',', "\n")...) }},
	"UTF-16LE":          {".csv", func(t [][]string) []byte { return utf16Of(t, "\uFEFF", false) }},
	"UTF-16BE":          {".csv", func(t [][]string) []byte { return utf16Of(t, "\uFEFF", true) }},
	"UTF-16LE, no mark": {".csv", func(t [][]string) []byte { return utf16Of(t, "", false) }},
	"UTF-16BE, no mark": {".csv", func(t [][]string) []byte { return utf16Of(t, "", true) }},
	"a mark that lies":  {".csv", func(t [][]string) []byte { return append([]byte("\xFE\xFF"), delimitedOf(t, ',', "\n")...) }},
	"CSV in gzip":       {".csv.gz", func(t [][]string) []byte { return gzipOf(delimitedOf(t, ',', "\n")) }},
	"XLSX":              {".xlsx", xlsxOf},
	"XLSX in gzip":      {".xlsx.gz", func(t [][]string) []byte { return gzipOf(xlsxOf(t)) }},
	"ODS":               {".ods", func(t [][]string) []byte { return odsOf(inventorytest.ODSSheet("S", t)) }},
	"flat ODS":          {".fods", func(t [][]string) []byte { return inventorytest.FlatODS(inventorytest.ODSSheet("S", t)) }},
	"Excel 2003":        {".xls", func(t [][]string) []byte { return []byte(inventorytest.Excel2003(t)) }},
	"Excel 2003, UTF-16": {".xls", func(t [][]string) []byte {
		return inventorytest.UTF16("\uFEFF"+inventorytest.Excel2003(t), false)
	}},
	"web page":            {".xls", func(t [][]string) []byte { return []byte(inventorytest.HTML(t, true)) }},
	"web page, tags open": {".xls", func(t [][]string) []byte { return []byte(inventorytest.HTML(t, false)) }},
	"archive": {".zip", func(t [][]string) []byte {
		return archiveOf(inside("exports/a.csv", delimitedOf(t, ',', "\n")), inside("__MACOSX/exports/._a.csv", []byte("\x00\x05\x16\x07")))
	}},
	"workbook in an archive": {".zip", func(t [][]string) []byte { return archiveOf(inside("a.xlsx", xlsxOf(t))) }},
}

func delimitedOf(table [][]string, delimiter rune, end string) []byte {
	return must(inventorytest.Delimited(table, delimiter, end))
}

func utf16Of(table [][]string, mark string, bigEndian bool) []byte {
	return inventorytest.UTF16(mark+string(delimitedOf(table, '\t', "\r\n")), bigEndian)
}

func gzipOf(data []byte) []byte { return must(inventorytest.Gzip(data)) }

func inside(name string, data []byte) inventorytest.File {
	return inventorytest.File{Name: name, Data: data}
}

func archiveOf(files ...inventorytest.File) []byte { return must(inventorytest.Zip(files...)) }

func xlsxOf(table [][]string) []byte { return must(inventorytest.XLSX(table)) }

func odsOf(sheets ...string) []byte { return must(inventorytest.ODS(sheets...)) }

// must is for what only writes to memory.
func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
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
	want := estateText(t, read(t, options, memorySource("a.csv", formats["CSV"].write(oneInventory))).Estate)
	if !strings.Contains(want, "read=4; assessed=4") || !strings.Contains(want, "Orléans") {
		t.Fatalf("the CSV is not read as it should be:\n%s", want)
	}
	for name, f := range formats {
		t.Run(name, func(t *testing.T) {
			r := read(t, options, memorySource("inventory"+f.extension, f.write(oneInventory)))
			if got := estateText(t, r.Estate); got != want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", report(r), got, want)
			}
		})
	}
}

// Rejected rows are found again in whatever file they came.
func TestRejectedRowsOfEveryFormat(t *testing.T) {
	table := append([][]string{}, oneInventory...)
	table = append(table, []string{"Laptop", "Dell Inc.", "Latitude 5420", "minus one", "", "", ""})
	for name, f := range formats {
		sources := []inventory.Source{memorySource("inventory"+f.extension, f.write(table))}
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, sources...)
		var got []string
		for row, err := range r.Rejected(t.Context(), sources, inventory.Limits{}) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
			got = append(got, fmt.Sprintf("%t %s", row.Row > 7, row.Cells[3].Text))
		}
		if strings.Join(got, ", ") != "true minus one" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// Files of one run that hold the same bytes count once, wherever they lie.
func TestCopiesCountOnce(t *testing.T) {
	data := delimitedOf(oneInventory, ',', "\n")
	sources := []inventory.Source{
		memorySource("a.csv", data),
		memorySource("copy of a.csv", data),
		memorySource("a.csv.gz", gzipOf(data)),
		memorySource("a.zip", archiveOf(inside("x/a.csv", data), inside("y/a.csv", data), inside("photo.png", nil))),
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
	inner := archiveOf(inside("a.csv", []byte("category\nlaptop\n")))
	data := archiveOf(
		inside("2024/laptops.csv", []byte("category,quantity\nlaptop,3\n")),
		inside("2024/monitors.xlsx", xlsxOf([][]string{{"category", "quantity"}, {"monitor", "2"}})),
		inside("../../etc/passwd.csv", []byte("category,quantity\nlaptop,odd\n")),
		inside(`windows\tablets.csv`, []byte("category,quantity\ntablet,1\n")),
		inside("empty.csv", nil),
		inside("more.zip", inner),
		inside("more.csv.gz", gzipOf([]byte("category\nlaptop\n"))),
		inside("README.txt", []byte("Dear all")),
		inside("logo\x1b[2J.png", []byte("x")),
		inside("Thumbs.db", []byte("x")),
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
	r = read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.zip.gz", gzipOf(inner)))
	if got := refusalOf(r); got != "archive_nested [zip]" {
		t.Errorf("an archive in gzip: %s", got)
	}
}

// Each file of an archive counts, however alike their names are.
func TestArchiveOfNamesAlike(t *testing.T) {
	data := archiveOf(
		inside("data.csv", []byte("category,quantity\nlaptop,1\n")),
		inside("DATA.csv", []byte("category,quantity\nlaptop,2\n")),
		inside("a/../data.csv", []byte("category,quantity\nlaptop,4\n")),
		inside("data.csv (2)", []byte("not read by its name")),
		inside("data.csv", []byte("category,quantity\nlaptop,8\n")),
		inside("d\x01.csv", []byte("category,quantity\nlaptop,16\n")),
		inside("d\x02.csv", []byte("category,quantity\nlaptop,32\n")),
		inside("same.csv", []byte("category,quantity\nmonitor,1\n")),
		inside("same.csv", []byte("category,quantity\nmonitor,1\n")),
	)
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.zip", data))
	wantEstate(t, r, "laptop 63 units\nmonitor 1 units")
	names := make([]string, 0, len(r.Files))
	for _, f := range r.Files {
		names = append(names, strings.TrimPrefix(f.Name, "a.zip/"))
	}
	want := []string{"data.csv", "DATA.csv", "data.csv (2)", "data.csv (3)", "d?.csv", "d?.csv (2)", "same.csv", "same.csv (2)"}
	if !slices.Equal(names, want) {
		t.Errorf("files are called %q, want %q", names, want)
	}
	for p := range r.Problems.All() {
		if p.Code == inventory.CodeFileDuplicate && p.File == "a.zip/same.csv (2)" {
			return
		}
	}
	t.Error("that two files hold the same is not told")
}

// An archive that is protected names each file that cannot be read.
func TestEncryptedArchive(t *testing.T) {
	data := archiveOf(inside("a.csv", []byte("category\nlaptop\n")))
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
		data := f.write(oneInventory)
		for n := 0; n < len(data); n += 1 + len(data)/20 {
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("cut"+f.extension, data[:n]))
			if packed := strings.Contains(name, "XLSX") || strings.Contains(name, "ODS") || strings.Contains(name, "2003") || strings.Contains(name, "archive") || strings.Contains(name, "gzip"); packed && !r.Files[0].Refused {
				t.Errorf("%s: %d of %d bytes were read", name, n, len(data))
			}
		}
	}
}
