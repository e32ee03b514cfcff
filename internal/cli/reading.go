package cli

import (
	"context"
	"strings"

	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// reading is what came of the inputs of a command.
type reading struct {
	result  *inventory.Result
	missed  missed
	mapping *mappings
	period  inventory.Period
	chosen  bool           // whether somebody chose the period
	assumed wording.Phrase // why the period is what it is, where nobody chose it

	assumesLastYear bool // the period is the last complete calendar year, for want of a better one

	voice voice
}

// telling is how a command tells what is wrong with its inputs.
type telling struct {
	list     string // file to write every problem to; empty for none
	rejected string // file to write rejected rows to; empty for none
	brief    bool   // say only that there is something, for commands that are about something else

	items  bool // tell rows apart, where the settings ask for it
	splits bool // keep how hosts were split over machines, to explain it
	survey bool // the command itself says what was found; look at every column for it
}

// read reads the inputs for the period that applies, shows how it goes, and
// tells the person what is wrong with them.
func (a *App) read(ctx context.Context, settings *config.Settings, in *inputs, tell telling) (*reading, error) {
	mapping, err := loadMappings(settings)
	if err != nil {
		return nil, err
	}
	r := &reading{voice: a.voice(settings), mapping: mapping}
	for _, path := range in.reports {
		r.voice.notef("%s: not read; it is a report of this program", path)
	}
	if len(in.skipped) > 0 {
		r.voice.notef("%s: not read; of a folder only %s are", someOf(in.skipped), readable)
	}
	if len(in.links) > 0 {
		r.voice.notef("%s: not read; a link that leads out of its folder is not followed", someOf(in.links))
	}
	if err := a.choosePeriod(ctx, settings, in, r); err != nil {
		return nil, err
	}
	country, err := placeOf(settings, config.Country, settings.Country)
	if err != nil {
		return nil, err
	}
	if err := checkRejected(tell.rejected); err != nil {
		return nil, err
	}
	if err := a.readInputs(ctx, settings, country, in, tell, r); err != nil {
		return nil, err
	}
	if year := r.result.UsageYear; year != 0 && r.assumesLastYear {
		r.period, r.assumed = inventory.CalendarYear(year), phrase("the year of the usage, because no period was given")
		if err := a.readInputs(ctx, settings, country, in, tell, r); err != nil {
			return nil, err
		}
	}
	if !r.chosen {
		r.voice.notef("period: %s, %s; --period chooses another", r.period, r.assumed)
	}
	r.missed = missedIn(r.result)
	if tell.survey {
		return r, nil
	}
	r.tellProblems(tell)
	if err := a.writeRejected(ctx, tell.rejected, in, r); err != nil {
		return nil, err
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	return r, nil
}

// readInputs reads the inputs for the period in hand, and writes the list of
// problems.
func (a *App) readInputs(ctx context.Context, settings *config.Settings, country string, in *inputs, tell telling, r *reading) error {
	list, err := newProblemList(tell.list, a.texts)
	if err != nil {
		return err
	}
	defer list.abort()
	progress, finish := a.progress(a.say("reading"), settings.Quiet)
	r.result, err = inventory.Read(ctx, in.sources, inventory.Options{
		Period:         r.period,
		Observed:       settings.Basis == "observed",
		DefaultCountry: country,
		KeepPersonal:   keepPersonal(settings),
		Allocation:     inventory.Allocation(settings.Allocation),
		SpreadIdle:     settings.Idle == "spread",
		Counted:        a.counted(settings, country, r.period),
		Items:          tell.items && settings.Items,
		Splits:         tell.splits,
		Mapping:        r.mapping.mapping,
		Survey:         tell.survey,
		Progress:       progress,
		OnProblem:      list.add,
	})
	finish()
	if err != nil {
		return err
	}
	return list.commit()
}

// someOf lists the first of some names.
func someOf(names []string) wording.Phrase {
	const named = 5
	list := strings.Join(names[:min(len(names), named)], ", ")
	if more := len(names) - named; more > 0 {
		return phrase("%s and %d more", list, more)
	}
	return phrase("%s", list)
}

// keepPersonal reports whether the settings say what share of people's own
// devices counts, so that rows without one need not be left out.
func keepPersonal(settings *config.Settings) bool {
	_, stated := settings.Attribution[string(inventory.Personal)]
	return stated
}

// choosePeriod settles the reporting period: the person's, else that of the
// estates among the inputs, else the last complete calendar year, as long as no
// usage is read that is all of another.
func (a *App) choosePeriod(ctx context.Context, settings *config.Settings, in *inputs, r *reading) error {
	period, chosen, err := a.period(settings)
	if err != nil {
		return err
	}
	r.period, r.chosen = period, chosen
	if chosen {
		return nil
	}
	r.assumed, r.assumesLastYear = phrase("the last complete calendar year, because none was given"), true
	for _, source := range in.sources {
		estate, is, err := inventory.EstatePeriod(ctx, source)
		if err != nil {
			return err
		}
		if is {
			r.assumesLastYear = false
			r.period, r.assumed = estate, phrase("the period of %s", source.Name)
			break // Read refuses an estate of another period
		}
	}
	return nil
}

// check refuses to go on with nothing.
func (r *reading) check() error {
	if r.result.Estate.Len() > 0 {
		return nil
	}
	counts := r.result.Estate.Counts()
	if counts.Read == 0 {
		return errorf("nothing was read, so there is nothing to assess")
	}
	for p := range r.result.Problems.All() {
		if p.Code == inventory.CodeUsageOutsidePeriod && p.Value != "" {
			return errorf("none of %s can be assessed for %s; the first is of %q, so choose a period that holds it (--period)",
				count(counts.Read, "row", "rows"), r.period, p.Value)
		}
	}
	return errorf("none of %s can be assessed for %s", count(counts.Read, "row", "rows"), r.period)
}

// status is how a command ends that has done its work with what was read.
// Rows left out on purpose (retired before the period, a person's own device)
// are not missing from the result; rows that could not be used are, and so are
// rows of which nobody can tell what they are.
func (r *reading) status(unassessed bool) error {
	if r.missed.files > 0 || r.missed.rejected > 0 || r.missed.unrecognised > 0 || unassessed {
		return &reportedError{ExitIncomplete}
	}
	return nil
}

// voice is how much a command says on standard error.
type voice struct {
	streams        *Streams
	texts          *wording.Catalogue
	quiet, verbose bool
}

func (a *App) voice(settings *config.Settings) voice {
	return voice{streams: a.Streams, texts: a.texts, quiet: settings.Quiet, verbose: settings.Verbose}
}

// notef says what is good to know.
func (v voice) notef(format string, args ...any) {
	if !v.quiet {
		v.streams.Messagef(format, args...)
	}
}
