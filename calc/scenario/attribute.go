package scenario

import (
	"slices"
	"strings"
	"sync"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
	"govfootprint/inventory/recognition"
)

// uses are what an attribute may be used for.
type uses uint8

const (
	settable uses = 1 << iota // by set
	placing                   // by move
	defining                  // of the device of replace and add
	keyed                     // no more than a name in filters
)

// attribute is one that is text in a profile. Numbers are in [item] and in rates.
type attribute struct {
	name   string
	of     func(*inventory.Profile) string
	put    func(*inventory.Profile, string)
	values func() []string // the vocabulary, nil where anything goes
	write  []string        // the part of the vocabulary that a change may write; nil for all of it
	read   func(string) string
	uses   uses
}

// known brings a word of a scenario into the form that profiles have it in; false
// where the vocabulary lacks it.
func (a *attribute) known(text string) (string, bool) {
	if a.read != nil {
		text = a.read(text)
	}
	return text, text == "" || a.values == nil || slices.Contains(a.values(), text)
}

// meant says which word of the vocabulary may have been meant: a category by the words
// that inventories have for it, else the nearest; all of them where none is near.
func (a *attribute) meant(text string) mapping.Message {
	if category, _ := recognition.CategoryOfType(text); category != "" && a.name == "category" {
		return mapping.Messagef("; did you mean %q?", category)
	}
	return hint(text, a.values(), mapping.Messagef("; there are %s", strings.Join(a.values(), ", ")))
}

func words[T ~string](list ...T) func() []string {
	values := make([]string, len(list))
	for i, w := range list {
		values[i] = string(w)
	}
	return func() []string { return values }
}

// attributes are the texts of a profile, in the order in which messages list them.
var attributes = []*attribute{
	{
		name: "kind", of: func(p *inventory.Profile) string { return string(p.Kind) }, uses: keyed,
		values: words(inventory.Hardware, inventory.Cloud, inventory.Software, inventory.Network),
	},
	{
		name: "category", of: func(p *inventory.Profile) string { return p.Category }, uses: defining,
		put:    func(p *inventory.Profile, s string) { p.Category = s },
		values: sync.OnceValue(categories),
	},
	{
		name: "variant", of: func(p *inventory.Profile) string { return p.Variant }, uses: defining,
		put: func(p *inventory.Profile, s string) { p.Variant = s },
	},
	{
		name: "manufacturer", of: func(p *inventory.Profile) string { return p.Manufacturer }, uses: defining,
		put: func(p *inventory.Profile, s string) { p.Manufacturer = s }, read: recognition.Maker,
	},
	{
		name: "family", of: func(p *inventory.Profile) string { return p.Family }, uses: keyed, read: strings.ToLower,
	},
	{
		name: "model", of: func(p *inventory.Profile) string { return p.Model }, uses: defining,
		put: func(p *inventory.Profile, s string) { p.Model = s }, read: strings.ToLower,
	},
	{
		name: "measure", of: func(p *inventory.Profile) string { return p.Measure }, uses: keyed,
	},
	{
		name: "status", of: func(p *inventory.Profile) string { return string(p.Status) }, uses: settable | defining,
		put:    func(p *inventory.Profile, s string) { p.Status = inventory.Status(s) },
		values: words(inventory.InService, inventory.InStock, inventory.Retired, inventory.Disposed, inventory.Lost),
		write:  words(inventory.InService, inventory.InStock)(),
	},
	{
		name: "ownership", of: func(p *inventory.Profile) string { return string(p.Ownership) }, uses: settable | defining,
		put:    func(p *inventory.Profile, s string) { p.Ownership = inventory.Ownership(s) },
		values: words(inventory.Owned, inventory.Leased, inventory.Personal),
	},
	{
		name: "condition", of: func(p *inventory.Profile) string { return string(p.Condition) }, uses: settable | defining,
		put:    func(p *inventory.Profile, s string) { p.Condition = inventory.Condition(s) },
		values: words(inventory.New, inventory.Remanufactured, inventory.Refurbished, inventory.Reused),
	},
	{
		name: "end_of_life", of: func(p *inventory.Profile) string { return p.EndOfLife }, uses: settable | defining,
		put:    func(p *inventory.Profile, s string) { p.EndOfLife = s },
		values: words("reuse", "recycling", "recovery", "landfill", "unknown"),
	},
	{
		name: "quality", of: func(p *inventory.Profile) string { return string(p.Quality) }, uses: settable | defining,
		put:    func(p *inventory.Profile, s string) { p.Quality = inventory.Quality(s) },
		values: words(inventory.HighQuality, inventory.MediumQuality, inventory.LowQuality),
	},
	{
		name: "energy", of: func(p *inventory.Profile) string { return string(p.Energy) }, uses: keyed,
	},
	{
		name: "capacity", of: func(p *inventory.Profile) string { return string(p.Capacity) }, uses: keyed,
		values: words(inventory.Allocated, inventory.Idle),
	},
	{
		name: "hosting", of: func(p *inventory.Profile) string { return string(p.Hosting) }, uses: placing | defining,
		put:    func(p *inventory.Profile, s string) { p.Hosting = inventory.Hosting(s) },
		values: words(inventory.Office, inventory.Home, inventory.ServerRoom, inventory.DataCentre, inventory.Colocation, inventory.PublicCloud),
	},
	{
		name: "country", of: func(p *inventory.Profile) string { return p.Country }, uses: placing | defining,
		put: func(p *inventory.Profile, s string) { p.Country = s }, read: place,
	},
	{
		name: "site", of: func(p *inventory.Profile) string { return p.Site }, uses: placing | defining,
		put: func(p *inventory.Profile, s string) { p.Site = s },
	},
	{
		name: "department", of: func(p *inventory.Profile) string { return p.Department }, uses: settable | defining,
		put: func(p *inventory.Profile, s string) { p.Department = s },
	},
	{
		name: "service", of: func(p *inventory.Profile) string { return p.Service }, uses: settable | defining,
		put: func(p *inventory.Profile, s string) { p.Service = s },
	},
	{
		name: "application", of: func(p *inventory.Profile) string { return p.Application }, uses: settable | defining,
		put: func(p *inventory.Profile, s string) { p.Application = s },
	},
	{
		name: "environment", of: func(p *inventory.Profile) string { return p.Environment }, uses: settable | defining,
		put: func(p *inventory.Profile, s string) { p.Environment = s },
	},
	{
		name: "config", of: func(p *inventory.Profile) string { return p.Config }, uses: keyed,
	},
}

// categories are those of devices and of activities.
func categories() []string {
	all := append(slices.Clone(inventory.Categories()), factors.Activities...)
	slices.Sort(all)
	return slices.Compact(all)
}

// unknownPlace is what a text that is no place is brought to: no profile has it.
const unknownPlace = "?"

// place returns the ISO 3166 code of a place, however it is written.
func place(text string) string {
	if text == "" {
		return ""
	}
	if code, ok := inventory.ParsePlace(text); ok {
		return code
	}
	return unknownPlace
}

// attributeOf returns the text attribute of a name, nil where there is none.
func attributeOf(name string) *attribute {
	for _, a := range attributes {
		if a.name == name {
			return a
		}
	}
	return nil
}
