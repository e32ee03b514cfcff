package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// methodOf turns settings into the method of a calculation.
func methodOf(settings *config.Settings) (calc.Method, error) {
	country, err := placeOf(settings, config.Country, settings.Country)
	if err != nil {
		return calc.Method{}, err
	}
	m := calc.Method{
		Basis:     calc.Basis(settings.Basis),
		View:      calc.View(settings.Electricity),
		Country:   country,
		Lifetimes: settings.Lifetimes,
		PUE:       settings.PUE,
		Users:     settings.Users,
		Expensed:  settings.Expensed,
	}
	if len(settings.Attribution) > 0 {
		m.Attribution = map[inventory.Ownership]decimal.Decimal{}
		for owner, share := range settings.Attribution {
			m.Attribution[inventory.Ownership(owner)] = share
		}
	}
	if len(settings.Services) > 0 {
		m.Services = map[string]calc.FunctionalUnit{}
		for name, service := range settings.Services {
			m.Services[name] = calc.FunctionalUnit{Unit: service.Unit, Count: service.Count}
		}
	}
	for i, c := range settings.Contracts {
		contract, err := contractOf(settings, fmt.Sprintf("%s[%d]", config.Contracts, i+1), c)
		if err != nil {
			return calc.Method{}, err
		}
		m.Contracts = append(m.Contracts, contract)
	}
	return m, m.Validate()
}

func contractOf(settings *config.Settings, path string, c config.Contract) (calc.Contract, error) {
	place, err := placeOf(settings, path+".place", c.Place)
	if err != nil {
		return calc.Contract{}, err
	}
	factor, err := contractFactor(c.Factor)
	if err != nil {
		return calc.Contract{}, settings.Refuse(path+".factor", err)
	}
	return calc.Contract{
		Name: c.Name, Place: place, Site: c.Site, Share: c.Share, Factor: factor,
		Instrument: c.Instrument, Source: c.Source,
	}, nil
}

// contractFactor reads an emission factor with its unit, in kgCO2e/kWh. The unit
// is asked for because suppliers state grams as often as kilograms.
func contractFactor(s string) (decimal.Decimal, error) {
	want := phrase("write a number and its unit, such as 0 kgCO2e/kWh or 25 gCO2e/kWh")
	number, unit, found := strings.Cut(strings.TrimSpace(s), " ")
	value, err := decimal.NewFromString(number)
	if err != nil || len(number) > 40 || strings.ContainsAny(number, "eE") {
		return decimal.Decimal{}, errorf("%q is not an emission factor; %s", s, want)
	}
	if !found {
		return decimal.Decimal{}, errorf("%q has no unit; %s", s, want)
	}
	from, err := quantity.Parse(unit)
	if err != nil {
		return decimal.Decimal{}, err
	}
	converted, err := quantity.Convert(value, from, quantity.MustParse("kgCO2e/kWh"))
	if err != nil {
		return decimal.Decimal{}, errorf("%q is not a mass of CO2e for an amount of electricity; %s", s, want)
	}
	if converted.IsNegative() {
		return decimal.Decimal{}, errorf("%q is negative; a contract cannot take emissions out of the air", s)
	}
	return converted, nil
}

// checkCategories refuses a lifetime for, or the expensing of, a category that
// neither inventories nor factor packs know: it would have no effect, and nobody
// would see.
func checkCategories(settings *config.Settings, library *factors.Library) error {
	known := map[string]bool{}
	for _, column := range inventory.Template() {
		if column.Name == "category" {
			for _, category := range column.Allowed {
				known[category] = true
			}
		}
	}
	for f := range library.Factors() {
		known[f.Subject] = true
	}
	names := slices.Sorted(maps.Keys(known))
	check := func(path, name string) error {
		category, _, _ := strings.Cut(name, "/")
		if known[name] || known[category] {
			return nil
		}
		return settings.Refuse(path, errorf("%q is not a category%s", name,
			hintElse(name, names, phrase("; 'govfootprint factors list PACK' lists what there is"))))
	}
	for _, name := range slices.Sorted(maps.Keys(settings.Lifetimes)) {
		if err := check(config.Lifetimes+"."+name, name); err != nil {
			return err
		}
	}
	for _, name := range settings.Expensed {
		if err := check(config.Expensed, name); err != nil {
			return err
		}
	}
	return nil
}

// placeOf returns the ISO 3166 code of a place in the settings, which may be
// written in any way that a row may write it. Whether there is a factor for the
// place is for the packs to say.
func placeOf(settings *config.Settings, name, text string) (string, error) {
	if text == "" {
		return "", nil
	}
	code, ok := inventory.ParsePlace(text)
	if !ok {
		return "", settings.Refuse(name, errorf("%q is no country; write its ISO 3166 code such as GB, its English name, or a region such as CA-ON", text))
	}
	return code, nil
}
