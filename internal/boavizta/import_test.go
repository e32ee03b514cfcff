package boavizta_test

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/internal/boavizta"
)

var update = flag.Bool("update", false, "write the golden pack from what the import makes")

// importFile imports a file of testdata.
func importFile(t *testing.T, name string) *boavizta.Result {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return importText(t, string(data))
}

func importText(t *testing.T, text string) *boavizta.Result {
	t.Helper()
	result, err := boavizta.Import(t.Context(), "table.csv", []byte(text), boavizta.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// loadPack loads what an import made, as --factors does.
func loadPack(t *testing.T, result *boavizta.Result) *factors.Pack {
	t.Helper()
	folder := fstest.MapFS{}
	for name, content := range result.Files {
		folder[name] = &fstest.MapFile{Data: content}
	}
	pack, err := factors.LoadPack(folder, ".")
	if err != nil {
		t.Fatalf("the pack does not load: %v", err)
	}
	return pack
}

// TestBothDialectsGiveTheSamePack compares the two dialects of one invented table
// with each other and with the pack that stands in testdata, file by file.
func TestBothDialectsGiveTheSamePack(t *testing.T) {
	us, fr := importFile(t, "us.csv"), importFile(t, "fr.csv")
	if us.Dialect == fr.Dialect || us.FileSHA256 == fr.FileSHA256 {
		t.Fatalf("the two files are of one dialect, %s: the test compares nothing", us.Dialect)
	}
	for _, name := range slices.Sorted(maps.Keys(us.Files)) {
		if diff := cmp.Diff(string(us.Files[name]), string(fr.Files[name])); diff != "" {
			t.Errorf("%s differs between the dialects:\n%s", name, diff)
		}
		golden := filepath.Join("testdata", "pack", name)
		if *update {
			if err := os.WriteFile(golden, us.Files[name], 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(us.Files[name])); diff != "" {
			t.Errorf("%s is not as expected; if it should be, run the test with -update:\n%s", name, diff)
		}
	}
}

// TestPackIsClean holds the golden pack to the standard of the shipped ones.
func TestPackIsClean(t *testing.T) {
	pack := loadPack(t, importFile(t, "us.csv"))
	for _, issue := range factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-01-01"}) {
		t.Error(issue.Error())
	}
	if pack.Layer != factors.Base || !strings.HasPrefix(pack.Licence, "ODbL-1.0") {
		t.Errorf("layer %s, licence %q; want base and ODbL-1.0: own figures stand above it, and it must be shared alike", pack.Layer, pack.Licence)
	}
}

// TestWorkedExample takes one sheet through by hand:
//
//	total 300 kg; use 0.15, manufacturing 0.8, transport 0.04, end of life 0.01 (sum 1.00)
//	error 0.2; energy 20 kWh a year; lifetime 4 years; 1.4 kg
//
//	manufacturing   300 × 0.8  = 240   low 240 ÷ 1.2 = 200   high 240 × 1.2 = 288
//	distribution    300 × 0.04 =  12   low  12 ÷ 1.2 =  10   high  12 × 1.2 = 14.4
//	end of life     300 × 0.01 =   3   low   3 ÷ 1.2 = 2.5   high   3 × 1.2 = 3.6
//	use             300 × 0.15 =  45   not in the pack; 45 ÷ (4 × 20) = 0.5625 kgCO2e a kWh, some
//	                                   grid's electricity, so the 20 kWh are believed
func TestWorkedExample(t *testing.T) {
	pack := loadPack(t, importFile(t, "us.csv"))
	want := map[string][3]string{
		"manufacturing": {"240", "200", "288"},
		"distribution":  {"12", "10", "14.4"},
		"end_of_life":   {"3", "2.5", "3.6"},
		"annual_energy": {"20", "", ""},
		"mass":          {"1.4", "", ""},
	}
	got := map[string][3]string{}
	for _, f := range pack.Factors {
		if f.Subject != "dell:latitude 5420" {
			continue
		}
		key := string(f.Property)
		if f.Stage != "" {
			key = f.StageText()
		}
		got[key] = [3]string{f.Value.String(), text(f.Low), text(f.High)}
		if f.Source == nil || f.Source.URL != "https://example.com/pcf/latitude-5420.pdf" {
			t.Errorf("%s: source %+v; want the maker's sheet", key, f.Source)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func text(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}

// TestExactModelIsFound asks the library for the device as inventories write it.
func TestExactModelIsFound(t *testing.T) {
	library, err := factors.NewLibrary(loadPack(t, importFile(t, "us.csv")))
	if err != nil {
		t.Fatal(err)
	}
	for _, device := range [][5]string{
		{"laptop", "", "dell", "latitude", "latitude 5420"},
		{"laptop", "14in", "Dell", "Latitude", "Dell Latitude 5420"},
		{"monitor", "", "dell", "", "p2499h"},
		{"server", "rack", "hpe", "proliant", "proliant dl999 gen 10"},
		{"laptop", "", "lenovo", "thinkpad", "thinkpad p43s"},
		{"smartphone", "", "apple", "iphone", "iphone 99"},
	} {
		match, ok := library.Find(factors.Query{
			Rungs:    factors.DeviceRungs(device[0], device[1], device[2], device[3], device[4]),
			Property: factors.PropertyImpact, Stage: factors.Manufacturing, Impact: factors.GWP,
		})
		if !ok || match.Rung != factors.ExactModel {
			t.Errorf("%v: found %v on the rung %v, want its exact model", device, ok, match.Rung)
		}
	}
}

// TestColumnsInAnyOrder: a table that somebody opened, sorted the columns of and
// saved again makes the same factors.
func TestColumnsInAnyOrder(t *testing.T) {
	a := importText(t, "manufacturer,name,gwp_total,gwp_use_ratio\nDell,Latitude 5420,300,0.15\n")
	b := importText(t, "\ufeff\"gwp_use_ratio\"|Name |GWP_Total|sorted|manufacturer|\r\r0,15|Latitude 5420|300|1|Dell||\r|||||\r")
	if !bytes.Equal(a.Files["factors.csv"], b.Files["factors.csv"]) {
		t.Errorf("the factors differ:\n%s\n%s", a.Files["factors.csv"], b.Files["factors.csv"])
	}
}

// TestTableOfOtherPrograms reads what spreadsheets make of the table.
func TestTableOfOtherPrograms(t *testing.T) {
	want := string(importText(t, "manufacturer,name,gwp_total,gwp_use_ratio,weight\nDell,Latitude 5420,1300,0.15,1.4\n").Files["factors.csv"])
	for name, table := range map[string]string{
		"percentages and units":    "manufacturer;name;gwp_total;gwp_use_ratio;weight\nDell;Latitude 5420;1 300 kgCO2eq;15 %;1,4 kg\n",
		"no-break thousands":       "manufacturer;name;gwp_total;gwp_use_ratio;weight\nDell;Latitude 5420;1\u202f300,0;15\u00a0%;1400\u00a0g\n",
		"thousands and decimals":   "manufacturer\tname\tgwp_total\tgwp_use_ratio\tweight\nDell\tLatitude 5420\t1,300.0\t0.15\t1.4\n",
		"German":                   "manufacturer;name;gwp_total;gwp_use_ratio;weight\nDell;Latitude 5420;1.300,00;0,15;1,4\n",
		"blank words":              "manufacturer,name,gwp_total,gwp_use_ratio,weight,yearly_tec,gwp_eol_ratio\nDell,Latitude 5420,1300,0.15,1.4,n/a,#REF!\n",
		"control characters":       "manufacturer,name,gwp_total,gwp_use_ratio,weight\nDell,Latitude\u00a0\u200b5420\u202e,1300,0.15,1.4\n",
		"quotes that nobody needs": "\"manufacturer\",\"name\",\"gwp_total\",\"gwp_use_ratio\",\"weight\"\n\"Dell\",\"Latitude 5420\",\"1300\",\"0.15\",\"1.4\"\n",
		"Windows-1252":             "manufacturer,name,gwp_total,gwp_use_ratio,weight,comment\nDell,Latitude 5420,1300,0.15,1.4,caf\xe9\n",
		"UTF-16":                   string(utf16LE("manufacturer,name,gwp_total,gwp_use_ratio,weight\nDell,Latitude 5420,1300,0.15,1.4\n")),
	} {
		if diff := cmp.Diff(want, string(importText(t, table).Files["factors.csv"])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func utf16LE(text string) []byte {
	data := []byte{0xff, 0xfe}
	for _, r := range text {
		data = append(data, byte(r), byte(r>>8))
	}
	return data
}

// TestRefused: what is not the table is refused with what was expected and what to do.
func TestRefused(t *testing.T) {
	header := "manufacturer,name,gwp_total,gwp_use_ratio\n"
	for name, c := range map[string]struct{ table, want string }{
		"empty":          {"", "is empty; expected the columns manufacturer, name, gwp_total, gwp_use_ratio"},
		"workbook":       {"PK\x03\x04rest", "is a workbook or an archive; save its sheet as CSV"},
		"binary":         {"manufacturer\x00", "is not text"},
		"no rows":        {header, "has a header and no rows"},
		"twice":          {"manufacturer,name,name,gwp_total,gwp_use_ratio\na,b,c,1,0.1\n", "column name: stands in the header twice"},
		"long header":    {strings.Repeat("a,", 60_000), "the header is too long"},
		"many columns":   {strings.Repeat(",", 250) + "\n", "has more than 200 columns"},
		"endless cell":   {header + "Dell," + strings.Repeat("x", 6000) + ",1,0.1\n", "a quote that opens here is probably never closed"},
		"nothing to use": {header + "HP,Pavilion 99,335,\n", "none of its 1 rows gives a figure of a model; is it the product-footprint table? row 2, HP Pavilion 99"},
		"many rows":      {header + strings.Repeat("Dell,Latitude 5420,300,0.15\n", 10_001), "row 10002: the file has more than 10000 rows"},
		"large":          {strings.Repeat("a", boavizta.MaxFileSize+1), "is larger than 8 MB"},
	} {
		_, err := boavizta.Import(t.Context(), "table.csv", []byte(c.table), boavizta.Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "table.csv") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that begins with the file and says: %s", name, err, c.want)
		}
	}
}

// TestFindings: each thing that is wrong with a row is named, with its row, column and value.
func TestFindings(t *testing.T) {
	for name, c := range map[string]struct{ row, want string }{
		"more cells than columns": {"Dell,Latitude 1,300,0.15,,,,,,,,,,x", "row 2: the row has 14 cells and the header 10"},
		"an ambiguous number":     {"Dell,Latitude 1,300,0.15,0.8,,,,\"1,200\",", `row 2, Dell Latitude 1, weight "1,200": expected a number that can be read in one way only: 1200 or 1.200`},
		"an unknown unit":         {"Dell,Latitude 1,300,0.15,0.8,,,,3 stone,", `weight "3 stone": expected a number, without the unit "stone"`},
		"a share beyond 1":        {"Dell,Latitude 1,300,0.15,1.8,,,,1.4,", `gwp_manufacturing_ratio "1.8": expected a share from 0 to 1`},
		"a negative share":        {"Dell,Latitude 1,300,-0.15,0.8,,,,1.4,", `gwp_use_ratio "-0.15": expected a share from 0 to 1`},
		"a total of nothing":      {"Dell,Latitude 1,-300,0.15,0.8,,,,1.4,", `gwp_total "-300": expected the total in kgCO2e, more than 0`},
		"a number beyond numbers": {"Dell,Latitude 1,9e99,0.15,0.8,,,,1.4,", `gwp_total "9e99": expected a number of a product`},
		"an energy in watts":      {"Dell,Latitude 1,300,0.15,0.8,,,9000,1.4,", `yearly_tec "9000": expected 3 to 120 kWh a year for a laptop`},
		"a total in grams":        {"Dell,Latitude 1,300000,0.15,0.8,,,,1.4,", "255000 kgCO2e without use; a laptop has 40 to 800"},
		"a number for a model":    {"Dell,5420,300,0.15,0.8,,,,1.4,", `name "5420": it stands for no model`},
		"a lifetime of a century": {"Dell,Latitude 1,300,0.15,0.8,,,,1.4,99", `lifetime "99": expected 0.5 to 20 years`},
	} {
		table := "manufacturer,name,gwp_total,gwp_use_ratio,gwp_manufacturing_ratio,gwp_transport_ratio,gwp_eol_ratio,yearly_tec,weight,lifetime\n" +
			c.row + "\nDell,Latitude 2,300.5,0.15,0.8,0.04,0.01,20.5,1.4,4\n"
		var all []string
		for _, f := range importText(t, table).Findings {
			all = append(all, f.String())
		}
		if !strings.Contains(strings.Join(all, "\n"), c.want) {
			t.Errorf("%s: findings\n%s\nwant one that says: %s", name, strings.Join(all, "\n"), c.want)
		}
	}
}

// TestCategory: the name tells the category before the table's filing does, unless the
// device is too heavy or its screen too large for it.
func TestCategory(t *testing.T) {
	table := "manufacturer,name,subcategory,gwp_total,gwp_use_ratio,weight,screen_size\n" +
		"Dell,Inspiron 14 5420,Desktop,344,0.083,1.55,14\n" + // a laptop, whatever it is filed under
		"Dell,Latitude 9999,Desktop,371,0.26,9.7,\n" + // named like a laptop, and none
		"Dell,Latitude 5420,Monitor,344,0.15,,\n" // monitors are filed with care
	kinds := map[string]string{}
	for _, f := range loadPack(t, importText(t, table)).Factors {
		kinds[f.Subject] = strings.TrimSuffix(f.Note[strings.LastIndex(f.Note, "; ")+2:], ".")
	}
	want := map[string]string{"dell:inspiron 14 5420": "laptop/14in", "dell:latitude 9999": "desktop", "dell:latitude 5420": "monitor"}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
}

// TestRowsAddUp: what became of the rows adds up to the rows.
func TestRowsAddUp(t *testing.T) {
	result := importFile(t, "us.csv")
	sum := 0
	for _, count := range result.RowCounts() {
		sum += count.Number
	}
	if sum != result.Rows {
		t.Errorf("%+v: %d rows of %d", result.RowCounts(), sum, result.Rows)
	}
}
