package nearest_test

import (
	"strings"
	"testing"

	"govfootprint/internal/nearest"
)

func TestOf(t *testing.T) {
	known := []string{"country", "contracts", "period", "users", "pue"}
	for _, tc := range []struct {
		word, want string
	}{
		{"contry", "country"},  // one letter missing
		{"coutnry", "country"}, // two letters swapped
		{"Periods", "period"},  // one too many, another case
		{"user", "users"},      //
		{"eup", ""},            // two changes in three letters
		{"departments", ""},    // nothing near
		{"", ""},               // nothing typed
		{"contract", "contracts"},
	} {
		got, ok := nearest.Of(tc.word, known)
		if got != tc.want || ok != (tc.want != "") {
			t.Errorf("Of(%q) = %q, %v; want %q", tc.word, got, ok, tc.want)
		}
	}
}

func TestOfBoundsItsWork(t *testing.T) {
	if _, ok := nearest.Of(strings.Repeat("x", 1<<20), []string{"country"}); ok {
		t.Error("a megabyte of x is near nothing")
	}
}

func TestHint(t *testing.T) {
	if got, want := nearest.Hint("contry", []string{"country"}), `; did you mean "country"?`; got != want {
		t.Errorf("Hint = %q, want %q", got, want)
	}
	if got := nearest.Hint("zzzzz", []string{"country"}); got != "" {
		t.Errorf("Hint = %q, want nothing", got)
	}
}
