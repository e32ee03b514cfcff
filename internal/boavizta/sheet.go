package boavizta

import (
	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// A sheet is what one row says of its product: figures that can be used, each
// with what is known about it.
type sheet struct {
	row      int
	product  string // maker and name, for people
	name     string
	maker    string // as the table writes it
	kind     string // laptop/14in, as far as known
	category string
	models   []claim
	date     date
	location string
	url      string

	total      decimal.Decimal
	parts      []part // of the footprint; none where it cannot be used
	errorRatio decimal.NullDecimal
	doubted    bool

	energy, mass, lifetime decimal.NullDecimal
	screen                 decimal.NullDecimal
}

// withoutUse returns the footprint without use, and whether manufacturing is in it.
func (s *sheet) withoutUse() (whole decimal.Decimal, made bool) {
	for _, p := range s.parts {
		whole = whole.Add(s.total.Mul(p.share))
		made = made || p.stages[0] == manufacturing
	}
	return whole, made
}

// A claim is a sheet's word that it is of a model.
type claim struct {
	subject string
	given   bool // by a name that the table states
}

// useful reports whether anything of the sheet can be in the pack.
func (s *sheet) useful() bool {
	return len(s.parts) > 0 || s.energy.Valid || s.mass.Valid || s.lifetime.Valid
}

// sheetReader reads the figures of one row.
type sheetReader struct {
	*sheet
	row      *tableRow
	category string // that decides what is plausible
	shares   [4]decimal.NullDecimal
	findings *[]Finding
}

func (r *sheetReader) report(code Code, column int, args ...string) {
	f := Finding{Code: code, Row: r.row.row, Product: r.product, Args: args}
	if column >= 0 {
		f.Column, f.Value = columnNames[column], r.row.cells[column]
	}
	*r.findings = append(*r.findings, f)
}

// number returns the number in a cell; a cell that holds something else is
// reported and empty.
func (r *sheetReader) number(column int) decimal.NullDecimal {
	read := r.row.numbers[column]
	if read.fault != "" {
		r.report(NumberUnreadable, column, read.fault)
	}
	return read.number
}

// readFigures reads everything but the name, in the order in which one figure
// helps to judge the next.
func (r *sheetReader) readFigures() {
	r.readScreen()
	r.readOrigin()
	r.readLifetime()
	r.readFootprint()
	r.readError()
	r.readEnergy()
	r.readMass()
}

func (r *sheetReader) readScreen() {
	screen := r.number(colScreen)
	limits := boundsOf(r.category).screen
	switch {
	case !screen.Valid || screen.Decimal.Sign() == 0: // 0 stands for none, at desktops
	case !within(screen.Decimal, limits):
		r.report(ScreenUnusual, colScreen, r.category, limits[0], limits[1])
	default:
		r.screen = screen
	}
}

func (r *sheetReader) readOrigin() {
	if cell := r.row.cells[colReportDate]; !isBlank(cell) {
		reported, known := readDate(cell)
		if !known {
			r.report(DateUnreadable, colReportDate)
		}
		r.date = reported
	}
	if cell := r.row.cells[colSources]; !isBlank(cell) {
		if r.url = webAddress(cell); r.url == "" {
			r.report(SourceUnusable, colSources)
		}
	}
	if cell := r.row.cells[colUseLocation]; !isBlank(cell) {
		r.location = cell
	}
}

// readLifetime reads the years that the maker assumed. Whole half years beyond 20 are
// months.
func (r *sheetReader) readLifetime() {
	years := r.number(colLifetime)
	if !years.Valid {
		return
	}
	if six := decimal.New(6, 0); years.Decimal.GreaterThanOrEqual(decimal.New(24, 0)) && years.Decimal.LessThanOrEqual(decimal.New(240, 0)) && years.Decimal.Mod(six).IsZero() {
		halves := decimal.NewFromInt(years.Decimal.IntPart() / 6)
		years.Decimal = halves.Mul(decimal.New(5, -1))
		r.report(LifetimeMonths, colLifetime, years.Decimal.String())
	}
	if !within(years.Decimal, [2]string{"0.5", "20"}) {
		r.report(LifetimeUnusual, colLifetime)
		return
	}
	r.lifetime = years
}

// readFootprint splits the total.
func (r *sheetReader) readFootprint() {
	total := r.number(colTotal)
	stated := false
	for i, column := range shareColumns {
		r.shares[i] = r.number(column)
		stated = stated || r.shares[i].Valid && r.shares[i].Decimal.Sign() != 0
	}
	if !total.Valid || total.Decimal.Sign() <= 0 {
		r.report(TotalMissing, colTotal)
		return
	}
	r.total = total.Decimal
	if !stated {
		r.report(TotalOnly, colTotal, r.total.String())
		return
	}
	r.parts, r.shares = split(r.shares, r.report)
	if len(r.parts) == 0 {
		return
	}
	whole, made := r.withoutUse()
	limits := boundsOf(r.category).footprint
	if made && !within(whole, limits) {
		r.doubted = true
		r.report(FootprintUnusual, colTotal, whole.RoundBank(1).String(), r.kindName(), limits[0], limits[1])
	}
}

func (r *sheetReader) kindName() string {
	if r.category == "" {
		return "device"
	}
	return r.category
}

// readError reads the relative error of the total. 0 stands for none stated: no
// footprint is exact.
func (r *sheetReader) readError() {
	ratio := r.number(colError)
	switch {
	case !ratio.Valid:
	case ratio.Decimal.IsZero():
		r.report(ErrorZero, colError)
	case ratio.Decimal.Sign() < 0 || ratio.Decimal.GreaterThan(mostError):
		r.report(ErrorUnusual, colError, mostError.String())
	default:
		r.errorRatio = ratio
	}
}

// readEnergy reads the typical energy consumption, and holds it against the
// use phase of the same sheet:
//
//	kgCO2e a kWh = total × share of use ÷ (lifetime × kWh a year)
//
// which must be some country's electricity. A printer's use phase is paper and toner.
func (r *sheetReader) readEnergy() {
	energy := r.number(colEnergy)
	if !energy.Valid || energy.Decimal.Sign() == 0 {
		return
	}
	if limits := boundsOf(r.category).energy; !within(energy.Decimal, limits) {
		r.report(EnergyUnusual, colEnergy, r.kindName(), limits[0], limits[1])
		return
	}
	if share := r.shares[use]; share.Valid && share.Decimal.Sign() > 0 && share.Decimal.LessThan(one) && r.lifetime.Valid && r.total.Sign() > 0 {
		grid, err := quantity.Divide(r.total.Mul(share.Decimal), r.lifetime.Decimal.Mul(energy.Decimal), 3)
		limits := gridOfSheets
		if r.category == "server" || r.row.cells[colCategory] == "Datacenter" {
			limits = gridWithDataCentres
		}
		switch {
		case err != nil:
			return
		case r.category == "printer":
			if !within(grid, limits) {
				r.report(UseNotPower, colUse, grid.String())
			}
		case !within(grid, limits):
			r.doubted = true // which of the figures is wrong, the sheet does not tell
			r.report(EnergyAtOdds, colEnergy, grid.String(), limits[0], limits[1])
			return
		}
	}
	r.energy = energy
}

func (r *sheetReader) readMass() {
	mass := r.number(colWeight)
	if !mass.Valid || mass.Decimal.Sign() == 0 {
		return
	}
	limits := boundsOf(r.category).mass
	if r.category == "monitor" && r.screen.Valid && r.screen.Decimal.GreaterThanOrEqual(largeScreen) {
		limits[0] = lightestLarge.String()
	}
	if !within(mass.Decimal, limits) {
		r.report(MassUnusual, colWeight, r.kindName(), limits[0], limits[1])
		return
	}
	r.mass = mass
}
