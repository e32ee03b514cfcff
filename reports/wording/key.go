package wording

import "strings"

// Key names a value of a dimension for people: the category laptop, the scope
// 3.3, the variant laptop/14in. Names of departments, sites, makers and models
// are the inventory's own; what the inventory does not state is named so.
func (c *Catalogue) Key(dimension, key string) string {
	if key == "" {
		return c.Label("not.stated")
	}
	switch dimension {
	case "variant":
		category, variant, found := strings.Cut(key, "/")
		name := c.Name("category", category)
		if found {
			name += ", " + c.Name("variant", variant)
		}
		return name
	case "scope":
		return c.Label("scope.key", key, c.Name("scope", key))
	case "manufacturer":
		return c.maker(key)
	case "model":
		maker, model, found := strings.Cut(key, " ")
		if !found {
			return key
		}
		return c.maker(maker) + " " + model
	default:
		return c.Name(dimension, key)
	}
}

// maker names a maker, which inventories are brought to in lower case: by the
// catalogue where its name is spelt in a way of its own, else with a capital.
func (c *Catalogue) maker(key string) string {
	if c.Has("manufacturer." + key) {
		return c.Label("manufacturer." + key)
	}
	return Capital(key)
}
