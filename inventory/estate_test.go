package inventory_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/inventory"
	"govfootprint/inventory/fold"
)

// drawProfile draws a profile with strange texts in it, but none that looks
// personal: reading removes those.
func drawProfile(t *rapid.T) inventory.Profile {
	text := rapid.OneOf(rapid.Just(""), rapid.SampledFrom([]string{"Finance", "=1+2", "'quoted", "a,b", `say "hi"`, "+x", "-x", "@x", "é\u00A0ü", " spaced ", "#"}), rapid.StringN(0, 6, -1).Filter(func(s string) bool { return !strings.ContainsAny(s, `@\:'’,(<0123456789`) && fold.Visible(s) == s }))
	month := rapid.Custom(func(t *rapid.T) inventory.Month {
		if rapid.Bool().Draw(t, "known") {
			return inventory.Month(rapid.IntRange(1, 9999*12).Draw(t, "month"))
		}
		return 0
	})
	return inventory.Profile{
		Kind:         inventory.Hardware,
		Category:     rapid.SampledFrom([]string{"", "laptop", "server"}).Draw(t, "category"),
		Manufacturer: text.Draw(t, "maker"),
		Model:        text.Draw(t, "model"),
		Recognition:  rapid.SampledFrom([]inventory.Recognition{inventory.Stated, inventory.ByFamily, inventory.Unresolved}).Draw(t, "recognition"),
		Status:       rapid.SampledFrom([]inventory.Status{"", inventory.InService, inventory.Lost}).Draw(t, "status"),
		Hosting:      rapid.SampledFrom([]inventory.Hosting{"", inventory.DataCentre}).Draw(t, "hosting"),
		Department:   text.Draw(t, "department"),
		Site:         text.Draw(t, "site"),
		Country:      rapid.SampledFrom([]string{"", "GB", "CA-ON"}).Draw(t, "country"),
		Acquired:     month.Draw(t, "acquired"),
		Retired:      month.Draw(t, "retired"),
		Lifetime:     rapid.SampledFrom([]string{"", "5", "4.5"}).Draw(t, "lifetime"),
		Energy:       rapid.SampledFrom([]inventory.EnergyRate{"", inventory.RateMeasured}).Draw(t, "energy"),
		Config:       rapid.SampledFrom([]string{"", "casing=rack;cpu_units=2"}).Draw(t, "config"),
	}
}

func drawAmounts(t *rapid.T) inventory.Amounts {
	tally := rapid.Custom(func(t *rapid.T) inventory.Tally {
		return inventory.DecimalTally(decimal.New(rapid.Int64Range(0, 1<<62).Draw(t, "digits"), -int32(rapid.IntRange(0, 26).Draw(t, "places"))))
	})
	full := tally.Draw(t, "full")
	return inventory.Amounts{ // rows have units, in service or not
		Rows: int64(rapid.IntRange(1, 1e9).Draw(t, "rows")), Units: tally.Draw(t, "units").Add(inventory.CountTally(1)).Add(full), Full: full, Days: tally.Draw(t, "days"),
		RateFull: tally.Draw(t, "rate full"), RateDays: tally.Draw(t, "rate days"), ObservedFull: tally.Draw(t, "observed full"), ObservedDays: tally.Draw(t, "observed days"),
	}
}

type entry struct {
	p inventory.Profile
	a inventory.Amounts
}

func drawEntries(t *rapid.T) []entry {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) entry { return entry{drawProfile(t), drawAmounts(t)} }), 0, 30).Draw(t, "entries")
}

func estateOf(entries []entry) *inventory.Estate {
	e := inventory.NewEstate(inventory.CalendarYear(2024))
	rows := int64(0)
	for _, x := range entries {
		e.Add(x.p, x.a)
		rows += x.a.Rows
	}
	e.CountRows(inventory.Counts{Read: rows, Assessed: rows})
	e.CountRows(leftOut)
	return e
}

var leftOut = inventory.Counts{Read: 2, Rejected: 1, Excluded: map[inventory.Code]inventory.Exclusion{"consumable": {Rows: 1, Units: inventory.CountTally(7)}}}

