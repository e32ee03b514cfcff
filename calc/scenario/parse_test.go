package scenario_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/calc/scenario"
)

const whole = `# of the policy team
version: 1
name: Five years
description: Keep what works.
changes:
  - name: Keep laptops five years
    reason: Batteries are replaced in the third year.
    where: category == "laptop" and not (age < 3)
    set: {lifetime_years: 5, condition: refurbished}
    share: 50%
    from: 2026
    to: 2030
    cost: 40 GBP/unit
  - name: Fewer screens
    reason: Hot desks
    where: |
      category == "monitor"
        and department in ["Finance", "HR"]
    scale: {quantity: -50%, annual_kwh: 0.8}
  - name: Thin clients
    reason: Central desktops
    where: category == "desktop"
    replace: {category: thin-client, per_unit: 0.9, annual_kwh: 20}
  - name: One more year
    reason: Policy
    where: category == "server"
    shift: {lifetime_years: +1}
  - {name: Retire, reason: Unused, where: status == "in_stock", remove: true}
  - name: Go north
    reason: Cleaner grid
    where: hosting == "server_room"
    move: {hosting: data_centre, country: Sweden, pue: 1.2}
  - name: Screens for meeting rooms
    reason: Hybrid meetings
    rebound: true
    add: {category: monitor, quantity: 20, country: GB}
  - name: Better rooms
    reason: New cooling
    method: {pue: 1.3, lifetimes: {laptop: 5}, attribution: {personal: 0.5}}
  - name: Green tariff
    reason: Framework contract
    contract: {name: Tariff, place: GB, factor: 0 kgCO2e/kWh}
  - name: Other factors
    reason: Sensitivity
    packs: equipment-ademe
`

func TestParse(t *testing.T) {
	s, err := scenario.Parse("s.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "Five years" || len(s.Changes) != 10 {
		t.Fatalf("%q, %d changes", s.Name, len(s.Changes))
	}
	first := s.Changes[0]
	if first.Share.String() != "0.5" || first.Phase != (scenario.Phase{From: 2026, To: 2030}) || !first.Cost.PerUnit || first.Cost.Currency != "GBP" {
		t.Errorf("first change: %+v", first)
	}
	if scale, ok := s.Changes[1].Action.(*scenario.Scale); !ok || scale.Quantity.Decimal.String() != "0.5" || scale.Electricity.Decimal.String() != "0.8" {
		t.Errorf("scale: %+v", scale)
	}
	if move, ok := s.Changes[5].Action.(*scenario.Move); !ok || move.Words["country"] != "SE" {
		t.Errorf("move: %+v", move)
	}
	if !s.Changes[6].Rebound {
		t.Error("the rebound is not one")
	}
}

// change puts the lines of a change into a scenario; they begin in line 4.
func change(lines string) string {
	return "version: 1\nname: n\nchanges:\n  - name: a\n    reason: b\n    " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n"
}

