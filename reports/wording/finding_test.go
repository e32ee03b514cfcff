package wording_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// Activities are rows and no units: what is said of them counts them, and never
// says 0 units. Of units it says units, as ever.
func TestFindingsOnActivities(t *testing.T) {
	for language, want := range map[string][2]string{"en": {"3 activities", "2 units"}, "fr": {"3 activités", "2 unités"}} { //nolint:misspell // French
		texts, err := wording.In(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []calc.FindingCode{calc.PlaceUnknown, calc.UnresolvedCategory} {
			activities := calc.Finding{Code: code, Rows: 3}
			if got := texts.Finding(activities).Text; !strings.Contains(plainSpaces(got), want[0]) {
				t.Errorf("%s of activities: %s", code, got)
			}
			units := calc.Finding{Code: code, Rows: 1, Units: decimal.NewFromInt(2)}
			if got := texts.Finding(units).Text; !strings.Contains(plainSpaces(got), want[1]) {
				t.Errorf("%s of units: %s", code, got)
			}
			both := texts.Action(reports.Action{Findings: []calc.Finding{activities, activities}}).Text
			if !strings.Contains(both, "6 activit") && !strings.Contains(plainSpaces(both), "6 activit") { //nolint:misspell // French or English
				t.Errorf("%s twice: %s", code, both)
			}
		}
	}
}

// The factors of one place differ by impact; what is said of one names it.
func TestFindingsOnElectricityNameTheImpact(t *testing.T) {
	texts, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []calc.FindingCode{
		calc.NoElectricityFactor, calc.ElectricityIncomplete, calc.ElectricityOtherYear, calc.ElectricityOtherPlace, calc.LifeCycleInScope2, calc.LossesInScope2,
	} {
		f := calc.Finding{Code: code, Place: "FR", Impact: factors.Water, Rows: 1, Units: decimal.NewFromInt(1), Args: []string{"id", "2024"}}
		if got := texts.Finding(f).Text; !strings.Contains(got, "water") {
			t.Errorf("%s: %s", code, got)
		}
	}
}

func plainSpaces(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

// Makers and providers are named as they write themselves, and not twice before
// a model that begins with its maker.
func TestModelsWithTheirMaker(t *testing.T) {
	texts, err := wording.In("en")
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{
		"aws m5.xlarge":              "AWS m5.xlarge",
		"azure saas":                 "Azure saas",
		"gcp n1-standard-1":          "Google Cloud n1-standard-1",
		"google cloud n1-standard-1": "Google Cloud n1-standard-1",
		"microsoft microsoft 365 e3": "Microsoft 365 e3",
		"microsoft microsoftware":    "Microsoft microsoftware",
		"dell latitude 5420":         "Dell latitude 5420",
		"dell emc powerstore 500":    "Dell EMC powerstore 500",
	} {
		if got := texts.Key("model", key); got != want {
			t.Errorf("%q is named %q, want %q", key, got, want)
		}
	}
}
