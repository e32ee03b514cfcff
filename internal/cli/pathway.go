package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"govfootprint/calc"
	"govfootprint/calc/pathway"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/summary"
)

type pathwayOptions struct {
	app       *App
	flags     settingFlags
	files     []string
	scenarios []string
	to        int
	grid      []string
	targets   []string
	growth    string
	backlog   int
	outputs   []string
	format    string // of standard output; empty where nobody chose

	stated statedOutlook
}

// statedOutlook is what the flags say of years to come.
type statedOutlook struct {
	grid    []calc.GridAssumption
	targets []reports.Target
	growth  decimal.Decimal
}

const pathwayLong = `Runs the inventories through the years to a horizon: business as usual, and each scenario
beside it. Devices leave when they reach their lifetime and as many like them come; changes
take effect in the years that the scenario says; electricity follows a published projection
where the factors hold one. Targets are those of the settings (base-year, targets) and of
--target.

What nobody publishes is for you to state, and is labelled so in every report:
  --grid GB=-5%                     electricity in Great Britain: 5% less each year
  --grid "GB=2030: 50 gCO2e/kWh, 2035: 20 gCO2e/kWh"   so much in these years, a straight line between
  --grid -3%                        electricity everywhere
  --growth 2%                       2% more devices, software and cloud each year

docs/pathways.md explains what is assumed, and how to read it.

Ends with status 0 if every row counts, 3 if some could not be used, 1 if there is no
result, and 2 if the command, the settings or a scenario are wrong.`

func newPathwayCommand(app *App) *cobra.Command {
	opts := &pathwayOptions{app: app}
	cmd := &cobra.Command{
		Use:   "pathway FILE…",
		Short: "Run the footprint through the years to a horizon, by scenario, to a target",
		Long:  pathwayLong,
		Example: `  # What becomes of it if nothing changes, and if everything stays a year longer?
  govfootprint template -o inventory.csv
  govfootprint pathway inventory.csv --period 2025 --country GB -s longer-life --target 2035=-42%`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			if err := opts.check(cmd); err != nil {
				return err
			}
			return runPathway(cmd.Context(), opts)
		},
	}
	opts.flags.addTo(cmd)
	flags := cmd.Flags()
	flags.StringArrayVarP(&opts.scenarios, "scenario", "s", nil, "scenario `FILE`, or the name of one of the program's, to put beside business as usual; repeatable")
	flags.IntVar(&opts.to, "to", 0, "last `YEAR` (default: that of the last target, else ten years on)")
	flags.StringArrayVar(&opts.grid, "grid", nil, "what you take electricity to become, `PLACE=…`: GB=-5%, or \"GB=2030: 50 gCO2e/kWh, 2035: 20 gCO2e/kWh\"; without a place for every one; repeatable")
	flags.StringArrayVar(&opts.targets, "target", nil, "target for the climate total beside those of the settings, `YEAR=-CUT%`, such as 2030=-42%; repeatable")
	flags.StringVar(&opts.growth, "growth", "", "by how much there is more each year than the year before, `PERCENT`, such as 2% or -1%")
	flags.IntVar(&opts.backlog, "backlog", 0, "over how many `YEARS` devices are replaced that are older than their lifetime already (default 3)")
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "pathway `FILE` to write: .xlsx, .json or .csv; repeatable; - for standard output in --format")
	flags.StringVar(&opts.format, "format", "", "`FORMAT` of standard output: summary, xlsx, json or csv (default summary)")
	completeWith(cmd, "format", pathwayFormats.names()...)
	return cmd
}

