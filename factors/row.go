package factors

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/internal/nearest"
	"govfootprint/quantity"
)

// isFactorID accepts a letter or digit, then letters, digits and . _ : @ + / -,
// 128 in all.
func isFactorID(s string) bool {
	return s != "" && len(s) <= 128 && isLetterOrDigit(rune(s[0])) && !strings.ContainsFunc(s, func(r rune) bool {
		return !isLetterOrDigit(r) && !strings.ContainsRune("._:@+/-", r)
	})
}

// isImpactName accepts a small letter, then small letters, digits and _, 64 in all.
func isImpactName(s string) bool {
	return s != "" && len(s) <= 64 && s[0] >= 'a' && s[0] <= 'z' && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && (!isLetterOrDigit(r) || r >= 'A' && r <= 'Z')
	})
}

func isLetterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// parsedUnit is a unit cell as read, or what is wrong with it.
type parsedUnit struct {
	unit         quantity.Unit
	above, below quantity.Unit // the line
	fault        string
}

func parseUnit(cell string) parsedUnit {
	unit, err := quantity.Parse(cell)
	if fault, ok := errors.AsType[*quantity.ParseError](err); ok {
		return parsedUnit{fault: fault.Detail()}
	}
	return parsedUnit{unit: unit, above: unit.Numerator(), below: unit.Denominator()}
}

// readRow reads one row into the pack. It looks at every cell, so that a person
// who corrects the row once has corrected all of it.
func (l *loader) readRow(r *row) {
	if !r.sound() {
		return
	}
	line, _ := r.position(0)
	f := &Factor{Pack: l.pack, File: r.file, Line: line}
	l.readIdentity(r, f)
	l.readWhat(r, f)
	l.readPlaceAndYear(r, f)
	l.readUnit(r, f)
	l.readValues(r, f)
	l.readOrigin(r, f)
	if r.bad {
		return
	}
	l.pack.Factors = append(l.pack.Factors, f)
}

func (l *loader) readIdentity(r *row, f *Factor) {
	f.ID = r.cells[colID]
	switch earlier, ok := l.ids[f.ID]; {
	case f.ID == "":
		r.report(colID, newIssue(CellEmpty, "an id, unique in the pack"))
	case !isFactorID(f.ID):
		r.report(colID, newIssue(IDInvalid))
	case ok:
		r.report(colID, newIssue(IDDuplicate, earlier.File+":"+strconv.Itoa(earlier.Line)))
	default:
		l.ids[f.ID] = f
	}
	f.Subject = r.cells[colSubject]
	switch normal := NormalizeSubject(f.Subject); {
	case f.Subject == "":
		r.report(colSubject, newIssue(CellEmpty, "what the factor is for, such as laptop or electricity/generation"))
	case normal != f.Subject:
		r.report(colSubject, newIssue(SubjectInvalid, normal))
	}
}

// readWhat reads property, impact and stage, which depend on one another.
func (l *loader) readWhat(r *row, f *Factor) {
	property, stage, impact := Property(r.cells[colProperty]), r.cells[colStage], Impact(r.cells[colImpact])
	if _, known := parameters[property]; !known && !property.ofImpact() {
		if property == "" {
			r.report(colProperty, newIssue(CellEmpty, "impact, or a parameter such as lifetime"))
			return
		}
		names := words(Properties())
		r.report(colProperty, newIssue(PropertyUnknown, nearest.Hint(string(property), names), strings.Join(names, ", ")))
		return
	}
	f.Property = property
	if !property.ofImpact() {
		if stage != "" {
			r.report(colStage, newIssue(CellNotEmpty, string(property)))
		}
		if impact != "" {
			r.report(colImpact, newIssue(CellNotEmpty, string(property)))
		}
		return
	}
	switch {
	case impact == "":
		r.report(colImpact, newIssue(CellEmpty, "the impact, such as gwp"))
	case !isImpactName(string(impact)):
		r.report(colImpact, newIssue(ImpactInvalid))
	case impact == Energy:
		r.report(colImpact, newIssue(ImpactDerived))
	default:
		f.Impact = impact
	}
	l.readStage(r, f, stage)
}

