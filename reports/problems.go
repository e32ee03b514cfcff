package reports

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// severities in the order in which problems are listed.
var severities = []inventory.Severity{inventory.Rejected, inventory.Excluded, inventory.Warning, inventory.Note}

// problems lists what reading found wrong, and counts it by kind.
func problems(reading *inventory.Result) Problems {
	if reading == nil || reading.Problems == nil {
		return Problems{}
	}
	p := Problems{
		Items:   slices.Collect(reading.Problems.All()),
		Total:   reading.Problems.Count(),
		Omitted: reading.Problems.Truncated(),
	}
	first := make(map[inventory.Code]inventory.Problem)
	for _, problem := range p.Items {
		if _, ok := first[problem.Code]; !ok {
			first[problem.Code] = problem
		}
	}
	for code, count := range reading.Problems.CountByCode() {
		p.Counts = append(p.Counts, ProblemCount{Code: code, Severity: first[code].Severity, Count: count, Example: first[code]})
	}
	slices.SortFunc(p.Counts, func(a, b ProblemCount) int {
		return cmp.Or(
			cmp.Compare(slices.Index(severities, a.Severity), slices.Index(severities, b.Severity)),
			cmp.Compare(b.Count, a.Count),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return p
}

// rows says what became of the rows that were read. The counts are the
// estate's, so that they are right for an estate that came without its files;
// the reasons of rejections are known only where the files were read.
func rows(counts inventory.Counts, reading *inventory.Result) Rows {
	r := Rows{Read: counts.Read, Assessed: counts.Assessed, Rejected: counts.Rejected}
	for code, exclusion := range counts.Excluded {
		r.Excluded += exclusion.Rows
		r.Exclusions = append(r.Exclusions, Reason{
			Code: code, Rows: exclusion.Rows, Units: decimal.NewNullDecimal(exclusion.Units.Decimal()),
		})
	}
	if reading != nil && reading.Problems != nil {
		rejected := make(map[inventory.Code]bool)
		for problem := range reading.Problems.All() {
			if problem.Severity == inventory.Rejected && problem.Row > 0 {
				rejected[problem.Code] = true
			}
		}
		all := reading.Problems.CountByCode()
		for code := range maps.Keys(rejected) {
			r.Rejections = append(r.Rejections, Reason{Code: code, Rows: all[code]})
		}
	}
	byRows := func(a, b Reason) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Code, b.Code)) }
	slices.SortFunc(r.Exclusions, byRows)
	slices.SortFunc(r.Rejections, byRows)
	return r
}
