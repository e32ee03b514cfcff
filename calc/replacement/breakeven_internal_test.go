package replacement

import (
	"testing"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// A monitor of E = 60 kg, used for L = 5 years, in which electricity of U = 20 kg a year
// is drawn. It bears 60 / 5 = 12 kg a year. A new one must save those:
//
//	r = 12 / 20 = 0.6
//
// One that uses 30 % less saves 6 kg a year, and makes up for itself in 60 / 6 = 10 years.
// Where each year's devices use 10 % less than those of the year before, one of n years
// uses 0.9⁻ⁿ times what a new one does, and 1 − 0.9ⁿ is 0.6 at
//
//	n = ln 0.4 / ln 0.9 = −0.916291 / −0.105361 = 8.69672
func TestWorkedExample(t *testing.T) {
	r, ok := improvement(dec("12"), dec("20"))
	if !ok || !r.Equal(dec("0.6")) {
		t.Errorf("improvement %s, want 0.6", r)
	}
	if years, ok := paybackYears(dec("60"), dec("20"), dec("0.3")); !ok || !years.Equal(dec("10")) {
		t.Errorf("pays back after %s years, want 10", years)
	}
	if age, ok := breakEvenAge(r, dec("0.1")); !ok || !age.Round(4).Equal(dec("8.6967")) {
		t.Errorf("age %s, want 8.6967", age)
	}
	if less := after(dec("0.1"), dec("2")); !less.Equal(dec("0.19")) {
		t.Errorf("two years at 10 %% make %s less, want 0.19", less)
	}
}

// S. Prakash, R. Liu, K. Schischke, L. Stobbe, Timely replacement of a notebook under
// consideration of environmental aspects, UBA Texte 45/2012: a notebook causes 138.5 kg
// CO2e by its use in five years, 27.7 kg in one, in each scenario, and 230 or 380 kg
// altogether. One that uses 10 % less pays back after 33 years or 87; one that uses
// 70 % less, which the study calls unrealistic, after some 13 years by the latter. With
// the figures of the study
//
//	(230 − 138.5) / (0.1 · 27.7) = 33.03    (380 − 138.5) / (0.1 · 27.7) = 87.18
//	(380 − 138.5) / (0.7 · 27.7) = 12.46
func TestPublishedAmortisation(t *testing.T) {
	use := dec("27.7")
	for _, c := range []struct{ total, less, want string }{{"230", "0.1", "33"}, {"380", "0.1", "87"}, {"380", "0.7", "12"}} {
		years, ok := paybackYears(dec(c.total).Sub(dec("138.5")), use, dec(c.less))
		if !ok || !years.Round(0).Equal(dec(c.want)) {
			t.Errorf("of %s kg, %s less: %s years, want %s", c.total, c.less, years, c.want)
		}
	}
	if r, _ := improvement(dec("48.3"), use); !r.GreaterThan(one) { // 241.5 kg over five years
		t.Errorf("improvement %s: not even a notebook without electricity makes up for itself in five years", r)
	}
}

// Never is no number, and always is 0.
func TestNeverAndAlways(t *testing.T) {
	if _, used := improvement(dec("12"), decimal.Zero); used {
		t.Error("what is not used can save nothing")
	}
	for _, c := range []struct {
		r, yearly string
		ok        bool
		zero      bool
	}{{"1", "0.1", false, false}, {"1.7", "0.1", false, false}, {"0.5", "0", false, false}, {"0", "0", true, true}, {"0.5", "1", true, true}} {
		age, ok := breakEvenAge(dec(c.r), dec(c.yearly))
		if ok != c.ok || c.zero != (ok && age.IsZero()) {
			t.Errorf("r %s, %s a year: %s, %v", c.r, c.yearly, age, ok)
		}
	}
	if _, saves := paybackYears(dec("60"), dec("20"), decimal.Zero); saves {
		t.Error("a device that uses as much pays back")
	}
}
