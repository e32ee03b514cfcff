package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/quantity"
	"govfootprint/reports"
	"govfootprint/reports/aims"
)

// reporting is what the settings say beside the assessment, for its report.
type reporting struct {
	reports.Reporting

	aims string // the file of aims as the manifest names it; empty for none
}

// reportingOf turns settings into what returns ask for. It reads the file of
// aims, so that what is wrong with it is told before any inventory is read.
func reportingOf(settings *config.Settings) (reporting, error) {
	out := reporting{Reporting: reports.Reporting{
		FTE: settings.FTE, Initiatives: settings.Initiatives, Returns: settings.Returns, Aims: aims.SharedApproach(),
	}}
	var err error
	if out.Base, err = yearOf(settings, config.BaseYear, settings.BaseYear); err != nil {
		return out, err
	}
	if out.Previous, err = yearOf(settings, config.PreviousYear, settings.PreviousYear); err != nil {
		return out, err
	}
	for _, t := range settings.Targets {
		of := map[string]factors.Impact{"gwp": factors.GWP, "energy": factors.Energy, "waste": factors.Mass}[t.Of]
		out.Targets = append(out.Targets, reports.Target{Year: t.Year, Cut: t.Cut, Of: of, Source: t.Source})
	}
	for _, e := range settings.Exclusions {
		out.Exclusions = append(out.Exclusions, reports.Exclusion(e))
	}
	if settings.Aims == "" {
		return out, nil
	}
	file, sum, err := readAims(settings)
	if err != nil {
		return out, err
	}
	out.Aims = out.Aims.Extend(file)
	out.aims = fmt.Sprintf("%s (SHA-256 %s)", settings.Aims, sum)
	return out, nil
}

// readAims reads the file of aims that the settings name.
func readAims(settings *config.Settings) (aims.File, string, error) {
	path := settings.Aims
	file, err := os.Open(path)
	if err != nil {
		return aims.File{}, "", settings.Refuse(config.Aims, notReadable(path, err))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, aims.MostBytes+1)) // Parse says what is wrong with more
	if err != nil {
		return aims.File{}, "", settings.Refuse(config.Aims, notReadable(path, err))
	}
	parsed, problems := aims.Parse(data)
	if len(problems) > 0 {
		wrong := &config.Error{}
		for _, p := range problems {
			wrong.Problems = append(wrong.Problems, config.Problem{
				Origin: config.Origin{File: path, Line: p.Line, Column: p.Column}, Why: errorf(p.Format, p.Args...),
			})
		}
		return aims.File{}, "", wrong
	}
	sum := sha256.Sum256(data)
	return parsed, hex.EncodeToString(sum[:]), nil
}

// Units that the amounts of another year are kept in.
const (
	massOfCO2e = "kgCO2e"
	energyUnit = "kWh"
	massUnit   = "kg"
)

// yearOf reads the figures of another year; nil where there are none.
func yearOf(settings *config.Settings, section string, written *config.Year) (*reports.Year, error) {
	if written == nil {
		return nil, nil //nolint:nilnil // no other year is a usual thing
	}
	y := &reports.Year{Source: written.Source, Routes: map[factors.Route]decimal.NullDecimal{}}
	var err error
	if y.Period, err = inventory.ParsePeriod(written.Period); err != nil {
		return nil, settings.Refuse(section+".period", periodError(written.Period))
	}
	routes := map[string]factors.Route{
		"reuse": factors.RouteReuse, "recycling": factors.RouteRecycling, "recovery": factors.RouteRecovery, "landfill": factors.RouteLandfill,
	}
	for name, text := range written.Amounts {
		unit := massUnit
		switch {
		case name == "fte":
			unit = ""
		case name == "energy":
			unit = energyUnit
		case name == "gwp", strings.HasPrefix(name, "scope-"):
			unit = massOfCO2e
		}
		amount, err := amountOf(text, unit)
		if err != nil {
			return nil, settings.Refuse(section+"."+name, err)
		}
		known := decimal.NewNullDecimal(amount)
		switch name {
		case "fte":
			y.FTE = known
		case "energy":
			y.Energy = known
		case "waste":
			y.Waste = known
		case "gwp":
			y.GWP = known
		case "scope-1", "scope-2", "scope-3":
			y.Scopes[name[len(name)-1]-'1'] = known
		default:
			y.Routes[routes[name]] = known
		}
	}
	return y, addUp(settings, section, y)
}

// addUp fills in the totals of a year of which the parts alone are given, and
// refuses parts that add up to something else than the total beside them.
func addUp(settings *config.Settings, section string, y *reports.Year) error {
	parts := [][]decimal.NullDecimal{y.Scopes[:], {}}
	for _, route := range []factors.Route{factors.RouteReuse, factors.RouteRecycling, factors.RouteRecovery, factors.RouteLandfill} {
		parts[1] = append(parts[1], y.Routes[route])
	}
	for i, total := range []*decimal.NullDecimal{&y.GWP, &y.Waste} {
		sum, stated := decimal.Zero, false
		for _, part := range parts[i] {
			sum, stated = sum.Add(part.Decimal), stated || part.Valid
		}
		switch name := []string{"gwp", "waste"}[i]; {
		case !stated:
		case !total.Valid:
			*total = decimal.NewNullDecimal(sum)
		case sum.GreaterThan(total.Decimal):
			return settings.Refuse(section+"."+name, errorf("its parts add up to more: %s; correct one of them", sum))
		}
	}
	return nil
}

// amountOf reads a number with its unit, and brings it to a unit; without one it
// is a plain number.
func amountOf(text, unit string) (decimal.Decimal, error) {
	number, of, _ := strings.Cut(strings.TrimSpace(text), " ")
	value, err := decimal.NewFromString(number)
	if err != nil || len(number) > 40 || strings.ContainsAny(number, "eE") || value.IsNegative() {
		if unit == "" {
			return decimal.Decimal{}, errorf("%q is not a number; write one such as 950.5", text)
		}
		return decimal.Decimal{}, errorf("%q is not an amount; write a number and its unit, such as 1200 %s", text, unit)
	}
	if unit == "" {
		if of != "" {
			return decimal.Decimal{}, errorf("%q is not a number; write one such as 950.5", text)
		}
		return value, nil
	}
	from, err := quantity.Parse(strings.TrimSpace(of))
	if err != nil || of == "" {
		return decimal.Decimal{}, errorf("%q is not an amount; write a number and its unit, such as 1200 %s", text, unit)
	}
	converted, err := quantity.Convert(value, from, quantity.MustParse(unit))
	if err != nil {
		return decimal.Decimal{}, errorf("%q is not an amount; write a number and its unit, such as 1200 %s", text, unit)
	}
	return converted, nil
}
