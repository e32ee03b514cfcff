package factors

import (
	"testing"

	"govfootprint/quantity"
)

// What a department in Britain, France or anywhere counts finds a figure in the
// default packs, by what it is counted in.
func TestServicesFindFigures(t *testing.T) {
	packs, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	library, err := NewLibrary(packs...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		category, variant, provider, place string
		property                           Property
		per                                string
		id                                 string
		grade                              Grade
	}{
		{"software-service", "", "", "GB", PropertyImpact, "USD2022", "software-service.spend.world", GradeD},
		{"software-service", "", "", "US", PropertyImpact, "USD2022", "software-service.spend.us", GradeD}, // C, and three years old in 2025
		{"licence", "", "", "", PropertyImpact, "USD2022", "licence.spend.world", GradeD},
		{"managed-service", "development", "", "NZ", PropertyImpact, "USD2022", "managed-service-development.spend.world", GradeD},
		{"network-data", "mobile", "", "GB", PropertyImpact, "USD2022", "network-data-mobile.spend.world", GradeD},
		{"network-data", "mobile", "", "GB", PropertyImpact, "GB", "network-data-mobile.gwp.gb", GradeC},
		{"network-data", "", "", "EE", PropertyImpact, "GB", "network-data.gwp.eu27", GradeC},
		{"network-data", "", "", "NZ", PropertyImpact, "TB", "network-data.gwp", GradeD},
		{"meeting", "", "", "FR", PropertyImpact, "person.h", "meeting.gwp.fr", GradeC},
		{"email", "", "", "GB", PropertyEnergyIntensity, "email", "email.energy", GradeC},
		{"ai-inference", "", "openai", "GB", PropertyEnergyIntensity, "prompt", "ai-inference.energy", GradeD},
		{"ai-inference", "", "Mistral", "GB", PropertyImpact, "prompt", "ai-inference-mistral.gwp", GradeC},
		{"network-line", "", "", "CA-ON", PropertyEnergyIntensity, "subscription.year", "network-line.energy", GradeC},
		{"software-service", "storage", "", "DK", PropertyEnergyIntensity, "GB.h", "software-storage.energy", GradeD},
	} {
		q := Query{
			Rungs: ActivityRungs(c.category, c.variant, c.provider, ""), Property: c.property, Places: PlacesFor(c.place), Year: 2025,
			Fits: func(f *Factor) bool {
				return f.Unit.Denominator().Convertible(quantity.MustParse(c.per))
			},
		}
		if c.property == PropertyImpact {
			q.Stage, q.Impact = Manufacturing, GWP
		}
		m, ok := library.Find(q)
		if !ok || m.Factor.ID != c.id || m.Grade != c.grade {
			t.Errorf("%s per %s in %s: %v, grade %s, want %s, %s", c.category, c.per, c.place, m.Factor, m.Grade, c.id, c.grade)
		}
	}
}
