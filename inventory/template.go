package inventory

import (
	"maps"
	"slices"
	"sync"

	"go.yaml.in/yaml/v3"

	"govfootprint/inventory/recognition"
)

// TemplateColumn describes a canonical column to a person who fills in an inventory.
type TemplateColumn struct {
	Name      string            // canonical name: the header to write
	Unit      string            // kWh, W, GB …; empty where there is none
	Describe  map[string]string // description by language: en, fr
	Example   string
	Allowed   []string // values to choose from; empty where the column is free
	Mandatory bool     // one of the mandatory columns must be filled in
	Group     string   // identity, life, place, energy, reporting, server
}

// Template returns the canonical columns in the order in which a template lists them.
func Template() []TemplateColumn {
	columns := slices.Clone(template())
	for i := range columns {
		columns[i].Describe = maps.Clone(columns[i].Describe)
		columns[i].Allowed = slices.Clone(columns[i].Allowed)
	}
	return columns
}

var template = sync.OnceValue(func() []TemplateColumn {
	var described []struct {
		Name      string `yaml:"name"`
		Unit      string `yaml:"unit"`
		Group     string `yaml:"group"`
		Mandatory bool   `yaml:"mandatory"`
		Example   string `yaml:"example"`
		EN        string `yaml:"en"`
		FR        string `yaml:"fr"`
	}
	if err := yaml.Unmarshal([]byte(readData("template.yaml")), &described); err != nil {
		defect("template.yaml: " + err.Error())
	}
	columns := make([]TemplateColumn, len(described))
	for i, d := range described {
		f := parseMeaning(d.Name).field
		columns[i] = TemplateColumn{
			Name: d.Name, Unit: d.Unit, Describe: map[string]string{"en": d.EN, "fr": d.FR}, Example: d.Example,
			Allowed: allowedValues(f), Mandatory: d.Mandatory, Group: d.Group,
		}
	}
	return columns
})

// allowedValues returns the values of a column to choose from.
func allowedValues(f field) []string {
	if f == fieldCategory {
		return recognition.Categories()
	}
	if v, ok := vocabularies()[f]; ok {
		return v.values
	}
	return nil
}

// Categories returns the categories of the catalogue, in alphabetical order.
func Categories() []string { return recognition.Categories() }