func (l *loader) readStage(r *row, f *Factor, cell string) {
	implied := impliedStage(f.Subject)
	if cell == "" {
		f.Stage = implied
		// A device's impacts belong to a stage; an equivalence has none.
		if implied == "" && (isDevice(f.Subject) || f.Property == PropertyAvoided) {
			r.report(colStage, newIssue(CellEmpty, "the life-cycle stage, such as manufacturing"))
		}
		return
	}
	stage, covers, route, ok := parseStage(cell)
	if !ok {
		known := words(Stages)
		for _, route := range Routes {
			known = append(known, string(EndOfLife)+"/"+string(route))
		}
		r.report(colStage, newIssue(StageInvalid, nearest.Hint(cell, known)))
		return
	}
	f.Stage, f.Covers, f.Route = stage, covers, route
	switch {
	case implied != "" && (stage != implied || len(covers) > 0):
		r.report(colStage, newIssue(StageMismatch, string(implied), "the subject "+f.Subject))
	case f.Property == PropertyAvoided && stage != EndOfLife:
		r.report(colStage, newIssue(StageMismatch, "end_of_life", "the property avoided"))
	}
}

func (l *loader) readPlaceAndYear(r *row, f *Factor) {
	if issue, wrong := checkPlace(r.cells[colPlace]); wrong {
		r.report(colPlace, issue)
	}
	f.Place = r.cells[colPlace]
	if cell := r.cells[colYear]; cell != "" && cell != "0" {
		year, err := strconv.Atoi(cell)
		if err != nil || len(cell) != 4 || year < 1950 || year > 2150 {
			r.report(colYear, newIssue(YearInvalid))
		}
		f.Year = year
	}
}

func (l *loader) readUnit(r *row, f *Factor) {
	cell := r.cells[colUnit]
	if cell == "" {
		r.report(colUnit, newIssue(CellEmpty, "a unit, written in full, such as kgCO2e/unit; 1 for a plain number"))
		return
	}
	parsed, ok := l.units[cell]
	if !ok {
		parsed = parseUnit(cell)
		l.units[cell] = parsed
	}
	if parsed.fault != "" {
		r.report(colUnit, newIssue(UnitUnknown, parsed.fault))
		return
	}
	f.Unit = parsed.unit
	if issue, wrong := checkUnit(f, parsed.above, parsed.below); wrong {
		r.report(colUnit, issue)
	}
}

func (l *loader) readValues(r *row, f *Factor) {
	number := func(column int) (decimal.Decimal, bool) {
		d, ok := parseNumber(r.cells[column])
		if !ok {
			r.report(column, newIssue(NumberInvalid, numberHint(r.cells[column])))
		}
		return d, ok
	}
	if r.cells[colValue] == "" {
		r.report(colValue, newIssue(CellEmpty, "a number; where it is unknown, leave the row out, for unknown is never zero"))
	} else if value, ok := number(colValue); ok {
		f.Value = value
		if rule, isParameter := parameters[f.Property]; isParameter {
			switch {
			case rule.positive && value.Sign() <= 0:
				r.report(colValue, newIssue(NumberOutOfRange, "more than 0", string(f.Property)))
			case value.LessThan(rule.least):
				r.report(colValue, newIssue(NumberOutOfRange, "at least "+rule.least.String(), string(f.Property)))
			}
		}
	}
	for column, into := range map[int]*decimal.NullDecimal{colLow: &f.Low, colHigh: &f.High} {
		if r.cells[column] != "" {
			if value, ok := number(column); ok {
				*into = decimal.NewNullDecimal(value)
			}
		}
	}
	f.Distribution = Shape(r.cells[colDistribution])
	if f.Distribution != "" && !slices.Contains(Shapes, f.Distribution) {
		r.report(colDistribution, newIssue(ShapeUnknown, nearest.Hint(string(f.Distribution), words(Shapes))))
	}
}

