package cli

import (
	"cmp"
	"slices"

	"govfootprint/inventory"
	"govfootprint/reports"
)

// kind is the problems of one code and severity.
type kind struct {
	severity inventory.Severity
	code     inventory.Code
	count    int64 // of problems; of what was left out, of rows
	first    []inventory.Problem
	files    bool // that were rejected as a whole; each is named
}

// section is where a kind of problem is shown, the gravest first.
type section struct {
	order   int
	heading string // empty for what only --verbose shows
	brief   bool   // shown by its number alone: there is nothing to mend
}

var (
	rejectedSection     = section{order: 1, heading: "Rejected; in no total:"}
	unrecognisedSection = section{order: 2, heading: "Not recognised; listed in the report, in no total:"}
	doubtSection        = section{order: 3, heading: "Accepted, with a doubt:"}
	excludedSection     = section{order: 4, heading: "Left out:", brief: true}
	noteSection         = section{order: 5}
)

// rank is the place of a kind in its section: a file that is missing, or a list
// that was counted twice, goes before what is merely frequent.
func (k *kind) rank() int {
	if k.files || k.code == inventory.CodeSheetRepeats {
		return 0
	}
	return 1
}

func (k *kind) section() section {
	switch {
	case k.code == inventory.CodeCategoryUnknown, k.code == inventory.CodeCategoryAmbiguous:
		return unrecognisedSection
	case k.severity == inventory.Rejected:
		return rejectedSection
	case k.severity == inventory.Warning:
		return doubtSection
	case k.severity == inventory.Excluded:
		return excludedSection
	default:
		return noteSection
	}
}

// kinds groups the problems, the gravest first, then the most frequent.
func (r *reading) kinds() []*kind {
	counts := r.result.Problems.CountByKind()
	byKind := map[inventory.ProblemKind]*kind{}
	var kinds []*kind
	for p := range r.result.Problems.All() {
		k := byKind[p.Kind()]
		if k == nil {
			k = &kind{severity: p.Severity, code: p.Code, count: counts[p.Kind()]}
			byKind[p.Kind()] = k
			kinds = append(kinds, k)
		}
		if rows := reports.RowsConcerned(p); p.Severity == inventory.Excluded && rows > 1 {
			k.count += rows - 1 // told once for all of them
		}
		k.files = k.files || p.Whole
		if len(k.first) < mostPositions || p.Whole {
			k.first = append(k.first, p)
		}
	}
	slices.SortStableFunc(kinds, func(a, b *kind) int {
		return cmp.Or(
			cmp.Compare(a.section().order, b.section().order),
			cmp.Compare(a.rank(), b.rank()),
			cmp.Compare(b.count, a.count),
			cmp.Compare(a.code, b.code),
		)
	})
	return kinds
}