// check refuses what cannot be done before anything is read.
func (opts *pathwayOptions) check(cmd *cobra.Command) error {
	for _, text := range opts.grid {
		stated, err := gridAssumption(text)
		if err != nil {
			return usage(cmd, "--grid %q: %w", text, err)
		}
		opts.stated.grid = append(opts.stated.grid, stated)
	}
	for _, text := range opts.targets {
		target, err := targetOf(text)
		if err != nil {
			return usage(cmd, "--target %q: %w", text, err)
		}
		opts.stated.targets = append(opts.stated.targets, target)
	}
	if opts.growth != "" {
		growth, err := percentage(opts.growth)
		if err != nil || growth.LessThanOrEqual(decimal.NewFromInt(-1)) || growth.GreaterThan(decimal.NewFromInt(1)) {
			return usage(cmd, "--growth %q is no yearly growth; write a percentage such as 2%% or -1%%", opts.growth)
		}
		opts.stated.growth = growth
	}
	const most = 20
	if cmd.Flags().Changed("backlog") && (opts.backlog < 1 || opts.backlog > most) {
		return usage(cmd, "--backlog %d: write a number of years from 1 to %d", opts.backlog, most)
	}
	return pathwayFormats.check(cmd, opts.outputs, opts.format)
}

// percentage reads a share written as a percentage: -5%.
func percentage(text string) (decimal.Decimal, error) {
	number, is := strings.CutSuffix(strings.TrimSpace(text), "%")
	number = strings.TrimPrefix(strings.TrimSpace(number), "+")
	d, err := decimal.NewFromString(number)
	if !is || err != nil || len(number) > 12 || strings.ContainsAny(number, "eE") {
		return decimal.Zero, errorf("%q is not a percentage; write one such as -5%%", text)
	}
	return d.Shift(-2), nil
}

// gridAssumption reads what somebody takes the electricity of a place to become.
func gridAssumption(text string) (calc.GridAssumption, error) {
	var g calc.GridAssumption
	says := text
	if place, rest, found := strings.Cut(text, "="); found {
		code, known := inventory.ParsePlace(strings.TrimSpace(place))
		if !known {
			return g, errorf("%q is not a place; write an ISO 3166 code such as GB or CA-ON", place)
		}
		g.Place, says = code, rest
	}
	if strings.HasSuffix(strings.TrimSpace(says), "%") {
		change, err := percentage(says)
		if err != nil {
			return g, err
		}
		if change.LessThan(decimal.NewFromInt(-1)) || change.GreaterThan(decimal.NewFromInt(1)) {
			return g, errorf("%q is no yearly change; write one such as -5%%", says)
		}
		g.Decline = decimal.NewNullDecimal(change.Neg())
		return g, nil
	}
	for point := range strings.SplitSeq(says, ",") {
		year, factor, found := strings.Cut(point, ":")
		y, err := strconv.Atoi(strings.TrimSpace(year))
		if !found || err != nil || y < firstGridYear || y > lastGridYear {
			return g, errorf("%q is no year with a figure; write a yearly change such as -5%%, or figures such as 2030: 50 gCO2e/kWh", strings.TrimSpace(point))
		}
		value, err := contractFactor(strings.TrimSpace(factor))
		if err != nil {
			return g, err
		}
		if slices.ContainsFunc(g.Points, func(p calc.GridPoint) bool { return p.Year == y }) {
			return g, errorf("%d is there twice", y)
		}
		g.Points = append(g.Points, calc.GridPoint{Year: y, Value: value})
	}
	return g, nil
}

// Years of which anybody may state an assumption.
const (
	firstGridYear = 2000
	lastGridYear  = 2150
)

// targetOf reads a target for the climate total: 2030=-42%.
func targetOf(text string) (reports.Target, error) {
	want := phrase("write the year and the cut, such as 2030=-42%%")
	year, cut, found := strings.Cut(text, "=")
	y, err := strconv.Atoi(strings.TrimSpace(year))
	if !found || err != nil || y < firstGridYear || y > lastGridYear {
		return reports.Target{}, errorf("it is no target; %s", want)
	}
	share, err := percentage(cut)
	if err != nil || share.IsPositive() || share.LessThan(decimal.NewFromInt(-1)) {
		return reports.Target{}, errorf("it is no target; %s", want)
	}
	return reports.Target{Year: y, Cut: share.Neg(), Of: factors.GWP, Source: "--target"}, nil
}

