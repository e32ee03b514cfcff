package factors

// Code names a kind of issue, so that it can be worded in any language.
type Code string

// Severity says how bad an issue is.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"   // the pack cannot be used
	SeverityWarning Severity = "warning" // the pack can be used; somebody should look
	SeverityNote    Severity = "note"    // worth knowing
)

// Issue is something wrong with a pack, and where.
type Issue struct {
	Code         Code
	Severity     Severity
	File         string
	Line, Column int // from 1; 0 where unknown
	Field        string
	Value        string
	Args         []string // what the message is about, for other wordings of it
	Message      string   // what was expected, in English
	Hint         string   // what to do
}

func (i Issue) Error() string { return i.Message }

// LoadError holds everything that is wrong with a pack.
type LoadError struct {
	Issues []Issue
}

func (e *LoadError) Error() string { return "" }
