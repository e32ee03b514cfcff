package wording_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"govfootprint/reports/wording"
)

// formats returns what package inventory calls the formats of files: what the
// methods named format return, and what fields named format and Format are set to.
func formats(t *testing.T, folder string) (values []string) {
	t.Helper()
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok {
			if value, err := strconv.Unquote(l.Value); err == nil {
				values = append(values, value)
			}
		}
	}
	for _, file := range sources(t, folder) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "format" && n.Recv != nil {
					ast.Inspect(n.Body, func(inner ast.Node) bool {
						if r, ok := inner.(*ast.ReturnStmt); ok {
							add(r.Results[0])
						}
						return true
					})
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "format" || key.Name == "Format") {
					add(n.Value)
				}
			case *ast.AssignStmt:
				if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok && to.Sel.Name == "Format" {
					add(n.Rhs[0])
				}
			}
			return true
		})
	}
	return values
}

// named returns the texts of the constants whose names begin so.
func named(t *testing.T, folder, prefix string) (values []string) {
	t.Helper()
	for _, file := range sources(t, folder) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !strings.HasPrefix(spec.Names[0].Name, prefix) || len(spec.Values) == 0 {
				return true
			}
			if l, ok := spec.Values[0].(*ast.BasicLit); ok {
				if value, err := strconv.Unquote(l.Value); err == nil {
					values = append(values, value)
				}
			}
			return true
		})
	}
	return values
}

// layouts returns the names of the known layouts.
func layouts(t *testing.T) (names []string) {
	t.Helper()
	data, err := os.ReadFile("../../inventory/data/layouts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var described []struct{ Name string }
	if err := yaml.Unmarshal(data, &described); err != nil {
		t.Fatal(err)
	}
	for _, l := range described {
		names = append(names, l.Name)
	}
	lists, err := filepath.Glob("../../inventory/data/records/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range lists {
		data, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		var described struct{ Layouts []struct{ Name string } }
		if err := yaml.Unmarshal(data, &described); err != nil {
			t.Fatal(err)
		}
		for _, l := range described.Layouts {
			names = append(names, l.Name)
		}
		if base := strings.TrimSuffix(filepath.Base(list), ".yaml"); base != "users" { // which are only read as a program writes them
			names = append(names, base)
		}
	}
	return names
}

// What a file, a sheet and a column were taken for, and why, has a name in each
// language, and no layout has one that is no more.
func TestHowFilesAreReadHasNames(t *testing.T) {
	const folder = "../../inventory"
	known := map[string][]string{
		"inspect.format":   formats(t, folder),
		"inspect.encoding": named(t, folder, "encoding"),
		"inspect.layouts":  append(layouts(t), "generic", "govfootprint"),
		"inspect.how":      named(t, folder, "how"),
		"inspect.why":      slices.DeleteFunc(named(t, folder, "why"), func(why string) bool { return why == "hidden" }), // of a sheet
		"inspect.sheet":    {"hidden", "mapping"},
	}
	for vocabulary, least := range map[string]int{"inspect.format": 6, "inspect.encoding": 5, "inspect.layouts": 35, "inspect.how": 5, "inspect.why": 9} {
		if len(known[vocabulary]) < least {
			t.Errorf("found only %q for %s: the search is broken", known[vocabulary], vocabulary)
		}
	}
	for _, language := range wording.Languages {
		c := in(t, language)
		for vocabulary, values := range known {
			for _, value := range values {
				if !c.Has(vocabulary + "." + value) {
					t.Errorf("%s: %s.%s has no label", language, vocabulary, value)
				}
			}
		}
	}
}