// pathwayDraws is with how many draws a pathway is simulated where nobody says: it has
// a hundred assessments, of which each needs all of them.
const pathwayDraws = 2000

// yearsOn is how far a pathway looks where nobody says.
const yearsOn = 10

func runPathway(ctx context.Context, opts *pathwayOptions) error {
	scenarios, read, err := opts.app.loadScenarios(opts.scenarios)
	if err != nil {
		return err
	}
	now, err := opts.app.assess(ctx, &opts.flags, opts.files, writtenTo(opts.outputs...), telling{brief: true})
	if err != nil {
		return err
	}
	if now.settings.Draws == 0 {
		now.settings.Draws = pathwayDraws
	}
	targets := slices.Concat(now.reporting.Targets, opts.stated.targets)
	to, err := opts.horizon(now.read.period, targets)
	if err != nil {
		return err
	}
	run, err := pathway.Run(ctx, now.state(), scenarios, pathway.Options{
		To: to, Scenario: scenario.Options{Packs: opts.app.choosePacks}, Grid: opts.stated.grid, Backlog: opts.backlog, Growth: opts.stated.growth,
	})
	if err != nil {
		return err
	}
	assessments, _ := run.Assessments()
	sure, err := uncertainty.Run(ctx, assessments, uncertainty.Options{
		Draws: now.settings.Draws, Seed: now.settings.Seed, Totals: reports.BandedImpacts,
	})
	if err != nil {
		return err
	}
	report := reports.NewPathway(reports.PathwayInput{
		Pathway:      run,
		Base:         now.reporting.Base,
		Targets:      targets,
		Organisation: now.settings.Organisation,
		Version:      opts.app.Build.reportVersion(),
		Files:        slices.Concat(now.read.result.Files, read),
		Options:      slices.Concat(now.options(opts.app.texts), opts.options(to)),
		Uncertainty:  sure,
	})
	if err := opts.write(report, now.settings); err != nil {
		return err
	}
	return now.status()
}

// horizon returns the year to look to: as it was asked for, else that of the last
// target, else ten years on.
func (opts *pathwayOptions) horizon(period inventory.Period, targets []reports.Target) (int, error) {
	first := period.End.Month().Year()
	to := opts.to
	if to == 0 {
		to = first + yearsOn
		last := 0
		for _, t := range targets {
			last = max(last, t.Year)
		}
		if last > first && last <= first+pathway.MostYears {
			to = last
		}
	}
	if _, whole := period.PeriodsTo(to); !whole {
		return 0, errorf("a pathway goes by years, and %s is none; choose a period of twelve whole months, such as 2025 or 2024-04-01/2025-03-31", period)
	}
	if to <= first || to > first+pathway.MostYears {
		return 0, errorf("a pathway from %d cannot go to %d; choose a year after it, and not beyond %d", first, to, first+pathway.MostYears)
	}
	return to, nil
}

// options lists what the flags of the command say, for the manifest.
func (opts *pathwayOptions) options(to int) []reports.Option {
	list := []reports.Option{{Key: "to", Value: strconv.Itoa(to), Origin: "--to"}}
	add := func(key string, values ...string) {
		if text := strings.Join(values, "; "); text != "" {
			list = append(list, reports.Option{Key: key, Value: text, Origin: "--" + key})
		}
	}
	add("grid", opts.grid...)
	add("target", opts.targets...)
	add("growth", opts.growth)
	if opts.backlog != 0 {
		add("backlog", strconv.Itoa(opts.backlog))
	}
	return list
}

// write writes every output that was asked for, then standard output.
func (opts *pathwayOptions) write(p *reports.Pathway, settings *config.Settings) error {
	written := writtenTo(opts.outputs...)
	if err := pathwayFormats.writeFiles(written, p, settings.Language); err != nil {
		return err
	}
	return pathwayFormats.writeStandard(opts.app.Streams, opts.format, p, settings, written, summary.WritePathway)
}
