package factors

import (
	"slices"
	"strings"
)

// boundaries are the ways to state the intensity of electricity that are whole
// figures. Losses and well-to-tank are parts, which stand beside one of these; the
// residual mix belongs to another, market-based, view.
var boundaries = []string{"generation", "consumption", "life-cycle", "consumption-life-cycle"}

// lintBoundaries finds electricity of one pack and place that has one boundary in
// some years and another in others: read as a series, it shows a jump that never
// happened. Two boundaries side by side in every year are a choice, not a mistake.
func lintBoundaries(p *Pack) []Issue {
	type where struct {
		root, place string
		impact      Impact
	}
	type boundary struct {
		name    string
		factors []*Factor
	}
	found := map[where][]boundary{}
	var order []where
	for _, f := range p.Factors {
		name, ok := strings.CutPrefix(f.Subject, subjectRoot(f.Subject)+"/")
		if !isElectricity(f.Subject) || !ok || f.Year == 0 || f.Property != PropertyImpact || !slices.Contains(boundaries, name) {
			continue
		}
		w := where{subjectRoot(f.Subject), f.Place, f.Impact}
		if found[w] == nil {
			order = append(order, w)
		}
		at := slices.IndexFunc(found[w], func(b boundary) bool { return b.name == name })
		if at < 0 {
			at = len(found[w])
			found[w] = append(found[w], boundary{name: name})
		}
		found[w][at].factors = append(found[w][at].factors, f)
	}
	var issues []Issue
	for _, w := range order {
		same := true
		var spans []string
		for _, b := range found[w] {
			years := yearsOf(b.factors)
			same = same && slices.Equal(years, yearsOf(found[w][0].factors))
			spans = append(spans, b.name+" in "+yearList(years))
		}
		if same {
			continue
		}
		f := found[w][1].factors[0]
		place := w.place
		if place == "" {
			place = "any place"
		}
		issues = append(issues, about(f, colSubject, f.Subject, newIssue(MixedBoundary, place, strings.Join(spans, ", "))))
	}
	return issues
}
