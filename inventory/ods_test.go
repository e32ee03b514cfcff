package inventory_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
	"govfootprint/inventory/inventorytest"
)

// Cells of an OpenDocument spreadsheet state their values beside the text that
// the program shows.
func TestODSCells(t *testing.T) {
	sheet := `<table:table table:name="Équipement" table:style-name="ta1">
		<office:forms form:automatic-focus="false"/>
		<table:shapes><draw:frame><draw:text-box><text:p>a drawing</text:p></draw:text-box></draw:frame></table:shapes>
		<table:table-column table:number-columns-repeated="3"/>
		<table:table-header-rows><table:table-row>
			<table:table-cell office:value-type="string"><text:p>cate<text:span>go</text:span>ry</text:p></table:table-cell>
			<table:table-cell office:value-type="string" office:string-value="model"/>
			<table:table-cell office:value-type="string"><office:annotation><dc:creator>A. Example</dc:creator><text:p>a remark</text:p></office:annotation><text:p>quantity</text:p></table:table-cell>
			<table:table-cell office:value-type="string"><text:p>acquired</text:p></table:table-cell>
			<table:table-cell office:value-type="string"><text:p>annual kWh</text:p></table:table-cell>
			<table:table-cell office:value-type="string"><text:p>purchase cost</text:p></table:table-cell>
		</table:table-row></table:table-header-rows>
		<table:table-row-group><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table-row-group>
		<table:table-row>
			<table:table-cell office:value-type="string"><text:p>Lap<text:s text:c="0"/>top</text:p></table:table-cell>
			<table:table-cell office:value-type="string"><text:p>Latitude<text:s text:c="1000000000"/>5420</text:p></table:table-cell>
			<table:table-cell office:value-type="float" office:value="1.0000000000000002"><text:p>one</text:p></table:table-cell>
			<table:table-cell office:value-type="date" office:date-value="2021-02-03T10:30:00"><text:p>03/02/21</text:p></table:table-cell>
			<table:table-cell office:value-type="float" office:value="15.3" calcext:value-type="float"><text:p>15,3</text:p></table:table-cell>
			<table:table-cell office:value-type="currency" office:currency="EUR" office:value="900.5"><text:p>900,50 €</text:p></table:table-cell>
		</table:table-row>
		<table:table-row table:number-rows-repeated="3">
			<table:table-cell office:value-type="string"><text:p>Monitor</text:p></table:table-cell>
			<table:table-cell office:value-type="string"><text:p>P2419H <text:a xlink:href="http://example.org"> R&amp;D</text:a></text:p><text:p>second</text:p></table:table-cell>
			<table:table-cell office:value-type="percentage" office:value="2"><text:p>200 %</text:p></table:table-cell>
		</table:table-row>
		<table:table-row>
			<table:table-cell office:value-type="string"><text:p>Server</text:p></table:table-cell>
			<table:covered-table-cell office:value-type="string"><text:p>beneath another</text:p></table:covered-table-cell>
			<table:table-cell office:value-type="float" office:value="1"/>
			<table:table-cell table:formula="of:=[.D4]"/>
			<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
		</table:table-row>
	</table:table>`
	hidden := strings.Replace(inventorytest.ODSSheet("Old", [][]string{{"category"}, {"laptop"}}), "<table:table ", `<table:table table:style-name="ta2" `, 1)
	remembered := strings.Replace(inventorytest.ODSSheet("'file:///x.ods'#$S", [][]string{{"category"}, {"laptop"}}), "<table:table ", `<table:table table:style-name="ta_extref" `, 1)
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "GB"},
		memorySource("a.ods", odsOf(hidden, sheet, remembered, inventorytest.ODSSheet("Second", [][]string{{"category", "quantity"}, {"tablet", "1"}}))))
	wantEstate(t, r, `
		laptop  dell latitude 5420  1 units GB  2021-02  measured 15.3
		monitor/24in p2419h r&d second   6 units  GB
		server                      1 units  GB
		tablet                      1 units  GB
	`)
	wantProblems(t, r,
		`note sheet_hidden Old: "" []`,
		`warning formula_uncomputed Équipement row 8 acquired: "" [1]`,
		`warning formula_error Équipement row 8 annual kWh: "#DIV/0!" [1]`,
		`warning table_maybe_summary Second row 1: "" [1 Équipement]`,
	)
}

func TestEncryptedODS(t *testing.T) {
	data := archiveOf(inside("mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")), inside("content.xml", []byte("\x8f\x02\x11")),
		inside("META-INF/manifest.xml", []byte(`<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`)))
	if got := refusalOf(read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.ods", data))); got != "file_encrypted []" {
		t.Errorf("refused for %s", got)
	}
	letter := archiveOf(inside("mimetype", []byte("application/vnd.oasis.opendocument.text")), inside("content.xml", nil), inside("META-INF/manifest.xml", nil))
	if got := refusalOf(read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.odt", letter))); got != "file_type [odt]" {
		t.Errorf("refused for %s", got)
	}
}

// Sheets are read in one pass, and again where a column must be seen as a whole.
func TestManySheetsInOneDocument(t *testing.T) {
	var sheets []string
	for i := range 40 {
		sheets = append(sheets, inventorytest.ODSSheet(fmt.Sprintf("S%d", i), [][]string{
			{"category", "model", "quantity", "acquired"}, {"laptop", "A", "1", "03/04/2020"}, {"laptop", "B", "1", fmt.Sprintf("%d/04/2020", 1+i%28)},
		}))
	}
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.ods", odsOf(sheets...)))
	if c := r.Estate.Counts(); c.Assessed != 80 || len(r.Files[0].Sheets) != 40 {
		t.Errorf("%+v, %d sheets", c, len(r.Files[0].Sheets))
	}
}

