package boavizta

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"govfootprint/factors"
	"govfootprint/inventory"
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
// without a model for a name that no inventory keeps. It asks the inventory's own
// reader, so that the pack and an inventory cannot come to write a model differently.
func canonicalModels(ctx context.Context, makers, names []string) ([]device, error) {
	var list strings.Builder
	w := csv.NewWriter(&list)
	_ = w.Write([]string{"manufacturer", "model", "service"}) // a builder takes everything
	for i, name := range names {
		_ = w.Write([]string{makers[i], name, "n" + strconv.Itoa(i)})
	}
	w.Flush()
	result, err := inventory.Read(ctx, []inventory.Source{{
		Name: "models",
		Size: int64(list.Len()),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(list.String())), nil },
	}}, inventory.Options{Period: inventory.CalendarYear(2000), DefaultCountry: "GB"}) // of no consequence: nothing has a date or a place
	if err != nil {
		return nil, fmt.Errorf("recognising the models: %w", err)
	}
	devices := make([]device, len(names))
	for p := range result.Estate.All() {
		i, err := strconv.Atoi(strings.TrimPrefix(p.Service, "n"))
		if err != nil || i < 0 || i >= len(devices) {
			continue
		}
		devices[i] = device{maker: p.Manufacturer, family: p.Family, model: p.Model}
		if p.Recognition != inventory.Unresolved {
			devices[i].category, devices[i].variant = p.Category, p.Variant
		}
	}
	return devices, nil
}
