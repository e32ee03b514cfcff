package parquet

import (
	"bytes"
	"math/big"
	"slices"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/tidy"
)

func write(t *testing.T, r *reports.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t *testing.T, content []byte) *pq.File {
	t.Helper()
	file, err := pq.OpenFile(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// The columns are those of the CSV, in their order, and the exact value.
func TestColumns(t *testing.T) {
	file := open(t, write(t, reporttest.Sample()))
	var names []string
	for _, c := range file.Root().Columns() {
		names = append(names, c.Name())
	}
	if want := append(slices.Clone(tidy.Columns), "value_exact"); !slices.Equal(names, want) {
		t.Errorf("columns %q, want %q", names, want)
	}
	for key, want := range map[string]string{"govfootprint.schema": Schema, "govfootprint.period": "2025", "govfootprint.basis": "annualised"} {
		if got, _ := file.Lookup(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
}

// Adding up the values of an impact gives its total: exactly those that stand as
// texts, and the decimals to half a unit of their last place for each row.
func TestAddsUp(t *testing.T) {
	r := reporttest.Sample()
	content := write(t, r)
	rows, err := pq.Read[row](bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	exact, rounded := make(map[string]decimal.Decimal), make(map[string]decimal.Decimal)
	for _, row := range rows {
		exact[row.Impact] = exact[row.Impact].Add(decimal.RequireFromString(row.ValueExact))
		rounded[row.Impact] = rounded[row.Impact].Add(fromNumber(row.Value))
	}
	slack := decimal.New(int64(len(rows)), -places)
	for _, i := range r.Impacts {
		if got := exact[string(i.Key)]; !got.Equal(i.Total) {
			t.Errorf("%s adds up to %s, total %s", i.Key, got, i.Total)
		}
		if got := rounded[string(i.Key)]; got.Sub(i.Total).Abs().GreaterThan(slack) {
			t.Errorf("%s as decimals adds up to %s, total %s", i.Key, got, i.Total)
		}
	}
}

// What the inventory does not state is null, an amount of 0 is 0, and texts that
// begin like formulas are left alone.
func TestValues(t *testing.T) {
	r := reporttest.Sample()
	line := slices.Collect(r.Lines)[0]
	line.Profile.Department, line.Profile.Site = "=1+1", ""
	activity := line
	activity.Profile.Kind = "cloud"
	r.Lines = slices.Values([]reports.Line{line, activity})
	content := write(t, r)
	rows, err := pq.Read[row](bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	first, last := rows[0], rows[len(rows)-1]
	if first.Department != "=1+1" || first.Amount != nil {
		t.Errorf("department %q, amount %v", first.Department, first.Amount)
	}
	if last.Amount == nil || !fromNumber(*last.Amount).IsZero() {
		t.Errorf("the amount of an activity is %v, want 0", last.Amount)
	}
	site, _ := open(t, content).Schema().Lookup("site")
	nulls := int64(0)
	for _, group := range open(t, content).RowGroups() {
		index, err := group.ColumnChunks()[site.ColumnIndex].ColumnIndex()
		if err != nil {
			t.Fatal(err)
		}
		for page := range index.NumPages() {
			nulls += index.NullCount(page)
		}
	}
	if nulls != int64(len(rows)) {
		t.Errorf("%d of %d sites that are not stated are null", nulls, len(rows))
	}
}

// The same report gives the same bytes.
func TestSameBytes(t *testing.T) {
	first := write(t, reporttest.Sample())
	for range 5 {
		if !bytes.Equal(first, write(t, reporttest.Sample())) {
			t.Fatal("two files of one report differ")
		}
	}
}

// Many lines go into several groups of rows, none lost.
func TestGroups(t *testing.T) {
	const lines = 12_000
	file := open(t, write(t, reporttest.Large(lines)))
	want := int64(0)
	for line := range reporttest.Large(lines).Lines {
		want += int64(len(line.Cells))
	}
	if file.NumRows() != want || len(file.RowGroups()) < 2 {
		t.Errorf("%d rows in %d groups, want %d in several", file.NumRows(), len(file.RowGroups()), want)
	}
}

// By hand: 1.5 is 1,500,000,000,000,000,000 of 10⁻¹⁸, and -1 is 2¹²⁸ − 10¹⁸.
func TestNumber(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"0", "0"},
		{"1.5", "1.5"},
		{"-1", "-1"},
		{"99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999"},
		{"0.0000000000000000005", "0"},
		{"0.0000000000000000015", "0.000000000000000002"},
		{"-0.0000000000000000015", "-0.000000000000000002"},
	} {
		n, err := toNumber(decimal.RequireFromString(c.value))
		if err != nil {
			t.Fatal(err)
		}
		if got := fromNumber(n); !got.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s is written as %s, want %s", c.value, got, c.want)
		}
	}
	if n, _ := toNumber(decimal.RequireFromString("1.5")); new(big.Int).SetBytes(n[:]).String() != "1500000000000000000" {
		t.Errorf("1.5 is %x", n)
	}
	if _, err := toNumber(decimal.RequireFromString("1e20")); err == nil || !strings.Contains(err.Error(), "write .csv") {
		t.Errorf("a number that does not fit gives %v", err)
	}
	rapid.Check(t, func(t *rapid.T) {
		want := decimal.New(rapid.Int64().Draw(t, "digits"), rapid.Int32Range(-18, 0).Draw(t, "exponent"))
		n, err := toNumber(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := fromNumber(n); !got.Equal(want) {
			t.Fatalf("%s is written as %s", want, got)
		}
	})
}

// fromNumber is what a reader of the file makes of a number.
func fromNumber(n number) decimal.Decimal {
	whole := new(big.Int).SetBytes(n[:])
	if n[0]&0x80 != 0 {
		whole.Sub(whole, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	return decimal.NewFromBigInt(whole, -places)
}
