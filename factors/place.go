package factors

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// World is the place of factors for the whole world.
const World = "WORLD"

//go:embed data/places.yaml
var placesFile embed.FS

// placeTable is what data/places.yaml says.
type placeTable struct {
	countries map[string]bool
	groups    []placeGroup
	mistaken  map[string]string
}

type placeGroup struct {
	name    string
	members []string
}

// places reads the table once. It is part of the program and tested, so it
// cannot fail on anybody's machine but ours.
var places = sync.OnceValue(func() placeTable {
	data, err := placesFile.ReadFile("data/places.yaml")
	if err != nil {
		panic(err) //nolint:forbidigo // the file is compiled in
	}
	var file struct {
		Countries string `yaml:"countries"`
		Groups    []struct {
			Name    string `yaml:"name"`
			Source  string `yaml:"source"`
			Members string `yaml:"members"`
		} `yaml:"groups"`
		Mistaken map[string]string `yaml:"mistaken"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		panic(fmt.Sprintf("data/places.yaml: %v", err)) //nolint:forbidigo // the file is compiled in
	}
	table := placeTable{countries: map[string]bool{}, mistaken: file.Mistaken}
	for country := range strings.FieldsSeq(file.Countries) {
		table.countries[country] = true
	}
	for _, group := range file.Groups {
		table.groups = append(table.groups, placeGroup{group.Name, strings.Fields(group.Members)})
	}
	return table
})

// PlacesFor returns the places whose factors apply at a place, the most
// specific first:
//
//	CA-ON          → CA-ON, CA, WORLD
//	FR             → FR, EU27, WORLD
//	US-EGRID-CAMX  → US-EGRID-CAMX, US, WORLD
//	(none)         → WORLD
//
// Letter case and outer spaces do not matter. A place that is not known is kept
// as it is, so that a pack may still have a factor for it.
func PlacesFor(place string) []string {
	place = strings.ToUpper(strings.TrimSpace(place))
	if place == "" || place == World {
		return []string{World}
	}
	list := make([]string, 0, 4)
	list = append(list, place)
	country, _, region := strings.Cut(place, "-")
	if region {
		list = append(list, country)
	}
	for _, group := range places().groups {
		if slices.Contains(group.members, country) {
			list = append(list, group.name)
		}
	}
	return append(list, World)
}

// placeRungOf classifies the place of a factor.
func placeRungOf(place string) PlaceRung {
	switch {
	case place == "":
		return PlaceAny
	case place == World:
		return PlaceWorld
	case strings.Contains(place, "-"):
		return PlaceRegion
	case slices.ContainsFunc(places().groups, func(g placeGroup) bool { return g.name == place }):
		return PlaceGroup
	}
	return PlaceCountry
}

// checkPlace returns the issue with a place cell, if any.
func checkPlace(cell string) (Issue, bool) {
	table := places()
	country, region, hasRegion := strings.Cut(cell, "-")
	switch {
	case cell == "" || cell == World:
		return Issue{}, false
	case table.countries[country] && (!hasRegion || isSubdivision(region)):
		return Issue{}, false
	case placeRungOf(cell) == PlaceGroup:
		return Issue{}, false
	}
	guess := ""
	if right, ok := table.mistaken[cell]; ok {
		guess = right
	} else if upper := strings.ToUpper(cell); upper != cell {
		if _, wrong := checkPlace(upper); !wrong {
			guess = upper
		}
	}
	if guess != "" {
		guess = "; did you mean " + guess + "?"
	}
	groups := make([]string, len(table.groups))
	for i, group := range table.groups {
		groups[i] = group.name
	}
	return newIssue(PlaceUnknown, guess, strings.Join(groups, ", ")), true
}

// isSubdivision accepts the part of ISO 3166-2 after the country, and finer
// regions such as EGRID-CAMX. Which subdivisions exist is left to the packs:
// countries redraw them every few years.
func isSubdivision(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if part == "" || len(part) > 5 {
			return false
		}
		for _, r := range part {
			if !('A' <= r && r <= 'Z' || '0' <= r && r <= '9') {
				return false
			}
		}
	}
	return len(s) <= 16
}
