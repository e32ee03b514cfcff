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

// ParseGrade reads the letter of a grade.
func ParseGrade(s string) (Grade, bool) {
	if len(s) != 1 || s[0] < 'A' || s[0] > 'E' {
		return 0, false
	}
	return Grade(s[0]), true
}

// Worse returns the worse of two grades; no grade is better than any.
func Worse(a, b Grade) Grade { return max(a, b) }

// lowered returns the grade some steps worse, at worst E.
func (g Grade) lowered(steps Grade) Grade {
	return min(g+steps, GradeE)
}

// rungGrades says how good a factor on each rung can be.
var rungGrades = [...]Grade{
	Parameter:     GradeA,
	ExactModel:    GradeA,
	Family:        GradeB,
	MakerCategory: GradeB,
	SubCategory:   GradeB,
	Category:      GradeC,
	MassFallback:  GradeE,
}

// gradeOf applies the table of the package documentation.
func gradeOf(f *Factor, rung RungKind, place PlaceRung, year YearRung, gap int) Grade {
	var steps Grade
	if isElectricity(f.Subject) {
		switch place {
		case PlaceAny, PlaceRegion, PlaceCountry:
		case PlaceGroup:
			steps++
		case PlaceWorld:
			steps += 2
		}
	}
	if year == YearEarlier || year == YearLater {
		switch {
		case gap > 5:
			steps += 2
		case gap > 2:
			steps++
		}
	}
	start := GradeE
	if rung >= 0 && int(rung) < len(rungGrades) {
		start = rungGrades[rung]
	}
	quality := f.Quality
	if quality == 0 {
		quality = GradeE
	}
	return Worse(start.lowered(steps), quality)
}
