package result_test

import (
	"bytes"
	"testing"

	"govfootprint/reports/reporttest"
	"govfootprint/reports/result"
)

// In every language the JSON of levers is what its schema says.
func TestLevers(t *testing.T) {
	levers, err := reporttest.Levers()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "fr"} {
		var b bytes.Buffer
		if err := result.WriteLevers(&b, levers, result.Options{Language: language}); err != nil {
			t.Fatal(err)
		}
		validateBy(t, result.LeversSchema, b.Bytes())
	}
}
