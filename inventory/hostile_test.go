package inventory_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
	"testing"
	"unicode"

	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
)

// bombOf packs a header and many times the same text.
func bombOf(tb testing.TB, name string, head, repeated string, megabytes int) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	writeBomb(w, head, repeated, megabytes)
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func writeBomb(w io.Writer, head, repeated string, megabytes int) {
	_, _ = io.WriteString(w, head)
	block := []byte(strings.Repeat(repeated, 1<<20/len(repeated)))
	for range megabytes {
		_, _ = w.Write(block)
	}
}

// What an archive or a packed file must not be able to do.
func TestHostileArchives(t *testing.T) {
	gzipped := func(head, repeated string, megabytes int) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		writeBomb(w, head, repeated, megabytes)
		_ = w.Close()
		return b.Bytes()
	}
	workbook := bombOf(t, "xl/worksheets/sheet1.xml", sheetHead, "<row></row>", 1)
	for name, c := range map[string]struct {
		data   []byte
		limits inventory.Limits
		want   string
	}{
		"zip bomb":                      {data: bombOf(t, "a.csv", "category\n", "\n", 100), want: "limit_exceeded [unzipped_ratio 300]"},
		"gzip bomb":                     {data: gzipped("category\n", "laptop"+strings.Repeat(" ", 1000)+"\n", 100), want: "limit_exceeded [unzipped_ratio 300]"},
		"gzip of a gigabyte cell":       {data: gzipped("category\n", "x", 3), want: "limit_exceeded [cell_bytes 131072]"},
		"much in all":                   {data: bombOf(t, "a.csv", "category\n", "laptop\n", 2), limits: inventory.Limits{UnzippedSize: 1 << 20}, want: "limit_exceeded [unzipped_bytes 1048576]"},
		"sizes that overflow":           {data: zipStating(t, 16, 1<<64-1), want: "limit_exceeded [unzipped_bytes 8589934592]"},
		"much in gzip":                  {data: gzipped("category\n", "laptop\n", 2), limits: inventory.Limits{UnzippedSize: 1 << 20}, want: "limit_exceeded [unzipped_bytes 1048576]"},
		"a large workbook inside":       {data: must(inventorytest.Gzip(append(workbook, make([]byte, 2<<20)...))), limits: inventory.Limits{HeldBytes: 1 << 20}, want: "limit_exceeded [held_bytes 1048576]"},
		"a part that overlaps":          {data: overlappingZip(1000, 1000), want: "file_unsafe [archive parts that overlap]"},
		"a part larger than it says":    {data: lyingZip("a.csv", "category\n"+strings.Repeat("laptop\n", 1000), 20), want: "file_damaged [a.csv zip: not a valid zip file]"},
		"a part smaller than it says":   {data: lyingZip("a.csv", "category\nlaptop\n", 1000), want: "file_damaged [a.csv does not match its checksum or ends early]"},
		"a million parts":               {data: overlappingZip(1, 200_000), want: "limit_exceeded [archive_entries 50000]"},
		"an archive of itself":          {data: archiveOf(inside("r.zip", archiveOf(inside("r.zip", archiveOf(inside("a.csv", []byte("category\nlaptop\n"))))))), want: "archive_nested [zip]"},
		"gzip in gzip":                  {data: gzipOf(gzipOf([]byte("category\nlaptop\n"))), want: "archive_nested [gzip]"},
		"a checksum that does not hold": {data: spoilt(gzipOf([]byte("category\nlaptop\n"))), want: "file_damaged [gzip gzip: invalid checksum]"},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), Limits: c.limits}, memorySource("hostile", c.data))
			if got := refusalOf(r); got != c.want {
				t.Errorf("refused for %s, want %s", got, c.want)
			}
			if r.Estate.Len() != 0 || r.Estate.Counts().Read != 0 {
				t.Error("a refused file left something in the estate")
			}
		})
	}
}

// spoilt changes the checksum at the end of a gzip file.
func spoilt(data []byte) []byte {
	data[len(data)-8] ^= 1
	return data
}

