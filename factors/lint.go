package factors

import (
	"slices"
	"strings"
)

// LintOptions are what [Lint] cannot know by itself.
type LintOptions struct {
	Today string // YYYY-MM-DD, to find sources that have expired; empty for no such check
}

// Lint looks for what loading lets pass because only a person can judge it:
// rows without a source, sources without a licence or past their date,
// duplicates, gaps, values outside their range, electricity series that change
// their boundary, and outliers against the median of their kind. The packs need not
// fit together in one library. Issues are sorted by place.
func Lint(packs []*Pack, opt LintOptions) []Issue {
	var issues []Issue
	for _, p := range packs {
		issues = append(issues, lintPack(p)...)
		issues = append(issues, lintSources(p, opt.Today)...)
		issues = append(issues, lintDuplicates(p)...)
		for _, f := range p.Factors {
			issues = append(issues, lintValue(f)...)
			issues = append(issues, lintSubject(f)...)
		}
		issues = append(issues, lintUndated(p)...)
		issues = append(issues, lintYearGaps(p)...)
		issues = append(issues, lintBoundaries(p)...)
	}
	issues = append(issues, lintCategories(packs)...)
	issues = append(issues, lintOutliers(packs)...)
	sortIssues(issues)
	return issues
}

// Worst returns the highest severity among issues; empty where there are none.
func Worst(issues []Issue) Severity {
	for _, severity := range []Severity{SeverityError, SeverityWarning, SeverityNote} {
		if slices.ContainsFunc(issues, func(i Issue) bool { return i.Severity == severity }) {
			return severity
		}
	}
	return ""
}

// about returns the issue at a factor.
func about(f *Factor, column int, value string, issue Issue) Issue {
	return issue.at(f.File, f.Line, 0).in(Columns[column], value)
}

// series is what factors of one time series have in common.
type series struct {
	factorKind
	subject, place string
	covers         string
}

func seriesOf(f *Factor) series {
	return series{factorKind{f.Property, f.Stage, f.Route, f.Impact}, f.Subject, f.Place, f.StageText()}
}

// String names the series in a message.
func (s series) String() string {
	parts := []string{s.subject}
	if s.property != PropertyImpact {
		parts = append(parts, string(s.property))
	}
	for _, part := range []string{s.covers, string(s.impact), s.place} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}
