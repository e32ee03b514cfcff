package inventory

import "fmt"

// A refusal is why a file or a sheet cannot be read. It becomes a problem of
// the result, not an error of Read: the other files are still worth reading.
type refusal struct {
	code   Code
	row    int // at which reading stopped; 0 where that says nothing
	column string
	value  string
	args   []string
}

func (r *refusal) Error() string { return fmt.Sprintf("%s %v", r.code, r.args) }

func refuse(code Code, args ...string) *refusal { return &refusal{code: code, args: args} }

// overLimit is the refusal of a file that exceeds a limit.
func overLimit[N int | int64](name string, limit N) *refusal {
	return refuse(CodeLimitExceeded, name, fmt.Sprint(limit))
}
