package replacement_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc/replacement"
)

func TestParseNewer(t *testing.T) {
	for text, want := range map[string]struct {
		category, less string
		yearly         bool
	}{
		"-20%": {"", "0.2", false}, "-5%/year": {"", "0.05", true}, "monitor = -7.5 % /year": {"monitor", "0.075", true}, "−100%": {"", "1", false},
	} {
		category, n, ok := replacement.ParseNewer(text)
		if !ok || category != want.category || n.Less.String() != want.less || n.Yearly != want.yearly {
			t.Errorf("%q: %q %+v %v", text, category, n, ok)
		}
	}
	for _, text := range []string{"", "20%", "+20%", "-20", "-0%", "-101%", "-1e3%", "--5%", "=-5%", "-5%/month", "monitor", "-99999999999999999999999%"} {
		if _, n, ok := replacement.ParseNewer(text); ok {
			t.Errorf("%q is read as %+v", text, n)
		}
	}
}

// Whatever is read is a share above 0, up to 1.
func FuzzParseNewer(f *testing.F) {
	f.Add("-5%/year")
	f.Add("monitor=-20%")
	f.Fuzz(func(t *testing.T, text string) {
		if _, n, ok := replacement.ParseNewer(text); ok && (!n.Less.IsPositive() || n.Less.GreaterThan(decimal.NewFromInt(1))) {
			t.Errorf("%q: %s", text, n.Less)
		}
	})
}
