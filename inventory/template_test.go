package inventory_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// A template filled in with its own examples is read without a doubt, and every
// column of it is taken for what it is.
func TestTemplateReadsItself(t *testing.T) {
	var header, example []string
	for _, c := range inventory.Template() {
		header, example = append(header, c.Name), append(example, c.Example)
		if c.Describe["en"] == "" || c.Describe["fr"] == "" || c.Group == "" || c.Example == "" {
			t.Errorf("%s lacks something: %+v", c.Name, c)
		}
		if len(c.Allowed) > 0 && !slices.Contains(c.Allowed, c.Example) {
			t.Errorf("%s: the example %q is not allowed", c.Name, c.Example)
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.WriteAll([][]string{header, example})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2025)}, memorySource("template.csv", []byte(b.String())))
	wantProblems(t, r)
	if sheet := r.Files[0].Sheets[0]; sheet.Layout != "govfootprint" {
		t.Errorf("layout %s", sheet.Layout)
	}
	for i, c := range r.Files[0].Sheets[0].Columns {
		if c.Field != header[i] {
			t.Errorf("column %s was taken for %q, %s", header[i], c.Field, c.Why)
		}
	}
	wantEstate(t, r, `laptop/14in dell latitude 5420 25 units in_service owned new office recycling medium Finance London HQ GB Payroll 2022-09 until 2025-06 5 years share 0.5 measured 128250 4500 days`)
}

// Every allowed value is understood.
func TestTemplateAllowedValues(t *testing.T) {
	for _, c := range inventory.Template() {
		for _, value := range c.Allowed {
			if c.Name == "kind" {
				continue
			}
			text := "category,model," + c.Name + "\nserver,x," + value + "\n"
			if c.Name == "category" {
				text = "category,model\n" + value + ",x\n"
			}
			r := readText(t, text)
			for _, code := range []inventory.Code{inventory.CodeWordUnknown, inventory.CodeCategoryUnknown} {
				if r.Problems.CountByCode()[code] > 0 {
					t.Errorf("%s: %q is not understood", c.Name, value)
				}
			}
		}
	}
}

func TestConfiguration(t *testing.T) {
	const text = "casing=rack;cpu_cores=24;cpu_units=2;die_mm2=588;hdd_units=0;memory_gb=384;memory_modules=12;psu_kg=2.99;psu_units=2;ssd_gb=400;ssd_units=1"
	c, err := inventory.ParseConfiguration(text)
	if err != nil || c.String() != text || !c.PSUKG.Valid || c.PSUKG.Decimal.String() != "2.99" || c.Casing != "rack" {
		t.Errorf("%v %+v", err, c)
	}
	if c, err := inventory.ParseConfiguration(""); err != nil || c.String() != "" || c.CPUUnits.Valid {
		t.Errorf("empty: %v %+v", err, c)
	}
	for _, text := range []string{"cpu_units", "cpu_units=", "cpu_units=-1", "casing=round", "gpu_units=1", "cpu_units=two"} {
		if _, err := inventory.ParseConfiguration(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
