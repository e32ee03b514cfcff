package recognition

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// models are of each way to a category.
var models = []Thing{
	{Manufacturer: "Dell Inc.", Model: "Latitude 5420"},
	{Manufacturer: "HP", Model: "HP EliteBook 840 G6"},
	{Manufacturer: "HP", Model: "EliteDesk 800 G5"},
	{Manufacturer: "LENOVO", Model: "20XW004AUK"},
	{Manufacturer: "LENOVO", Model: "ThinkPad T14 Gen 2"},
	{Manufacturer: "LENOVO", Model: "ThinkCentre M75q Gen 2"},
	{Manufacturer: "Dell", Model: "PowerEdge R740"},
	{Manufacturer: "Cisco", Model: "Catalyst 9300"},
	{Manufacturer: "HP", Model: "LaserJet M404dn"},
	{Manufacturer: "Samsung", Model: "Galaxy S21"},
	{Manufacturer: "Gigabyte", Model: "B550M DS3H"},
	{Manufacturer: "Dell", Model: "P2419H"},
	{Manufacturer: "Acer", Model: "Aspire A515-54"},
	{Manufacturer: "ASUS", Model: "X550CC"},
	{Manufacturer: "FUJITSU", Model: "LIFEBOOK U7410"},
}

// Letter case, spaces and punctuation between words do not matter.
func TestSpellingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		thing := rapid.SampledFrom(models).Draw(t, "model")
		want := Recognise(thing)
		other := thing
		if rapid.Bool().Draw(t, "upper") {
			other.Model, other.Manufacturer = strings.ToUpper(other.Model), strings.ToUpper(other.Manufacturer)
		} else {
			other.Model, other.Manufacturer = strings.ToLower(other.Model), strings.ToLower(other.Manufacturer)
		}
		gap := rapid.SampledFrom([]string{" ", "  ", "-", "_", " - ", "\u00a0", ", "}).Draw(t, "gap")
		other.Model = rapid.SampledFrom([]string{"", " ", "\t"}).Draw(t, "before") + strings.ReplaceAll(other.Model, " ", gap) + rapid.SampledFrom([]string{"", "   ", " ."}).Draw(t, "after")
		got := Recognise(other)
		if got.Category != want.Category || got.Model != want.Model || got.Manufacturer != want.Manufacturer || got.How != want.How {
			t.Fatalf("%q is %s %q %s, %q is %s %q %s", thing.Model, want.Category, want.Model, want.How, other.Model, got.Category, got.Model, got.How)
		}
	})
}

// A marketing tail changes neither the category nor the model, and the maker's
// name in front of the model does not either.
func TestTailsDoNotMatter(t *testing.T) {
	tails := []string{"XCTO", "i5-10310U", "16GB", "256GB SSD", "16 GB RAM", "Black", "(Qwerty)", "Intel Core i7-8650U", "Base Model", "CTO", "with bag"}
	rapid.Check(t, func(t *rapid.T) {
		thing := rapid.SampledFrom(models).Draw(t, "model")
		want := Recognise(thing)
		if want.How == Identifier {
			return // the identifier is the whole text
		}
		if want.Category == "laptop" && rapid.Bool().Draw(t, "laptop") {
			thing.Model += " Notebook PC"
		}
		for range rapid.IntRange(1, 2).Draw(t, "tails") {
			thing.Model += " " + rapid.SampledFrom(tails).Draw(t, "tail")
		}
		if rapid.Bool().Draw(t, "maker in front") {
			thing.Model = thing.Manufacturer + " " + thing.Model
		}
		got := Recognise(thing)
		if got.Category != want.Category || got.Model != want.Model {
			t.Fatalf("%q %q is %s %q, want %s %q", thing.Manufacturer, thing.Model, got.Category, got.Model, want.Category, want.Model)
		}
	})
}

// What is canonical stays as it is.
func TestCanonicalModelIsItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		thing := rapid.SampledFrom(models).Draw(t, "model")
		maker, model := CanonicalModel(thing.Manufacturer, thing.Model+rapid.SampledFrom([]string{"", " G4", " Gen 3", " SFF", ` 14"`, " 2nd Gen"}).Draw(t, "more"))
		if again, twice := CanonicalModel(maker, model); again != maker || twice != model {
			t.Fatalf("%q %q becomes %q %q", maker, model, again, twice)
		}
	})
}

