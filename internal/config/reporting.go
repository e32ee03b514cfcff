package config

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// YearAmounts are the amounts that another year may have, each with its unit
// where it has one: gwp and scopes a mass of CO2e, energy kWh, waste and its
// routes a mass.
var YearAmounts = []string{
	"gwp", "scope-1", "scope-2", "scope-3", "energy", "fte", "waste", "reuse", "recycling", "recovery", "landfill",
}

// year reads the figures of another year.
func (in interpreter) year(path string, entries map[string]string) *Year {
	y := &Year{Amounts: map[string]string{}}
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		switch value := entries[name]; {
		case name == "period":
			y.Period = value
		case name == "source":
			y.Source = value
		case slices.Contains(YearAmounts, name):
			y.Amounts[name] = value
		default:
			in.refuse(path+"."+name, "%q is no figure of a year%s", name, hintOrChoices(name, append([]string{"period", "source"}, YearAmounts...)))
		}
	}
	if y.Period == "" {
		in.refuse(path, "nothing says which year it is; add \"period: …\", a year such as 2018 or a first and last day such as 2017-04-01/2018-03-31")
	}
	return y
}

// list lists a year's entries.
func (y *Year) list(name string, add func(path, value string)) {
	if y == nil {
		return
	}
	add(name+".period", y.Period)
	for _, amount := range YearAmounts {
		add(name+"."+amount, y.Amounts[amount])
	}
	add(name+".source", y.Source)
}

// Years between which a target may lie: earlier ones are past, later ones a slip
// of the finger.
const (
	firstTarget = 2000
	lastTarget  = 2150
)

// TargetOf are what a target may be of.
var TargetOf = []string{"gwp", "energy", "waste"}

func (in interpreter) targets(all []map[string]string) {
	for i, entries := range all {
		path := fmt.Sprintf("%s[%d]", Targets, i+1)
		t := Target{Of: TargetOf[0]}
		for _, name := range slices.Sorted(maps.Keys(entries)) {
			value, entry := entries[name], path+"."+name
			switch name {
			case "year":
				year, err := strconv.Atoi(value)
				if err != nil || year < firstTarget || year > lastTarget {
					in.refuse(entry, "%q is not the year of a target; write one such as 2030", value)
				}
				t.Year = year
			case "cut":
				t.Cut, _ = in.share(entry, value)
			case "of":
				if choice := in.choice(entry, value, TargetOf...); choice != "" {
					t.Of = choice
				}
			case "source":
				t.Source = value
			default:
				in.refuse(entry, "%q is not part of a target%s", name, hintOrChoices(name, []string{"year", "cut", "of", "source"}))
			}
		}
		if entries["year"] == "" {
			in.refuse(path, "nothing says by which year; add \"year: …\", such as 2030")
		}
		if entries["cut"] == "" {
			in.refuse(path, "nothing says by how much less than in the base year; add \"cut: …\", such as 42%%")
		}
		in.settings.Targets = append(in.settings.Targets, t)
	}
}

func (in interpreter) exclusions(all []map[string]string) {
	for i, entries := range all {
		path := fmt.Sprintf("%s[%d]", Exclusions, i+1)
		for _, name := range slices.Sorted(maps.Keys(entries)) {
			if name != "what" && name != "why" {
				in.refuse(path+"."+name, "%q is not part of an exclusion; it has what and why", name)
			}
		}
		if entries["what"] == "" || entries["why"] == "" {
			in.refuse(path, "an exclusion says what is left out and why; add \"what: …\" and \"why: …\"")
		}
		in.settings.Exclusions = append(in.settings.Exclusions, Exclusion{What: entries["what"], Why: entries["why"]})
	}
}
