package factors

import "testing"

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1", "0.177": "0.177", "-0.5": "-0.5", "+2": "2", "1e3": "1000", "1.5E-3": "0.0015", "1e+2": "100", "007": "7",
		"": "", ".5": "", "5.": "", "1,5": "", "1 000": "", "NaN": "", "Inf": "", "--1": "", "+-1": "", "1e": "", "1e100": "", "1e-99": "",
		"1e31": "", "0x10": "", "1_000": "", "١": "", "1e1.5": "", "−1": "", "1e++2": "",
		"12345678901234567890123456789012345678901": "",
	} {
		got, ok := parseNumber(text)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q: got %s, %v, want %q", text, got, ok, want)
		}
	}
}

func TestPlainNumber(t *testing.T) {
	for text, want := range map[string]string{
		"1,2": "1.2", "0,177": "0.177", "-0,177": "-0.177", ",177": "", "--,177": "", "1 234,5": "1234.5", "1,234.5": "1234.5", "1,234,567": "1234567", "1'234.5": "1234.5", ".5": "0.5",
		"12": "", "twelve": "", "1.234.567": "", "1,234": "",
	} {
		if got := plainNumber(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"1", "-0.5", "1e-30", "1e999999999", ".5", "1,5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := parseNumber(text)
		if !ok {
			return
		}
		again, ok := parseNumber(d.String())
		if len(d.String()) <= maxNumberText && (!ok || !again.Equal(d)) {
			t.Fatalf("%q is %s, which reads back as %s", text, d, again)
		}
		if len(d.String()) > 200 {
			t.Fatalf("%q grew to %d characters", text, len(d.String()))
		}
	})
}
