package inventory

import "testing"

func TestHeadersInTwoLanguages(t *testing.T) {
	for name, c := range map[string]struct {
		headers []string
		want    []string // field, or why it is not read
	}{
		"both halves":                 {[]string{"Type / Type", "Modèle / Model", "Qté | Qty", "Make - Fabricant"}, []string{"category", "model", "quantity", "manufacturer"}},
		"one half, in such a row":     {[]string{"Modèle / Model", "Qté / Mojo"}, []string{"model", "quantity"}},
		"one half, in no such row":    {[]string{"Model", "CO2 / Device"}, []string{"model", "unknown"}},
		"halves that are two columns": {[]string{"Model / Modèle", "Status / Quantity"}, []string{"model", "unknown"}},
		"without spaces":              {[]string{"Model", "Mojo/Status"}, []string{"model", "unknown"}},
		"a dash and one half":         {[]string{"Model / Modèle", "Quantity - Mojo"}, []string{"model", "unknown"}},
		"before brackets":             {[]string{"Model", "Date d'achat (purchase)", "Date mise au rebut"}, []string{"model", "acquired", "retired"}},
		"a number in unknown units":   {[]string{"Model", "Quantity (pallets)", "Consumption (kVAh)"}, []string{"model", "unknown", "unknown"}},
		"brackets of another column":  {[]string{"Quantity", "Model (status)"}, []string{"quantity", "unknown"}},
		"persons stay persons":        {[]string{"Model / Modèle", "Model / User", "Status (user)"}, []string{"model", "personal", "personal"}},
	} {
		cells := make([]cell, len(c.headers))
		for i, text := range c.headers {
			cells[i].text = []byte(text)
		}
		table := bindColumns(headerRow{row: 1, headers: headersOf(cells)}, nil)
		for i, info := range table.infos {
			if got := info.Field + info.Why; got != c.want[i] {
				t.Errorf("%s: %q is %s, want %s", name, c.headers[i], got, c.want[i])
			}
		}
	}
}
