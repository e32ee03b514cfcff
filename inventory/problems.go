package inventory

import (
	"iter"
	"maps"
)

// Problems is what reading found: exact counts of everything, and the problems
// themselves up to a limit, so that ten million bad rows cost no more memory
// than a hundred thousand.
type Problems struct {
	kept       []Problem
	byCode     map[Code]int64
	bySeverity map[Severity]int64
	keptByCode map[Code]int
	limit      int
	count      int64
	hook       func(Problem)
}

// NewProblems returns an empty list that keeps up to limit rejections and as
// many other problems, of those a tenth for any one code.
func NewProblems(limit int) *Problems {
	return &Problems{
		limit:      limit,
		byCode:     make(map[Code]int64),
		bySeverity: make(map[Severity]int64),
		keptByCode: make(map[Code]int),
	}
}

// Add counts a problem and keeps it if there is room.
func (p *Problems) Add(problem Problem) {
	p.count++
	p.byCode[problem.Code]++
	p.bySeverity[problem.Severity]++
	if p.hook != nil {
		p.hook(problem)
	}
	share := p.limit
	if problem.Severity != Rejected {
		share = max(1, p.limit/10)
	}
	// What is said of a file, a sheet or a column is said once, and is never left out.
	if problem.Row > 0 && (len(p.kept) >= 2*p.limit || p.keptByCode[problem.Code] >= share) {
		return
	}
	p.keptByCode[problem.Code]++
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

// CountByCode returns how many problems there were of each code.
func (p *Problems) CountByCode() map[Code]int64 { return maps.Clone(p.byCode) }

// CountBySeverity returns how many problems there were of each severity.
func (p *Problems) CountBySeverity() map[Severity]int64 { return maps.Clone(p.bySeverity) }

// Truncated returns how many problems were counted but not kept.
func (p *Problems) Truncated() int64 { return p.count - int64(len(p.kept)) }
