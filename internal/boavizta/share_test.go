package boavizta

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func shareOf(text string) decimal.NullDecimal {
	if text == "" {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(decimal.RequireFromString(text))
}

// TestSplit works each rule out by hand. The columns are manufacturing, transport, end
// of life, use; what is booked follows as stage=share.
func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name   string
		shares [4]string
		want   string
		codes  string
	}{
		// the sum of the four is 0.8 + 0.04 + 0.01 + 0.15 = 1.00
		{"all four", [4]string{"0.8", "0.04", "0.01", "0.15"}, "manufacturing=0.8 distribution=0.04 end_of_life=0.01", ""},
		// 1 − 0.12 = 0.88 for the three that nobody stated
		{"only use", [4]string{"", "", "", "0.12"}, "manufacturing+distribution+end_of_life=0.88", ""},
		// 1 − 0.223 − 0.683 = 0.094
		{"manufacturing and use", [4]string{"0.683", "", "", "0.223"}, "manufacturing=0.683 distribution+end_of_life=0.094", ""},
		// 1 − 0.15 − 0.76 − 0.08 = 0.01
		{"no end of life", [4]string{"0.76", "0.08", "", "0.15"}, "manufacturing=0.76 distribution=0.08 end_of_life=0.01", ""},
		// 1 − 0.356 − 0.072 = 0.572, around the transport that is stated
		{"transport and use", [4]string{"", "0.072", "", "0.356"}, "distribution=0.072 manufacturing+end_of_life=0.572", ""},
		// 0.848 + 0.122 = 0.97: the zeros are not zero
		{"zeros that are none", [4]string{"0.848", "0", "0", "0.122"}, "manufacturing=0.848 distribution+end_of_life=0.03", "share_zero"},
		// 0.71 + 0.22 + 0.07 = 1: the zero is rounded, and the category's figure stands in
		{"a rounded zero", [4]string{"0.71", "0.07", "0", "0.22"}, "manufacturing=0.71 distribution=0.07", ""},
		{"use not stated", [4]string{"0.85", "0.048", "", ""}, "manufacturing=0.85 distribution=0.048", "use_missing"},
		{"use of zero", [4]string{"0.85", "", "", "0"}, "manufacturing=0.85", "use_missing"},
		// 7.76 ÷ 10 = 0.776, and 0.776 + 0.18 + 0.042 + 0.002 = 1
		{"a misplaced mark", [4]string{"7.76", "0.042", "0.002", "0.18"}, "manufacturing=0.776 distribution=0.042 end_of_life=0.002", "share_misplaced"},
		// without the other three nothing tells 0.776 from 0.0776
		{"a misplaced mark alone", [4]string{"7.76", "", "", "0.18"}, "", "share_invalid"},
		{"percentages", [4]string{"80", "4", "1", "15"}, "manufacturing=0.8 distribution=0.04 end_of_life=0.01", "share_percent"},
		// two shares may be off by 0.005 each and the total by as much: 0.015; 1.024 is beyond
		{"too much", [4]string{"0.47", "", "", "0.554"}, "", "shares_too_much"},
		{"just within rounding", [4]string{"0.47", "", "", "0.545"}, "manufacturing=0.47", ""},
		// the sum is 0.626 + 0.003 + 0.001 + 0.062 = 0.692
		{"too little", [4]string{"0.626", "0.003", "0.001", "0.062"}, "", "shares_too_little"},
		{"too much for transport", [4]string{"0.5", "", "", "0.2"}, "", "shares_too_little"},
		{"too much for end of life", [4]string{"0.7", "0.1", "", "0.1"}, "", "shares_too_little"},
		// 0.76 + 0.05 + 0.25 − 0.06 = 1
		{"a credit", [4]string{"0.76", "0.05", "-0.06", "0.25"}, "manufacturing=0.76 distribution=0.05", "share_credit"},
		{"binary digits", [4]string{"0.644", "0.129", "0.008", "0.21899999999999997"}, "manufacturing=0.644 distribution=0.129 end_of_life=0.008", "share_rounded"},
		{"no use phase but use", [4]string{"", "", "", "1"}, "", ""},
	} {
		var shares [4]decimal.NullDecimal
		for i, text := range c.shares {
			shares[i] = shareOf(text)
		}
		var codes, booked []string
		parts, _ := split(shares, func(code Code, _ int, _ ...string) { codes = append(codes, string(code)) })
		for _, p := range parts {
			booked = append(booked, p.stage()+"="+p.share.String())
		}
		if diff := cmp.Diff(c.want, strings.Join(booked, " ")); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%s: reported %q, want %q", c.name, got, c.codes)
		}
	}
}

