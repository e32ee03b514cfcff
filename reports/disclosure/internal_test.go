package disclosure

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/wording"
)

// Every figure that follows from others is what they give.
func TestExpressions(t *testing.T) {
	for name, r := range map[string]*reports.Report{"location-based": reporttest.Sample(), "market-based": reporttest.SampleMarket()} {
		a := &author{report: r, views: Of(r)}
		found := 0
		for _, v := range a.views {
			for _, table := range v.Tables {
				for _, row := range table.Rows {
					for _, c := range row.Cells {
						if c == nil || c.Figure == nil || c.Figure.From == nil {
							continue
						}
						found++
						if value, ok := c.Figure.From.evaluate(a.value); !ok || !value.Equal(c.Figure.Value) {
							t.Errorf("%s: %s/%s/%s is %s, and its expression gives %s (%v)", name, v.Key, table.Key, row.Key, c.Figure.Value, value, ok)
						}
					}
				}
			}
		}
		if found < 200 {
			t.Errorf("%s: only %d figures follow from others", name, found)
		}
	}
}

// Every label that is asked for is there, whole or as the beginning of some.
func TestEveryLabelIsThere(t *testing.T) {
	c, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			prefix, ok := map[string]string{
				"said": "disclosure.", "labelled": "", "head": "disclosure.column.", "wide": "disclosure.column.", "figures": "disclosure.column.",
			}[calledName(call)]
			if !ok {
				return true
			}
			if key, whole, ok := keyOf(call.Args[0]); ok {
				asked++
				if whole && !c.Has(prefix+key) || !whole && !c.HasPrefix(prefix+key) {
					t.Errorf("%s asks for %q, which is no label", name, prefix+key)
				}
			}
			return true
		})
	}
	if asked < 200 {
		t.Errorf("found only %d labels in the source: the search is broken", asked)
	}
	for _, key := range Keys {
		for _, label := range []string{"sheet." + string(key), "contents." + string(key), "disclosure." + string(key) + ".title", "disclosure." + string(key) + ".asks"} {
			if !c.Has(label) {
				t.Errorf("there is no label %q", label)
			}
		}
	}
	for _, u := range units {
		if !c.Has("unit." + string(u)) {
			t.Errorf("unit %q has no name", u)
		}
	}
}

func calledName(call *ast.CallExpr) string {
	if f, ok := call.Fun.(*ast.Ident); ok {
		return f.Name
	}
	return ""
}

// keyOf returns the text of a literal, or the first part of one that is put together.
func keyOf(e ast.Expr) (key string, whole, ok bool) {
	switch l := e.(type) {
	case *ast.BasicLit:
		if l.Kind == token.STRING {
			text, err := strconv.Unquote(l.Value)
			return text, true, err == nil
		}
	case *ast.BinaryExpr:
		text, _, ok := keyOf(l.X)
		return text, false, ok
	}
	return "", false, false
}

// Every text of the sample's views is said in words, none by its key.
func TestNothingIsSaidByItsKey(t *testing.T) {
	for _, language := range wording.Languages {
		c, err := wording.In(language)
		if err != nil {
			t.Fatal(err)
		}
		check := func(text Text) {
			for _, label := range text.labels() {
				if !c.Has(label) {
					t.Errorf("%s: there is no label %q", language, label)
				}
			}
			if said := text.In(c); strings.Contains(said, "disclosure.") || strings.Contains(said, "{") && !strings.Contains(said, "{year") {
				t.Errorf("%s: a text is said as %q", language, said)
			}
		}
		for _, v := range Of(reporttest.Sample()) {
			texts := append(slices.Clone(v.Notes), v.Title, v.Asks)
			for _, table := range v.Tables {
				texts = append(texts, table.Title, table.Note)
				for _, column := range table.Columns {
					texts = append(texts, column.Head)
				}
				for _, row := range table.Rows {
					for _, cell := range row.Cells {
						if cell != nil {
							texts = append(texts, cell.Words)
							if cell.Gap != nil {
								texts = append(texts, cell.Gap.Why, cell.Gap.Give)
							}
						}
					}
				}
			}
			for _, text := range texts {
				check(text)
			}
		}
	}
}

// Every category that an inventory may have is in one group, and each that the
// minimum inventory counts is one.
func TestCategoriesAreGrouped(t *testing.T) {
	known := make(map[string]bool)
	for _, category := range inventory.Categories() {
		known[category] = true
	}
	activities, err := os.ReadFile("../../inventory/data/activities.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(activities)) {
		if name, _, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			category, _, _ := strings.Cut(name, "/") // with a variant
			known[category] = true
		}
	}
	seen := make(map[string]string)
	for _, g := range groups {
		for _, category := range g.categories {
			if seen[category] != "" {
				t.Errorf("%s is in %s and in %s", category, seen[category], g.key)
			}
			if !known[category] {
				t.Errorf("%s, in %s, is no category", category, g.key)
			}
			seen[category] = g.key
		}
	}
	for category := range known {
		if seen[category] == "" {
			t.Errorf("%s is in no group", category)
		}
	}
	for _, line := range minimum {
		for _, category := range line.categories {
			if !known[category] {
				t.Errorf("%s, in the minimum inventory, is no category", category)
			}
		}
	}
}

// Rows that a formula points to have keys of their own.
func TestRowsAreTold(t *testing.T) {
	for _, v := range Of(reporttest.Sample()) {
		for _, table := range v.Tables {
			seen := make(map[string]bool)
			for _, row := range table.Rows {
				if seen[row.Key] && table.Key != "avoided" && table.Key != "contracts" {
					t.Errorf("%s/%s has two rows %q", v.Key, table.Key, row.Key)
				}
				seen[row.Key] = true
				if len(row.Cells) > len(table.Columns) {
					t.Errorf("%s/%s: row %q has more cells than there are columns", v.Key, table.Key, row.Key)
				}
			}
		}
	}
}

// Figures of a unit have the places that the largest of them needs: by hand, of 241.8
// the fourth leading digit is that of tenths; whole amounts have none; years have one.
func TestPlaces(t *testing.T) {
	d := decimal.RequireFromString
	table := &Table{Rows: []*Row{
		{Cells: []*Cell{given(d("241.8483"), Tonnes), given(d("12"), Pieces), given(d("0.0312"), Mass), nil}},
		{Cells: []*Cell{given(d("0.5"), Tonnes), given(d("7"), Pieces), none(), given(d("5"), Years)}},
		{Cells: []*Cell{given(d("123456.7"), KWh), given(d("1.4"), Ratio)}},
	}}
	want := map[Unit]int32{Tonnes: 1, Pieces: 0, Mass: 5, Years: 1, KWh: 0, Ratio: 2}
	if got := table.Places(); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
