package inventory

import (
	"iter"
	"maps"
)

// Problems is what reading found: exact counts of everything, and the problems
// themselves up to a limit, so that ten million bad rows cost no more memory
// than a hundred thousand.
type Problems struct {
	kept        []Problem
	byKind      map[ProblemKind]int64
	keptByKind  map[ProblemKind]int
	limit       int
	count       int64
	correctable int64 // rejected rows that can be written apart
	hook        func(Problem)
}

// ProblemKind is what problems are gathered by. A code alone does not do: that a
// sheet has no header is a note where the file has others, and rejects the file
// where it has none.
type ProblemKind struct {
	Code     Code
	Severity Severity
}

// NewProblems returns an empty list that keeps up to limit rejections and as
// many other problems, of those a tenth for any one code.
func NewProblems(limit int) *Problems {
	return &Problems{
		limit:      limit,
		byKind:     make(map[ProblemKind]int64),
		keptByKind: make(map[ProblemKind]int),
	}
}

// Add counts a problem and keeps it if there is room.
func (p *Problems) Add(problem Problem) {
	p.count++
	if problem.Severity == Rejected && problem.item != nil {
		p.correctable++
	}
	kind := problem.Kind()
	p.byKind[kind]++
	if p.hook != nil {
		p.hook(problem)
	}
	share := p.limit
	if problem.Severity != Rejected {
		share = max(1, p.limit/10)
	}
	// What is said of a file, a sheet or a column is said once, and is never left out.
	if problem.Row > 0 && !problem.Whole && (len(p.kept) >= 2*p.limit || p.keptByKind[kind] >= share) {
		return
	}
	p.keptByKind[kind]++
	p.kept = append(p.kept, problem)
}

// All yields the problems that were kept, in the order in which they were found.
func (p *Problems) All() iter.Seq[Problem] {
	return func(yield func(Problem) bool) {
		for _, problem := range p.kept {
			if !yield(problem) {
				return
			}
		}
	}
}

// Count returns how many problems there were, kept or not.
func (p *Problems) Count() int64 { return p.count }

// Correctable returns how many problems are of rejected rows that can be written apart,
// to be corrected; those of machines and applications mean nothing without names.
func (p *Problems) Correctable() int64 { return p.correctable }

// CountByKind returns how many problems there were of each code and severity.
func (p *Problems) CountByKind() map[ProblemKind]int64 { return maps.Clone(p.byKind) }

// CountByCode returns how many problems there were of each code.
func (p *Problems) CountByCode() map[Code]int64 {
	counts := make(map[Code]int64, len(p.byKind))
	for kind, n := range p.byKind {
		counts[kind.Code] += n
	}
	return counts
}

// CountBySeverity returns how many problems there were of each severity.
func (p *Problems) CountBySeverity() map[Severity]int64 {
	counts := make(map[Severity]int64)
	for kind, n := range p.byKind {
		counts[kind.Severity] += n
	}
	return counts
}

// Truncated returns how many problems were counted but not kept.
func (p *Problems) Truncated() int64 { return p.count - int64(len(p.kept)) }
