package cli

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"
)

func TestWherePairs(t *testing.T) {
	cmd := &cobra.Command{Use: "explain"}
	known := []string{"category", "department", "site"}
	for text, want := range map[string][]pair{
		"":                                   nil,
		"category=laptop":                    {{"category", "laptop"}},
		"Category=laptop,department=Finance": {{"category", "laptop"}, {"department", "Finance"}},
		`department=Arts\, Culture,site=`:    {{"department", "Arts, Culture"}, {"site", ""}},
		"site=a=b":                           {{"site", "a=b"}},
	} {
		got, err := parsePairs(cmd, text, known)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("parsePairs(%q) = %v, %v; want %v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"category":       `--where "category" is not KEY=VALUE`,
		"catgory=laptop": `--where: "catgory" is not something to filter by; did you mean "category"?`,
		"colour=blue":    `--where: "colour" is not something to filter by; there are category, department, site`,
		"site=a,site=b":  `--where: site is given twice; nothing is both`,
	} {
		if _, err := parsePairs(cmd, text, known); err == nil || err.Error() != want {
			t.Errorf("parsePairs(%q): %v, want %s", text, err, want)
		}
	}
}

func TestBelongsTo(t *testing.T) {
	for subject, want := range map[string]bool{
		"laptop": true, "laptop/14in": true, "laptop@dell": true, "laptops": false, "desktop": false,
	} {
		if belongsTo(subject, "laptop") != want {
			t.Errorf("%s belongs to laptop: want %v", subject, want)
		}
	}
}
