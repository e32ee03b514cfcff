package factors_test

import (
	"testing"
	"testing/fstest"

	"govfootprint/factors"
	"govfootprint/quantity"
)

// moneyPack loads a pack of rows after the header.
func moneyPack(t *testing.T, rows string) (*factors.Pack, error) {
	t.Helper()
	return factors.LoadPack(fstest.MapFS{
		"p/pack.yaml":   {Data: []byte("name: money\nversion: \"1\"\npublished: \"2026-01-01\"\nlicence: CC0-1.0\nsources:\n  - {id: s, title: T, publisher: P, year: \"2026\", url: u, licence: CC0-1.0}\n")},
		"p/factors.csv": {Data: []byte("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n" + rows)},
	}, "p")
}

func TestPriceLevels(t *testing.T) {
	p, err := moneyPack(t, `a,currency/gbp,price_level,,,,2024,1.2,,,USD2022/GBP2024,,s,B,
b,currency/gbp,price_level,,,,2024,1.1,,,EUR2023/GBP2024,,s,B,
c,licence,impact,manufacturing,gwp,,,0.1,,,kgCO2e/USD2022,,s,B,
d,licence,impact,manufacturing,gwp,,,0.2,,,kgCO2e/(user.year),,s,B,
`)
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range factors.Lint([]*factors.Pack{p}, factors.LintOptions{}) {
		t.Error(issue) // two moneys and two measures are no duplicates
	}
	for _, unit := range []string{"kgCO2e/GBP2024", "USD2022", "1", "GBP2024/kWh"} {
		if _, err := moneyPack(t, "a,currency/gbp,price_level,,,,2024,1.2,,,"+unit+",,s,B,\n"); err == nil {
			t.Errorf("a price level in %s was taken", unit)
		}
	}
	if _, err := moneyPack(t, "a,currency/gbp,price_level,,,,2024,0,,,USD2022/GBP2024,,s,B,\n"); err == nil {
		t.Error("a price level of nothing was taken")
	}
	for unit, subject := range map[string]string{"GBP2024": "currency/gbp", "EUR": "currency/eur", "GB": "", "1": ""} {
		if got := factors.CurrencySubject(quantity.MustParse(unit)); got != subject {
			t.Errorf("the subject of %s is %q, want %q", unit, got, subject)
		}
	}
}
