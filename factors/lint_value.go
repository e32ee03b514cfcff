package factors

import (
	"slices"

	"govfootprint/internal/nearest"
)

// lintValue checks a factor's figures against one another.
func lintValue(f *Factor) []Issue {
	var issues []Issue
	add := func(column int, value string, issue Issue) { issues = append(issues, about(f, column, value, issue)) }
	low, high := f.Low, f.High
	value := f.Value.String()
	switch {
	case low.Valid && high.Valid && low.Decimal.GreaterThan(high.Decimal):
		add(colLow, low.Decimal.String(), newIssue(RangeReversed, high.Decimal.String()))
	case low.Valid && f.Value.LessThan(low.Decimal), high.Valid && f.Value.GreaterThan(high.Decimal):
		add(colValue, value, newIssue(OutsideRange, openEnded(nullText(low)), openEnded(nullText(high))))
	}
	switch f.Distribution {
	case Lognormal:
		if f.Value.Sign() <= 0 || low.Valid && low.Decimal.Sign() <= 0 {
			add(colDistribution, string(f.Distribution), newIssue(ShapeImpossible, "a lognormal quantity is above zero, low value included", "choose triangular, or correct the figures"))
		}
	case Fixed:
		if low.Valid && !low.Decimal.Equal(f.Value) || high.Valid && !high.Decimal.Equal(f.Value) {
			add(colDistribution, string(f.Distribution), newIssue(ShapeImpossible, "a fixed value has no range", "remove low and high, or choose another distribution"))
		}
	case Triangular, Uniform, Normal:
		if !low.Valid || !high.Valid {
			add(colDistribution, string(f.Distribution), newIssue(ShapeImpossible, "a "+string(f.Distribution)+" distribution needs low and high", "add them, or leave the distribution empty"))
		}
	}
	if f.Property == PropertyImpact {
		switch f.Value.Sign() {
		case -1:
			add(colValue, value, newIssue(NegativeValue))
		case 0:
			add(colValue, value, newIssue(ZeroValue))
		}
	}
	return issues
}

func openEnded(s string) string {
	if s == "" {
		return "(open)"
	}
	return s
}

// lintSubject finds subjects that nothing will ever ask for.
func lintSubject(f *Factor) []Issue {
	root := subjectRoot(f.Subject)
	known := slices.Concat(Categories, Activities, otherRoots)
	if slices.Contains(known, root) {
		return nil
	}
	return []Issue{about(f, colSubject, f.Subject, newIssue(CategoryUnknown, nearest.Hint(root, known)))}
}
