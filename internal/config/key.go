package config

import "strings"

// Names of the settings. Each is a key of the settings file, a flag with the
// same name where one exists, and a GOVFOOTPRINT_… variable.
const (
	Period       = "period"
	Country      = "country"
	Basis        = "basis"
	Electricity  = "electricity"
	Pack         = "pack"
	Factors      = "factors"
	Mapping      = "mapping"
	Users        = "users"
	Organisation = "organisation"
	PUE          = "pue"
	Lifetimes    = "lifetimes"
	Attribution  = "attribution"
	Expensed     = "expensed"
	Allocation   = "allocation"
	Idle         = "idle"
	Contracts    = "contracts"
	Services     = "services"
	FTE          = "fte"
	BaseYear     = "base-year"
	PreviousYear = "previous-year"
	Targets      = "targets"
	Initiatives  = "initiatives"
	Exclusions   = "exclusions"
	Returns      = "returns"
	Aims         = "aims"
	Draws        = "draws"
	Seed         = "seed"
	Items        = "items"
	Quiet        = "quiet"
	Verbose      = "verbose"
	NoColor      = "no-color"
	Language     = "lang"
)

// kind is the form that the value of a setting has.
type kind int

const (
	text kind = iota
	flag
	list     // of texts
	section  // texts by name
	sections // a list of sections
	named    // sections by names of the user's own, as they are written
)

// key describes one setting.
type key struct {
	name    string
	kind    kind
	initial string // the default, as a person would write it
	without string // what happens when nothing is set, for `config`
	usage   string // the flag's help; empty for a setting that has no flag
	hint    string // what a value looks like, for messages
}

var keys = []key{
	{name: Period, kind: text, without: "the last complete calendar year", usage: "reporting `PERIOD`: a year (2025) or a first and last day (2024-04-01/2025-03-31)"},
	{name: Country, kind: text, without: "the world factor", usage: "default `PLACE` of units whose row names none: ISO 3166, such as GB or CA-ON"},
	{name: Basis, kind: text, initial: "annualised", usage: "how embodied impact is spread, `BASIS`: annualised, depreciated, acquired or observed"},
	{name: Electricity, kind: text, initial: "location", usage: "which `VIEW` of electricity the breakdowns show: location or market (totals show both)"},
	{name: Pack, kind: list, without: "the default packs", usage: "factor pack of the program to use, `NAME[@VERSION]`; repeatable, later wins"},
	{name: Factors, kind: list, without: "none", usage: "folder `DIR` with a factor pack of your own; repeatable, later wins"},
	{name: Mapping, kind: list, without: "none", usage: "mapping `FILE` that says what columns and words of the inventories mean (see inspect); repeatable, later wins"},
	{name: Users, kind: text, without: "unknown", usage: "`NUMBER` of people served, for figures per user"},
	{name: Organisation, kind: text, without: "not named", usage: "`NAME` of the organisation, for the report"},
	{name: PUE, kind: text, without: "the pack's", hint: "pue: 1.4"},
	{name: Lifetimes, kind: section, without: "the pack's", hint: "laptop: 5"},
	{name: Attribution, kind: section, without: "1; personal devices without a share are left out", hint: "personal: 0.5"},
	{name: Allocation, kind: text, without: "by what at least half of the machines state", hint: "allocation: vcpu"},
	{name: Idle, kind: text, initial: "visible", hint: "idle: spread"},
	{name: Expensed, kind: list, without: "none", hint: "- headset"},
	{name: Contracts, kind: sections, without: "none", hint: "- name: Supply contract"},
	{name: Services, kind: named, without: "none", hint: "Passports: {unit: case, count: 1200000}"},
	{name: FTE, kind: text, without: "unknown", hint: "fte: 950.5"},
	{name: BaseYear, kind: section, without: "none", hint: "period: 2018"},
	{name: PreviousYear, kind: section, without: "none", hint: "period: 2024"},
	{name: Targets, kind: sections, without: "none", hint: "- {year: 2030, cut: 42%}"},
	{name: Initiatives, kind: list, without: "none", hint: "- Laptops are kept for five years"},
	{name: Exclusions, kind: sections, without: "none", hint: "- {what: meeting rooms, why: run by the landlord}"},
	{name: Returns, kind: list, without: "those of the countries in which the equipment is", usage: "whose tables of yearly returns the report has, `COUNTRY`: uk, fr, nz, au, all or none; repeatable"},
	{name: Aims, kind: text, without: "the Shared Approach", usage: "`FILE` of aims that extends or replaces those of the sheet Shared Approach"},
	{name: Draws, kind: text, without: "none: intervals are derived", usage: "`NUMBER` of draws to simulate how sure the totals are with, such as 10000"},
	{name: Seed, kind: text, initial: "0", usage: "`NUMBER` that the draws begin with: the same gives the same draws"},
	{name: Items, kind: flag, initial: "false", hint: "items: true"}, // its flag belongs to assess alone: see ItemsUsage
	{name: Quiet, kind: flag, initial: "false", usage: "write no messages but errors, and no summary beside a report file"},
	{name: Verbose, kind: flag, initial: "false", usage: "write every step and every message, ungrouped"},
	{name: NoColor, kind: flag, initial: "false", usage: "write without colour (so does NO_COLOR)"},
	{name: Language, kind: text, initial: "en"}, // its flag belongs to every command: see LanguageUsage
}

// ItemsUsage is the help of the flag --items of the command that writes reports.
const ItemsUsage = "add a sheet to the workbook that has every row of the inventories that was counted, with its line and its footprint"

// LanguageUsage is the help of the flag --lang, which every command has, also
// those that have no other setting.
const LanguageUsage = "`LANGUAGE` of texts: en or fr; names of columns, keys and codes stay as they are"

// envPrefix begins the name of every environment variable that is read.
const envPrefix = "GOVFOOTPRINT_"

// fileVariable names the settings file; it is not itself a setting.
const fileVariable = envPrefix + "CONFIG"

func (k key) env() string { return envName(k.name) }

func envName(name string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
}

func keyNames() []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

// IsSetting reports whether a name is that of a setting.
func IsSetting(name string) bool {
	_, ok := findKey(name)
	return ok
}

func findKey(name string) (key, bool) {
	for _, k := range keys {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}
