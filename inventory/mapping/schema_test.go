package mapping_test

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"govfootprint/inventory/mapping"
)

// The schema and the program agree on what a mapping is, as far as a schema can say.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(mapping.Schema))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("urn:mapping", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("urn:mapping")
	if err != nil {
		t.Fatal(err)
	}
	var proposed strings.Builder
	if err := draft.Write(&proposed); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		whole:                              true,
		proposed.String():                  true,
		"version: 1":                       true,
		"version: 1\nsheets:\nmodels:\n":   true,
		"sheets: []":                       false,
		"version: 2":                       false,
		"version: 1\nsheet: []":            false,
		"version: 1\nmodels: [{maker: x}]": false,
		"version: 1\nsheets: [{columns: {a: {fields: model}}}]": false,
		"version: 1\ncategories: [x]":                           false,
	} {
		var value any
		if err := yaml.Unmarshal([]byte(text), &value); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(value); (err == nil) != want {
			t.Errorf("by the schema %v, want %v: %v\n%s", err == nil, want, err, text)
		}
		if _, err := mapping.Parse("m.yaml", []byte(text)); (err == nil) != want {
			t.Errorf("by the program %v, want %v: %v\n%s", err == nil, want, err, text)
		}
	}
}
