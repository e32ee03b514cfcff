package inventory_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
)

// workbookOf writes sheets of values as a workbook.
func workbookOf(tb testing.TB, prepare func(f *excelize.File)) []byte {
	tb.Helper()
	f := excelize.NewFile()
	prepare(f)
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// setRows writes rows from a cell on.
func setRows(f *excelize.File, sheet string, from int, rows ...[]any) {
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, from+i)
		_ = f.SetSheetRow(sheet, cell, &row)
	}
}

func TestWorkbook(t *testing.T) {
	day := time.Date(2022, time.September, 1, 0, 0, 0, 0, time.UTC)
	data := workbookOf(t, func(f *excelize.File) {
		setRows(f, "Sheet1", 1,
			[]any{"IT equipment of the Example Agency"},
			[]any{},
			[]any{"Category", "Model", "Quantity", "Acquired", "Annual kWh", "Country", "User"},
			[]any{"Laptop", "Latitude 5420", 3, day, 15.3, "GB", "A. Example"},
			[]any{"Monitor", "P2419H", "2", "2021-05-31", "20,5", "FR", "B. Example"},
		)
		style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		_ = f.SetCellStyle("Sheet1", "D4", "D4", style)
		_, _ = f.NewSheet("Legend")
		setRows(f, "Legend", 1, []any{"What the colours mean"}, []any{"red", "to be replaced"})
		_, _ = f.NewSheet("Lists")
		setRows(f, "Lists", 1, []any{"category", "status"}, []any{"laptop", "in_service"}, []any{"monitor", "in_stock"})
		_ = f.SetSheetVisible("Lists", false)
	})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("agency.xlsx", data))
	wantEstate(t, r, `
		laptop  dell latitude 5420  3 units  GB  2022-09  measured 45.9
		monitor/24in p2419h         2 units  FR  2021-05  measured 41
	`)
	wantProblems(t, r,
		`note columns_personal Sheet1 row 3: "" [User]`,
		`note header_missing Legend: "" [category,model,quantity]`,
		`note sheet_hidden Lists: "" []`,
	)
	if sheets := r.Files[0].Sheets; len(sheets) != 3 || sheets[0].HeaderRow != 3 || sheets[0].Rows != 2 {
		t.Errorf("sheets: %+v", sheets)
	}
}

// Cells of a workbook come in many forms.
func TestWorkbookCells(t *testing.T) {
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>
		<row r="1"><c r="A1" t="inlineStr"><is><t>category</t></is></c><c r="B1" t="inlineStr"><is><r><t>mo</t></r><r><t>del</t></r><rPh><t>nonsense</t></rPh></is></c><c r="C1" t="str"><f>"quan"&amp;"tity"</f><v>quantity</v></c><c r="D1" t="s"><v>0</v></c></row>
		<!-- a comment -->
		<row><c t="s"><v>1</v></c><c t="inlineStr"><is><t><![CDATA[A <&> B]]></t></is></c><c><v>2</v></c><c s="1"><v>42369</v></c></row>
		<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" t="inlineStr"><is><t>R &amp; D &#233;</t></is></c><c r="C5"><v>1.0000000000000002</v></c><c r="D5" t="d"><v>2021-02-03T00:00:00</v></c></row>
		<row r="6"><c r="A6" t="s"><v>1</v></c><c r="C6" t="e"><v>#REF!</v></c></row>
		<row r="7"/><row r="8"><c r="A8" s="1"/></row>
	</sheetData></worksheet>`
	data := rawWorkbook(t, map[string]string{
		"xl/worksheets/sheet1.xml": sheet,
		"xl/sharedStrings.xml":     `<sst><si><t>acquired</t></si><si><r><t xml:space="preserve">Lap</t></r><r><t>top</t></r></si></sst>`,
		"xl/styles.xml":            `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d mmm yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
		"xl/workbook.xml":          `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
	})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "GB"}, memorySource("cells.xlsx", data))
	wantEstate(t, r, `
		laptop  a <&> b  2 units  GB  2020-01
		laptop  r & d é  1 units  GB  2021-02
	`)
	wantProblems(t, r, `rejected quantity_invalid S row 6 quantity: "#REF!" []`)
}

// What a spreadsheet left in the place of a value is told, not taken for one.
func TestWorkbookTroubles(t *testing.T) {
	// As ISO 29500 strict has it: other namespaces, dates as texts.
	sheet := `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
		<x:row><x:c t="str"><x:v>category</x:v></x:c><x:c t="str"><x:v>model</x:v></x:c><x:c t="str"><x:v>quantity</x:v></x:c><x:c t="str"><x:v>acquired</x:v></x:c><x:c t="str"><x:v>site</x:v></x:c></x:row>
		<x:row><x:c t="str"><x:v>laptop</x:v></x:c><x:c t="str"><x:v>6.37702E+15</x:v></x:c><x:c t="str"><x:v>="2"</x:v></x:c><x:c t="d"><x:v>2021-02-03</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>
		<x:row><x:c t="str"><x:f>VLOOKUP(A1,X!A:B,2)</x:f></x:c><x:c t="str"><x:v>Latitude 5420</x:v></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c><x:f>TODAY()</x:f></x:c><x:c t="str"><x:f>""</x:f><x:v></x:v></x:c></x:row>
	</x:sheetData></x:worksheet>`
	data := rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "GB"}, memorySource("a.xlsx", data))
	wantEstate(t, r, `
		laptop                      2 units           GB 2021-02
		laptop  dell latitude 5420  2 units (model)  GB
	`)
	wantProblems(t, r,
		`warning text_scientific S row 2 model: "6.37702E+15" [1]`,
		`warning formula_error S row 2 site: "#N/A" [1]`,
		`warning formula_uncomputed S row 3 category: "" [1]`,
		`warning formula_uncomputed S row 3 acquired: "" [1]`,
	)
}

// Two sheets may not be one part, by which a small file becomes any number of rows.
func TestSheetsThatShareCells(t *testing.T) {
	data := rawWorkbook(t, map[string]string{
		"xl/workbook.xml":          `<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/></sheets></workbook>`,
		"xl/worksheets/sheet1.xml": sheetHead + `</sheetData></worksheet>`,
	})
	if got := refusalOf(read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.xlsx", data))); got != "file_unsafe [xl/workbook.xml sheets that share their cells]" {
		t.Errorf("refused for %s", got)
	}
}

// rawWorkbook writes a workbook of given parts.
func rawWorkbook(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	all := map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"_rels/.rels":         `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":     `<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/>
			<Relationship Id="rId2" Type="x/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
	}
	maps.Copy(all, parts)
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for name, text := range all {
		w, err := z.Create(name)
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
	return buf.Bytes()
}

