package inventory

import (
	"slices"
)

// A department may send a return, so many of what, and another file may list
// the same devices one by one. Nobody but the department can say so, so that
// both count, and a warning names the return and the files with the lists.
// Within one file [fileRead.close] looks at that, which can go by the sums.

// heldUnits are units by who holds them and what they are.
type heldUnits map[holding]Tally

// A holding is a kind of device of a department, whose name is as words.
type holding struct{ department, category string }

// holdingsOf returns what is there of an estate. What is gone is in no return of
// what a department has.
func holdingsOf(e *Estate) heldUnits {
	held := make(heldUnits)
	for p, a := range e.Project(DeviceAttributes | TermsAttributes | DepartmentAttribute).All() {
		if p.Category == "" || leftService(p.Status) {
			continue
		}
		key := holding{words(p.Department), p.Category}
		held[key] = held[key].Add(a.Units)
	}
	return held
}

// A returnLedger holds what the lists and the returns of a run count.
type returnLedger struct {
	lists   []listedFile
	returns []returned
}

// listedFile is what the lists of a file hold.
type listedFile struct {
	file string
	held heldUnits
}

// returned is a return that was counted.
type returned struct {
	file, sheet string
	row         int
	held        heldUnits
}

// tell warns of returns that count what lists in other files hold, too.
func (l *returnLedger) tell(problems *Problems) {
	for _, r := range l.returns {
		var files []string
		shared := make(heldUnits)
		for _, list := range l.lists {
			if list.file == r.file {
				continue
			}
			for key := range list.held {
				if units, ok := r.held[key]; ok {
					shared[key] = units
					if !slices.Contains(files, list.file) {
						files = append(files, list.file)
					}
				}
			}
		}
		if len(files) == 0 {
			continue
		}
		var units Tally
		for _, n := range shared {
			units = units.Add(n)
		}
		problems.Add(Problem{Code: CodeReturnBesideLists, Severity: Warning, File: r.file, Sheet: r.sheet, Row: r.row, Args: append([]string{units.String()}, files...)})
	}
}
