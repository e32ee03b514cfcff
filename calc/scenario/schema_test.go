package scenario_test

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"govfootprint/calc/scenario"
	"govfootprint/examples/policy-choices/scenarios" //nolint:depguard // the ready scenarios are what the parser is tried on
)

// The schema and the program agree on what a scenario is, as far as a schema can say:
// it knows no filters, no categories and no units.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(scenario.Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("urn:scenario", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("urn:scenario")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{
		whole:                                                               true,
		"version: 1\nname: n\nchanges:\n":                                   true,
		"version: 1\nname: n\n":                                             false,
		"version: 2\nname: n\nchanges: []\n":                                false,
		change("remove: true"):                                              true,
		change("remove: false"):                                             false,
		change("set: {lifetime_years: 0}"):                                  false,
		change("set: {lifetime_years: 0 years}"):                            false,
		change("set: {lifetime_years: 60 months}"):                          true,
		change("set: {category: laptop}"):                                   false,
		change("set: {hosting: office}"):                                    false,
		change("set: {status: retired}"):                                    false,
		change("set: {attribution: 0}"):                                     true,
		change("set: {}"):                                                   false,
		change("scale: {quantity: -50%}"):                                   true,
		change("scale: {quantity: -0.5}"):                                   false,
		change("scale: {lifetime_years: 2}"):                                false,
		change("shift: {lifetime_years: -1}"):                               true,
		change("shift: {quantity: 1}"):                                      false,
		change("share: 120%\nremove: true"):                                 true, // beyond what a pattern says
		change("share: 1.2\nremove: true"):                                  false,
		change("from: 2026\nto: 2030\nremove: true"):                        true,
		change("when: replaced\nremove: true"):                              true,
		change("when: at once\nremove: true"):                               true,
		change("when: soon\nremove: true"):                                  false,
		change("to: 2030\nremove: true"):                                    false,
		change("from: 26\nremove: true"):                                    false,
		change("cost: 5\nremove: true"):                                     false,
		change("cost: -5 EUR/unit\nremove: true"):                           true,
		change("method: {pue: 0.5}"):                                        false,
		change("method: {basis: yearly}"):                                   false,
		change("contract: {name: x, factor: 3}"):                            false,
		change("contract: {name: x, share: 60%, factor: 3 gCO2e/kWh}"):      true,
		change("packs: [equipment-ademe]"):                                  true,
		change("packs: []"):                                                 false,
		change("add: {category: monitor}"):                                  false,
		change("add: {category: monitor, quantity: 5}"):                     true,
		change("replace: {category: thin-client, per_unit: 0.5}"):           true,
		change("move: {hosting: cellar}"):                                   false,
		change("remove: true\nset: {department: x}"):                        false,
		"version: 1\nname: n\nchanges: [{name: a, remove: true}]\n":         false,
		"version: 1\nname: n\nchanges: [{reason: a, remove: true}]\n":       false,
		"version: 1\nname: n\nchanges: [{name: a, reason: b}]\n":            false,
		"version: 1\nname: n\nchanges: [{name: a, reason: b, rmove: true}]": false,
	}
	for _, name := range scenarios.Names() {
		ready, _ := scenarios.Ready(name)
		texts[string(ready)] = true
	}
	for text, want := range texts {
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(value); (err == nil) != want {
			t.Errorf("by the schema %v, want %v: %v\n%s", err == nil, want, err, text)
		}
		if strings.Contains(text, "share: 120%") {
			want = false
		}
		if _, err := scenario.Parse("s.yaml", []byte(text)); (err == nil) != want {
			t.Errorf("by the program %v, want %v: %v\n%s", err == nil, want, err, text)
		}
	}
}
