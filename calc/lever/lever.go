package lever

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
	"govfootprint/inventory"
)

// Key names a lever. Keys are stable.
type Key string

// The levers.
const (
	Devices     Key = "devices"     // one device in ten less
	Lifetime    Key = "lifetime"    // a year more
	Electricity Key = "electricity" // a tenth less
	Hours       Key = "hours"       // an hour a day less on, where the inventory states hours
	PUE         Key = "pue"         // 0.1 less, where there are rooms of one's own
	Refurbished Key = "refurbished" // one device in ten after a first life elsewhere
	Grid        Key = "grid"        // a tenth less greenhouse gas in each kWh of the grid
	Contract    Key = "contract"    // all electricity by a contract at 0 kgCO2e/kWh
)

// firstLife is how many years of a first life elsewhere the lever Refurbished takes
// devices to have had: those in the example of ADEME's rules for information systems.
const firstLife = 3

// Lever is one step of a parameter, as a scenario.
type Lever struct {
	Key     Key
	Changes []Change
	Pack    *factors.Pack // that the scenario asks for: a folder beside its file; nil for none

	// Outcome is its number among the outcomes of the comparison, −1 where the step cannot
	// be made; Why says why then.
	Outcome int
	Why     error
}

// Change is a change of a lever's scenario, without its name and reason.
type Change struct {
	About string // what tells it from the lever's other changes; empty for a single one
	Where string // empty: everything
	Share string
	Does  string // the action
}

// Words are how a scenario calls itself.
type Words struct{ Name, Reason string }

// Text returns the scenario file of a lever.
func (l *Lever) Text(words Words) string {
	var b strings.Builder
	fmt.Fprintf(&b, "version: %s\nname: %s\nchanges:\n", scenario.Version, quoted(words.Name))
	for _, c := range l.Changes {
		name := words.Name
		if c.About != "" {
			name += " (" + c.About + ")"
		}
		fmt.Fprintf(&b, "  - name: %s\n    reason: %s\n", quoted(name), quoted(words.Reason))
		if c.Where != "" {
			fmt.Fprintf(&b, "    where: %s\n", c.Where)
		}
		if c.Share != "" {
			fmt.Fprintf(&b, "    share: %s\n", c.Share)
		}
		fmt.Fprintf(&b, "    %s\n", c.Does)
	}
	return b.String()
}

// quoted returns a text as YAML reads it back.
func quoted(text string) string { return strconv.Quote(text) }

// Result is what every lever is worth.
type Result struct {
	Levers     []Lever
	Comparison *comparison.Comparison // with an outcome for each lever that can be made
}

// Assess pulls every lever of an estate. Levers that an estate has nothing for, such
// as the PUE of one without rooms, are not there.
func Assess(ctx context.Context, base scenario.State) (*Result, error) {
	baseline, err := base.Assess(ctx)
	if err != nil {
		return nil, err
	}
	r := &Result{Levers: all(base, baseline)}
	packs := make(map[string]*factors.Pack)
	options := scenario.Options{Packs: func(below *factors.Library, _, folders []string) (*factors.Library, error) {
		return below.With(packs[folders[0]])
	}}
	var scenarios []*scenario.Scenario
	for i := range r.Levers {
		l := &r.Levers[i]
		if l.Pack != nil {
			packs[l.Pack.Name] = l.Pack
		}
		s, err := scenario.Parse(string(l.Key), []byte(l.Text(Words{string(l.Key), "One step."})))
		l.Outcome = -1
		if refused, ok := errors.AsType[*scenario.Error](err); ok { // of more different PUEs than a scenario has changes
			l.Why = refused
			continue
		}
		if err != nil {
			return nil, err
		}
		if l.Why, err = possible(ctx, s, base, options); err != nil {
			return nil, err
		}
		if l.Why != nil {
			continue
		}
		l.Outcome = len(scenarios)
		scenarios = append(scenarios, s)
	}
	r.Comparison, err = comparison.Scenarios(ctx, base, scenarios, options)
	return r, err
}

// possible says why a step cannot be made, nil where it can.
func possible(ctx context.Context, s *scenario.Scenario, base scenario.State, options scenario.Options) (why, err error) {
	after, _, err := s.Apply(ctx, base, options)
	if refused, ok := errors.AsType[*scenario.Error](err); ok {
		return refused, nil
	}
	if err != nil || len(after.Method.Contracts) == 0 {
		return nil, err
	}
	_, err = after.Assess(ctx) // contracts are checked against places only there
	if refused, ok := errors.AsType[*calc.ContractsError](err); ok {
		return refused, nil
	}
	return nil, err
}

// contractChanges replace each contract that there is, or make one for everywhere.
func contractChanges(contracts []calc.Contract) []Change {
	type scope struct{ place, site string }
	scopes := []scope{{}}
	if len(contracts) > 0 {
		scopes = nil
	}
	for _, c := range contracts {
		if s := (scope{c.Place, c.Site}); !slices.Contains(scopes, s) {
			scopes = append(scopes, s)
		}
	}
	var changes []Change
	for i, s := range scopes {
		where := ""
		if s.place != "" {
			where += ", place: " + s.place
		}
		if s.site != "" {
			where += ", site: " + quoted(s.site)
		}
		change := Change{Does: fmt.Sprintf("contract: {name: Renewable tariff %d%s, share: 100%%, factor: 0 kgCO2e/kWh}", i+1, where)}
		if len(scopes) > 1 {
			change.About = strconv.Itoa(i + 1)
		}
		changes = append(changes, change)
	}
	return changes
}

