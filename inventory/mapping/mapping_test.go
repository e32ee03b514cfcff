package mapping_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/inventory/mapping"
)

const whole = `# of the department
version: 1
sheets:
  - file: "stock-*.xlsx"
    sheet: Geräte
    skip: false
    header_row: 4
    date_order: day_first
    decimal_mark: comma
    columns:
      Bezeichnung: model
      Leistung: {field: power_w, unit: kW}
      Memo: "-"
      Kst: ""
    constants: {country: DE}
words:
  status:
    In Gebrauch: in_service
categories:
  Rechner groß: desktop/tower
models:
  - manufacturer: Acme
    model: Q1
    category: laptop
    variant: 14in
  - {model: L5420, as: Dell Latitude 5420}
`

func TestParse(t *testing.T) {
	f, err := mapping.Parse("m.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	s := f.Sheets[0]
	if s.File.Value != "stock-*.xlsx" || s.HeaderRow.Value != "4" || s.Skip.Value != "false" || s.At.Line != 4 {
		t.Errorf("sheet: %+v", s)
	}
	if c := s.Columns[1]; c.Field.Value != "power_w" || c.Unit.Value != "kW" || c.Field.At != (mapping.Position{Line: 12, Column: 25}) {
		t.Errorf("column: %+v", c)
	}
	if len(s.Columns) != 4 || s.Columns[2].Field.Value != "-" || s.Columns[3].Field.Value != "" || s.Constants[0].Value.Value != "DE" {
		t.Errorf("columns: %+v, constants: %+v", s.Columns, s.Constants)
	}
	if f.Words[0].Field.Value != "status" || f.Words[0].Words[0].Key.Value != "In Gebrauch" || f.Categories[0].Value.Value != "desktop/tower" {
		t.Errorf("words: %+v, categories: %+v", f.Words, f.Categories)
	}
	if m := f.Models[1]; m.As.Value != "Dell Latitude 5420" || !m.Answered() {
		t.Errorf("model: %+v", m)
	}
}

// What is wrong is said with its line and column, all of it at once, and with
// what may have been meant.
func TestRefused(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"unknown key":   {"version: 1\nsheet:\n  - file: a.csv\n", `m.yaml:2:1: "sheet" is not part of a mapping file; did you mean "sheets"?`},
		"unknown inner": {"version: 1\nmodels:\n  - maker: a\n", `m.yaml:3:5: "maker" is not part of an entry of models; it has manufacturer, model, category, variant, as`},
		"two at once": {
			"version: 1\nsheets:\n  - fle: a\n    header: 3\n",
			"m.yaml:3:5: \"fle\" is not part of an entry of sheets; did you mean \"file\"?\nm.yaml:4:5: \"header\" is not part of an entry of sheets; it has file, sheet, skip, list, header_row, date_order, decimal_mark, columns, constants",
		},
		"no version":     {"sheets: []\n", `m.yaml:1:1: the file does not say its version; begin it with "version: 1"`},
		"other version":  {"version: 2\n", `m.yaml:1:10: version "2" is not known to this program; it reads version 1`},
		"empty":          {"", `m.yaml:1:1: the file is empty; a mapping file begins with "version: 1"`},
		"a list":         {"- a\n", "m.yaml:1:1: a mapping file: expected indented lines such as version: …"},
		"not a list":     {"version: 1\nmodels: {a: b}\n", "m.yaml:2:9: models: expected a list, each element beginning with a dash, such as - model: MK2"},
		"not a value":    {"version: 1\ncategories: {a: [b]}\n", "m.yaml:2:17: categories: a: expected a single value"},
		"twice":          {"version: 1\ncategories:\n  a: laptop\n  a: monitor\n", `m.yaml:4:3: "a" is in categories twice; it stands in line 3 already`},
		"alias":          {"version: 1\ncategories: &a {b: laptop}\nwords: *a\n", "m.yaml:2:13: &a names a value to be used again; a mapping file has none"},
		"bomb":           {"a: &a [x,x]\nb: &b [*a,*a]\nversion: 1\n", "m.yaml:1:4: &a names a value to be used again; a mapping file has none"},
		"tag":            {"version: 1\ncategories: {a: !x b}\n", "m.yaml:2:17: !x is a YAML tag; put the text in quotes"},
		"two documents":  {"version: 1\n---\nversion: 1\n", "m.yaml:2:1: a second YAML document begins here (a line with ---); keep one"},
		"deep":           {"version: 1\nwords: " + strings.Repeat("[", 20) + strings.Repeat("]", 20), "m.yaml:2:16: lists within lists within lists; a mapping file is not as deep"},
		"huge":           {strings.Repeat("# 0123456789\n", mapping.MostBytes/12), "m.yaml: the file holds more than 4194304 bytes; a mapping file is short text"},
		"control":        {"version: 1\ncategories: {\"a\\u0007\": laptop}\n", "m.yaml:2:14: categories: the text holds control characters"},
		"not answerable": {"version: 1\nwords:\n  status: in_service\n", `m.yaml:3:11: words.status: expected indented lines such as "in gebruik": in_service`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := mapping.Parse("m.yaml", []byte(test.text))
			if err == nil {
				t.Fatal("accepted")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, err := mapping.Parse("m.yaml", []byte("version: 1\n\tsheets: x\n")); err == nil || !strings.HasPrefix(err.Error(), "m.yaml:2: not valid YAML: ") {
		t.Errorf("syntax: %v", err)
	}
}

var draft = mapping.Draft{
	Head:  "How to read it.\n\nFill it in.",
	Parts: mapping.Parts{Sheets: "Sheets:", Words: "Words:", Categories: "Types:", Models: "Models:"},
	Sheets: []mapping.DraftSheet{{
		File: "a.csv", Columns: []mapping.DraftColumn{
			{DraftPair: mapping.DraftPair{Key: "Typ", Value: "category", Comment: "header"}},
			{DraftPair: mapping.DraftPair{Key: "W: x", Value: "power_w"}, Unit: "kW"},
			{DraftPair: mapping.DraftPair{Key: "Kst # 2", Comment: "unknown"}},
			{DraftPair: mapping.DraftPair{Key: "User", Comment: "personal"}, Closed: true},
		},
	}, {File: "b [1].xlsx", Sheet: "Old", Skip: true}},
	Words:      []mapping.DraftWords{{Field: "status", Words: []mapping.DraftPair{{Key: "no", Comment: "3 rows"}}}},
	Categories: []mapping.DraftPair{{Key: "Ding\"s", Comment: "12 units"}},
	Models:     []mapping.DraftModel{{Manufacturer: "Acme", Model: "Q1", Comment: "7 units"}, {Model: "007"}},
}

// A draft is a mapping file that says what the program did by itself.
func TestDraft(t *testing.T) {
	var b strings.Builder
	if err := draft.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := `# How to read it.
#
# Fill it in.
version: 1

# Sheets:
sheets:
  - file: a.csv
    columns:
      Typ: category  # header
      "W: x": {field: power_w, unit: kW}
      "Kst # 2": ""  # unknown
      # User  # personal
  - file: "b [1].xlsx"
    sheet: Old
    skip: true

# Words:
words:
  status:
    no: ""  # 3 rows

# Types:
categories:
  "Ding\"s": ""  # 12 units

# Models:
models:
  # 7 units
  - manufacturer: Acme
    model: Q1
    category: ""
  - manufacturer: ""
    model: "007"
    category: ""
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Fatal(diff)
	}
	f, err := mapping.Parse("m.yaml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if f.Categories[0].Key.Value != `Ding"s` || f.Models[1].Model.Value != "007" || f.Words[0].Words[0].Key.Value != "no" {
		t.Errorf("%+v", f)
	}
	merged, added, err := mapping.Merge("m.yaml", []byte(b.String()), &draft)
	if err != nil || added != 0 || string(merged) != b.String() {
		t.Errorf("merged with itself: %d added, %v\n%s", added, err, cmp.Diff(b.String(), string(merged)))
	}
}

// What a person wrote stays to the last space.
func TestMerge(t *testing.T) {
	mine := `# mine
version: 1   # for ever

sheets:
- file: "*.CSV"   # all of them
  columns:
    Typ:   category

    # nothing to see here
    Bez.: model

models:
  # asked Bob
  - {manufacturer: Acme, model: Q1, category: laptop}
# the end`
	merged, added, err := mapping.Merge("m.yaml", []byte(mine), &draft)
	if err != nil {
		t.Fatal(err)
	}
	want := `# mine
version: 1   # for ever

sheets:
- file: "*.CSV"   # all of them
  columns:
    Typ:   category

    # nothing to see here
    Bez.: model
    "Kst # 2": ""  # unknown
- file: "b [1].xlsx"
  sheet: Old
  skip: true

models:
  # asked Bob
  - {manufacturer: Acme, model: Q1, category: laptop}
  - manufacturer: ""
    model: "007"
    category: ""
# the end

# Words:
words:
  status:
    no: ""  # 3 rows

# Types:
categories:
  "Ding\"s": ""  # 12 units
`
	if diff := cmp.Diff(want, string(merged)); diff != "" || added != 5 {
		t.Errorf("%d added\n%s", added, diff)
	}
	for name, text := range map[string]string{
		"flow list":  "version: 1\nmodels: [{model: x, category: laptop}]\n",
		"empty flow": "version: 1\ncategories: {}\n",
	} {
		if _, _, err := mapping.Merge("m.yaml", []byte(text), &draft); err == nil || !strings.Contains(err.Error(), "is written on one line") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if merged, _, err := mapping.Merge("m.yaml", []byte("version: 1\ncategories:\nmodels:\n"), &draft); err != nil {
		t.Error(err)
	} else if f, err := mapping.Parse("m.yaml", merged); err != nil || len(f.Models) != 2 || len(f.Categories) != 1 {
		t.Errorf("%v\n%s", err, merged)
	}
}

func TestMatches(t *testing.T) {
	for _, test := range []struct {
		pattern, file string
		want          bool
	}{
		{"", "a.csv", true},
		{"a.csv", "in/A.csv", true},
		{"in/*.csv", "in/a.csv", true},
		{"*.xlsx", "a.csv", false},
		{"b [1].csv", "b [1].csv", true},
		{"a.csv", `C:\x\a.csv`, true},
		{"[", "[", true},
	} {
		if got := mapping.FileMatches(test.pattern, test.file); got != test.want {
			t.Errorf("%q, %q: %v", test.pattern, test.file, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add([]byte("version: 1\nmodels:\n- model: x\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := mapping.Parse("m.yaml", data); err != nil {
			return
		}
		merged, _, err := mapping.Merge("m.yaml", data, &draft)
		if err != nil {
			return
		}
		again, added, err := mapping.Merge("m.yaml", merged, &draft)
		if err != nil || added != 0 || string(again) != string(merged) {
			t.Fatalf("not the same twice: %d added, %v\n%s", added, err, merged)
		}
	})
}
