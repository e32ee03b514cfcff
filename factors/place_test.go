package factors_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"govfootprint/factors"
)

func TestPlacesFor(t *testing.T) {
	for place, want := range map[string][]string{
		"":              {"WORLD"},
		"WORLD":         {"WORLD"},
		"CA-ON":         {"CA-ON", "CA", "WORLD"},
		"ca-on":         {"CA-ON", "CA", "WORLD"},
		"\tCA-ON\n":     {"CA-ON", "CA", "WORLD"},
		"FR":            {"FR", "EU27", "WORLD"},
		"FR-75":         {"FR-75", "FR", "EU27", "WORLD"},
		"EU27":          {"EU27", "WORLD"},
		"GB":            {"GB", "WORLD"}, // not a member since 2020
		"NO":            {"NO", "WORLD"},
		"US-EGRID-CAMX": {"US-EGRID-CAMX", "US", "WORLD"},
		"XX":            {"XX", "WORLD"},
	} {
		if got := factors.PlacesFor(place); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", place, got, want)
		}
	}
}

func TestEU27HasTwentySevenMembers(t *testing.T) {
	members := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if slices.Contains(factors.PlacesFor(string(a)+string(b)), "EU27") {
				members++
			}
		}
	}
	if members != 27 {
		t.Errorf("got %d", members)
	}
}

// TestPlacesForAnything: whatever is asked, the first is the place itself and the
// last the world, and none comes twice.
func TestPlacesForAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := factors.PlacesFor(rapid.String().Draw(t, "place"))
		sorted := slices.Clone(places)
		slices.Sort(sorted)
		if len(slices.Compact(sorted)) != len(places) || places[len(places)-1] != factors.World || places[0] == "" {
			t.Fatalf("got %q", places)
		}
	})
}
