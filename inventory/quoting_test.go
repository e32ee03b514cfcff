package inventory

import "testing"

// What a message may quote of a column of few words, numbers, dates and countries.
func TestMayName(t *testing.T) {
	for _, text := range []string{
		"Sarah Smith", "Sarah Smith (IT)", "Finance - Ann Smythe", "Used by Ann", "Used by Smythe", "Attn: Smythe", "Herr Smythe", "3 Sarah Smith", "50 Sarah Smith",
		"Xara Smythe", "J Smythe", "SMYTHE XARA", "smythe, ann", "ann.smythe", "Ann_Smythe", "Smythe,Xara", "retired (Sarah)", "12x Smythe Xara", "sarah",
	} {
		if !mayName(text) {
			t.Errorf("%q may be quoted", text)
		}
	}
	for _, text := range []string{
		"", "yes-ish", "Weird", "50 W", "16 GB DDR4", "In Gebrauch", "12/31/2020", "31 June 2019", "Repair/Warranty", "In Storage", "en panne", "will be replaced", "Marche", "about 12", "Wonderland", "Help Desk", "n/k", "#REF!",
	} {
		if mayName(text) {
			t.Errorf("%q may not be quoted", text)
		}
	}
}