// hardware selects the devices.
const hardware = `kind == "hardware"`

// all returns the levers that an estate has something for.
func all(base scenario.State, baseline *calc.Assessment) []Lever {
	f := featuresOf(base.Estate)
	var levers []Lever
	add := func(key Key, changes ...Change) *Lever {
		levers = append(levers, Lever{Key: key, Changes: changes})
		return &levers[len(levers)-1]
	}
	if f.devices {
		add(Devices, Change{Where: hardware, Does: "scale: {quantity: -10%}"})
		add(Lifetime, Change{Where: hardware, Does: "shift: {lifetime_years: +1}"})
		add(Electricity, Change{Where: hardware, Does: "scale: {annual_kwh: -10%}"})
	}
	if f.hours {
		add(Hours, Change{Where: `energy == "hours"`, Does: "shift: {hours_per_year: -365}"})
	}
	if changes, pack := pueChanges(base, baseline); len(changes) > 0 {
		add(PUE, changes...).Pack = pack
	}
	if f.newOnes {
		add(Refurbished, refurbished(f)...)
	}
	if pack := gridPack(baseline); pack != nil {
		add(Grid, Change{Does: "factors: [" + pack.Name + "]"}).Pack = pack
	}
	if baseline.Method().View == calc.MarketBased {
		add(Contract, contractChanges(baseline.Method().Contracts)...)
	}
	return levers
}

// features are what an estate has that levers act on.
type features struct{ devices, hours, newOnes, refurbished bool }

func featuresOf(e *inventory.Estate) features {
	var f features
	for p := range e.All() {
		if p.Kind.Activity() {
			continue
		}
		f.devices = true
		f.hours = f.hours || p.Energy == inventory.RateHours
		f.refurbished = f.refurbished || p.Condition == inventory.Refurbished
		f.newOnes = f.newOnes || p.Condition == "" || p.Condition == inventory.New
	}
	return f
}

// refurbished makes a tenth of the new devices refurbished ones: their condition, for
// which a pack may have a factor, and the years of the first life, so that each user
// bears a share. Where the estate holds refurbished ones already, the years alone are
// changed: a filter could not tell these from those.
func refurbished(f features) []Change {
	fresh := hardware + ` and condition in ["", "new"]`
	years := fmt.Sprintf("shift: {lifetime_years: +%d}", firstLife)
	if f.refurbished {
		return []Change{{Where: fresh, Share: "10%", Does: years}}
	}
	return []Change{
		{About: "1", Where: fresh, Share: "10%", Does: "set: {condition: refurbished}"},
		{About: "2", Where: hardware + ` and condition == "refurbished"`, Does: years},
	}
}

// step of the lever PUE.
var step = decimal.New(1, -1)

// ownRooms are the kinds of rooms that have the department's PUE or the packs'.
var ownRooms = []inventory.Hosting{inventory.ServerRoom, inventory.DataCentre, inventory.Colocation}

// pueChanges lower each PUE by a step, to 1 at the least: those that the inventory
// states, the lowest first, so that none is lowered twice; then that of the rooms of
// which it states none, the department's own or else the packs'.
func pueChanges(base scenario.State, baseline *calc.Assessment) (changes []Change, pack *factors.Pack) {
	for _, pue := range statedPUEs(base.Estate) {
		if lower := lowered(pue); lower.LessThan(pue) {
			changes = append(changes, Change{About: pue.String(), Where: hardware + " and pue == " + pue.String(), Does: fmt.Sprintf("set: {pue: %s}", lower)})
		}
	}
	own := base.Method.PUE
	unstated := slices.ContainsFunc(baseline.Findings(), func(f calc.Finding) bool { return f.Code == calc.PUEFromMethod })
	if lower := lowered(own.Decimal); own.Valid && unstated && lower.LessThan(own.Decimal) {
		changes = append(changes, Change{About: "*", Does: fmt.Sprintf("method: {pue: %s}", lower)})
	} else if pack = puePack(baseline); pack != nil {
		changes = append(changes, Change{About: "*", Does: "factors: [" + pack.Name + "]"})
	}
	if len(changes) == 1 {
		changes[0].About = ""
	}
	return changes, pack
}

// statedPUEs returns the PUEs that the inventory states of rooms of the department, in order.
func statedPUEs(e *inventory.Estate) []decimal.Decimal {
	var stated []decimal.Decimal
	for p := range e.All() {
		room, err := inventory.ParseRoom(p.Room)
		if p.Kind.Activity() || err != nil || !room.PUE.Valid || !slices.Contains(ownRooms, p.Hosting) {
			continue
		}
		if !slices.ContainsFunc(stated, room.PUE.Decimal.Equal) {
			stated = append(stated, room.PUE.Decimal)
		}
	}
	slices.SortFunc(stated, decimal.Decimal.Cmp)
	return stated
}

func lowered(pue decimal.Decimal) decimal.Decimal {
	return decimal.Max(pue.Sub(step), decimal.NewFromInt(1))
}
