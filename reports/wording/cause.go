package wording

import (
	"strings"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// Cause names an unknown that makes a figure uncertain: Laptops: lifetime.
func (c *Catalogue) Cause(cause reports.Cause) string {
	switch {
	case cause.Datum == calc.PUEDatum || cause.Datum == calc.WUEDatum:
		return c.Label("cause", c.Label("subject.data-centre"), Within(c.Name("property", string(cause.Datum))))
	case cause.Datum != "":
		return c.Label("cause", c.Name("category", cause.Subject), c.Name("datum", string(cause.Datum)))
	}
	what := Within(c.Name("property", string(cause.Property)))
	if cause.Property == factors.PropertyImpact && cause.Stage != "" {
		what = Within(c.Name("stage", string(cause.Stage)))
	}
	root, part, _ := strings.Cut(cause.Subject, "/")
	if root == "electricity" {
		what = c.Name("electricity", part)
	}
	if cause.Place != "" {
		what = c.Label("cause.place", what, cause.Place)
	}
	return c.Label("cause", c.Subject(cause.Subject), what)
}

// Subject names what a factor is about: a category, a variant, a maker or a model;
// else a family of subjects, such as electricity, with its part.
func (c *Catalogue) Subject(subject string) string {
	if maker, model, ok := strings.Cut(subject, ":"); ok {
		return c.model(maker + " " + model)
	}
	if category, maker, ok := strings.Cut(subject, "@"); ok {
		return c.Label("cause.place", c.Subject(category), c.maker(maker))
	}
	root, part, _ := strings.Cut(subject, "/")
	switch {
	case c.Has("category." + root):
		return c.Key("variant", subject)
	case root == "electricity" || part == "":
		return c.Name("subject", root)
	case c.Has("subject." + root + "." + part):
		return c.Label("cause.place", c.Name("subject", root), c.Name("subject", root+"."+part))
	default:
		return c.Label("cause.place", c.Name("subject", root), strings.ReplaceAll(part, "-", " "))
	}
}
