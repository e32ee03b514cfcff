package cli

import "testing"

func TestStreamsFitTheEnvironment(t *testing.T) {
	for _, tc := range []struct {
		environ       []string
		colour, ascii bool
	}{
		{nil, true, false},
		{[]string{"LANG=en_GB.UTF-8"}, true, false},
		{[]string{"LANG=en_GB.UTF-8", "LC_ALL=C"}, true, true}, // LC_ALL is the stronger
		{[]string{"LANG=fr_CA.ISO-8859-1", "LC_CTYPE=fr_CA.utf8"}, true, false},
		{[]string{"NO_COLOR=1"}, false, false},
		{[]string{"NO_COLOR="}, true, false},
		{[]string{"TERM=dumb"}, false, false},
	} {
		s := &Streams{OutWatched: true}
		s.adapt(tc.environ)
		if s.Colour != tc.colour || s.ASCII != tc.ascii {
			t.Errorf("%v: colour %v, ASCII %v", tc.environ, s.Colour, s.ASCII)
		}
	}
	unwatched := &Streams{}
	unwatched.adapt(nil)
	if unwatched.Colour {
		t.Error("colour without anybody to see it")
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 rows", 1: "1 row", 999: "999 rows", 1000: "1,000 rows", 1234567: "1,234,567 rows", -1234: "−1,234 rows"} {
		if got := count(n, "row", "rows").String(); got != want {
			t.Errorf("count(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestPlainKeepsFormulasOutOfSpreadsheets(t *testing.T) {
	for value, want := range map[string]string{
		"": "", "laptop": "laptop", "-3": "-3", "+4.5": "+4.5", "1e3": "1e3",
		"=1+1": "'=1+1", "+cmd|x": "'+cmd|x", "-2+3": "'-2+3", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1",
	} {
		if got := plain(value); got != want {
			t.Errorf("plain(%q) = %q, want %q", value, got, want)
		}
	}
}
