package factors_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"govfootprint/factors"
)

func hashOf(tb testing.TB, fsys fstest.MapFS) string {
	tb.Helper()
	pack, err := factors.LoadPack(fsys, "p")
	if err != nil {
		tb.Fatal(err)
	}
	return pack.Hash()
}

// TestHashIsOfTheContent: what is written differently but says the same has the
// same hash; what says something else has another.
func TestHashIsOfTheContent(t *testing.T) {
	yaml := packYAML("grid", factors.Base, "")
	a := grid("a", "GB", "2025", "0.50")
	b := "b,laptop,impact,manufacturing,gwp,,,238.57,,,kgCO2e/unit,,report,B,\"Median\""
	want := hashOf(t, files(yaml, a+"\n"+b+"\n"))
	for name, fsys := range map[string]fstest.MapFS{
		"rows in another order":     files(yaml, b+"\n"+a+"\n"),
		"two files":                 files(yaml, b, a),
		"Windows line ends":         files(strings.ReplaceAll(yaml, "\n", "\r\n"), a+"\r\n"+b+"\r\n"),
		"0.5 for 0.50":              files(yaml, strings.Replace(a, "0.50", "0.5", 1)+"\n"+b),
		"an exponent":               files(yaml, strings.Replace(a, "0.50", "5e-1", 1)+"\n"+b),
		"a unit spelled otherwise":  files(yaml, a+"\n"+strings.Replace(b, "kgCO2e/unit", "kgCO2eq/device", 1)),
		"no quotation marks":        files(yaml, a+"\n"+strings.ReplaceAll(b, `"`, "")),
		"comments and keys ordered": files("# A comment\nlayer: base\n"+strings.Replace(yaml, "layer: base\n", "", 1), a+"\n"+b),
	} {
		if got := hashOf(t, fsys); got != want {
			t.Errorf("%s: the hash changed", name)
		}
	}
	if !strings.HasPrefix(want, "sha256:") || len(want) != len("sha256:")+64 {
		t.Errorf("got %s", want)
	}
	for name, fsys := range map[string]fstest.MapFS{
		"another value":   files(yaml, strings.Replace(a, "0.50", "0.51", 1)+"\n"+b),
		"another unit":    files(yaml, strings.Replace(a, "kgCO2e/kWh", "gCO2e/kWh", 1)+"\n"+b),
		"another place":   files(yaml, strings.Replace(a, "GB", "FR", 1)+"\n"+b),
		"a range":         files(yaml, strings.Replace(a, "0.50,,", "0.50,0.4,0.6", 1)+"\n"+b),
		"another note":    files(yaml, a+"\n"+strings.Replace(b, "Median", "Mean", 1)),
		"a row less":      files(yaml, a),
		"another source":  files(strings.Replace(yaml, "A report", "Another report", 1), a+"\n"+b),
		"another version": files(strings.Replace(yaml, "2026.1", "2026.2", 1), a+"\n"+b),
		"another layer":   files(strings.Replace(yaml, "base", "scenario", 1), a+"\n"+b),
	} {
		if got := hashOf(t, fsys); got == want {
			t.Errorf("%s: the hash is the same", name)
		}
	}
}

// TestHashDoesNotDependOnOrder: any order of rows, any split into files.
func TestHashDoesNotDependOnOrder(t *testing.T) {
	rows := []string{
		grid("a", "GB", "2024", "0.1"), grid("b", "GB", "2025", "0.2"), grid("c", "FR", "2025", "0.3"),
		made("d", "laptop", "200", "B"), made("e", "server", "1200", "C"),
	}
	want := hashOf(t, files(packYAML("grid", factors.Base, ""), strings.Join(rows, "\n")))
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(rows).Draw(rt, "order")
		cut := rapid.IntRange(0, len(rows)).Draw(rt, "cut")
		got := hashOf(t, files(packYAML("grid", factors.Base, ""), strings.Join(order[:cut], "\n"), strings.Join(order[cut:], "\n")))
		if got != want {
			rt.Fatalf("%v cut at %d: the hash changed", order, cut)
		}
	})
}
