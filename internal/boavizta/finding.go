package boavizta

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Kind says what became of something in the table.
type Kind string

// The kinds, the gravest first.
const (
	LeftOut   Kind = "left out"  // a row, or its footprint, is not in the pack
	Merged    Kind = "merged"    // another row speaks for the same model
	Doubted   Kind = "doubted"   // a figure that cannot be right was not used, or is used with a low grade
	Corrected Kind = "corrected" // something was mended
	Noted     Kind = "noted"     // worth knowing
)

// Code names what was found.
type Code string

// The codes. What each says is in rules.
const (
	RowCells         Code = "row_cells"
	NameMissing      Code = "name_missing"
	NameUnusable     Code = "name_unusable"
	NoFigures        Code = "no_figures"
	TotalMissing     Code = "total_missing"
	TotalOnly        Code = "total_only"
	SharesTooMuch    Code = "shares_too_much"
	SharesTooLittle  Code = "shares_too_little"
	ShareInvalid     Code = "share_invalid"
	Duplicate        Code = "duplicate"
	Superseded       Code = "superseded"
	Averaged         Code = "averaged"
	Conflict         Code = "conflict"
	NumberUnreadable Code = "number_unreadable"
	FootprintUnusual Code = "footprint_unusual"
	FootprintFar     Code = "footprint_far"
	EnergyUnusual    Code = "energy_unusual"
	EnergyAtOdds     Code = "energy_at_odds"
	MassUnusual      Code = "mass_unusual"
	LifetimeUnusual  Code = "lifetime_unusual"
	ErrorUnusual     Code = "error_unusual"
	ScreenUnusual    Code = "screen_unusual"
	DateUnreadable   Code = "date_unreadable"
	SourceUnusable   Code = "source_unusable"
	SharePercent     Code = "share_percent"
	ShareMisplaced   Code = "share_misplaced"
	ShareRounded     Code = "share_rounded"
	ShareZero        Code = "share_zero"
	ShareCredit      Code = "share_credit"
	UseMissing       Code = "use_missing"
	UseNotPower      Code = "use_not_power"
	LifetimeMonths   Code = "lifetime_months"
	ErrorZero        Code = "error_zero"
	CategoryOther    Code = "category_other"
	NameMended       Code = "name_mended"
	NameSeveral      Code = "name_several"
	ColumnUnknown    Code = "column_unknown"
	ColumnMissing    Code = "column_missing"
)

// rule is what a code means: for the count on the screen, and for one finding.
type rule struct {
	code    Code
	kind    Kind
	summary string // of many findings
	message string // of one, with the arguments {1}, {2} …
}

