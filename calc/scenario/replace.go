package scenario

import (
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
	"govfootprint/inventory/recognition"
	"govfootprint/quantity"
)

// Replace puts other equipment, or a service, in the place of items. What is known
// of the old ones alone, their measured electricity, lifetime, condition and
// configuration, does not carry over: the ladder finds those of the new ones. Where
// they stand, whose they are and when they came stays, unless the change says
// otherwise: the estate is as though it had always held the new ones.
type Replace struct {
	By Device

	// PerUnit is how many new units, or how much of an activity in the period, there
	// is for each old unit; of an activity replaced, for each of its measure.
	PerUnit decimal.Decimal
}

// Device is what a change puts somewhere.
type Device struct {
	Words   map[string]string // attributes that it states
	Numbers numbers
	Kind    inventory.Kind
	Family  string // found by the model
	Measure string // of an activity
}

// deviceKeys are the keys that say what a device is.
func (p *parser) deviceKeys(d *Device) []key {
	var keys []key
	for _, a := range attributes {
		if a.uses&defining != 0 {
			keys = append(keys, p.intoWord(d.Words, a))
		}
	}
	for _, name := range []string{lifetimeYears, annualKWh, attribution, roomPUE, roomWUE} {
		keys = append(keys, p.into(d.Numbers, name))
	}
	return keys
}

// known works out what a device is, and refuses what nobody knows.
func (p *parser) known(d *Device, where Position) {
	category := d.Words["category"]
	if factors.IsActivity(category) {
		d.Kind, _, _ = inventory.ActivityMeasures(category)
		if d.Kind == inventory.Cloud {
			d.Words["hosting"] = string(inventory.PublicCloud)
		}
		return
	}
	d.Kind = inventory.Hardware
	found := recognition.Recognise(recognition.Thing{
		Type: category, Variant: d.Words["variant"], Manufacturer: d.Words["manufacturer"], Model: d.Words["model"],
	})
	if category == "" {
		category = found.Category
	}
	if category == "" {
		p.Refuse(where, "nothing says what it is; add a category such as laptop, or a model that is known")
		return
	}
	d.Words["category"] = category
	if found.Model != "" {
		d.Family, d.Words["model"], d.Words["manufacturer"] = found.Family, found.Model, found.Manufacturer
	}
	variant := d.Words["variant"]
	if variant == "" && found.Variant != "" {
		d.Words["variant"] = found.Variant
	}
	if variants := recognition.Variants(category); variant != "" && !recognition.KnowsVariant(category, variant) {
		p.Refuse(where, "variant: %q is no kind of %s%s", variant, category, hint(variant, variants, mapping.Messagef("; there are %s", strings.Join(variants, ", "))))
	}
}

// profile returns the device as a profile.
func (d *Device) profile() inventory.Profile {
	p := inventory.Profile{Kind: d.Kind, Recognition: inventory.Stated, Family: d.Family, Measure: d.Measure}
	assignments(d.Words).write(&p)
	if years, ok := d.Numbers[lifetimeYears]; ok {
		p.Lifetime = years.String()
	}
	if share, ok := d.Numbers[attribution]; ok {
		p.Attribution = share.String()
	}
	p.Room = d.Numbers.room("")
	return p
}

// amount reads how much there is of a device or an activity: 50, or 17520 vCPU.h.
func (p *parser) amount(t located, name string, d *Device) decimal.Decimal {
	number, unit, _ := strings.Cut(t.Value, " ")
	value, ok := decimalOf(number)
	if !ok || !value.IsPositive() {
		p.Refuse(t.At, "%s: %q is no amount above 0", name, t.Value)
		return value
	}
	unit = strings.TrimSpace(unit)
	if !d.Kind.Activity() {
		if unit != "" && singular(unit) != "unit" {
			p.Refuse(t.At, "%s: devices are counted in units, not in %q", name, unit)
			return value
		}
		return value
	}
	category := d.Words["category"]
	_, measures, _ := inventory.ActivityMeasures(category)
	if unit == "" && len(measures) > 0 {
		unit = measures[0]
	}
	parsed, err := quantity.Parse(unit)
	if err == nil {
		d.Measure = parsed.String()
	}
	if err != nil || !inventory.CountedIn(category, d.Measure) {
		p.Refuse(t.At, "%s: %s is not counted in %q; write one of %s, or money of a year such as GBP2024", name, category, unit, strings.Join(measures, ", "))
		return value
	}
	return value
}

