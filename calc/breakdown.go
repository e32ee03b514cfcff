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
	var split []Slice
	switch d {
	case ByStage:
		split = a.splitCells(func(k CellKey) string { return string(k.Stage) })
	case ByScope:
		split = a.splitCells(func(k CellKey) string { return string(k.Scope) })
	case ByQuality:
		split = a.splitRecords(a.baseRecords(), a.gradeNames(), a.gradeNumber)
	default:
		at, ok := dimensionKeys[d]
		if !ok {
			return nil
		}
		split = a.splitRecords(a.recordsBy(d), a.keys[at].names, func(r *record) int32 { return r.keys[at] })
	}
	sortSlices(split)
	return split
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

// portion is the part of a group that has one key in a dimension, and one grade.
type portion struct {
	key, group int32
	grade      int // its number
	amounts    inventory.Amounts
}

// splitRecords splits the totals by a number that each record has, from 0 to the
// number of names.
func (a *Assessment) splitRecords(records []record, names []string, number func(*record) int32) []Slice {
	portions := sortedByNumber(a.portions(records, len(names), number), len(names), func(p *portion) int32 { return p.key })
	var split []Slice
	books := a.newLedger()
	for len(portions) > 0 {
		key := portions[0].key
		end := slices.IndexFunc(portions, func(p portion) bool { return p.key != key })
		if end < 0 {
			end = len(portions)
		}
		split = append(split, a.slice(names[key], portions[:end], books))
		portions = portions[end:]
	}
	return split
}

// portions adds up the records of each group by key and grade.
func (a *Assessment) portions(records []record, keys int, number func(*record) int32) []portion {
	var portions []portion
	latest := make([]int, keys*lineGrades) // 1 + where the latest portion of a key and grade is
	for i := range records {
		r := &records[i]
		key, grade := number(r), gradeNumber(a.plans[r.group].lineGrade(r.limit))
		slot := &latest[int(key)*lineGrades+grade]
		if *slot == 0 || portions[*slot-1].group != r.group {
			portions = append(portions, portion{key: key, group: r.group, grade: grade})
			*slot = len(portions)
		}
		p := &portions[*slot-1]
		p.amounts = p.amounts.Add(r.amounts)
	}
	return portions
}

// slice adds up the portions of one key.
func (a *Assessment) slice(key string, portions []portion, books *ledger) Slice {
	books.reset()
	var byGrade [lineGrades]inventory.Tally
	byMeasure := make(map[string]inventory.Tally)
	s := Slice{Key: key, Grades: make(map[factors.Grade]decimal.Decimal), Amounts: make(map[string]decimal.Decimal)}
	for i := range portions {
		p := &portions[i]
		books.add(a.plans[p.group], p.amounts, a.engine.method.View.mask())
		s.Rows += p.amounts.Rows
		byGrade[p.grade] = byGrade[p.grade].Add(p.amounts.Units)
		if d := &a.plans[p.group].driver; d.kind.Activity() {
			s.Activities += p.amounts.Rows
			byMeasure[d.measure] = byMeasure[d.measure].Add(p.amounts.Activity)
		}
	}
	s.Values = books.values()
	for g, tally := range byGrade {
		if !tally.IsZero() {
			s.Grades[grades[g]] = tally.Decimal()
			s.Units = s.Units.Add(tally.Decimal())
		}
	}
	for measure, tally := range byMeasure {
		s.Amounts[measure] = tally.Decimal()
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
	if records := a.baseRecords(); len(records) > 0 {
		whole = a.splitRecords(records, []string{""}, func(*record) int32 { return 0 })[0]
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

// lineGrade returns the grade of a line whose row sets a limit to it.
func (p *plan) lineGrade(limit factors.Grade) factors.Grade {
	if p.grade == 0 {
		return 0
	}
	return factors.Worse(p.grade, limit)
}

// grades are numbered from none to E.
var grades = [...]factors.Grade{0, factors.GradeA, factors.GradeB, factors.GradeC, factors.GradeD, factors.GradeE}

const lineGrades = len(grades)

func gradeNumber(g factors.Grade) int {
	if g == 0 {
		return 0
	}
	return int(g-factors.GradeA) + 1
}

func (a *Assessment) gradeNames() []string {
	names := make([]string, lineGrades)
	for i := range names {
		names[i] = grades[i].String()
	}
	return names
}

func (a *Assessment) gradeNumber(r *record) int32 {
	return int32(gradeNumber(a.plans[r.group].lineGrade(r.limit))) //nolint:gosec // at most 5
}

// Grades says how much of the shown total of an impact each data-quality grade
// carries: each figure counts with the grade of its own factor, or what its row
// allows.
func (a *Assessment) Grades(impact factors.Impact) map[factors.Grade]decimal.Decimal {
	var sums [lineGrades]exactSum
	for group, byLimit := range a.amountsByLimit() {
		for number, amounts := range byLimit {
			if amounts.Rows > 0 {
				a.bookGrades(&sums, a.plans[group], amounts, grades[number], impact)
			}
		}
	}
	carried := make(map[factors.Grade]decimal.Decimal)
	for i := range sums {
		if sums[i].touched {
			carried[grades[i]] = sums[i].decimal()
		}
	}
	return carried
}

// amountsByLimit adds up the amounts of each group by what its rows allow.
func (a *Assessment) amountsByLimit() [][lineGrades]inventory.Amounts {
	tallies := make([][lineGrades]inventory.Amounts, len(a.plans))
	records := a.baseRecords()
	for i := range records {
		r := &records[i]
		tally := &tallies[r.group][gradeNumber(r.limit)]
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