func (l *loader) readOrigin(r *row, f *Factor) {
	f.sourceID = r.cells[colSource]
	f.Source = l.sources[f.sourceID]
	if issue, wrong := sourceIssue(f); wrong && l.strict && l.sourcesRead {
		r.report(colSource, issue)
	}
	grade, ok := ParseGrade(r.cells[colQuality])
	switch {
	case r.cells[colQuality] == "":
		if l.strict {
			issue := newIssue(QualityMissing)
			issue.Severity = SeverityError
			r.report(colQuality, issue)
		}
	case !ok:
		r.report(colQuality, newIssue(QualityInvalid))
	}
	f.Quality = grade
	f.Note = strings.TrimSpace(r.cells[colNote])
}

// sourceIssue says what is wrong with the source of a factor, if anything.
func sourceIssue(f *Factor) (Issue, bool) {
	switch {
	case f.Source != nil:
		return Issue{}, false
	case f.sourceID == "":
		return newIssue(FactorSourceEmpty), true
	}
	var ids []string
	for _, s := range f.Pack.Sources {
		ids = append(ids, s.ID)
	}
	return newIssue(SourceUnknown, nearest.Hint(f.sourceID, ids)), true
}

// checkUnit compares the unit of a factor with what its property or impact is
// measured in, and with what its subject is counted in.
func checkUnit(f *Factor, above, below quantity.Unit) (Issue, bool) {
	if rule, ok := parameters[f.Property]; ok {
		if rule.fits(above.Dimension(), below.Dimension()) {
			return Issue{}, false
		}
		return newIssue(UnitMismatch, f.Unit.Dimension().String(), string(f.Property), rule.unit.String()), true
	}
	if f.Impact == "" {
		return Issue{}, false // reported already
	}
	per := denominators(f)
	if want, shipped := impactUnits[f.Impact]; shipped && above.Dimension() != want.Dimension() {
		if len(per) > 0 {
			want = want.Div(per[0])
		}
		return newIssue(UnitMismatch, f.Unit.Dimension().String(), "the impact "+string(f.Impact), want.String()), true
	}
	if above.Dimension().IsNumber() {
		return newIssue(UnitMismatch, f.Unit.Dimension().String(), "the impact "+string(f.Impact), "kgSbeq/unit or molH+eq/unit"), true
	}
	if len(per) == 0 || slices.ContainsFunc(per, func(d quantity.Unit) bool { return d.Dimension() == below.Dimension() }) {
		return Issue{}, false
	}
	if isDevice(f.Subject) && below.Dimension().IsMoney() {
		return Issue{}, false // spend-based
	}
	names := make([]string, len(per))
	for i, unit := range per {
		names[i] = unit.String()
	}
	return newIssue(UnitDenominator, below.String(), subjectRoot(f.Subject), strings.Join(names, " or "), above.Div(per[0]).String()), true
}

var (
	perUnit       = quantity.MustParse("unit")
	perUnitYear   = quantity.MustParse("unit.year")
	perTonne      = quantity.MustParse("t")
	perTonneKm    = quantity.MustParse("t.km")
	perKWh        = quantity.MustParse("kWh")
	perElectric   = []quantity.Unit{perKWh}
	perFreight    = []quantity.Unit{perTonneKm}
	perDevice     = []quantity.Unit{perUnit, perTonne}
	perModel      = []quantity.Unit{perUnit, perTonne, quantity.MustParse("h"), quantity.MustParse("vCPU.h")} // an instance type is a model, too
	perAvoidedBy  = []quantity.Unit{perUnit, perUnitYear, perTonne}
	noDenominator = []quantity.Unit(nil)
)

// denominators returns the units that a subject's impacts may be given per, the
// usual one first; none where anything goes.
func denominators(f *Factor) []quantity.Unit {
	switch {
	case isElectricity(f.Subject):
		return perElectric
	case subjectRoot(f.Subject) == rootFreight:
		return perFreight
	case !isDevice(f.Subject):
		return noDenominator
	case f.Property == PropertyAvoided:
		return perAvoidedBy
	case strings.Contains(f.Subject, ":"):
		return perModel
	}
	return perDevice
}