// What is wrong is said with its line and column, all of it at once, and with what
// may have been meant.
func TestRefused(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":             {"", `s.yaml:1:1: the file is empty; a scenario begins with "version: 1"`},
		"comments alone":    {"# nothing\n", `s.yaml:1:1: the file is empty; a scenario begins with "version: 1"`},
		"a list":            {"- a\n", "s.yaml:1:1: a scenario: expected indented lines such as version: …"},
		"a table":           {"category,quantity\nlaptop,5\n", "s.yaml:1:1: a scenario: expected indented lines such as version: …"},
		"tabs":              {"version: 1\nname: n\nchanges:\n  \t- name: a\n", "s.yaml:4:3: a tab stands here; YAML is indented by spaces"},
		"not UTF-8":         {"version: 1\nname: caf\xe9\n", "s.yaml:2:10: this character is not UTF-8; save the file as UTF-8"},
		"binary":            {"PK\x03\x04", "s.yaml: not valid YAML: control characters are not allowed"},
		"key twice":         {"version: 1\nname: n\nname: m\nchanges: []\n", `s.yaml:3:1: "name" is in a scenario twice; it stands in line 2 already`},
		"value twice":       {change("set: {lifetime_years: 5, lifetime_years: 6}"), `s.yaml:6:30: "lifetime_years" is in set twice; it stands in line 6 already`},
		"key of a list":     {"? [a]\n: b\nversion: 1\nname: n\nchanges: []\n", "s.yaml:1:3: a scenario: a key is a single word, such as version"},
		"merge key":         {"version: 1\nname: n\n<<: {name: m}\nchanges: []\n", `s.yaml:3:1: "<<" is not part of a scenario; it has version, name, description, changes`},
		"bomb":              {"version: 1\na: &a [x, x]\nb: &b [*a, *a]\n", "s.yaml:2:4: &a names a value to be used again; a scenario has none"},
		"tag":               {"version: 1\nname: !!binary aGVsbG8=\nchanges: []\n", "s.yaml:2:7: !!binary is a YAML tag; put the text in quotes"},
		"second document":   {"version: 1\nname: n\nchanges: []\n---\na: b\n", "s.yaml:4:1: a second YAML document begins here (a line with ---); keep one"},
		"deep":              {"version: 1\nname: n\nchanges: " + strings.Repeat("[", 50) + strings.Repeat("]", 50) + "\n", "s.yaml:3:18: lists within lists within lists; a scenario is not as deep"},
		"no mapping":        {"version: 1\nname: n\nchanges: {a: b}\n", "s.yaml:3:10: changes: expected a list, each element beginning with a dash, such as - name: Keep laptops five years"},
		"long":              {strings.Repeat("#", scenario.MostBytes+1), "s.yaml: the file holds more than 1048576 bytes; a scenario is short text"},
		"long filter":       {change("where: " + strings.Repeat("age > 1 or ", 1000) + "age > 1\nremove: true"), "s.yaml:6:12: where: the text is longer than 4000 characters"},
		"large filter":      {change("where: " + strings.Repeat("-", 1900) + "age > 1\nremove: true"), "s.yaml:6:1931: where: the filter has too many parts; a long list is better a column of the inventory, to be filtered by"},
		"large pattern":     {change("where: model matches \"((a{1,100}){1,100}){1,100}\"\nremove: true"), "s.yaml:6:18: where: the filter cannot be read: error parsing regexp: invalid repeat count: `{1,100}`"},
		"filter of a list":  {change("where: [a]\nremove: true"), "s.yaml:6:12: where: expected a single value"},
		"many changes":      {"version: 1\nname: n\nchanges:\n" + strings.Repeat("  - {name: a, reason: b, remove: true}\n", 201), "s.yaml:204:5: a scenario has 200 changes at most; put the others into another file"},
		"lifetime negative": {change("set: {lifetime_years: -3}"), "s.yaml:6:27: lifetime_years: -3 is no lifetime; write a number of years above 0"},
		"lifetime of ages":  {change("set: {lifetime_years: 20250}"), "s.yaml:6:27: lifetime_years: nothing lasts 20250 years; write a number of years up to 100"},
		"French unit":       {change("set: {lifetime_years: 5 ans}"), `s.yaml:6:27: lifetime_years: "ans" is no unit; write year`},
		"French number":     {change("set: {lifetime_years: \"5,5\"}"), `s.yaml:6:27: lifetime_years: "5,5" is not a number; write one such as 5 year`},
		"exponent":          {change("scale: {quantity: 1e999999999}"), `s.yaml:6:23: quantity: "1e999999999" is nothing to multiply with; write a factor such as 0.8, or a change such as -20%`},
		"no version":        {"name: n\nchanges: []\n", `s.yaml:1:1: the file does not say its version; begin it with "version: 1"`},
		"unknown key":       {"version: 1\nname: n\nchange: []\n", "s.yaml:1:1: the scenario has no changes; add \"changes:\" and below it what is done\n" + `s.yaml:3:1: "change" is not part of a scenario; did you mean "changes"?`},
		"alias":             {"version: 1\nname: &a n\nchanges: []\n", "s.yaml:2:7: &a names a value to be used again; a scenario has none"},
		"no reason":         {"version: 1\nname: n\nchanges:\n  - name: a\n    remove: true\n", `s.yaml:4:5: the change has no reason; add "reason: …": why anybody believes that it can be done, and where that stands`},
		"no action":         {change("where: age > 3"), "s.yaml:4:5: the change changes nothing; it needs one of set, scale, shift, replace, remove, move, add, method, contract, packs, factors"},
		"two actions":       {change("remove: true\nset: {lifetime_years: 5}"), "s.yaml:4:5: the change does remove, set at once; make a change of each, for they take effect one after the other"},
		"unknown attribute": {change("where: categry == \"laptop\"\nremove: true"), `s.yaml:6:12: where: there is no attribute "categry"; did you mean "category"?`},
		"unknown value":     {change("where: category == \"lptop\"\nremove: true"), `s.yaml:6:24: where: no item has the category "lptop"; did you mean "laptop"?`},
		"value in a list":   {change("where: status in [\"in_service\", \"in_stok\"]\nremove: true"), `s.yaml:6:37: where: no item has the status "in_stok"; did you mean "in_stock"?`},
		"in a block":        {change("where: |\n  category == \"laptop\"\n    and departement == \"x\"\nremove: true"), `s.yaml:8:13: where: there is no attribute "departement"; did you mean "department"?`},
		"text and number":   {change("where: age > \"3\"\nremove: true"), `s.yaml:6:16: where: ">" cannot stand between these two: texts are compared with texts, numbers with numbers, and conditions are joined with and, or`},
		"no condition":      {change("where: category\nremove: true"), `s.yaml:6:12: where: "category" is no condition; compare it with something, such as category == "laptop"`},
		"function":          {change("where: len(category) > 3\nremove: true"), `s.yaml:6:12: where: a filter has no functions and nothing of the kind; it compares with ==, !=, <, <=, >, >=, in, contains, startsWith, endsWith and matches, and joins with and, or, not`},
		"syntax":            {change("where: category ==\nremove: true"), `s.yaml:6:22: where: the filter ends too early; a comparison has something on both sides, such as category == "laptop"`},
		"single =":          {change("where: category = \"laptop\"\nremove: true"), `s.yaml:6:21: where: a single = sets something; write == to compare, such as category == "laptop"`},
		"open text":         {change("where: category == \"laptop\nremove: true"), `s.yaml:6:31: where: a quotation mark is missing; each text stands between two, such as "laptop"`},
		"misplaced":         {change("where: category == \"laptop\")\nremove: true"), `s.yaml:6:32: where: ")" cannot stand here; write comparisons such as category == "laptop", joined with and, or`},
		"curly quotes":      {change("where: category == “laptop”\nremove: true"), `s.yaml:6:24: where: this character cannot stand in a filter; write texts between straight quotation marks, such as category == "laptop"`},
		"screen":            {change("where: category == \"screen\"\nremove: true"), `s.yaml:6:24: where: no item has the category "screen"; did you mean "monitor"?`},
		"Écran":             {change("where: category == \"Écran\"\nremove: true"), `s.yaml:6:24: where: no item has the category "Écran"; did you mean "monitor"?`},
		"new screen":        {change("replace: {category: screen}"), `s.yaml:6:25: category: "screen" is not among its values; did you mean "monitor"?`},
		"decimal comma":     {change("share: 12,5%\nremove: true"), `s.yaml:6:12: share: "12,5%" has a decimal comma; write 12.5%`},
		"all at once": {
			"name: n\nchanges:\n  - name: a\n    where: categry == \"x\"\n    remove: true\n    move: {country: SE}\n  - reason: b\n    share: 3\n",
			`s.yaml:1:1: the file does not say its version; begin it with "version: 1"
s.yaml:3:5: the change has no reason; add "reason: …": why anybody believes that it can be done, and where that stands
s.yaml:3:5: the change does remove, move at once; make a change of each, for they take effect one after the other
s.yaml:4:12: where: there is no attribute "categry"; did you mean "category"?
s.yaml:7:5: the change has no name; add "name: …", by which the waterfall calls it
s.yaml:7:5: the change changes nothing; it needs one of set, scale, shift, replace, remove, move, add, method, contract, packs, factors
s.yaml:8:12: share: "3" is no share; write one above 0 and up to 1, such as 0.3 or 30%`,
		},
		"pattern":           {change("where: model matches \"(\"\nremove: true"), "s.yaml:6:18: where: the filter cannot be read: error parsing regexp: missing closing ): `(`"},
		"country":           {change("where: country == \"Ruritania\"\nremove: true"), `s.yaml:6:23: where: "Ruritania" is no country; write its ISO 3166 code such as GB, its English name, or a region such as CA-ON`},
		"lifetime zero":     {change("set: {lifetime_years: 0}"), "s.yaml:6:27: lifetime_years: 0 is no lifetime; write a number of years above 0"},
		"impossible unit":   {change("set: {lifetime_years: 5 kg}"), `s.yaml:6:27: lifetime_years: "kg" cannot be said in year; write year`},
		"unknown unit":      {change("set: {annual_kwh: 5 flops}"), `s.yaml:6:23: annual_kwh: "flops" is no unit; write kWh/year`},
		"no number":         {change("set: {lifetime_years: five}"), `s.yaml:6:27: lifetime_years: "five" is not a number; write one such as 5 year`},
		"set category":      {change("set: {category: laptop}"), "s.yaml:6:21: category is not set, for more than that changes with it; use replace"},
		"set country":       {change("set: {country: SE}"), "s.yaml:6:20: country is not set, for more than that changes with it; use move"},
		"retire by set":     {change("set: {status: retired}"), "s.yaml:6:19: status: a change cannot make items retired, for that takes dates; remove them instead"},
		"set unknown":       {change("set: {lifetime: 5}"), `s.yaml:6:11: "lifetime" is not part of set; did you mean "lifetime_years"?`},
		"factor":            {change("scale: {quantity: -0.5}"), `s.yaml:6:23: quantity: "-0.5" is nothing to multiply with; write a factor such as 0.8, or a change such as -20%`},
		"share":             {change("share: 120%\nremove: true"), `s.yaml:6:12: share: "120%" is no share; write one above 0 and up to 1, such as 0.3 or 30%`},
		"variant":           {change("replace: {category: laptop, variant: 14inch}"), `s.yaml:6:14: variant: "14inch" is no kind of laptop; did you mean "14in"?`},
		"no device":         {change("replace: {per_unit: 2}"), "s.yaml:6:14: nothing says what it is; add a category such as laptop, or a model that is known"},
		"no amount":         {change("replace: {category: cloud-compute}"), "s.yaml:6:14: replace: nothing says how much of cloud-compute there is for each unit; add per_unit, such as 17520 vCPU.h"},
		"measure":           {change("add: {category: cloud-compute, quantity: 5 kg}"), `s.yaml:6:46: quantity: cloud-compute is not counted in "kg"; write one of vCPU.h, h, or money of a year such as GBP2024`},
		"year":              {change("from: 2026\nto: 2024\nremove: true"), "s.yaml:7:9: to: 2024 is before 2026, in which the change begins"},
		"cost":              {change("cost: 5\nremove: true"), `s.yaml:6:11: cost: "5" is no cost; write an amount with its currency such as 120000 GBP, or for each unit such as 40 GBP/unit; below 0 for what is saved`},
		"where of a method": {change("where: age > 3\nmethod: {pue: 1.2}"), "s.yaml:6:12: where: method concerns no items of the inventory; leave the filter out"},
		"pue":               {change("method: {pue: 0.8}"), "s.yaml:6:19: pue: 0.8 is below 1; it is the electricity of the whole room over that of its equipment"},
		"contract":          {change("contract: {name: x, factor: 3}"), `s.yaml:6:33: factor: "3" is no emission factor; write a number and its unit, such as 0 kgCO2e/kWh or 25 gCO2e/kWh`},
		"contradiction": {
			change("where: category == \"laptop\"\nset: {lifetime_years: 5}") + "  - name: c\n    reason: d\n    where: category == \"laptop\"\n    set: {lifetime_years: 6}\n",
			`s.yaml:8:5: "c" gives lifetime_years another value than "a" in line 4, for the same items; leave one of the two out`,
		},
		"twice": {change("remove: true") + "  - name: a\n    reason: d\n    remove: true\n", `s.yaml:7:5: the change "a" is there twice; it stands in line 4 already, and reports could not tell the two apart`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := scenario.Parse("s.yaml", []byte(test.text))
			if _, ok := errors.AsType[*scenario.Error](err); !ok {
				t.Fatalf("accepted: %v", err)
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
