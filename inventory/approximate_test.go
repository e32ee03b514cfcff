package inventory

import "testing"

func TestConvertQuantityAbout(t *testing.T) {
	c := &converter{table: new(table)}
	for _, text := range []string{"~60", "c. 60", "approx 60", "approx. 60", "ca. 60", "env. 60", "circa 60", "60?", "60 approx."} {
		v := c.convertQuantity(text, false)
		if v.problem != "" || !v.about || v.units.String() != "60" {
			t.Errorf("convertQuantity(%q) = %s, about %v, problem %q", text, v.units, v.about, v.problem)
		}
	}
	for _, text := range []string{"thirty", "about thirty", "~"} {
		if v := c.convertQuantity(text, false); v.problem == "" && !v.blank {
			t.Errorf("convertQuantity(%q) = %s", text, v.units)
		}
	}
	if v := c.convertQuantity("1,200", false); v.about {
		t.Error("a plain number is approximate")
	}
}

func TestPiecesIn(t *testing.T) {
	for text, want := range map[string]int64{"Dell Latitude 5420 laptops (30 no.)": 30, "Chromebook cart (30)": 30, "MacBook Pro (2019)": 0, "Dell (x12)": 12, "Dell (Gen 9)": 0, "ThinkPad": 0} {
		if got := piecesIn(text); got != want {
			t.Errorf("piecesIn(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestOwnerIn(t *testing.T) {
	for text, want := range map[string]bool{"Student-owned laptops": true, "BYOD phones": true, "Laptops": false, "Private wing printer": false} {
		if w := ownerIn(text); (w != nil) != want || w != nil && (w.value != string(Personal) || w.number == 0) {
			t.Errorf("ownerIn(%q) = %+v", text, w)
		}
	}
}
