package wording_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// labelCalls returns the keys that a format asks for: whole ones, and the
// beginnings of those that are put together.
func labelCalls(t *testing.T, folder string) (whole, prefixes []string) {
	t.Helper()
	literal := func(e ast.Expr) (string, bool) {
		l, ok := e.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(l.Value)
		return text, err == nil
	}
	for _, p := range sources(t, folder) {
		ast.Inspect(p, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			selector, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || (selector.Sel.Name != "label" && selector.Sel.Name != "Label") {
				return true
			}
			if key, ok := literal(call.Args[0]); ok {
				whole = append(whole, key)
			} else if sum, ok := call.Args[0].(*ast.BinaryExpr); ok {
				if key, ok := literal(sum.X); ok {
					prefixes = append(prefixes, key)
				}
			}
			return true
		})
	}
	return whole, prefixes
}

// Every label that a format asks for is there.
func TestEveryLabelIsThere(t *testing.T) {
	c := english(t)
	folders, err := filepath.Glob("../*")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, folder := range folders {
		if strings.Contains(filepath.Base(folder), ".") {
			continue
		}
		whole, prefixes := labelCalls(t, folder)
		for _, key := range whole {
			asked++
			if !c.Has(key) {
				t.Errorf("%s asks for %q, which is no label", folder, key)
			}
		}
		for _, prefix := range prefixes {
			if !c.HasPrefix(prefix) {
				t.Errorf("%s asks for labels that begin with %q; there is none", folder, prefix)
			}
		}
	}
	if asked < 100 {
		t.Errorf("found only %d labels in the source: the search is broken", asked)
	}
}

// Every value of a vocabulary has a name.
func TestEveryValueHasAName(t *testing.T) {
	c := english(t)
	for vocabulary, where := range map[string]struct{ folder, typename string }{
		"stage":        {"../../factors", "Stage"},
		"impact":       {"../../factors", "Impact"},
		"property":     {"../../factors", "Property"},
		"distribution": {"../../factors", "Shape"},
		"route":        {"../../factors", "Route"},
		"component":    {"../../calc", "Component"},
		"scope":        {"../../calc", "Scope"},
		"dimension":    {"../../calc", "Dimension"},
		"effect":       {"../../calc", "EffectBasis"},
		"basis":        {"../../calc", "Basis"},
		"view":         {"../../calc", "View"},
		"hosting":      {"../../inventory", "Hosting"},
		"status":       {"../../inventory", "Status"},
		"condition":    {"../../inventory", "Condition"},
		"ownership":    {"../../inventory", "Ownership"},
		"capacity":     {"../../inventory", "Capacity"},
		"kind":         {"../../inventory", "Kind"},
	} {
		values := constants(t, where.folder, where.typename)
		if len(values) == 0 {
			t.Errorf("%s: no constants of type %s", where.folder, where.typename)
		}
		for _, value := range values {
			if !c.Has(vocabulary + "." + value) {
				t.Errorf("%s %q has no name", vocabulary, value)
			}
		}
	}
	for prefix, last := range map[string]int{
		"rung":           int(factors.MassFallback),
		"place_rung":     int(factors.PlaceWorld),
		"year_rung":      int(factors.YearLatest),
		"shadow":         int(factors.EarlierPack),
		"column.measure": int(calc.PerObservedDay),
		"month":          12,
	} {
		for i := range last + 1 {
			if prefix == "month" && i == 0 {
				continue
			}
			if key := fmt.Sprintf("%s.%d", prefix, i); !c.Has(key) {
				t.Errorf("%q has no label", key)
			}
		}
	}
	for _, grade := range []factors.Grade{factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE} {
		if !c.Has("quality." + grade.String()) {
			t.Errorf("grade %s has no name", grade)
		}
	}
	for _, rate := range []inventory.EnergyRate{inventory.RateMeasured, inventory.RatePowered, inventory.RatePower, inventory.RateHours} {
		if !c.Has("energy." + string(rate)) {
			t.Errorf("energy rate %s has no name", rate)
		}
	}
	for _, severity := range []string{"rejected", "excluded", "warning", "note", "gap", "assumption", "caution"} {
		if !c.Has("severity." + severity) {
			t.Errorf("severity %s has no name", severity)
		}
	}
}
