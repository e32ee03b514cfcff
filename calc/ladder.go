package calc

import (
	"slices"
	"strings"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/quantity"
)

// ladder is the subjects under which to look for a factor, the nearest first.
type ladder struct {
	name  string
	rungs []factors.Rung
}

// called returns the name of a ladder, nothing for none.
func (l *ladder) called() string {
	if l == nil {
		return ""
	}
	return l.name
}

// fixedLadder has alternatives of equal rank and nothing else.
func fixedLadder(subjects ...string) *ladder {
	return &ladder{
		name:  strings.Join(subjects, ", "),
		rungs: []factors.Rung{{Kind: factors.Parameter, Subjects: subjects}},
	}
}

// want is what to look for on a ladder.
type want struct {
	property factors.Property
	stage    factors.Stage
	route    factors.Route
	impact   factors.Impact
}

// units say in what units a factor is of use; nothing says that all are looked at.
type units struct {
	of  quantity.Unit // in this one
	per quantity.Unit // per this, or per money that can be had for it
}

// fits returns the condition on the units of factors, nil for none.
func (e *engine) fits(u units) func(*factors.Factor) bool {
	none := quantity.Unit{}
	switch {
	case u.of != none:
		return func(f *factors.Factor) bool { return f.Unit.Convertible(u.of) }
	case u.per != none:
		return func(f *factors.Factor) bool {
			below := f.Unit.Denominator()
			return below.Convertible(u.per) || e.priceLevel(u.per, below) != nil
		}
	default:
		return nil
	}
}

type lookup struct {
	ladder *ladder
	place  string
	want   want
	units  units
}

// find returns the nearest factor, nil where there is none. Equal questions get
// the same pointer.
func (e *engine) find(l *ladder, place string, w want) *factors.Match {
	return e.findIn(units{}, l, place, w)
}

// findIn returns the nearest factor in units that are of use, nil where there is none.
func (e *engine) findIn(u units, l *ladder, place string, w want) *factors.Match {
	key := lookup{l, place, w, u}
	e.mu.RLock()
	match, known := e.found[key]
	e.mu.RUnlock()
	if known {
		return match
	}
	if m, ok := e.library.Find(factors.Query{
		Rungs: l.rungs, Property: w.property, Stage: w.stage, Route: w.route, Impact: w.impact,
		Places: factors.PlacesFor(place), Year: e.year, Fits: e.fits(u),
	}); ok {
		match = &m
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if first, known := e.found[key]; known {
		return first
	}
	e.found[key] = match
	return match
}

// device is a ladder of the subjects that the library knows something about.
// Models without a factor of their own share the device of their category, so
// that there are as many devices as there are different answers.
type device struct {
	ladder
	index   int
	unknown string // instance type that the library knows nothing about, as the inventory has it
}

// identity is what a profile says about what a unit is.
type identity struct {
	activity                                       bool
	category, variant, manufacturer, family, model string
}

// identityOf returns the identity of a profile. What nobody recognised has none,
// whatever it is called.
func identityOf(p *inventory.Profile) identity {
	if p.Category == "" || p.Recognition == inventory.Unresolved {
		return identity{}
	}
	return identity{p.Kind.Activity(), p.Category, p.Variant, p.Manufacturer, p.Family, p.Model}
}

func (id identity) rungs() []factors.Rung {
	if id.activity {
		return factors.ActivityRungs(id.category, id.variant, id.manufacturer, id.model)
	}
	return factors.DeviceRungs(id.category, id.variant, id.manufacturer, id.family, id.model)
}

// deviceOf returns the device of an identity. It is not safe for concurrent use.
func (e *engine) deviceOf(id identity) *device {
	if d, ok := e.identities[id]; ok {
		return d
	}
	var rungs []factors.Rung
	var names []string
	for _, rung := range id.rungs() {
		known := slices.DeleteFunc(slices.Clone(rung.Subjects), func(s string) bool { return !e.subjects[s] })
		if len(known) == 0 && rung.Kind == factors.ExactModel {
			known = e.sameModel(rung.Subjects)
		}
		if len(known) > 0 {
			rungs = append(rungs, factors.Rung{Kind: rung.Kind, Subjects: known})
			names = append(names, known...)
		}
	}
	name := strings.Join(names, " → ")
	key, unknown := name, ""
	if id.activity {
		name = "activity: " + name // of another kind, should the names be the same
		if unknown = id.unknownInstance(rungs); unknown != "" {
			key = unknown + "\x00"
		}
		key += name
	}
	d, ok := e.devices[key]
	if !ok {
		d = &device{ladder: ladder{name, rungs}, index: len(e.devices), unknown: unknown}
		e.devices[key] = d
	}
	e.identities[id] = d
	return d
}

// unknownInstance returns the instance type that none of the rungs is about: each
// is named, so it cannot share the device of its category as other models do.
func (id identity) unknownInstance(known []factors.Rung) string {
	if id.category != computing || id.model == "" || len(known) > 0 && known[0].Kind == factors.ExactModel {
		return ""
	}
	return strings.TrimSpace(id.manufacturer + " " + id.model)
}

// own returns the subject of the model, family or maker that the library knows
// something about, nothing where it only knows the category.
func (d *device) own() string {
	if len(d.rungs) == 0 || d.rungs[0].Kind > factors.MakerCategory {
		return ""
	}
	return d.rungs[0].Subjects[0]
}

// findParameter returns the nearest factor for a parameter of the device.
func (d *device) findParameter(e *engine, place string, p factors.Property) *factors.Match {
	return e.find(&d.ladder, place, want{property: p})
}