func (p *parser) replace(n *yaml.Node) Action {
	r := &Replace{By: Device{Words: assignments{}, Numbers: numbers{}}, PerUnit: decimal.NewFromInt(1)}
	var perUnit *yaml.Node
	before := len(p.all)
	p.keys(n, mapping.Verbatim("replace"), append(p.deviceKeys(&r.By), key{"per_unit", func(n *yaml.Node) { perUnit = n }}))
	if len(p.all) > before {
		return r
	}
	p.known(&r.By, at(n))
	switch {
	case len(p.all) > before:
	case perUnit != nil:
		r.PerUnit = p.amount(p.text(perUnit, "per_unit"), "per_unit", &r.By)
	case r.By.Kind.Activity():
		p.Refuse(at(n), "replace: nothing says how much of %s there is for each unit; add per_unit, such as 17520 vCPU.h", r.By.Words["category"])
	}
	return r
}

func (r *Replace) assigns() map[string]string { return nil } // what was replaced is not there to be replaced again

func (r *Replace) edit(e *editing, p inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	q := r.By.profile()
	stay := func(name string, to *string, from string) {
		if _, stated := r.By.Words[name]; !stated {
			*to = from
		}
	}
	stay("department", &q.Department, p.Department)
	stay("service", &q.Service, p.Service)
	stay("application", &q.Application, p.Application)
	stay("environment", &q.Environment, p.Environment)
	stay("site", &q.Site, p.Site)
	stay("country", &q.Country, p.Country)
	if r.By.Kind.Activity() {
		return q, r.activity(e, p, a), true
	}
	if p.Kind.Activity() {
		units := timesTally(a.Activity, r.PerUnit)
		q.Status = inventory.InService
		return r.rated(q, inventory.Amounts{Rows: a.Rows, Units: units, Full: units})
	}
	stayWord(r.By.Words, "status", &q.Status, p.Status)
	stayWord(r.By.Words, "ownership", &q.Ownership, p.Ownership)
	stayWord(r.By.Words, "hosting", &q.Hosting, p.Hosting)
	stay("end_of_life", &q.EndOfLife, p.EndOfLife)
	if _, stated := r.By.Numbers[attribution]; !stated {
		q.Attribution = p.Attribution
	}
	if q.Hosting == p.Hosting && q.Site == p.Site && q.Country == p.Country {
		q.Room = r.By.Numbers.room(p.Room)
	}
	q.Capacity, q.Acquired, q.Retired = p.Capacity, p.Acquired, p.Retired
	a = times(a, r.PerUnit)
	a.RateFull, a.RateDays = inventory.Tally{}, inventory.Tally{}
	return r.rated(q, a)
}

func stayWord[T ~string](words map[string]string, name string, to *T, from T) {
	if _, stated := words[name]; !stated {
		*to = from
	}
}

// rated gives the new devices the electricity that the change states.
func (r *Replace) rated(q inventory.Profile, a inventory.Amounts) (inventory.Profile, inventory.Amounts, bool) {
	if kWh, ok := r.By.Numbers[annualKWh]; ok {
		q.Energy = inventory.RatePowered
		a.RateFull, a.RateDays = timesTally(a.Full, kWh), timesTally(a.Days, kWh)
	}
	return q, a, true
}

// activityScale is the number of decimal places to which unit-days are made units
// of the period, half to even, once for each profile.
const activityScale = 24

// activity returns how much of the new activity there is: for each unit in service,
// by the share of the period that it was.
//
//	activity = per_unit · (units throughout + unit-days / days of the period)
func (r *Replace) activity(e *editing, p inventory.Profile, a inventory.Amounts) inventory.Amounts {
	if p.Kind.Activity() {
		return inventory.Amounts{Rows: a.Rows, Activity: timesTally(a.Activity, r.PerUnit)}
	}
	if p.Status == inventory.InStock {
		return inventory.Amounts{Rows: a.Rows}
	}
	units := a.Full.Decimal()
	if !a.Days.IsZero() {
		part, err := quantity.Divide(a.Days.Decimal(), decimal.NewFromInt(int64(e.period.Days())), activityScale)
		if err == nil { // a period has a day at least
			units = units.Add(part)
		}
	}
	return inventory.Amounts{Rows: a.Rows, Activity: inventory.DecimalTally(units.Mul(r.PerUnit))}
}
