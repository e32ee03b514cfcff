package inventory

// TemplateColumn describes a canonical column to a person who fills in an inventory.
type TemplateColumn struct {
	Name      string            // canonical name: the header to write
	Unit      string            // kWh, W, GB …; empty where there is none
	Describe  map[string]string // description by language: en, fr
	Example   string
	Allowed   []string // values to choose from; empty where the column is free
	Mandatory bool     // an inventory without it says little; see also Group
	Group     string   // identity, service, place, energy, life, server, reporting
}

// Template returns the canonical columns in the order in which a template lists them.
func Template() []TemplateColumn { return nil }
