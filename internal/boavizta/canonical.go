package boavizta

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"govfootprint/factors"
	"govfootprint/inventory/recognition"
)

// A device is a maker and model as an inventory's row ends up with them, whoever wrote
// it: `Latitude 5420` of `Dell Inc.` is dell, latitude 5420.
type device struct {
	maker, family, model string
	category, variant    string // empty where the name does not tell
}

// subject is the exact model as factors name it, nothing where there is none. A
// number alone is no model, whoever made it: a Dell 3040 may be a Wyse or an OptiPlex. It
// is one with its family, under which the ladder looks first.
func (d device) subject() string {
	model := d.model
	switch {
	case d.maker == "" || model == "" || strings.ContainsAny(d.maker, ":/@"):
		return ""
	case strings.ContainsFunc(model, unicode.IsLetter):
	case d.family != "":
		model = d.family + " " + model
	default:
		return ""
	}
	subject := d.maker + ":" + model
	if factors.NormalizeSubject(subject) != subject {
		return "" // letters that have no settled lower case
	}
	return subject
}

// canonicalModels returns the devices that names stand for, in their order; one
// without a model for a name that stands for no device. It asks the recognition by which
// inventories are read, so that the pack and an inventory cannot come to write a
// model differently.
func canonicalModels(ctx context.Context, makers, names []string) ([]device, error) {
	devices := make([]device, len(names))
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("recognising the models: %w", err)
		}
		devices[i] = recognise(makers[i], name)
	}
	return devices, nil
}

func recognise(maker, name string) device {
	found := recognition.Recognise(recognition.Thing{Manufacturer: maker, Model: name})
	if found.Left != "" {
		return device{} // software, a consumable: inventories leave it out
	}
	d := device{family: found.Family}
	d.maker, d.model = recognition.CanonicalModel(maker, name)
	if found.How != recognition.Unresolved {
		d.category, d.variant = found.Category, found.Variant
	}
	return d
}
