package quantity_test

import (
	"testing"

	"govfootprint/quantity"
)

// What is a currency is money of any year, and nothing else of three letters is.
func TestIsCurrency(t *testing.T) {
	for code, want := range map[string]bool{"AED": true, "EUR": true, "GBP": true, "MRU": true, "SVC": true, "ZWG": true, "CPU": false, "gbp": false, "": false, "kg": false} {
		if got := quantity.IsCurrency(code); got != want {
			t.Errorf("%q: %v", code, got)
		}
		if _, err := quantity.Parse(code + "2020"); (err == nil) != want {
			t.Errorf("%q of 2020: %v", code, err)
		}
	}
}