// An estate adds up like a map of sums, whatever the numbers.
func TestEstateAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawEntries(t)
		want := make(map[inventory.Profile]inventory.Amounts)
		for _, x := range entries {
			want[x.p] = want[x.p].Add(x.a)
		}
		e := estateOf(entries)
		if e.Len() != len(want) {
			t.Fatalf("%d profiles, want %d", e.Len(), len(want))
		}
		for p, a := range e.All() {
			if got, want := amountsText(a), amountsText(want[p]); got != want {
				t.Fatalf("%+v: got %s, want %s", p, got, want)
			}
		}
		var sorted []inventory.Profile
		for p := range e.Sorted() {
			sorted = append(sorted, p)
		}
		if len(sorted) != len(want) || !slices.IsSortedFunc(sorted, inventory.Profile.Compare) {
			t.Fatal("not sorted")
		}
	})
}

func amountsText(a inventory.Amounts) string {
	parts := []string{}
	for _, t := range []inventory.Tally{inventory.CountTally(a.Rows), a.Units, a.Full, a.Days, a.RateFull, a.RateDays, a.ObservedFull, a.ObservedDays} {
		parts = append(parts, t.String())
	}
	return strings.Join(parts, " ")
}

// An estate file gives back the estate, and merging estates is adding their entries.
func TestEstateFileRoundTripAndMerge(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b := drawEntries(rt), drawEntries(rt)
		for i := range a { // a carriage return before a line feed is one line end in a file
			a[i].p.Model = strings.ReplaceAll(a[i].p.Model, "\r", "")
		}
		text := estateText(t, estateOf(a))
		back, err := inventory.ReadCSV(strings.NewReader(text))
		if err != nil {
			rt.Fatalf("%v\n%s", err, text)
		}
		if got := estateText(t, back); got != text {
			rt.Fatalf("got:\n%s\nwant:\n%s", got, text)
		}
		merged := inventory.NewEstate(inventory.CalendarYear(2024))
		for _, e := range []*inventory.Estate{estateOf(b), back} {
			if err := merged.Merge(e); err != nil {
				rt.Fatal(err)
			}
		}
		both := estateOf(append(append([]entry{}, a...), b...))
		both.CountRows(leftOut)
		if got, want := estateText(t, merged), estateText(t, both); got != want {
			rt.Fatalf("merged:\n%s\nwant:\n%s", got, want)
		}
	})
}

func TestMergeOfDifferentPeriods(t *testing.T) {
	a, b := inventory.NewEstate(inventory.CalendarYear(2024)), inventory.NewEstate(inventory.CalendarYear(2025))
	var mismatch *inventory.PeriodMismatchError
	if err := a.Merge(b); !errors.As(err, &mismatch) || mismatch.Got != inventory.CalendarYear(2025) {
		t.Errorf("got %v", err)
	}
}

// An estate file is read like any inventory, beside others.
func TestReadEstateFile(t *testing.T) {
	options := inventory.Options{Period: inventory.CalendarYear(2024), Observed: true}
	a := memorySource("a.csv", []byte("category,quantity,acquired,country\nlaptop,3,2022-01-01,\nToner,5,,\n"))
	b := memorySource("b.csv", []byte("category,quantity,acquired,country\nlaptop,4,2022-01-01,FR\n"))
	whole := read(t, options, a, b)
	file := memorySource("a.estate.csv", []byte(estateText(t, read(t, options, a).Estate)))
	mixed := read(t, options, file, b)
	if got, want := estateText(t, mixed.Estate), estateText(t, whole.Estate); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if mixed.Files[0].Format != "estate" {
		t.Errorf("format %q", mixed.Files[0].Format)
	}
	// Its period holds where none is stated; another is refused.
	if r := read(t, inventory.Options{}, file); r.Estate.Period() != inventory.CalendarYear(2024) {
		t.Errorf("period %s", r.Estate.Period())
	}
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2023)}, file)
	if got := refusalOf(r); got != "estate_period [2023 2024]" || r.Estate.Len() != 0 {
		t.Errorf("refused for %q", got)
	}
	// A default country fills what the file leaves open.
	r = read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "Ontario"}, file)
	for p := range r.Estate.All() {
		if p.Country != "CA-ON" {
			t.Errorf("country %q", p.Country)
		}
	}
}

