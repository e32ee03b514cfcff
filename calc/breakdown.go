package calc

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

// Breakdown splits the totals along a dimension; the slices add up to
// [Assessment.Shown] exactly. They are sorted by gwp, the largest first, then
// by key. It computes on each call, and returns nil for an unknown dimension.
func (a *Assessment) Breakdown(d Dimension) []Slice {
	var slices []Slice
	switch d {
	case ByStage:
		slices = a.splitCells(func(k CellKey) string { return string(k.Stage) })
	case ByScope:
		slices = a.splitCells(func(k CellKey) string { return string(k.Scope) })
	case ByQuality:
		slices = a.splitRecords(a.gradeNames(), a.gradeNumber)
	default:
		at, ok := dimensionKeys[d]
		if !ok {
			return nil
		}
		slices = a.splitRecords(a.keys[at].names, func(r *record) int32 { return r.keys[at] })
	}
	sortSlices(slices)
	return slices
}

func sortSlices(s []Slice) {
	largest := make(map[string]decimal.Decimal, len(s))
	for _, slice := range s {
		largest[slice.Key] = slice.Values.Total(factors.GWP)
	}
	slices.SortFunc(s, func(a, b Slice) int {
		return cmp.Or(largest[b.Key].Cmp(largest[a.Key]), cmp.Compare(a.Key, b.Key))
	})
}

// splitRecords splits the totals by a number that each record has, from 0 to the
// number of names.
func (a *Assessment) splitRecords(names []string, number func(*record) int32) []Slice {
	order := make([]int32, len(a.records))
	for i := range order {
		order[i] = int32(i) //nolint:gosec // no more than profiles
	}
	order = sortedByCount(order, len(names), func(i *int32) int32 { return number(&a.records[*i]) })

	var split []Slice
	books := a.newLedger()
	for len(order) > 0 {
		key := number(&a.records[order[0]])
		end := slices.IndexFunc(order, func(i int32) bool { return number(&a.records[i]) != key })
		if end < 0 {
			end = len(order)
		}
		split = append(split, a.slice(names[key], order[:end], books))
		order = order[end:]
	}
	return split
}

// slice adds up records, which are sorted by group.
func (a *Assessment) slice(key string, order []int32, books *ledger) Slice {
	books.reset()
	seen := a.engine.method.View.mask()
	s := Slice{Key: key, Grades: make(map[factors.Grade]decimal.Decimal)}
	var units inventory.Tally
	var byGrade [lineGrades]inventory.Tally
	for len(order) > 0 {
		group := a.records[order[0]].group
		p := a.plans[group]
		var amounts inventory.Amounts
		n := 0
		for ; n < len(order) && a.records[order[n]].group == group; n++ {
			r := &a.records[order[n]]
			amounts = amounts.Add(r.amounts)
			grade := gradeNumber(p.lineGrade(r.cap))
			byGrade[grade] = byGrade[grade].Add(r.amounts.Units)
		}
		order = order[n:]
		books.add(p, amounts, seen)
		s.Rows += amounts.Rows
		units = units.Add(amounts.Units)
	}
	s.Units, s.Values = units.Decimal(), books.values()
	for i, tally := range byGrade {
		if !tally.IsZero() {
			s.Grades[numberedGrade(i)] = tally.Decimal()
		}
	}
	return s
}

// splitCells splits the totals by what their cells are of.
func (a *Assessment) splitCells(key func(CellKey) string) []Slice {
	keys := make(map[string]bool)
	for cell := range a.Shown().Cells() {
		keys[key(cell)] = true
	}
	whole := Slice{}
	if len(a.records) > 0 {
		whole = a.splitRecords([]string{""}, func(*record) int32 { return 0 })[0]
	}
	var split []Slice
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		s := whole
		s.Key, s.Values = k, whole.Values.Where(func(cell CellKey) bool { return key(cell) == k })
		s.Grades = maps.Clone(whole.Grades)
		split = append(split, s)
	}
	return split
}

// lineGrade returns the grade of a line whose row allows at best cap.
func (p *plan) lineGrade(cap factors.Grade) factors.Grade {
	if p.grade == 0 {
		return 0
	}
	return factors.Worse(p.grade, cap)
}

// Grades are numbered none, A to E.
const lineGrades = int(factors.GradeE-factors.GradeA) + 2

func gradeNumber(g factors.Grade) int {
	if g == 0 {
		return 0
	}
	return int(g-factors.GradeA) + 1
}

func numberedGrade(n int) factors.Grade {
	if n == 0 {
		return 0
	}
	return factors.GradeA + factors.Grade(n) - 1
}

func (a *Assessment) gradeNames() []string {
	names := make([]string, lineGrades)
	for i := range names {
		names[i] = numberedGrade(i).String()
	}
	return names
}

func (a *Assessment) gradeNumber(r *record) int32 {
	return int32(gradeNumber(a.plans[r.group].lineGrade(r.cap))) //nolint:gosec // at most 5
}

// Grades says how much of the shown total of an impact each data-quality grade
// carries: each figure counts with the grade of its own factor, or what its row
// allows.
func (a *Assessment) Grades(impact factors.Impact) map[factors.Grade]decimal.Decimal {
	var sums [lineGrades]exactSum
	for group, byCap := range a.amountsByCap() {
		for number, amounts := range byCap {
			if amounts.Rows > 0 {
				a.bookGrades(&sums, a.plans[group], amounts, numberedGrade(number), impact)
			}
		}
	}
	grades := make(map[factors.Grade]decimal.Decimal)
	for i := range sums {
		if sums[i].touched {
			grades[numberedGrade(i)] = sums[i].decimal()
		}
	}
	return grades
}

// amountsByCap adds up the amounts of each group by what its rows allow.
func (a *Assessment) amountsByCap() [][lineGrades]inventory.Amounts {
	tallies := make([][lineGrades]inventory.Amounts, len(a.plans))
	for i := range a.records {
		r := &a.records[i]
		tally := &tallies[r.group][gradeNumber(r.cap)]
		*tally = tally.Add(r.amounts)
	}
	return tallies
}

func (a *Assessment) bookGrades(sums *[lineGrades]exactSum, p *plan, amounts inventory.Amounts, limit factors.Grade, impact factors.Impact) {
	seen := a.engine.method.View.mask()
	for i := range p.entries {
		e := &p.entries[i]
		if e.views&seen != 0 && a.cells[e.cell].Impact == impact {
			sums[gradeNumber(factors.Worse(e.grade, limit))].addProduct(newAmount(e.measure.Of(amounts)), &e.value)
		}
	}
}