const sheetHead = `<worksheet><sheetData><row><c t="inlineStr"><is><t>category</t></is></c><c t="inlineStr"><is><t>quantity</t></is></c></row>`

// What a workbook must not be able to do.
func TestHostileWorkbooks(t *testing.T) {
	bomb := func(part string, repeated string) []byte {
		var buf bytes.Buffer
		z := zip.NewWriter(&buf)
		block := strings.Repeat(repeated, 1<<20/len(repeated))
		for name, text := range map[string]string{
			"_rels/.rels":                `<Relationships/>`,
			"xl/workbook.xml":            `<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		} {
			w, _ := z.Create(name)
			_, _ = io.WriteString(w, text)
		}
		w, _ := z.Create(part)
		if strings.Contains(part, "sheet1") {
			_, _ = io.WriteString(w, sheetHead)
		}
		for range 120 { // MiB
			_, _ = io.WriteString(w, block)
		}
		_ = z.Close()
		return buf.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"zip bomb of blank rows":      {bomb("xl/worksheets/sheet1.xml", "<row></row>"), "limit_exceeded [unzipped_ratio 300]"},
		"zip bomb of shared texts":    {bomb("xl/sharedStrings.xml", "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>"), "limit_exceeded [shared_text 100663296]"},
		"a cell without end":          {bomb("xl/worksheets/sheet1.xml", "x"), "limit_exceeded [cell_bytes 131072]"},
		"a tag without end":           {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": "<a " + strings.Repeat("b='c' ", 100_000)}), "limit_exceeded [cell_bytes 131072]"},
		"entities":                    {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>`}), "file_unsafe [xl/worksheets/sheet1.xml document type]"},
		"deep nesting":                {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": strings.Repeat("<a>", 100_000)}), "file_unsafe [xl/worksheets/sheet1.xml tags nested too deeply]"},
		"too many columns":            {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row><c r="ZZZZZZ2"><v>1</v></c></row></sheetData></worksheet>`}), "limit_exceeded [columns 16384]"},
		"ends early":                  {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + `<row><c><v>1`}), "file_damaged [xl/worksheets/sheet1.xml ends early]"},
		"many cells far to the right": {rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheetHead + strings.Repeat(`<row><c r="XFD2"><v>1</v></c></row>`, 3_000) + `</sheetData></worksheet>`}), "limit_exceeded [repeated_cells 40000000]"},
		"no sheet part":               {rawWorkbook(t, map[string]string{}), "file_damaged [xl/worksheets/sheet1.xml is missing]"},
		"a sheet outside":             {rawWorkbook(t, map[string]string{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>`}), "file_damaged [etc/passwd is missing]"},
	} {
		t.Run(name, func(t *testing.T) {
			options := inventory.Options{Period: inventory.CalendarYear(2024), Limits: inventory.Limits{RepeatedCells: 40_000_000}}
			r := read(t, options, memorySource("hostile.xlsx", c.data))
			if got := refusalOf(r); got != c.want {
				t.Errorf("refused for %s, want %s", got, c.want)
			}
			if r.Estate.Len() != 0 || r.Estate.Counts().Read != 0 {
				t.Error("a refused file left something in the estate")
			}
		})
	}
}

// Truncated anywhere, a workbook is refused or read, never the end of the program.
func TestTruncatedWorkbook(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) { setRows(f, "Sheet1", 1, []any{"category", "quantity"}, []any{"laptop", 2}) })
	for n := 0; n < len(data); n += 97 {
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("cut.xlsx", data[:n]))
		if !r.Files[0].Refused {
			t.Errorf("%d of %d bytes were read", n, len(data))
		}
	}
}

func refusalOf(r *inventory.Result) string {
	for p := range r.Problems.All() {
		if p.Severity == inventory.Rejected {
			return fmt.Sprintf("%s %v", p.Code, p.Args)
		}
	}
	return ""
}

func FuzzWorkbookSheet(f *testing.F) {
	f.Add(sheetHead + `<row r="2"><c r="A2" t="inlineStr"><is><t>laptop</t></is></c><c r="B2"><v>2</v></c></row></sheetData></worksheet>`)
	f.Add(`<?xml version="1.0"?><worksheet><sheetData><row r="-1"><c r="1A" t="s" s="99"><v>9e9</v></c></row></sheetData></worksheet>`)
	f.Add(`<a b="<>" c='"'/><![CDATA[ ]]><!-- -- --><?x ?>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		data := rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": sheet, "xl/styles.xml": sheet})
		if _, err := inventory.Read(context.Background(), []inventory.Source{memorySource("f.xlsx", data)}, inventory.Options{Period: inventory.CalendarYear(2024)}); err != nil {
			t.Fatal(err)
		}
	})
}
