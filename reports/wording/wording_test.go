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

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

func english(t *testing.T) *wording.Catalogue {
	t.Helper()
	return in(t, "en")
}

func in(t *testing.T, language string) *wording.Catalogue {
	t.Helper()
	c, err := wording.In(language)
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

func TestSentencesInFrench(t *testing.T) {
	c := in(t, "fr")
	const thin, full = "\u202f", "\u00a0"
	for _, test := range []struct {
		problem inventory.Problem
		want    string
	}{
		{
			inventory.Problem{Code: inventory.CodeQuantityInvalid, File: "parc.xlsx", Sheet: "2025", Row: 1204, Column: "Qté", Value: "dix"},
			"parc.xlsx, feuille « 2025 », ligne 1_204, colonne « Qté »_: « dix » n’est pas une quantité_; attendu_: un nombre comme 12. Corriger la quantité, ou la laisser vide pour une unité.",
		},
		{
			inventory.Problem{Code: inventory.CodeQuantityBlank, File: "a.csv", Args: []string{"0"}},
			"a.csv_: 0 ligne n’a pas de quantité et compte pour une unité. Remplir la quantité là où elle n’est pas 1.",
		},
		{
			inventory.Problem{Code: inventory.CodeQuantityBlank, File: "a.csv", Args: []string{"12345"}},
			"a.csv_: 12_345 lignes n’ont pas de quantité et comptent chacune pour une unité. Remplir la quantité là où elle n’est pas 1.",
		},
		{
			inventory.Problem{Code: inventory.CodeRetiredBeforeAcquired, File: "a.csv", Row: 3, Args: []string{"2022-06-14", "2021-03-01"}},
			"a.csv, ligne 3_: l’unité a été retirée le 01/03/2021, avant son acquisition le 14/06/2022. Corriger l’une des deux dates.",
		},
		{
			inventory.Problem{Code: inventory.CodeNumberRange, File: "a.csv", Row: 3, Column: "part", Value: "1.5", Args: []string{"attribution", "0", "1", "1"}},
			"a.csv, ligne 3, colonne « part »_: « 1.5 » est impossible_; attendu_: entre 0 et 1. Corriger le nombre ou son unité, ou laisser la cellule vide pour qu’une valeur typique s’applique.",
		},
		{
			inventory.Problem{Code: inventory.CodeHeaderMissing, File: "a.csv", Args: []string{"category, model", "Categroy", "category"}},
			"a.csv_: aucune ligne ne ressemble à des en-têtes de colonnes_; sont attendus par exemple category, model_; trouvés_: « Categroy » (category_?). Placer une ligne d’en-têtes au-dessus des données_; `govfootprint template` les montre.", //nolint:misspell // French
		},
	} {
		want := strings.NewReplacer("_", thin, "« ", "«"+full, " »", full+"»").Replace(test.want)
		if got := c.Sentence(test.problem); got != want {
			t.Errorf("%s:\n got %q\nwant %q", test.problem.Code, got, want)
		}
	}
}

// Numbers and dates are written as each language writes them.
func TestNumbersAndDates(t *testing.T) {
	start, end := inventory.NewDate(2024, 4, 1), inventory.NewDate(2025, 3, 31)
	for language, want := range map[string][]string{
		"en": {"1,234.5", "12%", "31 March 2025", "2024–25"},
		"fr": {"1\u202f234,5", "12\u202f%", "31/03/2025", "2024-2025"},
	} {
		c := in(t, language)
		got := []string{
			c.Numbers().Exact(decimal.RequireFromString("1234.5")), c.Numbers().Percent(decimal.RequireFromString("0.12")),
			c.Date(end), c.Period(inventory.Period{Start: start, End: end}),
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

// An error is put into words only where it is told, with all that it wraps.
func TestErrorsInFrench(t *testing.T) {
	c := in(t, "fr")
	err := wording.Errorf("%s: cannot be read: %w", "a.csv", wording.Errorf("nothing was read, so there is nothing to assess"))
	if got, want := err.Error(), "a.csv: cannot be read: nothing was read, so there is nothing to assess"; got != want {
		t.Errorf("in English %q, want %q", got, want)
	}
	if got, want := c.Error(err), "a.csv\u202f: lecture impossible\u202f: rien n’a été lu, il n’y a donc rien à évaluer"; got != want {
		t.Errorf("in French %q, want %q", got, want)
	}
	if got, want := c.Sayf("%q is not a setting%s", "contry", wording.Suggestion("country")), "«\u00a0contry\u00a0» n’est pas un réglage\u202f; s’agit-il de «\u00a0country\u00a0»\u202f?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	count := wording.Count{N: 0, One: "row", Many: "rows"}
	if got, want := c.Sayf("%s: %s", "a", count), "a\u202f: 0 ligne"; got != want {
		t.Errorf("%q, want %q", got, want)
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
	for _, language := range wording.Languages {
		t.Run(language, func(t *testing.T) { nothingIsLeftOpen(t, in(t, language)) })
	}
}

func nothingIsLeftOpen(t *testing.T, c *wording.Catalogue) {
	t.Helper()
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
