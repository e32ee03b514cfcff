package factors

// Grade is a data quality, from 'A' (best) to 'E'. Zero means none.
type Grade byte

// The grades.
const (
	GradeA Grade = 'A'
	GradeB Grade = 'B'
	GradeC Grade = 'C'
	GradeD Grade = 'D'
	GradeE Grade = 'E'
)

// String returns the letter, or nothing for no grade.
func (g Grade) String() string {
	if g == 0 {
		return ""
	}
	return string(rune(g))
}

// Worse returns the worse of two grades; no grade is better than any.
func Worse(a, b Grade) Grade { return max(a, b) }