func TestDamagedEstateFiles(t *testing.T) {
	e := inventory.NewEstate(inventory.CalendarYear(2024))
	e.Add(inventory.Profile{Kind: inventory.Hardware, Category: "laptop", Recognition: inventory.Stated, Department: "Finance"}, inventory.Amounts{Rows: 1, Units: inventory.CountTally(2), Full: inventory.CountTally(2)})
	e.CountRows(inventory.Counts{Assessed: 1})
	text := estateText(t, e)
	for _, c := range []struct{ old, new, want string }{
		{"format=2", "format=1", "line 1, column format"},
		{"period=2024", "period=yesterday", "line 1, column period"},
		{"read=0", "read=x", "line 1, column read"},
		{"excluded=", "excluded=a:b", "line 1, column excluded"},
		{"kind,category", "kind,categories", "line 2"},
		{"laptop", "laptop,", "line 3"},
		{"stated", "guessed", "line 3, column recognition"},
		{"2,2", "-2,2", "line 3, column units"},
		{"2,2", "2,1e9", "line 3, column full"},
		{",1,2,2", ",x,2,2", "line 3, column rows"},
		{",1,2,2", ",1,,2", "line 3, column units"},
		{",1,2,2", ",0,2,2", "line 3, column units"},
		{",1,2,2", ",2,2,2", "line 1, column assessed"},
		{"assessed=1", "assessed=2", "line 1, column assessed"},
	} {
		_, err := inventory.ReadCSV(strings.NewReader(strings.Replace(text, c.old, c.new, 1)))
		var format *inventory.EstateFormatError
		if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: got %v, want %s", c.new, c.old, err, c.want)
		}
	}
	for _, text := range []string{"", "category,model\n", "# govfootprint estate;", text[:40]} {
		if _, err := inventory.ReadCSV(strings.NewReader(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// Lines that were lost, or stand there twice, are no estate any more.
func TestEstateFileWithLinesLostOrDoubled(t *testing.T) {
	text := estateText(t, readText(t, "category,quantity,department\nlaptop,3,North\nlaptop,0.5,South\nlaptop,2,North\nserver,1,North\n").Estate)
	again := estateText(t, read(t, inventory.Options{}, memorySource("estate.csv", []byte(text))).Estate)
	if again != text {
		t.Fatalf("got %s\nwant %s", again, text)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	lines[len(lines)-1] += "\n"
	damaged := map[string]string{}
	for i := 2; i < len(lines); i++ {
		damaged["without "+lines[i]] = strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "")
		damaged["twice "+lines[i]] = strings.Join(slices.Insert(slices.Clone(lines), i, lines[i]), "")
	}
	// Once lost and once doubled, the sum is right again.
	damaged["one for another"] = strings.Join([]string{lines[0], lines[1], lines[3], lines[3], lines[2]}, "")
	for what, text := range damaged {
		r := read(t, inventory.Options{}, memorySource("estate.csv", []byte(text)))
		if r.Problems.CountByCode()[inventory.CodeEstateDamaged] != 1 || r.Estate.Len() != 0 {
			t.Errorf("%s: accepted:\n%s", what, report(r))
		}
	}
	// What was twice only because of what was removed is no damage.
	e := inventory.NewEstate(inventory.CalendarYear(2024))
	for _, department := range []string{"jane@example.org", "jim@example.org", ""} {
		p := inventory.Profile{Kind: inventory.Hardware, Category: "laptop", Recognition: inventory.Stated, Department: department}
		e.Add(p, inventory.Amounts{Rows: 1, Units: inventory.CountTally(1)})
	}
	e.CountRows(inventory.Counts{Read: 3, Assessed: 3})
	ordered := estateText(t, e)
	lines = strings.SplitAfter(ordered, "\n")
	lines[2], lines[4] = lines[4], lines[2]
	for _, text := range []string{ordered, strings.Join(lines, "")} {
		if r := read(t, inventory.Options{}, memorySource("estate.csv", []byte(text))); r.Estate.Len() != 1 || r.Estate.Counts().Assessed != 3 {
			t.Errorf("refused:\n%s", report(r))
		}
	}
}

func FuzzReadEstate(f *testing.F) {
	f.Add(estateFuzzSeed())
	f.Fuzz(func(t *testing.T, text string) {
		e, err := inventory.ReadCSV(strings.NewReader(text))
		if err != nil {
			return
		}
		again, err := inventory.ReadCSV(strings.NewReader(estateText(t, e)))
		if err != nil {
			t.Fatal(err)
		}
		if estateText(t, again) != estateText(t, e) {
			t.Fatal("written differently the second time")
		}
	})
}

func estateFuzzSeed() string {
	var b strings.Builder
	e := inventory.NewEstate(inventory.CalendarYear(2024))
	e.Add(inventory.Profile{Kind: inventory.Hardware, Category: "server", Recognition: inventory.Stated, Config: "cpu_units=2", Lifetime: "5", Acquired: inventory.NewMonth(2020, 3)}, inventory.Amounts{Rows: 1, Units: inventory.CountTally(2)})
	e.CountRows(inventory.Counts{Read: 1, Assessed: 1})
	_ = e.WriteCSV(&b)
	return b.String()
}