// rules are in the order in which they are summed up.
var rules = []rule{
	{RowCells, LeftOut, "rows with more cells than columns", "the row has {1} cells and the header {2}; put quotes around text that holds the delimiter"},
	{NameMissing, LeftOut, "rows without manufacturer or name", "a model needs both a manufacturer and a name"},
	{NameUnusable, LeftOut, "rows whose name no inventory could state", "{1}"},
	{NoFigures, LeftOut, "rows without any figure that can be used", "no share of use with the total, no energy, no mass: nothing of the row is in the pack"},
	{TotalMissing, LeftOut, "footprints without a total", "expected the total in kgCO2e, more than 0; the row gives no footprint"},
	{TotalOnly, LeftOut, "footprints whose total cannot be split, for no share is stated", "{1} kg are the whole life, use included, and cannot be split without the share of use; take the footprint from the sheet, or leave it to the category"},
	{SharesTooMuch, LeftOut, "footprints whose shares make more than the whole", "{1} make {2}; expected 1 or less; see the sheet for which is wrong"},
	{SharesTooLittle, LeftOut, "footprints whose shares leave too much unexplained", "{1} make {2}; expected 1, and what is missing may be use as well as making; see the sheet"},
	{ShareInvalid, LeftOut, "footprints with a share that is none", "expected a share from 0 to 1, or a percentage with its sign; the row gives no footprint"},
	{Duplicate, Merged, "rows that repeat another", "the same as row {1}; counts once"},
	{Superseded, Merged, "older reports of a model", "row {1} has a newer report of {2}: {3} after {4}"},
	{Averaged, Merged, "models with several configurations in one report, taken as their mean", "{1}: mean of rows {2}, with their extremes as range"},
	{Conflict, Merged, "models with several reports of one date that split the total differently", "{1}: rows {2} state different stages at one date; the one of row {3} is used, which states most"},
	{NumberUnreadable, Doubted, "cells that are no number", "expected {1}; taken as empty"},
	{FootprintUnusual, Doubted, "footprints far from their kind, used with grade D", "{1} kgCO2e without use; a {2} has {3} to {4}; check the total and the share of use with the sheet"},
	{EnergyUnusual, Doubted, "energies that a device of the kind cannot have, not used", "expected {2} to {3} kWh a year for a {1}; not used"},
	{EnergyAtOdds, Doubted, "energies that contradict the share of use: not used, and the footprint has grade D", "the use phase would make {1} kgCO2e a kWh; expected {2} to {3}; total, share, lifetime or energy is wrong: the energy is not used, a footprint has grade D"},
	{MassUnusual, Doubted, "masses that a device of the kind cannot have, not used", "expected {2} to {3} kg for a {1}; not used"},
	{LifetimeUnusual, Doubted, "lifetimes that cannot be right, not used", "expected 0.5 to 20 years; not used"},
	{ErrorUnusual, Doubted, "error ratios that cannot be right, not used", "expected up to {1}; not used, the grade gives the range"},
	{ScreenUnusual, Doubted, "screens of a size that the kind does not have, not used", "expected {2} to {3} inches for a {1}; not used"},
	{DateUnreadable, Doubted, "report dates that cannot be read", "expected a date such as January 2021 or 2021-01-14; the report counts as older than any with a date"},
	{SourceUnusable, Doubted, "sources that are no web address", "expected an address that begins with https://; the table is named as the source"},
	{SharePercent, Corrected, "rows with percentages for shares", "{1} make {2}: they are percentages, taken as hundredths"},
	{ShareMisplaced, Corrected, "shares with a misplaced decimal mark", "taken as {1}: with it the shares make {2}"},
	{ShareRounded, Corrected, "shares with digits of calculation, rounded", "taken as {1}"},
	{ShareZero, Corrected, "rows where shares of 0 mean that nothing is stated", "the shares make {1}, so 0 means not stated; the remaining {2} is booked for {3} together"},
	{ShareCredit, Corrected, "credits of recycling, not booked", "a credit is a burden avoided elsewhere, and is never netted; not used"},
	{UseMissing, Corrected, "rows without the share of use: only the stages stated are used", "the share of use is not stated; {1} used, the rest left to the category"},
	{LifetimeMonths, Corrected, "lifetimes in months", "taken as months: {1} years"},
	{ErrorZero, Corrected, "error ratios of 0, which mean that none is stated", "0 means not stated; the grade gives the range"},
	{CategoryOther, Corrected, "devices filed under another category", "the table files it under {1}; by its name it is a {2}"},
	{NameMended, Corrected, "names mended", "read as {1}"},
	{UseNotPower, Noted, "printers whose use is paper and toner, not electricity", "the use phase would make {1} kgCO2e a kWh: it is paper and toner; the energy is used, the share only to take use off the total"},
	{FootprintFar, Noted, "footprints more than three times, or less than a third of, the median of their category", "{1} kgCO2e without use, {2} times the median of the {3} sheets of a {4}; used as it is, compare it with the sheet before quoting it"},
	{NameSeveral, Noted, "rows that stand for several models", "stands for {1}"},
	{ColumnUnknown, Noted, "columns that are not in the table as published", "none of the published columns; not used"},
	{ColumnMissing, Noted, "columns that the table as published has, and this one has not", "not in this file"},
}

func ruleOf(code Code) *rule {
	at := slices.IndexFunc(rules, func(r rule) bool { return r.code == code })
	return &rules[at]
}

// Finding is one thing that was changed, left out or doubted.
type Finding struct {
	Code    Code
	Row     int    // in the file, the header being row 1; 0 where it is about the table
	Product string // maker and name
	Column  string // empty where it is about the row
	Value   string // what stands there
	Args    []string
}

// Kind returns what became of it.
func (f Finding) Kind() Kind { return ruleOf(f.Code).kind }

// Message says what was found, what was expected, and what was done or is to do.
func (f Finding) Message() string {
	pairs := make([]string, 0, 2*len(f.Args))
	for i, arg := range f.Args {
		pairs = append(pairs, fmt.Sprintf("{%d}", i+1), arg)
	}
	return strings.NewReplacer(pairs...).Replace(ruleOf(f.Code).message)
}

// String writes the finding on one line, without its file:
//
//	row 17, Dell Latitude 5420, gwp_use_ratio "1.2": expected a share from 0 to 1 …
func (f Finding) String() string {
	var place []string
	if f.Row > 0 {
		place = append(place, fmt.Sprintf("row %d", f.Row))
	}
	if f.Product != "" {
		place = append(place, f.Product)
	}
	if f.Column != "" {
		column := f.Column
		if f.Value != "" {
			column += " " + shown(f.Value)
		}
		place = append(place, column)
	}
	return strings.Join(place, ", ") + ": " + f.Message()
}

// sortFindings orders findings by row, those of one row as they were found.
func sortFindings(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int { return cmp.Compare(a.Row, b.Row) })
}

// Count is how often something was found.
type Count struct {
	Code    Code
	Kind    Kind
	Summary string
	Number  int
}

// Counts sums findings up, in the order of the rules.
func Counts(findings []Finding) []Count {
	number := map[Code]int{}
	for _, f := range findings {
		number[f.Code]++
	}
	var counts []Count
	for _, r := range rules {
		if number[r.code] > 0 {
			counts = append(counts, Count{r.code, r.kind, r.summary, number[r.code]})
		}
	}
	return counts
}
