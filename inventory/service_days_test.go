package inventory

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func day(text string) Date {
	if text == "" {
		return 0
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return NewDate(t.Date())
}

func TestServiceDays(t *testing.T) {
	year := CalendarYear(2024) // 366 days
	for _, c := range []struct {
		acquired, retired string
		days              int
		full              bool
	}{
		{"", "", 366, true},
		{"2020-05-05", "", 366, true},
		{"2024-01-01", "2025-01-01", 366, true},
		{"2024-11-20", "", 42, false},           // 11 days of November, 31 of December
		{"", "2024-04-01", 91, false},           // 31 + 29 + 31
		{"2024-03-01", "2024-03-31", 30, false}, // the day it left does not count
		{"2024-12-31", "", 1, false},
		{"2020-01-01", "2024-01-01", 0, false}, // left on the first day
		{"2024-06-01", "2024-06-01", 0, false},
		{"2020-01-01", "2023-01-01", 0, false},
	} {
		days, full := serviceDays(year, day(c.acquired), day(c.retired))
		if days != c.days || full != c.full {
			t.Errorf("%s to %s: %d %v, want %d %v", c.acquired, c.retired, days, full, c.days, c.full)
		}
	}
}

// The days of the parts of a span add up to those of the whole.
func TestServiceDaysAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := Date(rapid.IntRange(10_000, 20_000).Draw(t, "first"))
		middle := first + Date(rapid.IntRange(1, 1000).Draw(t, "middle"))
		last := middle + Date(rapid.IntRange(1, 1000).Draw(t, "last"))
		acquired := Date(rapid.IntRange(9_000, 22_000).Draw(t, "acquired"))
		retired := acquired + Date(rapid.IntRange(0, 3000).Draw(t, "used"))
		whole, _ := serviceDays(Period{first, last}, acquired, retired)
		a, _ := serviceDays(Period{first, middle}, acquired, retired)
		b, _ := serviceDays(Period{middle + 1, last}, acquired, retired)
		if a+b != whole {
			t.Fatalf("%d + %d ≠ %d", a, b, whole)
		}
	})
}

func TestObservedDays(t *testing.T) {
	asOf := day("2024-12-31")
	// The published case of NumEcoEval: 8 July 2020 to 1 January 2023 is 907 days,
	// 907 ÷ 365 = 2.4849… years.
	if got := observedDays(day("2020-07-08"), day("2023-01-01"), asOf); got != 907 {
		t.Errorf("%d days", got)
	}
	if got := observedDays(day("2024-12-01"), 0, asOf); got != 30 {
		t.Errorf("still in use: %d days", got)
	}
	if got := observedDays(day("2024-12-31"), day("2024-12-31"), asOf); got != 1 {
		t.Errorf("at least a day: %d", got)
	}
	if got := observedDays(0, day("2024-12-31"), asOf); got != 0 {
		t.Errorf("unknown acquisition: %d", got)
	}
	// 2 units ÷ (907 ÷ 365) = 730 ÷ 907 = 0.804851157662624035281146|63… to 24 places.
	if got := perObservedYear(CountTally(2), 907).String(); got != "0.804851157662624035281147" {
		t.Errorf("2 units: %s", got)
	}
}

// The quick division and the exact one agree to the last place.
func TestPerObservedYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(0, 40_000_000_000).Draw(t, "amount")
		days := rapid.IntRange(1, 40_000).Draw(t, "days")
		quick, fits := perObservedYearWide(amount, days)
		exact := perObservedYear(CountTally(amount), days)
		if !fits || !quick.decimal().Equal(exact) {
			t.Fatalf("%s, want %s", quick.decimal(), exact)
		}
		back, fits := wideFromDecimal(exact)
		if !fits || back != quick {
			t.Fatalf("%v, want %v", back, quick)
		}
	})
}

// What a row adds in integers is what it adds as decimals.
func TestContribution(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := DecimalTally(decimal.New(rapid.Int64Range(1, 10_000_000).Draw(t, "units"), -int32(rapid.IntRange(0, 3).Draw(t, "unit places"))))
		rate := DecimalTally(decimal.New(rapid.Int64Range(0, 1e12).Draw(t, "rate"), -int32(rapid.IntRange(0, 9).Draw(t, "rate places"))))
		days := rapid.IntRange(0, 4000).Draw(t, "days")
		full := rapid.Bool().Draw(t, "full")
		observed := rapid.IntRange(0, 10_000).Draw(t, "observed")
		want := amountsOf(units, rate, days, full, observed)
		c, ok := contributionOf(units, rate, days, full, observed)
		if !ok {
			return
		}
		got := c.amounts()
		for _, pair := range [][2]Tally{
			{got.Units, want.Units},
			{got.Full, want.Full},
			{got.Days, want.Days},
			{got.RateFull, want.RateFull},
			{got.RateDays, want.RateDays},
			{got.ObservedFull, want.ObservedFull},
			{got.ObservedDays, want.ObservedDays},
		} {
			if pair[0].Cmp(pair[1]) != 0 {
				t.Fatalf("got %+v, want %+v", got, want)
			}
		}
	})
}
