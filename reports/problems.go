package reports

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// severities in the order in which problems are listed.
var severities = []inventory.Severity{inventory.Rejected, inventory.Excluded, inventory.Warning, inventory.Note}

// problems lists what reading found wrong, and counts it by kind.
func problems(reading *inventory.Result) Problems {
	if reading == nil || reading.Problems == nil {
		return Problems{}
	}
	p := Problems{
		Items:   slices.Collect(reading.Problems.All()),
		Total:   reading.Problems.Count(),
		Omitted: reading.Problems.Truncated(),
	}
	first := make(map[inventory.ProblemKind]inventory.Problem)
	concerned := make(map[inventory.ProblemKind]int64)
	files := make(map[inventory.ProblemKind][]string)
	for _, problem := range p.Items {
		kind := problem.Kind()
		if _, ok := first[kind]; !ok {
			first[kind] = problem
		}
		concerned[kind] += RowsConcerned(problem)
		if problem.Whole {
			files[kind] = append(files[kind], problem.File)
		}
	}
	for kind, count := range reading.Problems.CountByKind() {
		c := ProblemCount{Code: kind.Code, Severity: kind.Severity, Count: count, Rows: concerned[kind], Files: files[kind], Example: first[kind]}
		if _, column := rowsArgument[kind.Code]; !column && c.Rows > 0 {
			c.Rows = count // each is about one row, also those that were not kept
		}
		p.Counts = append(p.Counts, c)
	}
	slices.SortFunc(p.Counts, func(a, b ProblemCount) int {
		return cmp.Or(
			cmp.Compare(slices.Index(severities, a.Severity), slices.Index(severities, b.Severity)),
			foremost(a, b),
			cmp.Compare(b.Count, a.Count),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return p
}

// foremost puts whole files that are missing, and what a single problem of may
// double a whole result, before what is merely frequent.
func foremost(a, b ProblemCount) int {
	rank := func(c ProblemCount) int {
		if len(c.Files) > 0 || c.Code == inventory.CodeSheetRepeats {
			return 0
		}
		return 1
	}
	return cmp.Compare(rank(a), rank(b))
}

// rowsArgument names, for the problems that are told once for a column, a word or
// a list, the argument that says how many rows they concern.
var rowsArgument = map[inventory.Code]int{
	inventory.CodeQuantityBlank:      0,
	inventory.CodeQuantityAbout:      0,
	inventory.CodeQuantityFraction:   0,
	inventory.CodeCountryMissing:     0,
	inventory.CodeCountryDefault:     0,
	inventory.CodeCountryUnknown:     1,
	inventory.CodeWordUnknown:        2,
	inventory.CodeWordOpen:           1,
	inventory.CodeVariantUnknown:     2,
	inventory.CodeDateOrderGuessed:   1,
	inventory.CodeDateYear:           0,
	inventory.CodeDateMonth:          0,
	inventory.CodeDateAbout:          0,
	inventory.CodeDateFiscalYear:     0,
	inventory.CodeDateSerial:         0,
	inventory.CodeDatePlaceholder:    0,
	inventory.CodeAcquiredProxy:      1,
	inventory.CodeAcquiredProxyLate:  1,
	inventory.CodeDecimalGuessed:     1,
	inventory.CodeUnitGuessed:        1,
	inventory.CodeNumberUnlikely:     3,
	inventory.CodePersonalValue:      0,
	inventory.CodePeopleForgotten:    0,
	inventory.CodeSheetRepeats:       0,
	inventory.CodeTextShortened:      0,
	inventory.CodeTextScientific:     0,
	inventory.CodeCellsBeyondHeader:  0,
	inventory.CodeIdentifierSplit:    0,
	inventory.CodeNetworkTwice:       0,
	inventory.CodeQuoteUnbalanced:    0,
	inventory.CodeFormulaError:       0,
	inventory.CodeFormulaUncomputed:  0,
	inventory.CodeEnergyZero:         0,
	inventory.CodeMachineRepeated:    0,
	inventory.CodeHostAssumed:        1,
	inventory.CodeMachineDensity:     0,
	inventory.CodeMachinesByCluster:  0,
	inventory.CodeMachinesAllocated:  0,
	inventory.CodeMachineWeight:      0,
	inventory.CodeSharesIncomplete:   0,
	inventory.CodeVCPUsIncomplete:    0,
	inventory.CodeUsageBySpend:       0,
	inventory.CodeUsageNoFigure:      0,
	inventory.CodeUsageUnitUnread:    0,
	inventory.CodeUsageNotSpend:      0,
	inventory.CodeUsageThroughout:    0,
	inventory.CodeUsageSnapshot:      0,
	inventory.CodeUsageRegionUnknown: 0,
}

// RowsConcerned returns how many rows a problem is about: many where it is told
// once for a column, a word or a list; 0 where it is about a file or a sheet.
func RowsConcerned(p inventory.Problem) int64 {
	if at, ok := rowsArgument[p.Code]; ok {
		if at >= len(p.Args) {
			return 0
		}
		n, err := strconv.ParseInt(p.Args[at], 10, 64)
		if err != nil {
			return 0
		}
		return n
	}
	if p.Row > 0 && !p.Whole {
		return 1
	}
	return 0
}

// RejectedTwice reports whether rows were rejected for several reasons, each of
// which is told of them; [Rows] has such a row under its first.
func (p Problems) RejectedTwice(r Rows) bool {
	return slices.ContainsFunc(p.Counts, func(c ProblemCount) bool {
		first := slices.IndexFunc(r.Rejections, func(reason Reason) bool { return reason.Code == c.Code })
		return c.Severity == inventory.Rejected && len(r.Rejections) > 0 && (first < 0 && c.Rows > 0 || first >= 0 && c.Rows > r.Rejections[first].Rows)
	})
}

// rows says what became of the rows that were read. The counts are the
// estate's, so that they are right for an estate that came without its files;
// the reasons of rejections are known only where the files were read. A row
// counts under its first reason, so that the reasons add up.
func rows(estate *inventory.Estate) Rows {
	counts := estate.Counts()
	r := Rows{Read: counts.Read, Assessed: counts.Assessed, Unrecognised: estate.Unrecognised(), Rejected: counts.Rejected}
	for code, exclusion := range counts.Excluded {
		r.Excluded += exclusion.Rows
		r.Exclusions = append(r.Exclusions, Reason{
			Code: code, Rows: exclusion.Rows, Units: decimal.NewNullDecimal(exclusion.Units.Decimal()),
		})
	}
	for code, n := range estate.Rejections() {
		r.Rejections = append(r.Rejections, Reason{Code: code, Rows: n})
	}
	byRows := func(a, b Reason) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Code, b.Code)) }
	slices.SortFunc(r.Exclusions, byRows)
	slices.SortFunc(r.Rejections, byRows)
	return r
}
