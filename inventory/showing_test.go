package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// What an inspection shows of a column: words that are known, those that it asks
// about, departments and sites of several rows; never a person of any row.
func TestSamples(t *testing.T) {
	rows := "category,model,status,department,site,State of play,Short code,Who has it,user\n" +
		strings.Repeat("Widget,Latitude 5420,Mit uns,Finance,Leeds,With us,zyqx,Zyqx,Al Smyqx\n", 4) +
		strings.Repeat("Widget,Latitude 5420,In use,Smyqx,Doqx,Gone,smyqx,Zyqx,Mo Doqx\n", 3) +
		"Doqx,Latitude 5420,Smyqx,Jane Doe,York,Jane Doe,doqx,Zyqx,Mo Qyqx\n"
	for column, want := range map[string]string{
		"category": "Widget", "model": "Latitude 5420", "status": "Mit uns, In use", "department": "Finance", "site": "Leeds",
		"State of play": "With us, Gone", "Short code": "zyqx", "Who has it": "", "user": "",
	} {
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), Survey: true}, memorySource("a.csv", []byte(rows)))
		for _, c := range r.Files[0].Sheets[0].Columns {
			if got := strings.Join(c.Samples, ", "); c.Header == column && got != want {
				t.Errorf("%s shows %q, want %q", column, got, want)
			}
		}
		for _, q := range r.Questions.All {
			if strings.Contains(strings.ToLower(q.Text), "qx") {
				t.Errorf("it asks about %q", q.Text)
			}
		}
	}
}

// A department without the names of people beside it may be a person with some
// devices, unless it says what it is.
func TestSamplesOfDepartments(t *testing.T) {
	rows := "category,department\n" + strings.Repeat("laptop,Qzyx\n", 6) + strings.Repeat("laptop,Finance\n", 3) + strings.Repeat("laptop,Qwyx\n", 7) + strings.Repeat("laptop,Grace Qwyx\n", 9)
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), Survey: true}, memorySource("a.csv", []byte(rows)))
	if got := fmt.Sprint(r.Files[0].Sheets[0].Columns[1].Samples); got != "[Qwyx Finance]" {
		t.Error(got)
	}
}

// Whoever the user of a row is, however short the name, and wherever else in the
// row it stands, nothing that is read, shown or asked holds it; the row counts.
func TestTheUserOfARowIsNamedNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[bdgkz][iou]?q[jq]?`)
		family, given, figures := word.Draw(t, "family name"), word.Draw(t, "given name"), rapid.StringMatching(`|[0-9]{1,2}`).Draw(t, "figures")
		account := family + figures
		user := rapid.SampledFrom([]string{account, strings.ToUpper(account), title(family), title(given) + " " + title(family), account + "@example.org", `CORP\` + account}).Draw(t, "user")
		name := account
		if !strings.Contains(strings.ToLower(user), account) {
			name = family
		}
		name = rapid.SampledFrom([]string{name, strings.ToUpper(name), title(name)}).Draw(t, "name")
		forms := []string{"%s", "Latitude 5420", ""}
		if len(name) >= 4 || strings.EqualFold(user, name) {
			forms = append(forms, "%s laptop", "Dell-%s", "HQ/%s", "EliteBook 840 %s", "%s (spare)")
		}
		form := rapid.SampledFrom(forms)
		cells := make([]string, 7)
		for i := range cells {
			cells[i] = strings.ReplaceAll(form.Draw(t, "cell"), "%s", name)
		}
		cells[0] = `"` + cells[0] + `"`
		text := "category,type,manufacturer,model,status,department,site,condition,user\nlaptop," + strings.Join(cells, ",") + ",\"" + user + "\"\n"
		r, err := inventory.Read(t.Context(), []inventory.Source{memorySource("a.csv", []byte(text))}, inventory.Options{Period: inventory.CalendarYear(2024), Survey: true})
		if err != nil {
			t.Fatal(err)
		}
		if r.Estate.Counts().Assessed != 1 {
			t.Fatalf("the row does not count:\n%s", report(r))
		}
		shown := []string{report(r), estateAsText(t, r)}
		for _, f := range r.Files {
			for _, s := range f.Sheets {
				for _, c := range s.Columns {
					shown = append(shown, c.Samples...)
				}
			}
		}
		for _, q := range r.Questions.All {
			shown = append(shown, q.Manufacturer, q.Text)
		}
		said := strings.Join(shown, "\n")
		if strings.Contains(strings.ToLower(said), strings.ToLower(name)) {
			t.Fatalf("%q comes through:\n%s\n%s", name, text, said)
		}
	})
}

func title(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func estateAsText(t *rapid.T, r *inventory.Result) string {
	var b strings.Builder
	if err := r.Estate.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
