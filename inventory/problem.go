package inventory

// Severity grades a problem by what it costs.
type Severity string

// Severities, the worst first.
const (
	Rejected Severity = "rejected" // the row could not be used; it is in no total
	Excluded Severity = "excluded" // the row was understood and rightly left out
	Warning  Severity = "warning"  // the row counts, with a doubt
	Note     Severity = "note"     // something was assumed
)

// Problem is one thing that reading found, placed so that a person can mend it.
// It is a code with arguments; package reports turns it into a sentence.
type Problem struct {
	Code     Code
	Severity Severity
	File     string
	Sheet    string // empty for a file without sheets
	Row      int    // as a spreadsheet counts, the first line is 1; 0 for a whole sheet or file
	Column   string // the header as it stands in the file
	Value    string // the cell's text, shortened; never personal data
	Args     []string
	Whole    bool // of Rejected: the whole file is, whatever row it was found at

	item *readItem // what a row was rejected as, for Rejected; nil for anything else
}

// Code names a kind of problem. Codes are stable: scripts rely on them.
type Code string

// Kind returns what the problem is gathered by.
func (p Problem) Kind() ProblemKind { return ProblemKind{p.Code, p.Severity} }
