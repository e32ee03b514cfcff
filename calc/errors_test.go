package calc_test

import (
	"strings"
	"testing"

	"govfootprint/calc"
	"govfootprint/inventory"
)

// An error says what is wrong and what to do.
func TestErrorsSayWhatToDo(t *testing.T) {
	period, err := inventory.ParsePeriod("2025-01-15/2025-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		err   error
		words []string
	}{
		{&calc.PeriodError{Basis: calc.Depreciated, Period: period}, []string{"depreciated", "2025-01-15/2025-12-31", "whole months", "choose"}},
		{&calc.ObservationError{}, []string{"observed", "read the inventory again"}},
		{
			&calc.ContractsError{Place: "GB", Site: "HQ", Contracts: []string{"wind", "solar"}, Share: dec("1.1")},
			[]string{"GB", "HQ", "wind, solar", "1.1", "lower"},
		},
		{
			&calc.WhereError{Dimension: calc.ByCategory, Value: "lap", Reason: "no line of the inventory has this", Known: []string{"laptop"}},
			[]string{"category=lap", "known: laptop"},
		},
	} {
		for _, word := range c.words {
			if !strings.Contains(c.err.Error(), word) {
				t.Errorf("%T: %q does not say %q", c.err, c.err, word)
			}
		}
	}
}
