package factors

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// lintYearGaps finds years missing inside a series. A series whose years are
// evenly spaced is complete: projections are often published every five years.
func lintYearGaps(p *Pack) []Issue {
	members := map[series][]*Factor{}
	var order []series
	for _, f := range p.Factors {
		if f.Year == 0 {
			continue
		}
		s := seriesOf(f)
		if members[s] == nil {
			order = append(order, s)
		}
		members[s] = append(members[s], f)
	}
	var issues []Issue
	for _, s := range order {
		years := yearsOf(members[s])
		if missing := missingYears(years); len(missing) > 0 {
			last := members[s][len(members[s])-1]
			issue := about(last, colYear, "", newIssue(YearGapInSeries, s.String(), yearList(missing)))
			if subjectRoot(s.subject) == rootProjection {
				issue.Severity = SeverityNote // projections are published for some years only
			}
			issues = append(issues, issue)
		}
	}
	return issues
}

// lintUndated finds electricity whose year matters and is not stated.
func lintUndated(p *Pack) []Issue {
	undated := map[string][]*Factor{}
	for _, f := range p.Factors {
		if subjectRoot(f.Subject) == rootElectricity && f.Year == 0 {
			undated[f.Subject] = append(undated[f.Subject], f)
		}
	}
	var issues []Issue
	for _, subject := range slices.Sorted(maps.Keys(undated)) {
		factors := undated[subject]
		issues = append(issues, about(factors[0], colYear, "", newIssue(ElectricityNoWhen, strconv.Itoa(len(factors)), subject)))
	}
	return issues
}

// yearsOf returns the different years of factors, sorted.
func yearsOf(factors []*Factor) []int {
	set := map[int]bool{}
	for _, f := range factors {
		if f.Year != 0 {
			set[f.Year] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// missingYears returns the years missing between the first and the last, counting
// in the commonest step of at least two that the series keeps throughout, else in ones.
func missingYears(years []int) []int {
	if len(years) < 2 {
		return nil
	}
	step := years[1] - years[0]
	even := len(years) > 2
	for i := 1; i < len(years); i++ {
		even = even && years[i]-years[i-1] == step
	}
	if even {
		return nil
	}
	var missing []int
	for i := 1; i < len(years); i++ {
		for year := years[i-1] + 1; year < years[i]; year++ {
			missing = append(missing, year)
		}
	}
	return missing
}

// yearList writes years as in 2015 to 2018, 2021.
func yearList(years []int) string {
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		switch j - i {
		case 0:
			parts = append(parts, strconv.Itoa(years[i]))
		case 1:
			parts = append(parts, strconv.Itoa(years[i]), strconv.Itoa(years[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d to %d", years[i], years[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