// overlappingZip makes an archive whose directory names the same bytes many
// times, those of one file of a number of kilobytes.
func overlappingZip(kilobytes, entries int) []byte {
	text := bytes.Repeat([]byte("category\nlaptop\n"), kilobytes*64)
	var b bytes.Buffer
	local := func(signature uint32, more ...uint16) {
		_ = binary.Write(&b, binary.LittleEndian, signature)
		for _, v := range more {
			_ = binary.Write(&b, binary.LittleEndian, v)
		}
	}
	size, sum, name := uint32(len(text)), crc32.ChecksumIEEE(text), "aaaaaaaa.csv"
	halves := func(v uint32) (uint16, uint16) { return uint16(v), uint16(v >> 16) }
	sumLow, sumHigh := halves(sum)
	sizeLow, sizeHigh := halves(size)
	local(0x04034b50, 20, 0, 0, 0, 0, sumLow, sumHigh, sizeLow, sizeHigh, sizeLow, sizeHigh, uint16(len(name)), 0)
	b.WriteString(name)
	b.Write(text)
	start := b.Len()
	for i := range entries {
		local(0x02014b50, 20, 20, 0, 0, 0, 0, sumLow, sumHigh, sizeLow, sizeHigh, sizeLow, sizeHigh, uint16(len(name)), 0, 0, 0, 0, 0, 0, 0, 0)
		each := []byte(name)
		for j := range 8 {
			each[j] = byte('a' + i>>(4*j)&15)
		}
		b.Write(each)
	}
	length := uint32(b.Len() - start)
	lengthLow, lengthHigh := halves(length)
	startLow, startHigh := halves(uint32(start))
	count := uint16(min(entries, 0xFFFE))
	local(0x06054b50, 0, 0, count, count, lengthLow, lengthHigh, startLow, startHigh, 0)
	return b.Bytes()
}

// lyingZip makes an archive that states a wrong size of what it holds.
func lyingZip(name, text string, stated uint32) []byte {
	data := archiveOf(inside(name, []byte(text)))
	directory := bytes.Index(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[directory+24:], stated)
	return data
}

// zipStating makes an archive of small files that state sizes of their own, 64 bits
// wide as ZIP64 has them.
func zipStating(tb testing.TB, sizes ...uint64) []byte {
	tb.Helper()
	const text = "category\nlaptop\n"
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, size := range sizes {
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: string(rune('a'+i)) + ".csv", CRC32: crc32.ChecksumIEEE([]byte(text)), CompressedSize64: uint64(len(text)), UncompressedSize64: size,
		})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// What a text must not be able to do: the scanner's own tests have more.
func TestHostileText(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want string
	}{
		"a line without end":           {"category," + strings.Repeat("a", 3<<20), "limit_exceeded [cell_bytes 131072]"},
		"a header of a million cells":  {strings.Repeat("category,", 1_000_000), "limit_exceeded [columns 16384]"},
		"quotations that never end":    {"category,model\n" + strings.Repeat(`laptop,"x`+"\n", 20_000), ""},
		"quotations within quotations": {"category,model\n\"" + strings.Repeat(`""`, 200_000), ""},
		"formulas":                     {"category,model,department\nlaptop,\"=cmd|'/c calc'!A1\",\"=HYPERLINK(\"\"http://example.org\"\",\"\"x\"\")\"\n", ""},
		"a page of a million cells":    {"<table><tr>" + strings.Repeat("<td>x", 100_000), "limit_exceeded [columns 16384]"},
		"a page that spans":            {"<table><tr><td rowspan=65534 colspan=16000>category" + strings.Repeat("<tr><td>x", 20_000), "limit_exceeded [repeated_cells 100000000]"},
		"a page with a long tag":       {"<table><tr><td " + strings.Repeat("a=b ", 1_000_000), "limit_exceeded [cell_bytes 131072]"},
		"a page with a long text":      {"<table><tr><td>" + strings.Repeat("a", 3<<20), "limit_exceeded [cell_bytes 131072]"},
		"a million sheets of 2003":     {"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>" + strings.Repeat("<Worksheet/>", 1_000_000) + "</Workbook>", "limit_exceeded [sheets 2000]"},
		"entities of 2003":             {"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>&a;</Workbook>", "file_unsafe [XML document type]"},
		"a row of 2003 far below":      {"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table><Row ss:Index='999999999'/></Table></Worksheet></Workbook>", "limit_exceeded [rows 50000000]"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, c.data)
			if got := refusalOf(r); c.want != "" && got != c.want {
				t.Errorf("refused for %s, want %s", got, c.want)
			}
		})
	}
}

