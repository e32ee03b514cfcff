package inventory

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory/bill"
	"govfootprint/quantity"
)

// usageWords are units as people write them.
var usageWords = map[string]string{
	"user": "user", "users": "user", "licence": "user", "licences": "user", "license": "user", "licenses": "user", "seat": "user", "seats": "user",
	"account": "user", "accounts": "user", "mailbox": "user", "mailboxes": "user", "utilisateur": "user", "utilisateurs": "user",
	"user year": "user.year", "user years": "user.year", "licence year": "user.year", "licence years": "user.year", "license year": "user.year",
	"user month": "user.month", "user months": "user.month", "licence month": "user.month", "licence months": "user.month", "license months": "user.month",
	"seat month": "user.month", "seat months": "user.month", "users month": "user.month", "utilisateur mois": "user.month", "utilisateurs mois": "user.month",
	"line": "subscription", "lines": "subscription", "sim": "subscription", "sims": "subscription", "subscription": "subscription", "subscriptions": "subscription",
	"circuit": "subscription", "circuits": "subscription", "ligne": "subscription", "lignes": "subscription", "abonnement": "subscription", "abonnements": "subscription",
	"line year": "subscription.year", "line years": "subscription.year", "line month": "subscription.month", "line months": "subscription.month",
	"email": "email", "emails": "email", "e mail": "email", "e mails": "email", "mail": "email", "mails": "email", "message": "email", "messages": "email", "courriel": "email", "courriels": "email",
	"prompt": "prompt", "prompts": "prompt", "request": "prompt", "requests": "prompt", "query": "prompt", "queries": "prompt", "requete": "prompt", "requetes": "prompt",
	"person hour": "person.h", "person hours": "person.h", "participant hour": "person.h", "participant hours": "person.h", "user hours": "person.h", "heures personne": "person.h",
	"heures participant": "person.h", "participant minutes": "person.min", "person minutes": "person.min",
	"vcpu hour": "vCPU.h", "vcpu hours": "vCPU.h", "vcpu h": "vCPU.h", "vcpuh": "vCPU.h", "heures vcpu": "vCPU.h", "core hours": "vCPU.h",
	"gigabit": "Gbit", "gigabits": "Gbit", "gbits": "Gbit", "megabit": "Mbit", "megabits": "Mbit", "mbits": "Mbit", "terabit": "Tbit", "terabits": "Tbit", "tbits": "Tbit",
	"megabyte": "MB", "megabytes": "MB", "megaoctet": "MB", "megaoctets": "MB", "terabyte": "TB", "terabytes": "TB", "teraoctet": "TB", "teraoctets": "TB",
	"heure": "h", "heures": "h", "go": "GB", "to": "TB", "mo": "MB", "go mois": "GB.month", "to mois": "TB.month",
}

// usageAmount returns an amount in the measure of a category that its unit can be
// turned into. What is a state and no amount (1200 users, 50 TB stored) holds
// throughout the time that its row names, else throughout the period:
//
//	1200 users · 1 year = 1200 user.year      50 TB · 8760 h = 438,000,000 GB.h
//
// held tells that it is such.
func usageAmount(n decimal.Decimal, text string, measures []quantity.Unit, over Period) (amount decimal.Decimal, measure string, held, ok bool) {
	unit, ok := usageUnit(text)
	if !ok {
		return decimal.Zero, "", false, false
	}
	hour := quantity.MustParse("h")
	for _, held = range []bool{false, true} {
		of, number := unit, n
		if held {
			of, number = unit.Mul(hour), n.Mul(hoursIn(over))
		}
		i := slices.IndexFunc(measures, of.Convertible)
		if i < 0 {
			continue
		}
		amount, err := quantity.Convert(number, of, measures[i])
		return amount, measures[i].String(), held, err == nil
	}
	return decimal.Zero, "", false, false
}

// heldPlaces is the number of places to which the length of a period is rounded,
// half to even, where it is no whole year.
const heldPlaces = 12

// yearsIn returns the length of a period in years.
func yearsIn(p Period) decimal.Decimal {
	numerator, denominator := p.Years()
	return divideEven(decimal.NewFromInt(numerator), decimal.NewFromInt(denominator), heldPlaces)
}

// hoursIn returns the hours of a period; a calendar or fiscal year has 8760, as
// everywhere in the method.
func hoursIn(p Period) decimal.Decimal {
	const hoursPerYear = 8760
	numerator, denominator := p.Years()
	return divideEven(decimal.NewFromInt(numerator*hoursPerYear), decimal.NewFromInt(denominator), heldPlaces)
}

// usageUnit reads a unit: the words for it, else as bills or packs write it.
func usageUnit(text string) (quantity.Unit, bool) {
	if symbol, ok := usageWords[words(text)]; ok {
		return quantity.MustParse(symbol), true
	}
	if measure, per, ok := bill.Unit(text); ok && per.Equal(decimal.NewFromInt(1)) && (measure == bill.Hours || measure == bill.ProcessorTime || measure == bill.DataTime || measure == bill.Data) {
		return quantity.MustParse(measure), true
	}
	if unit, err := quantity.Parse(strings.ReplaceAll(strings.TrimSpace(text), "-", ".")); err == nil {
		return unit, true
	}
	unit, err := quantity.Parse(strings.TrimSpace(text))
	return unit, err == nil
}

// parseUnitText returns a unit as it is written in estates.
func parseUnitText(text string) (string, error) {
	unit, err := quantity.Parse(text)
	if err != nil {
		return "", err
	}
	return unit.String(), nil
}