func FuzzRecognise(f *testing.F) {
	f.Add("Laptop", "Dell Inc.", "Latitude 5420", "14in")
	f.Add("a/b>c & d (e)", "", "vm\x00 \"27\" p", "10")
	f.Add("Écran 24\"", "Lenevo", "20XW004AUK", "SM-G991B")
	f.Fuzz(func(t *testing.T, kind, maker, model, more string) {
		thing := Thing{Type: kind, Subtype: more, Manufacturer: maker, Model: model, Number: more, Variant: more, Chassis: more}
		r := Recognise(thing)
		if r.Left == "" && (r.Category == "") != (r.How == Unresolved) || r.Left == "" && r.How == "" {
			t.Fatalf("%+v", r)
		}
		if (r.Confidence == NoConfidence) != (r.How == Unresolved || r.Left != "") {
			t.Fatalf("confidence %v of %+v", r.Confidence, r)
		}
		again := Recognise(thing)
		if again.Category != r.Category || again.Model != r.Model || again.How != r.How || again.Why != r.Why {
			t.Fatalf("%+v, then %+v", r, again)
		}
		CanonicalModel(maker, model)
	})
}

// What every explanation must do is name the row's own word or the product.
func TestWhy(t *testing.T) {
	for _, c := range []struct {
		thing Thing
		want  string
	}{
		{Thing{Manufacturer: "LENOVO", Model: "20XW004AUK"}, "Lenovo machine type 20XW is ThinkPad X1 Carbon Gen 9"},
		{Thing{Manufacturer: "Apple", Model: "MacBook Pro", Number: "MacBookPro18,3"}, "Apple model identifier MacBookPro18,3 is MacBook Pro (14-inch, 2021)"},
		{Thing{Manufacturer: "Dell", Model: "Latitude 5420"}, "latitude 5420 is a model of Dell latitude"},
		{Thing{Manufacturer: "Dell", Model: "OPTLPLEX"}, `"optlplex" was read as optiplex, a family of Dell`},
		{Thing{Type: "Laptop"}, `the row says "Laptop"`},
		{Thing{Type: "PCs & monitors"}, `"PCs & monitors" can be desktop or monitor`},
		{Thing{Manufacturer: "Gigabyte", Model: "B550M DS3H"}, "Gigabyte main board"},
	} {
		if got := Recognise(c.thing).Why; got != c.want {
			t.Errorf("%+v: %q, want %q", c.thing, got, c.want)
		}
	}
}

// The data say each thing once, in order where they are long, and nothing that
// the catalogue has not.
func TestData(t *testing.T) {
	last := ""
	for line := range dataLines("identifiers.tsv") {
		key := line[0] + "\t" + line[1]
		if key <= last {
			t.Errorf("identifiers.tsv: %q after %q", key, last)
		}
		last = key
		if len(line) > 3 && !types().known[line[3]] || len(line) < 3 || identifierKinds[line[0]] == "" {
			t.Errorf("identifiers.tsv: %q", line)
		}
	}
	last = ""
	for line := range dataLines("makers.tsv") {
		if len(line) != 2 || line[0] <= last {
			t.Errorf("makers.tsv: %q after %q", line, last)
		}
		last = line[0]
	}
	for line := range dataLines("categories.tsv") {
		if len(line) != 2 {
			t.Errorf("categories.tsv: %q", line)
		}
	}
	known := func(file, category, variant string) {
		if category != "" && !types().known[category] || variant != "" && !KnowsVariant(category, variant) {
			t.Errorf("%s: no category %s/%s", file, category, variant)
		}
	}
	for _, entries := range families().byFirst {
		for _, f := range entries {
			known("families.tsv", f.category, f.variant)
		}
	}
	for _, entries := range patterns() {
		for _, p := range entries {
			known("patterns.tsv", p.category, p.variant)
		}
	}
}

// A row without a number of its own costs no more than some microseconds; how
// many is for the eye, not for a limit.
func BenchmarkRecognise(b *testing.B) {
	for b.Loop() {
		for _, thing := range models {
			Recognise(thing)
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(time.Microsecond)/float64(b.N)/float64(len(models)), "µs/thing")
}
