package scenario

import (
	"context"
	"iter"

	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// State is what an assessment is made from, and what a scenario changes. The parts
// are never changed in place: a change gives a state with other ones.
type State struct {
	Estate  *inventory.Estate
	Library *factors.Library
	Method  calc.Method
}

// Assess works out the footprint of a state.
func (s State) Assess(ctx context.Context) (*calc.Assessment, error) {
	return calc.Assess(ctx, s.Estate, s.Library, s.Method)
}

// Options are what applying needs from outside.
type Options struct {
	Packs PackChooser // nil where no scenario may choose packs

	// InTime says that changes are made over years, so that there is no need to note
	// what those show that one year does not.
	InTime bool
}

// Step is the state after a change.
type Step struct {
	*Change
	State

	Profiles   int64           // that the change concerned
	Units      decimal.Decimal // the part of them that it concerned; of an addition what was added
	Activities int64           // rows concerned that are no devices
	Changed    bool            // whether any of the profiles is another one, or of another amount
	Notes      []Note          // in the order of the lines
}

// Steps applies the changes one after the other and yields the state after each. It
// ends with an [*Error] at the first change that cannot be made, and when ctx is done.
func (s *Scenario) Steps(ctx context.Context, base State, opt Options) iter.Seq2[Step, error] {
	return func(yield func(Step, error) bool) {
		conflicts := s.conflicts(base)
		now := base
		for i := range s.Changes {
			if ctx.Err() != nil {
				yield(Step{}, context.Cause(ctx))
				return
			}
			step, err := s.step(i, base, now, opt)
			if err != nil {
				yield(Step{}, err)
				return
			}
			step.Notes = append(step.Notes, conflicts[i]...)
			sortProblems(step.Notes)
			now = step.State
			if !yield(step, nil) {
				return
			}
		}
	}
}

// Apply applies all changes and returns the last state, with everything there is to
// note. A scenario without changes gives the base itself.
func (s *Scenario) Apply(ctx context.Context, base State, opt Options) (State, []Note, error) {
	var notes []Note
	now := base
	for step, err := range s.Steps(ctx, base, opt) {
		if err != nil {
			return State{}, nil, err
		}
		now = step.State
		notes = append(notes, step.Notes...)
	}
	return now, notes, nil
}

// onState is an action on how the estate is assessed.
type onState interface {
	apply(e *editing, st *State)
}

// step makes the change of a number.
func (s *Scenario) step(i int, base, now State, opt Options) (Step, error) {
	c := &s.Changes[i]
	e := &editing{problems: problems{file: s.File}, change: c, period: now.Estate.Period(), packs: opt.Packs}
	step := Step{Change: c, State: now}
	switch action := c.Action.(type) {
	case onItems:
		e.items(action, &step)
		if step.Profiles == 0 {
			s.explainNothing(e, base, now)
		}
	case *Add:
		estate := inventory.NewEstate(now.Estate.Period())
		if err := estate.Merge(now.Estate); err != nil {
			return step, err
		}
		added := action.to(estate, c.Share)
		step.Estate, step.Profiles, step.Units = estate, 1, added.Units.Decimal()
	case onState:
		action.apply(e, &step.State)
		if err := step.Method.Validate(); err != nil {
			e.refuse("%v", err)
		}
	}
	if !opt.InTime {
		e.basis(now.Method)
	}
	if err := e.err(); err != nil {
		return step, err
	}
	step.Notes = e.told()
	return step, nil
}

// editing is the work on one change.
type editing struct {
	problems // what keeps the change from being made

	change  *Change
	period  inventory.Period
	packs   PackChooser
	notes   []Note
	skipped []skipped
	shared  inventory.Tally // units of which owners bear more than before
}

// skipped counts units that a change leaves as they are, for one reason.
type skipped struct {
	why   mapping.Message
	key   string
	units inventory.Tally
	rows  int64 // of activities
}

func (e *editing) refuse(format string, args ...any) { e.refuseAt(e.change.At, format, args...) }

func (e *editing) refuseAt(at Position, format string, args ...any) {
	if len(e.all) == 0 { // the same holds for many profiles
		e.Refuse(at, format, args...)
	}
}

// note notes something at a position of the file.
func (e *editing) note(at Position, format string, args ...any) {
	e.notes = append(e.notes, Note{File: e.file, At: at, Message: mapping.Messagef(format, args...)})
}

// skip counts units that the change leaves as they are.
func (e *editing) skip(a inventory.Amounts, why mapping.Message) {
	key := why.String()
	for i := range e.skipped {
		if s := &e.skipped[i]; s.key == key {
			s.units = s.units.Add(a.Units)
			return
		}
	}
	e.skipped = append(e.skipped, skipped{why: why, key: key, units: a.Units})
}

// device reports whether a profile is a device, which alone has lifetimes and rates;
// what is none is counted as left out.
func (e *editing) device(p *inventory.Profile, a inventory.Amounts, name string) bool {
	if !p.Kind.Activity() {
		return true
	}
	for i := range e.skipped {
		if s := &e.skipped[i]; s.key == "activity" {
			s.rows += a.Rows
			return false
		}
	}
	e.skipped = append(e.skipped, skipped{why: mapping.Messagef("cloud, software and networks have no %s", mapping.Verbatim(name)), key: "activity", rows: a.Rows})
	return false
}

// told returns the notes, with those about what was left out.
func (e *editing) told() []Note {
	if !e.shared.IsZero() {
		e.note(e.change.At, "%s units are borne in part by their owners: what those bear leaves this footprint, not the world; it is saved only as far as fewer devices are made", e.shared.Decimal())
	}
	for _, s := range e.skipped {
		if s.key == "activity" {
			e.note(e.change.At, "%d rows stay as they are: %s", s.rows, s.why)
			continue
		}
		e.note(e.change.At, "%s units stay as they are: %s", s.units.Decimal(), s.why)
	}
	return e.notes
}

// items edits the profiles that the filter selects.
func (e *editing) items(action onItems, step *Step) {
	var (
		machine vm.VM
		changed bool
		units   inventory.Tally
		from    = step.Estate
		view    = viewer{step.Method.Country, e.period.End.Month()}
		to      = inventory.NewEstate(e.period)
	)
	to.CountRows(from.Counts())
	for p, a := range from.All() {
		if e.change.Where != nil {
			if i := view.item(&p); !e.change.Where.matches(&machine, &i) {
				to.Add(p, a)
				continue
			}
		}
		part, rest := split(a, e.change.Share)
		if !none(rest) {
			to.Add(p, rest)
		}
		step.Profiles++
		units = units.Add(part.Units)
		if p.Kind.Activity() {
			step.Activities += part.Rows
		}
		q, after, left := action.edit(e, p, part)
		changed = changed || !left || q != p || after != part
		if left && !none(after) {
			to.Add(q, after)
		}
	}
	step.Units, step.Changed = units.Decimal(), changed
	if changed {
		step.Estate = to
	}
}

// basis notes what a change of lifetimes means under a basis that does not spread
// embodied impact over them as they are planned.
func (e *editing) basis(m calc.Method) {
	lifetime := false
	switch action := e.change.Action.(type) {
	case *Set:
		_, lifetime = action.Numbers[lifetimeYears]
	case *Shift:
		_, lifetime = action.Numbers[lifetimeYears]
	case *Method:
		lifetime = len(action.Lifetimes) > 0
	}
	if !lifetime {
		return
	}
	switch m.WithDefaults().Basis {
	case calc.Acquired:
		e.note(e.change.At, "by the basis acquired a longer life shows in later years, when fewer devices are bought, and not in this one; compare by --basis annualised, or look at a pathway")
	case calc.Observed:
		e.note(e.change.At, "by the basis observed the dates of the inventory decide the lifetime, so that this change does nothing to devices that have them; compare by --basis annualised")
	case calc.Depreciated:
		e.note(e.change.At, "by the basis depreciated the new lifetime counts from the acquisition on: devices that were written off and are younger than it are charged again")
	case calc.Annualised:
	}
}