// What steers a terminal, or turns the direction in which a line is read,
// reaches neither problems nor the estate, from wherever it comes.
func TestNothingUnseenIsShown(t *testing.T) {
	const unseen = "\x1b\x07\u009b\u202e\u061c\u2066\U000e0041\u200b"
	steers := func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }
	options := inventory.Options{Period: inventory.CalendarYear(2024)}
	csv := "category,manufacturer,model,department,site,service,quantity\n" +
		"laptop,D" + unseen + "ell,Lati" + unseen + "tude 5440,Fi" + unseen + "nance,Par" + unseen + "is,We" + unseen + "b,1\n" +
		"laptop,,,,,," + unseen + "5x1\n" + "la" + unseen + "pdog,,,,,,2\n" + strings.Repeat("laptop,Dell,Latitude 5440,Finance,Paris,Web,1\n", 100)
	estate := estateText(t, readText(t, strings.ReplaceAll(csv, unseen, "")).Estate)
	book := string(rawWorkbook(t, map[string]string{
		"xl/workbook.xml":          "<workbook><sheets><sheet name=\"S&#27;[31m&#x202E;\u009b\u061c\" r:id=\"rId1\"/></sheets></workbook>",
		"xl/worksheets/sheet1.xml": sheetHead + `<row r="1"><c r="A1" t="inlineStr"><is><t>category</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>what&#27;[31m is&#x202E; this</t></is></c></row></sheetData></worksheet>`,
	}))
	for name, text := range map[string]string{
		"f\x1b[31m\u202e.csv": csv,
		"estate.csv":          strings.NewReplacer("Finance", "Fin"+unseen+"ance", "Latitude", "Lati"+unseen+"tude").Replace(estate),
		"book.xlsx":           book,
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, options, memorySource(name, []byte(text)))
			if r.Estate.Len() == 0 {
				t.Error("nothing was read")
			}
			shown := []string{estateText(t, r.Estate)}
			for _, f := range r.Files {
				shown = append(shown, f.Name)
				for _, s := range f.Sheets {
					shown = append(shown, s.Name)
				}
			}
			for p := range r.Problems.All() {
				shown = append(append(shown, p.File, p.Sheet, p.Column, p.Value), p.Args...)
			}
			for _, text := range shown {
				if text = strings.ReplaceAll(text, "\n", ""); strings.ContainsFunc(text, steers) {
					t.Errorf("shown: %q", text)
				}
			}
		})
	}
}

// FuzzArchive reads whatever an archive, or a file that says it is one, may hold.
func FuzzArchive(f *testing.F) {
	for _, format := range formats {
		f.Add(format.write(oneInventory))
	}
	f.Add(overlappingZip(1, 3))
	f.Add(lyingZip("a.csv", "category\nlaptop\n", 1))
	f.Add(gzipOf(gzipOf(nil)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := inventory.Read(context.Background(), []inventory.Source{memorySource("f", data)}, fuzzOptions); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzMarkup reads pages and workbooks in XML.
func FuzzMarkup(f *testing.F) {
	f.Add(inventorytest.HTML(oneInventory, false))
	f.Add(inventorytest.Excel2003(oneInventory))
	f.Add(`<table><tr><td rowspan="3" colspan="2">category<td>model<tr><table><th>x</table><script><td></script>`)
	f.Add(`<Workbook urn:schemas-microsoft-com:office:spreadsheet><Worksheet><Table><Row Index="5" Span="3"><Cell MergeAcross="2"><Data Type="DateTime">2020-01-01T00:00:00</Data></Cell><Cell Formula="=1"/></Row></Table></Worksheet></Workbook>`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, head := range []string{"", "<table><tr>", "<?xml version='1.0'?><!-- urn:schemas-microsoft-com:office:spreadsheet -->"} {
			if _, err := inventory.Read(context.Background(), []inventory.Source{memorySource("f", []byte(head+text))}, fuzzOptions); err != nil {
				t.Fatal(err)
			}
		}
	})
}
