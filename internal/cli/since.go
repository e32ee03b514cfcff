package cli

import (
	"context"
	"slices"

	"github.com/spf13/pflag"

	"govfootprint/calc/comparison"
	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/inventory"
)

// sinceOptions are the flags about the earlier of two years.
type sinceOptions struct {
	files  []string
	period string
	config string
}

func (o *sinceOptions) addTo(flags *pflag.FlagSet) {
	flags.StringArrayVar(&o.files, "since", nil, "inventory or estate `FILE` of an earlier year, to compare with; repeatable")
	flags.StringVar(&o.period, "since-period", "", "`PERIOD` of --since (default: the one before --period)")
	flags.StringVar(&o.config, "since-config", "", "settings `FILE` of --since (default: the same settings)")
}

// years compares the assessment with that of an earlier year.
func (opts *compareOptions) years(ctx context.Context, now *assessed) (*comparison.Comparison, error) {
	app := opts.app
	settings, err := config.Load(config.Place{File: opts.since.settingsFile(&opts.flags), UserDir: app.UserDir, Flags: opts.flags.set, Environ: app.Environ})
	if err != nil {
		return nil, err
	}
	in, err := app.openInputs(opts.since.files, writtenTo(opts.outputs...))
	if err != nil {
		return nil, err
	}
	if settings.Period, err = opts.since.periodBefore(ctx, in, now.read.period); err != nil {
		return nil, err
	}
	method, err := methodOf(settings)
	if err != nil {
		return nil, err
	}
	library, err := app.library(settings)
	if err != nil {
		return nil, err
	}
	read, err := app.read(ctx, settings, in, telling{brief: true})
	if err != nil {
		return nil, err
	}
	earlier := now.state()
	earlier.Estate, earlier.Method = read.result.Estate, method.WithDefaults()
	if !sameFactors(library, earlier.Library) {
		earlier.Library = library
	}
	if earlier.Method.WithDefaults().Basis != now.assessment.Method().Basis {
		return nil, errorf("%s and %s are assessed by two bases, %s and %s, whose results are not compared; choose one with --basis", settings.Period, now.read.period, settings.Basis, now.settings.Basis)
	}
	return comparison.Years(ctx, earlier, now.state())
}

func (o *sinceOptions) settingsFile(flags *settingFlags) string {
	if o.config != "" {
		return o.config
	}
	return flags.file
}

// periodBefore returns the period of the earlier inventory: as it was asked for, else
// that of the estates among its files, else the year before.
func (o *sinceOptions) periodBefore(ctx context.Context, in *inputs, p inventory.Period) (string, error) {
	if o.period != "" {
		before, err := inventory.ParsePeriod(o.period)
		if err != nil {
			return "", errorf("--since-period: %w", periodError(o.period))
		}
		if before == p {
			return "", errorf("--since-period: %s is the period that it is compared with", o.period)
		}
		return o.period, nil
	}
	for _, source := range in.sources {
		if estate, is, err := inventory.EstatePeriod(ctx, source); err != nil {
			return "", err
		} else if is {
			return estate.String(), nil
		}
	}
	const year = 12
	if months, whole := p.Months(); !whole || months != year {
		return "", errorf("the period %s is no year, so that nobody can tell which one came before; add --since-period", p)
	}
	first := p.Start.Time()
	return inventory.Period{Start: inventory.NewDate(first.Year()-1, first.Month(), first.Day()), End: p.Start - 1}.String(), nil
}

// sameFactors reports whether two libraries are of the same packs.
func sameFactors(a, b *factors.Library) bool {
	return slices.EqualFunc(a.Packs(), b.Packs(), func(p, q *factors.Pack) bool { return p.Hash() == q.Hash() })
}
