package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"govfootprint/calc/comparison"
	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// sinceOptions are the flags about the earlier of two years.
type sinceOptions struct {
	files  []string
	period string
	config string

	read *assessed // what came of it, once it has been read
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
	before, assumed, err := opts.since.periodBefore(ctx, in, now.read.period)
	if err != nil {
		return nil, err
	}
	settings.Period = before
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
	if view, nowView := earlier.Method.View, now.assessment.Method().View; view != nowView {
		return nil, errorf("%s and %s show two kinds of electricity, %s and %s, whose results are not compared; choose one with --electricity", settings.Period, now.read.period, view, nowView)
	}
	if earlier.Method.Basis != now.assessment.Method().Basis {
		return nil, errorf("%s and %s are assessed by two bases, %s and %s, whose results are not compared; choose one with --basis", settings.Period, now.read.period, settings.Basis, now.settings.Basis)
	}
	compared, err := comparison.Years(ctx, earlier, now.state())
	if err != nil {
		return nil, err
	}
	read.assumed = assumed
	opts.since.read = &assessed{settings: settings, read: read, assessment: compared.Baseline}
	return compared, nil
}

// status says what is missing of either year, and ends with what that asks for.
func (o *sinceOptions) status(now *assessed) error {
	if o.read == nil {
		return now.status()
	}
	return cmp.Or(o.read.status(), now.status())
}

// options lists what the flags say of the earlier year, for the manifest.
func (o *sinceOptions) options(texts *wording.Catalogue) []reports.Option {
	if o.read == nil {
		return nil
	}
	period := reports.Option{Key: "since-period", Value: o.read.read.period.String(), Origin: "--since-period"}
	if o.period == "" {
		period.Origin = texts.Sayf("default: %s", o.read.read.assumed)
	}
	list := []reports.Option{{Key: "since", Value: strings.Join(o.files, "; "), Origin: "--since"}, period}
	if o.config != "" {
		list = append(list, reports.Option{Key: "since-config", Value: o.config, Origin: "--since-config"})
	}
	return list
}

// inventories lists the files of the earlier year.
func (o *sinceOptions) inventories() []inventory.FileInfo {
	if o.read == nil {
		return nil
	}
	return o.read.read.result.Files
}

func (o *sinceOptions) settingsFile(flags *settingFlags) string {
	if o.config != "" {
		return o.config
	}
	return flags.file
}

// periodBefore returns the period of the earlier inventory: as it was asked for, else
// that of the estates among its files, else the year before; where nobody chose it, with
// why it is what it is.
func (o *sinceOptions) periodBefore(ctx context.Context, in *inputs, p inventory.Period) (before string, why wording.Phrase, err error) {
	if o.period != "" {
		before, err := inventory.ParsePeriod(o.period)
		if err != nil {
			return "", why, errorf("--since-period: %w", periodError(o.period))
		}
		if before == p {
			return "", why, errorf("--since-period: %s is the period that it is compared with", o.period)
		}
		return o.period, why, nil
	}
	for _, source := range in.sources {
		if estate, is, err := inventory.EstatePeriod(ctx, source); err != nil {
			return "", why, err
		} else if is {
			return estate.String(), phrase("that of the estate"), nil
		}
	}
	const year = 12
	if months, whole := p.Months(); !whole || months != year {
		return "", why, errorf("the period %s is no year, so that nobody can tell which one came before; add --since-period", p)
	}
	first := p.Start.Time()
	return inventory.Period{Start: inventory.NewDate(first.Year()-1, first.Month(), first.Day()), End: p.Start - 1}.String(), phrase("the year before"), nil
}

// sameFactors reports whether two libraries are of the same packs.
func sameFactors(a, b *factors.Library) bool {
	return slices.EqualFunc(a.Packs(), b.Packs(), func(p, q *factors.Pack) bool { return p.Hash() == q.Hash() })
}
