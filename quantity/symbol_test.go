package quantity

import "testing"

// TestScalesAreExact checks that no size had to be cut down to fit the bases.
func TestScalesAreExact(t *testing.T) {
	for _, f := range families {
		if _, ok := scaleOf(f.n, f.pow10); !ok {
			t.Errorf("the size of %s has a factor outside the bases", f.name)
		}
	}
	for prefix, p := range prefixScale {
		if _, ok := scaleOf(p.n, p.pow10); !ok {
			t.Errorf("the size of the prefix %s has a factor outside the bases", prefix)
		}
	}
	for alias, name := range aliases {
		if _, ok := symbols[name]; !ok && name != "1" {
			t.Errorf("%s stands for %s, which is not known", alias, name)
		}
		if _, ok := symbols[alias]; ok {
			t.Errorf("%s is a symbol and an alias", alias)
		}
	}
}

// TestCoherentUnits checks that every base dimension has a unit to show it in.
func TestCoherentUnits(t *testing.T) {
	for name, s := range symbols {
		for _, d := range s.dim {
			c, ok := lookup(coherentSymbol(d.base))
			if !ok || len(c.dim) != 1 || c.dim[0].base != d.base {
				t.Errorf("%s: base %s has no coherent unit", name, d.base)
			}
		}
	}
	for _, name := range []string{"molH+eq", "kBqU235eq", "gNMVOCeq", "tCO2e", "mgSbeq", "USD2022", "{cup of tea}"} {
		s, ok := lookup(name)
		if !ok {
			t.Fatalf("%s is not known", name)
		}
		c, ok := lookup(coherentSymbol(s.dim[0].base))
		if !ok || c.dim[0] != s.dim[0] {
			t.Errorf("%s: base %s has no coherent unit", name, s.dim[0].base)
		}
	}
}
