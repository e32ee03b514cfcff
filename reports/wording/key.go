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
		return c.model(key)
	default:
		return c.Name(dimension, key)
	}
}

// model names a model with its maker, which is not said twice where the model
// begins with it, as Microsoft 365 does.
func (c *Catalogue) model(key string) string {
	maker, model, found := strings.Cut(key, " ")
	if !found {
		return key
	}
	if second, rest, more := strings.Cut(model, " "); more && c.Has("manufacturer."+maker+" "+second) {
		maker, model = maker+" "+second, rest
	}
	if rest, repeated := strings.CutPrefix(model, maker); repeated && (rest == "" || rest[0] == ' ') {
		return c.maker(maker) + rest
	}
	return c.maker(maker) + " " + model
}

// maker names a maker, which inventories are brought to in lower case: by the
// catalogue where its name is spelt in a way of its own, else with a capital.
func (c *Catalogue) maker(key string) string {
	if c.Has("manufacturer." + key) {
		return c.Label("manufacturer." + key)
	}
	return Capital(key)
}
