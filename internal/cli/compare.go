package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"govfootprint/calc"
	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/calc/uncertainty"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/summary"
)

type compareOptions struct {
	app       *App
	flags     settingFlags
	files     []string
	scenarios []string
	since     sinceOptions
	outputs   []string
	format    string // of standard output; empty where nobody chose
}

const compareLong = `Puts scenarios beside what the inventories give now: what each saves or adds, for every
impact and stage of life, which of its changes does what, and whether the answer holds with
other published factors.

A scenario is a YAML file with changes in order: which items, what happens to them, and why;
or the name of one that comes with the program: longer-life, laptops-five-years,
refurbished, bring-your-own, screens-per-desk, power-management, server-consolidation,
cloud-move, green-contract, retire-unused, lighter-software.
docs/scenarios.md explains them.

With --since instead, it compares two years: what changed through the equipment, the
factors and the method.

Ends with status 0 if every row counts, 3 if some could not be used, 1 if there is no
result, and 2 if the command, the settings or a scenario are wrong.`

func newCompareCommand(app *App) *cobra.Command {
	opts := &compareOptions{app: app}
	cmd := &cobra.Command{
		Use:   "compare FILE…",
		Short: "Put scenarios beside the footprint, or a year beside the one before",
		Long:  compareLong,
		Example: `  # What does it save to keep laptops a year longer?
  govfootprint template -o inventory.csv
  govfootprint compare inventory.csv --period 2025 --country GB --scenario longer-life

  # What changed since last year
  govfootprint compare inventory.csv --period 2025 --country GB --since inventory.csv`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			if err := opts.check(cmd); err != nil {
				return err
			}
			return runCompare(cmd.Context(), opts)
		},
	}
	opts.flags.addTo(cmd)
	flags := cmd.Flags()
	flags.StringArrayVarP(&opts.scenarios, "scenario", "s", nil, "scenario `FILE`, or the name of one of the program's, to put beside the baseline; repeatable")
	opts.since.addTo(flags)
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "comparison `FILE` to write: .xlsx, .html, .json or .csv; repeatable; - for standard output in --format")
	flags.StringVar(&opts.format, "format", "", "`FORMAT` of standard output: summary, xlsx, html, json or csv (default summary)")
	completeWith(cmd, "format", comparisonFormats.names()...)
	return cmd
}

// check refuses what cannot be done before anything is read.
func (opts *compareOptions) check(cmd *cobra.Command) error {
	switch {
	case len(opts.scenarios) == 0 && len(opts.since.files) == 0:
		return usage(cmd, "compare needs something to compare with: --scenario FILE, or --since FILE with the inventory of an earlier year")
	case len(opts.scenarios) > 0 && len(opts.since.files) > 0:
		return usage(cmd, "--scenario and --since are two questions; ask one after the other")
	case len(opts.since.files) == 0 && (opts.since.period != "" || opts.since.config != ""):
		return usage(cmd, "--since-period and --since-config say how --since FILE is read; add it")
	}
	return comparisonFormats.check(cmd, opts.outputs, opts.format)
}

func runCompare(ctx context.Context, opts *compareOptions) error {
	scenarios, read, err := opts.app.loadScenarios(opts.scenarios)
	if err != nil {
		return err
	}
	now, err := opts.app.assess(ctx, &opts.flags, opts.files, writtenTo(opts.outputs...), telling{brief: true})
	if err != nil {
		return err
	}
	if now.settings.Draws == 0 { // only draws tell how often one scenario lies below another
		now.settings.Draws = uncertainty.DefaultDraws
	}
	var compared *comparison.Comparison
	if len(opts.since.files) > 0 {
		compared, err = opts.years(ctx, now)
	} else {
		compared, err = opts.app.compareScenarios(ctx, now, scenarios)
	}
	if err != nil {
		return err
	}
	sure, err := simulate(ctx, now.settings, compared.Assessments())
	if err != nil {
		return err
	}
	if err := opts.write(opts.report(now, compared, read, sure), now.settings); err != nil {
		return err
	}
	return opts.since.status(now)
}

// state is what an assessment was made from.
func (r *assessed) state() scenario.State {
	return scenario.State{Estate: r.assessment.Estate(), Library: r.assessment.Library(), Method: r.assessment.Method()}
}

// compareScenarios applies scenarios, and repeats the comparison with the other
// families of equipment factors.
func (a *App) compareScenarios(ctx context.Context, now *assessed, scenarios []*scenario.Scenario) (*comparison.Comparison, error) {
	others, err := otherFamilies(now.assessment.Library())
	if err != nil {
		return nil, err
	}
	return comparison.Scenarios(ctx, now.state(), scenarios, scenario.Options{Packs: a.choosePacks}, others...)
}

// simulate finds out how sure the differences are, each assessment with the electricity
// that its own method shows: a scenario may choose another.
func simulate(ctx context.Context, settings *config.Settings, assessments []*calc.Assessment) (*uncertainty.Result, error) {
	return uncertainty.Run(ctx, assessments, uncertainty.Options{Draws: settings.Draws, Seed: settings.Seed})
}

// report makes the report of a comparison.
func (opts *compareOptions) report(now *assessed, compared *comparison.Comparison, read []inventory.FileInfo, sure *uncertainty.Result) *reports.Comparison {
	return reports.NewComparison(reports.ComparisonInput{
		Comparison:   compared,
		Years:        len(opts.since.files) > 0,
		Organisation: now.settings.Organisation,
		Version:      opts.app.Build.reportVersion(),
		Files:        slices.Concat(now.read.result.Files, opts.since.inventories(), read),
		Options:      slices.Concat(now.options(opts.app.texts), opts.since.options(opts.app.texts)),
		Uncertainty:  sure,
	})
}

// write writes every output that was asked for, then standard output.
func (opts *compareOptions) write(c *reports.Comparison, settings *config.Settings) error {
	written := writtenTo(opts.outputs...)
	if err := comparisonFormats.writeFiles(written, c, settings.Language); err != nil {
		return err
	}
	return comparisonFormats.writeStandard(opts.app.Streams, opts.format, c, settings, written, summary.WriteComparison)
}
