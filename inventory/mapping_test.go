package inventory_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

func mappingOf(t *testing.T, texts ...string) *inventory.Mapping {
	t.Helper()
	var files []*mapping.File
	for i, text := range texts {
		f, err := mapping.Parse([]string{"m.yaml", "later.yaml"}[i], []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	m, err := inventory.NewMapping(files...)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func readMapped(t *testing.T, m *inventory.Mapping, name, content string) *inventory.Result {
	t.Helper()
	source := inventory.Source{Name: name, Size: int64(len(content)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(content)), nil
	}}
	year, err := inventory.ParsePeriod("2025")
	if err != nil {
		t.Fatal(err)
	}
	result, err := inventory.Read(context.Background(), []inventory.Source{source}, inventory.Options{Period: year, DefaultCountry: "GB", Mapping: m, Survey: true})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// profilesOf lists what an estate holds, shortly.
func profilesOf(t *testing.T, result *inventory.Result) []string {
	t.Helper()
	var all []string
	for p, a := range result.Estate.All() {
		text := []string{p.Category, p.Variant, p.Manufacturer, p.Model, string(p.Status), p.Department, p.Country, string(p.Energy), a.Units.String()}
		all = append(all, strings.Join(text, "|"))
	}
	return all
}

func problemsOf(result *inventory.Result, codes ...inventory.Code) []string {
	var all []string
	for p := range result.Problems.All() {
		for _, code := range codes {
			if p.Code == code {
				all = append(all, strings.TrimSpace(p.File+" "+p.Column+" "+p.Value+" "+strings.Join(p.Args, ",")))
			}
		}
	}
	return all
}

const strange = `Wunderliste 2025,,,,,
was,wer,wieviel,ding,zustand,kst
Rechenknecht,Acme,3,RK-1,In Gebrauche,4711
Rechenknecht,Acme,2,RK-2,In Gebrauche,4711
Kaffee,Jura,1,E8,In Gebrauche,4712
,Acme,5,Q1,Weg,4712
,Acme,7,L-5420,In Gebrauche,
`

const answers = `version: 1
sheets:
  - file: "strange*.csv"
    columns: {was: category, wer: manufacturer, wieviel: quantity, ding: model, zustand: status, kst: department}
    constants: {department: Reserve, country: FR}
words:
  status: {In Gebrauche: in_service, weg: left_out/not_delivered}
categories:
  rechenknecht: desktop/tower
  Kaffee: left_out/not_it
models:
  - {manufacturer: ACME Inc., model: q1, category: tablet}
  - {model: L-5420, as: Dell Latitude 5420}
`

func TestMappingAnswers(t *testing.T) {
	plain := readMapped(t, nil, "strange.csv", strange)
	if !plain.Files[0].Refused || len(plain.Files[0].Sheets[0].Columns) != 6 || plain.Files[0].Sheets[0].HeaderRow != 2 {
		t.Errorf("without a mapping: %+v", plain.Files[0])
	}
	result := readMapped(t, mappingOf(t, answers), "in/Strange-2025.csv", strange)
	want := []string{
		"desktop|tower|acme|rk-1|in_service|4711|FR||3",
		"desktop|tower|acme|rk-2|in_service|4711|FR||2",
		"laptop||dell|latitude 5420|in_service|Reserve|FR||7",
	}
	if diff := cmp.Diff(want, profilesOf(t, result)); diff != "" {
		t.Error(diff)
	}
	counts := result.Estate.Counts()
	if counts.Excluded[inventory.CodeNotIT].Rows != 1 || counts.Excluded[inventory.CodeNotDelivered].Units.String() != "5" || counts.Read != 5 {
		t.Errorf("%+v", counts)
	}
	if len(result.Questions.All) > 0 {
		t.Errorf("asked again: %+v", result.Questions.All[0])
	}
	if got := problemsOf(result, inventory.CodeMappingUnused, inventory.CodeWordUnknown, inventory.CodeCategoryUnknown); len(got) > 0 {
		t.Error(got)
	}
	for _, c := range result.Files[0].Sheets[0].Columns {
		if c.How != "mapping" && c.How != "constant" {
			t.Errorf("%+v", c)
		}
	}
}

// Questions come ranked by the units that depend on them, and once.
func TestQuestions(t *testing.T) {
	columns := "version: 1\nsheets: [{columns: {was: category, wer: manufacturer, wieviel: quantity, ding: model, zustand: status}}]\n"
	result := readMapped(t, mappingOf(t, columns), "strange.csv", strange)
	var got []string
	for _, q := range result.Questions.All {
		got = append(got, strings.Join([]string{string(q.Kind), q.Manufacturer, q.Text, q.Units.String()}, "|"))
	}
	want := []string{"word||In Gebrauche|13", "model|Acme|L-5420|7", "category||Rechenknecht|5", "model|Acme|Q1|5", "word||Weg|5", "category||Kaffee|1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := result.Questions.All[0].Suggestion; s != "in_service" {
		t.Errorf("suggestion: %q", s)
	}
}

// What a mapping says of dates and numbers decides what the cells leave open.
func TestMappingNumbers(t *testing.T) {
	const csv = "category,quantity,acquired,power\nserver,1,03/04/2024,\"1,200\"\nmonitor,\"1,234\",,\n"
	for name, test := range map[string]struct{ says, acquired, rate, units string }{
		"nothing": {"version: 1\n", "2024-04", "1200", "1234"},
		"other":   {"version: 1\nsheets: [{date_order: month_first, decimal_mark: comma, columns: {power: {unit: kW}}}]\n", "2024-03", "1200", "1.234"},
	} {
		t.Run(name, func(t *testing.T) {
			result := readMapped(t, mappingOf(t, test.says), "a.csv", csv)
			for p, a := range result.Estate.All() {
				if p.Category == "monitor" {
					if a.Units.String() != test.units {
						t.Errorf("units: %s", a.Units)
					}
					continue
				}
				if p.Acquired.String() != test.acquired {
					t.Errorf("acquired: %s", p.Acquired)
				}
			}
			if got := problemsOf(result, inventory.CodeDateOrderGuessed); (len(got) > 0) != (name == "nothing") {
				t.Errorf("guessed: %v", got)
			}
		})
	}
}

// A mapping does not open what holds personal data, and says so with its line.
func TestMappingRefused(t *testing.T) {
	for text, want := range map[string]string{
		"sheets: [{columns: {User: department}}]":               `m.yaml:2:27: columns: "User" cannot be read as department: it is a column of personal data, which is never read; if it holds none, give it another header in the file`,
		"sheets: [{columns: {Serial number: model}}]":           `m.yaml:2:36: columns: "Serial number" cannot be read as model: a column of that name holds what single devices are called by; if this one does not, write {field: model, not_identifying: true}`,
		"sheets: [{columns: {x: modell}}]":                      `m.yaml:2:24: "modell" is no field; did you mean "model"?`,
		"sheets: [{columns: {x: {field: model, unit: W}}}]":     `m.yaml:2:45: unit: model is no number and has no unit; take the unit out`,
		"sheets: [{columns: {x: {field: power_w, unit: kg}}}]":  `m.yaml:2:47: unit: "kg" is no unit of power_w; write one of W, kW`,
		"sheets: [{columns: {x: {unit: kg}}}]":                  `m.yaml:2:24: columns: "x": a unit alone needs a column that is understood; say its field, too`,
		"sheets: [{header_row: top}]":                           `m.yaml:2:23: header_row: "top" is no row; write its number as a spreadsheet counts, the first is 1`,
		"sheets: [{date_order: dmy}]":                           `m.yaml:2:23: date_order: "dmy" is not one of day_first, month_first`,
		"sheets: [{decimal_mark: dot}]":                         `m.yaml:2:25: decimal_mark: "dot" is not one of point, comma`,
		"sheets: [{skip: maybe}]":                               `m.yaml:2:17: skip: "maybe" is not one of true, false`,
		"sheets: [{constants: {country: Atlantis}}]":            `m.yaml:2:32: constants: country: "Atlantis" is no country; write its ISO 3166 code, such as GB`,
		"sheets: [{constants: {category: laptp}}]":              `m.yaml:2:33: constants: category: "laptp" is no category; did you mean "laptop"?`,
		"sheets: [{constants: {department: a@b.org}}]":          `m.yaml:2:35: constants: department: "a@b.org" looks like personal data`,
		"sheets: [{constants: {acquired: 2025-13-01}}]":         `m.yaml:2:33: constants: acquired: "2025-13-01" is no date; write one such as 2025-03-31`,
		"words: {status: {x: in_servise}}":                      `m.yaml:2:21: words.status: "in_servise" is not one of in_service, in_stock, retired, disposed, lost; did you mean "in_service"?`,
		"words: {hosting: {x: left_out/not_it}}":                `m.yaml:2:22: words.hosting: a word of hosting leaves no row out; words of kind, virtual and status can`,
		"words: {status: {x: left_out/old}}":                    `m.yaml:2:21: "left_out/old" is no reason to leave a row out; write left_out/ followed by one of consumable, not_it, virtual_machine, kind_unsupported, not_delivered`,
		"words: {model: {x: y}}":                                `m.yaml:2:9: words: model takes any text; the fields with words of their own are country, kind, status, hosting, ownership, condition, end_of_life, quality, casing, virtual`,
		"categories: {x: laptops}":                              `m.yaml:2:17: categories: "laptops" is no category; did you mean "laptop"?`,
		"categories: {'?!': laptop}":                            `m.yaml:2:14: categories: "?!" holds no letter or digit to know it by`,
		"models: [{category: laptop}]":                          `m.yaml:2:10: models: the entry names neither a manufacturer nor a model`,
		"models: [{model: x, category: laptop, variant: 40in}]": `m.yaml:2:48: models: "40in" is no variant of laptop; it has 13in, 14in, 15in`,
	} {
		f, err := mapping.Parse("m.yaml", []byte("version: 1\n"+text+"\n"))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		_, err = inventory.NewMapping(f)
		if _, ok := errors.AsType[*mapping.Error](err); !ok {
			t.Errorf("%s: accepted", text)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
}

// A slip of the pen does not pass silently; what is not answered is no slip.
func TestMappingUnused(t *testing.T) {
	const csv = "category,quantity,Memo\nlaptop,2,x\n"
	m := mappingOf(t, `version: 1
sheets:
  - file: other.csv
    columns: {x: model}
  - file: a.csv
    header_row: 7
    columns: {Memmo: model, nothing: ""}
words: {status: {weg: retired, later: ""}}
categories: {Ding: laptop, Dang: ""}
models: [{model: RK, category: desktop}, {model: RK2, category: ""}]
`)
	result := readMapped(t, m, "a.csv", csv)
	want := []string{"m.yaml  other.csv sheet", "m.yaml  7 header_row", "m.yaml  Memmo column", "m.yaml  weg word", "m.yaml  Ding category", "m.yaml  RK model"}
	if diff := cmp.Diff(want, problemsOf(result, inventory.CodeMappingUnused)); diff != "" {
		t.Error(diff)
	}
}

// The later of two mappings holds, and each reader keeps its own count of use.
func TestTwoMappings(t *testing.T) {
	const csv = "category,quantity,kst\nthing,2,x\n"
	m := mappingOf(t, "version: 1\ncategories: {thing: laptop}\nsheets: [{columns: {kst: department}}]\n", "version: 1\ncategories: {Thing: monitor}\nsheets: [{columns: {kst: '-'}}]\n")
	for range 2 {
		result := readMapped(t, m, "a.csv", csv)
		if diff := cmp.Diff([]string{"monitor||||||GB||2"}, profilesOf(t, result)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMappingSkips(t *testing.T) {
	result := readMapped(t, mappingOf(t, "version: 1\nsheets: [{file: a.csv, skip: true}]\n"), "a.csv", "category\nlaptop\n")
	if result.Files[0].Refused || result.Estate.Counts().Read != 0 || len(problemsOf(result, inventory.CodeSheetSkipped)) != 1 {
		t.Errorf("%+v", result.Files[0])
	}
}

// A survey shows no value of columns that are personal, identify, or are unknown.
func TestSurveyKeepsSilent(t *testing.T) {
	const csv = "category,model,site,department,User,Serial number,Spitzname,Equipment type,Purchase date,Price\n" +
		"laptop,Latitude 5420,Staff: SECRET Ann,SECRET a@b.org,SECRET Bob,SECRET123,SECRET Eve,Notebook,2024-01-01,SECRET\n" +
		"laptop,Latitude 5420,Leeds,Finance,SECRET Bob,SECRET124,SECRET Eve,Notebook,2024-01-01,12\n"
	result := readMapped(t, nil, "a.csv", csv)
	columns := make(map[string]inventory.ColumnInfo)
	for _, c := range result.Files[0].Sheets[0].Columns {
		columns[c.Header] = c
		if strings.Contains(strings.Join(c.Samples, " "), "SECRET") {
			t.Errorf("%s shows %q", c.Header, c.Samples)
		}
	}
	if c := columns["Spitzname"]; c.Why != "unknown" || c.Filled != 2 || c.Values != inventory.Texts || c.Distinct != 1 || c.Samples != nil {
		t.Errorf("unknown: %+v", c)
	}
	if c := columns["User"]; c.Why != "personal" || c.Filled != 2 || c.Values != "" {
		t.Errorf("personal: %+v", c)
	}
	if c := columns["model"]; !cmp.Equal(c.Samples, []string{"Latitude 5420"}) {
		t.Errorf("read: %+v", c)
	}
	if c := columns["Equipment type"]; c.Why != "duplicate" || c.Means != "category" || c.Instead != "category" || c.Values != inventory.Texts {
		t.Errorf("duplicate: %+v", c)
	}
}

// A row of data is not shown as the headers of a list that has none: it may name people.
func TestNoHeadersOfData(t *testing.T) {
	for name, csv := range map[string]string{
		"texts":        "Ann Muster,Dell,Leeds\nBob Beispiel,Acme,York\nEve Probe,Jura,Bath\n",
		"with numbers": "Ann Muster,Dell,3\nBob Beispiel,Acme,4\nEve Probe,Jura,5\n",
	} {
		result := readMapped(t, nil, "a.csv", csv)
		if columns := result.Files[0].Sheets[0].Columns; len(columns) > 0 {
			t.Errorf("%s: %+v", name, columns)
		}
	}
	foreign := "Ding,Werber,Wieviel\nAnn Muster,Dell,3\nBob Beispiel,Acme,4\n"
	if columns := readMapped(t, nil, "a.csv", foreign).Files[0].Sheets[0].Columns; len(columns) != 3 || columns[2].Header != "Wieviel" {
		t.Errorf("%+v", columns)
	}
	says := mappingOf(t, "version: 1\nsheets: [{header_row: 1, columns: {Ding: category, Wieviel: quantity}}]\ncategories: {Ann Muster: laptop}\n")
	if result := readMapped(t, says, "a.csv", foreign); result.Estate.Counts().Assessed != 2 {
		t.Errorf("%+v", result.Estate.Counts())
	}
}

func FuzzMapping(f *testing.F) {
	f.Add([]byte(answers), []byte(strange))
	f.Fuzz(func(t *testing.T, text, csv []byte) {
		file, err := mapping.Parse("m.yaml", text)
		if err != nil {
			return
		}
		m, err := inventory.NewMapping(file)
		if err != nil {
			return
		}
		year, _ := inventory.ParsePeriod("2025")
		source := inventory.Source{Name: "a.csv", Size: int64(len(csv)), Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(csv)), nil }}
		if _, err := inventory.Read(context.Background(), []inventory.Source{source}, inventory.Options{Period: year, Mapping: m, Survey: true}); err != nil {
			t.Fatal(err)
		}
	})
}

// What a mapping states for all rows has no column, and so no header, no unit
// and nothing to be guessed from the values.
func TestMappingConstantsOfNumbers(t *testing.T) {
	m := mappingOf(t, "version: 1\nsheets:\n  - file: a.csv\n    constants: {lifetime_years: 5, annual_kwh: 30, screen_inches: 24, quantity: 2}\n")
	result := readMapped(t, m, "a.csv", "category,model\nmonitor,Example\n")
	wantEstate(t, result, "monitor/24in example 2 units GB 5 years measured 60")
	if got := problemsOf(result, inventory.CodeUnitGuessed, inventory.CodeMappingUnused); len(got) > 0 {
		t.Error(got)
	}
}

// A later file that says otherwise is no slip of the pen in the earlier one.
func TestMappingOverruled(t *testing.T) {
	for _, text := range []string{
		"words: {status: {weg: %s}}", "words: {country: {weg: %s}}", "categories: {ding: %s}", "models: [{model: Q1, category: %s}]",
		"sheets: [{file: a.csv, columns: {kst: %s}}]",
	} {
		answers := [2]string{"laptop", "monitor"}
		switch {
		case strings.Contains(text, "status"):
			answers = [2]string{"disposed", "in_service"}
		case strings.Contains(text, "country"):
			answers = [2]string{"FR", "DE"}
		case strings.Contains(text, "kst"):
			answers = [2]string{"site", "department"}
		}
		m := mappingOf(t, "version: 1\n"+strings.Replace(text, "%s", answers[0], 1), "version: 1\n"+strings.Replace(text, "%s", answers[1], 1))
		result := readMapped(t, m, "a.csv", "category,model,status,country,kst\nding,Q1,weg,weg,4711\nding,Q2,weg,weg,4711\n")
		if got := problemsOf(result, inventory.CodeMappingUnused); len(got) > 0 {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A mapping says what a column of a bill is, and the bill stays a bill; a list that
// it gives a model is an inventory, whatever its other headers are.
func TestMappingOfOtherLists(t *testing.T) {
	const bill = "BilledCost,BillingCurrency,ChargeCategory,ChargeDescription,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,ConsumedUnit,ProviderName,RegionId,ServiceCategory,ServiceName,x_Team,x_Account\n" +
		"80,GBP,Usage,Linux m6i.large Instance Hour,2025-01-01,2026-01-01,8760,Hours,AWS,eu-west-2,Compute,Amazon Elastic Compute Cloud,Passports,ann@example.org\n"
	m := mappingOf(t, "version: 1\nsheets:\n  - file: bill.csv\n    columns: {x_Team: service, ServiceName: \"-\"}\n")
	read := 0
	for p, a := range readMapped(t, m, "bill.csv", bill).Estate.All() {
		read++
		if p.Kind != inventory.Cloud || p.Service != "Passports" || p.Model != "m6i.large" || a.Activity.String() != "8760" {
			t.Errorf("%+v %+v", p, a)
		}
	}
	m = mappingOf(t, "version: 1\nsheets:\n  - file: list.csv\n    columns: {Guest: model}\n")
	const list = "VM,Host,vCPU,Guest\na,h,2,Latitude 5420\n"
	for p := range readMapped(t, m, "list.csv", list).Estate.All() {
		read++
		if p.Category != "laptop" {
			t.Errorf("%+v", p)
		}
	}
	if read != 2 {
		t.Errorf("%d rows", read)
	}
}
