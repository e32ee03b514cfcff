package wording_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

func english(t *testing.T) *wording.Catalogue {
	t.Helper()
	c, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every code that a package below declares has a text, and there is no text for
// a code that is gone. The codes are read from the source, so that none can be
// forgotten.
func TestEveryCodeHasAText(t *testing.T) {
	c := english(t)
	for origin, where := range map[wording.Origin]struct{ folder, typename string }{
		wording.Inventory: {"../../inventory", "Code"},
		wording.Findings:  {"../../calc", "FindingCode"},
		wording.Factors:   {"../../factors", "Code"},
	} {
		declared := constants(t, where.folder, where.typename)
		for _, code := range declared {
			if origin == wording.Factors {
				break // an issue brings its own words in English
			}
			if !c.HasCode(origin, code) {
				t.Errorf("%s: code %q has no text", origin, code)
			}
		}
		for _, code := range c.Codes(origin) {
			if !slices.Contains(declared, code) {
				t.Errorf("%s: there is a text for %q, which is no code", origin, code)
			}
		}
	}
}

// constants returns the values of the string constants of a type in a package.
func constants(t *testing.T, folder, typename string) []string {
	t.Helper()
	var values []string
	for _, p := range sources(t, folder) {
		ast.Inspect(p, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if name, ok := spec.Type.(*ast.Ident); !ok || name.Name != typename {
				return true
			}
			for _, value := range spec.Values {
				if literal, ok := value.(*ast.BasicLit); ok {
					text, err := strconv.Unquote(literal.Value)
					if err != nil {
						t.Fatal(err)
					}
					values = append(values, text)
				}
			}
			return true
		})
	}
	return values
}

func TestSentences(t *testing.T) {
	c := english(t)
	for _, test := range []struct {
		problem inventory.Problem
		want    string
	}{
		{
			inventory.Problem{Code: inventory.CodeQuantityInvalid, File: "assets.xlsx", Sheet: "2025", Row: 1204, Column: "Qty", Value: "ten"},
			"assets.xlsx, sheet “2025”, row 1,204, column “Qty”: “ten” is not a quantity; expected a number such as 12. Correct the quantity, or leave it empty for one unit.",
		},
		{
			inventory.Problem{Code: inventory.CodeQuantityBlank, File: "a.csv", Args: []string{"1"}},
			"a.csv: 1 row has no quantity and counts as one unit each. Fill in the quantity where it is not 1.",
		},
		{
			inventory.Problem{Code: inventory.CodeFileType, File: "scan.pdf", Args: []string{"pdf"}},
			"scan.pdf: the file is a PDF document, not a table. Save the inventory as CSV or as an Excel workbook (.xlsx).",
		},
		{
			inventory.Problem{Code: inventory.CodeHeaderMissing, File: "a.csv", Args: []string{"category, model", "Categroy", "category"}},
			"a.csv: no row looks like column headers; among the expected ones are category, model; found “Categroy” (category?). Put one row of column headers above the data; `govfootprint template` shows them.",
		},
		{
			inventory.Problem{Code: inventory.CodeHeaderMissing, File: "a.csv", Args: []string{"category, model"}},
			"a.csv: no row looks like column headers; among the expected ones are category, model. Put one row of column headers above the data; `govfootprint template` shows them.",
		},
		{
			inventory.Problem{Code: "of_the_future", File: "a.csv", Row: 3, Value: "x"},
			"a.csv, row 3: of the future: x",
		},
	} {
		if got := c.Sentence(test.problem); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.problem.Code, got, test.want)
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := wording.In("xx"); err == nil || !strings.Contains(err.Error(), "en") {
		t.Errorf("In(xx) = %v, want an error that names the languages there are", err)
	}
}

// sources parses the files of a package, but not its tests.
func sources(t *testing.T, folder string) []*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// Every text is whole: with its arguments, and without those that may be missing.
func TestNothingIsLeftOpen(t *testing.T) {
	c := english(t)
	args := []string{"1", "2", "3", "4"}
	check := func(what string, m wording.Message) {
		for _, text := range []string{m.Title, m.Text, m.Fix} {
			if text == "" || strings.ContainsAny(text, "{}[]") || strings.Contains(text, "  ") || strings.Contains(text, " ,") {
				t.Errorf("%s reads %q", what, text)
			}
		}
	}
	for _, code := range c.Codes(wording.Inventory) {
		check(code, c.Problem(inventory.Problem{Code: inventory.Code(code), Value: "value", Args: args}))
	}
	for _, code := range calc.FindingCodes {
		full := calc.Finding{Code: code, Stage: "use", Impact: "gwp", Category: "laptop", Place: "GB", Args: args}
		other := calc.Finding{Code: code, Stage: "distribution", Impact: "pe", Category: "ups", Place: "FR", Args: []string{"5", "6", "7", "8"}}
		check(string(code), c.Finding(full))
		if code != calc.NoFactor && code != calc.StageNotInPacks { // these are always about an impact
			check(string(code)+", bare", c.Finding(calc.Finding{Code: code, Args: args}))
		}
		check(string(code)+", of several", c.Action(reports.Action{Findings: []calc.Finding{full, other}}))
	}
}