// TestUseNeverSlipsIn: whatever a row states, what is booked is at most the total
// less use, but for the rounding of shares; and no stage is booked twice.
func TestUseNeverSlipsIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var shares [4]decimal.NullDecimal
		for i := range shares {
			if rapid.Bool().Draw(t, "stated") {
				shares[i] = decimal.NewNullDecimal(decimal.New(rapid.Int64Range(-50, 1200).Draw(t, "thousandths"), -3))
			}
		}
		parts, mended := split(shares, func(Code, int, ...string) {})
		sum, seen := decimal.Zero, []int{}
		for _, p := range parts {
			if p.share.Sign() <= 0 {
				t.Fatalf("%v: a part of %s", shares, p.share)
			}
			sum = sum.Add(p.share)
			for _, stage := range p.stages {
				if stage == use || slices.Contains(seen, stage) {
					t.Fatalf("%v: stage %d is booked twice, or use is", shares, stage)
				}
				seen = append(seen, stage)
			}
		}
		rounding := decimal.New(25, -3)
		if credit := mended[endOfLife]; credit.Valid && credit.Decimal.Sign() < 0 {
			rounding = rounding.Sub(credit.Decimal) // the shares are of a total that it was taken off
		}
		if u := mended[use]; len(parts) > 0 && sum.GreaterThan(one.Sub(u.Decimal).Add(rounding)) {
			t.Fatalf("%v: %s is booked of a total of which %s is use", shares, sum, u.Decimal)
		}
	})
}

// TestRangeOfRemainder: what remains of a total is no surer than the share of use.
//
//	total 10,000 kg, use 0.96: the rest is 0.04, and use may be anything from 0.955 to 0.965
//	value 400   low 10,000 × 0.035 = 350   high 10,000 × 0.045 = 450
//	with an error of 0.1: 400 ÷ 1.1 = 363.636364 and 440, within that; the wider holds
//	with an error of 0.25: 400 ÷ 1.25 = 320 and 500 are wider
func TestRangeOfRemainder(t *testing.T) {
	for _, c := range []struct{ ratio, low, high string }{{"", "350", "450"}, {"0.1", "350", "450"}, {"0.25", "320", "500"}} {
		s := &sheet{total: decimal.New(10_000, 0), errorRatio: shareOf(c.ratio)}
		parts, _ := split([4]decimal.NullDecimal{use: shareOf("0.96")}, func(Code, int, ...string) {})
		f := s.figure(parts[0])
		if f.value.String() != "400" || f.low.Decimal.String() != c.low || f.high.Decimal.String() != c.high {
			t.Errorf("error %q: %s (%s to %s), want 400 (%s to %s)", c.ratio, f.value, f.low.Decimal, f.high.Decimal, c.low, c.high)
		}
	}
}

// TestMean: 58.1 (50 to 70), 66.4 and 75.5 have the mean 200 ÷ 3 = 66.666667, and span 50
// to 75.5; the mean has at best grade C.
func TestMean(t *testing.T) {
	sheets := []*sheet{{row: 2}}
	d := decimal.RequireFromString
	all := mean([]figure{
		{value: d("58.1"), low: shareOf("50"), high: shareOf("70"), grade: "B", sheets: sheets},
		{value: d("66.4"), grade: "B", sheets: sheets},
		{value: d("75.5"), grade: "B", sheets: sheets},
	})
	if all.value.String() != "66.666667" || all.low.Decimal.String() != "50" || all.high.Decimal.String() != "75.5" || all.grade != "C" {
		t.Errorf("mean %s (%s to %s), grade %s", all.value, all.low.Decimal, all.high.Decimal, all.grade)
	}
}