// What a few bytes of an OpenDocument spreadsheet may stand for.
func TestHostileODS(t *testing.T) {
	header := `<table:table-row><table:table-cell office:value-type="string"><text:p>category</text:p></table:table-cell></table:table-row>`
	cells := func(attributes string) string {
		return `<table:table-cell office:value-type="string" ` + attributes + `><text:p>laptop</text:p></table:table-cell>`
	}
	table := func(rows ...string) string {
		return `<table:table table:name="S">` + header + strings.Join(rows, "") + `</table:table>`
	}
	for name, c := range map[string]struct {
		content string
		want    string
	}{
		"a row two billion times":    {table(`<table:table-row table:number-rows-repeated="2000000000">` + cells("") + `</table:table-row>`), "limit_exceeded [rows 1048576]"},
		"a cell two billion times":   {table(`<table:table-row>` + cells(`table:number-columns-repeated="2000000000"`) + `</table:table-row>`), "limit_exceeded [columns 16384]"},
		"a full sheet":               {table(`<table:table-row table:number-rows-repeated="1000000">` + cells(`table:number-columns-repeated="16384"`) + `</table:table-row>`), "limit_exceeded [repeated_cells 40000000]"},
		"many wide rows":             {table(strings.Repeat(`<table:table-row>`+cells(`table:number-columns-repeated="16384"`)+`</table:table-row>`, 3_000)), "limit_exceeded [repeated_cells 40000000]"},
		"cells far to the right":     {table(strings.Repeat(`<table:table-row><table:table-cell table:number-columns-repeated="16383"/>`+cells("")+`</table:table-row>`, 3_000)), "limit_exceeded [repeated_cells 40000000]"},
		"many sheets full of rows":   {strings.Repeat(table(`<table:table-row table:number-rows-repeated="1000000">`+cells("")+`</table:table-row>`), 100), "limit_exceeded [repeated_cells 40000000]"},
		"a million sheets":           {strings.Repeat(`<table:table table:name="S"/>`, 1_000_000), "limit_exceeded [sheets 2000]"},
		"a long cell":                {table(`<table:table-row><table:table-cell office:value-type="string"><text:p>` + strings.Repeat("<text:span>laptop</text:span>", 100_000) + `</text:p></table:table-cell></table:table-row>`), "limit_exceeded [cell_bytes 131072]"},
		"a cell of line breaks":      {table(`<table:table-row><table:table-cell>` + strings.Repeat("<text:p/>", 200_000) + `<text:p>x</text:p></table:table-cell></table:table-row>`), "limit_exceeded [cell_bytes 131072]"},
		"nested deeply":              {table(`<table:table-row><table:table-cell><text:p>` + strings.Repeat("<text:span>", 100_000)), "file_unsafe [content.xml tags nested too deeply]"},
		"tables in tables":           {table(`<table:table-row><table:table-cell>` + table(header) + `</table:table-cell></table:table-row>`), ""},
		"a negative number of times": {table(`<table:table-row table:number-rows-repeated="-1">` + cells(`table:number-columns-repeated="9999999999999999999999"`) + `</table:table-row>`), ""},
	} {
		t.Run(name, func(t *testing.T) {
			options := inventory.Options{Period: inventory.CalendarYear(2024), Limits: inventory.Limits{RepeatedCells: 40_000_000}}
			r := read(t, options, memorySource("a.ods", odsOf(c.content)))
			if got := refusalOf(r); got != c.want && c.want != "" {
				t.Errorf("refused for %q, want %q", got, c.want)
			}
			if c.want != "" && r.Estate.Counts().Read != 0 {
				t.Error("a refused file left something in the estate")
			}
		})
	}
	entities := strings.Replace(inventorytest.ODSContent(table()), "?>", `?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`, 1)
	data := archiveOf(inside("content.xml", []byte(entities)), inside("META-INF/manifest.xml", nil))
	if got := refusalOf(read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.ods", data))); got != "file_unsafe [content.xml document type]" {
		t.Errorf("an external entity: refused for %q", got)
	}
}

func FuzzODS(f *testing.F) {
	f.Add(inventorytest.ODSContent(inventorytest.ODSSheet("S", [][]string{{"category", "model"}, {"laptop", "x\ny"}})))
	f.Add(`<d><b><s><table><table-row number-rows-repeated="3"><table-cell number-columns-repeated="2" value-type="float" value="1e3"/></table-row></table></s></b></d>`)
	f.Add(`<d><b><s><table><shapes><table-cell><annotation/></shapes><table-row><covered-table-cell><p>x</covered-table-cell><table-cell formula="1"/>`)
	f.Fuzz(func(t *testing.T, content string) {
		data := archiveOf(inside("content.xml", []byte(content)), inside("META-INF/manifest.xml", nil))
		sources := []inventory.Source{memorySource("f.ods", data), memorySource("f.fods", []byte("<office:document opendocument.spreadsheet>"+content))}
		if _, err := inventory.Read(context.Background(), sources, fuzzOptions); err != nil {
			t.Fatal(err)
		}
	})
}

// fuzzOptions keep a file that stands for a million rows from taking a fuzzer's time.
var fuzzOptions = inventory.Options{Period: inventory.CalendarYear(2024), Limits: inventory.Limits{Rows: 5_000}}
