package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/internal/config"
	"govfootprint/reports"
	"govfootprint/reports/summary"
	"govfootprint/reports/wording"
)

type assessOptions struct {
	app      *App
	flags    settingFlags
	files    []string
	outputs  []string
	format   string // of standard output; empty where nobody chose
	problems string
	rejected string
}

const assessLong = `Reads inventories, works out their footprint, prints a summary and writes the report.

FILE is an inventory (CSV, Excel, OpenDocument; zip or gzip of them), an estate, a folder of
them, or - for standard input.
What cannot be used is listed with its position and what to do about it; the rest is
assessed.

Ends with status 0 if every row counts, 3 if some could not be used, 1 if there is no
result, and 2 if the command or the settings are wrong. Rows that are understood and left
out, such as devices that left before the period, do not change the status.`

func newAssessCommand(app *App) *cobra.Command {
	opts := &assessOptions{app: app}
	cmd := &cobra.Command{
		Use:   "assess FILE…",
		Short: "Work out the footprint of inventories",
		Long:  assessLong,
		Example: `  # An inventory to fill in, with a few sample rows, and its footprint
  govfootprint template -o inventory.csv
  govfootprint assess inventory.csv --period 2025 --country GB -o report.xlsx

  # For another program
  govfootprint assess inventory.csv --period 2025 --country GB -o - --format json`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			if err := opts.check(cmd); err != nil {
				return err
			}
			return runAssess(cmd.Context(), opts)
		},
	}
	opts.flags.addTo(cmd)
	cmd.Flags().StringArrayVarP(&opts.outputs, "output", "o", nil, "report `FILE` to write: .xlsx, .html, .json, .csv, .parquet or .pcr-si.json; repeatable; - for standard output in --format")
	cmd.Flags().StringVar(&opts.format, "format", "", "`FORMAT` of standard output: summary, xlsx, html, json, csv, parquet or pcr-si (default summary)")
	completeWith(cmd, "format", reportFormats.names()...)
	cmd.Flags().Bool(config.Items, false, config.ItemsUsage)
	cmd.Flags().StringVar(&opts.rejected, rejectedFlag, "", "write the rejected rows, with the reason, to this `FILE` (.csv or .xlsx), to correct and read again")
	cmd.Flags().StringVar(&opts.problems, "problems", "", "write every problem of the inventories to this CSV `FILE`")
	return cmd
}

// check refuses what cannot be written before anything is read.
func (opts *assessOptions) check(cmd *cobra.Command) error {
	return reportFormats.check(cmd, opts.outputs, opts.format)
}

func runAssess(ctx context.Context, opts *assessOptions) error {
	written := append(writtenTo(opts.outputs...), writtenTo(opts.problems, opts.rejected)...)
	assessed, err := opts.app.assess(ctx, &opts.flags, opts.files, written, telling{list: opts.problems, rejected: opts.rejected, items: true})
	if err != nil {
		return err
	}
	if err := assessed.simulate(ctx); err != nil {
		return err
	}
	report, err := assessed.report(opts.app) //nolint:contextcheck // deriving intervals takes no time that anybody would cut short
	if err != nil {
		return err
	}
	if err := opts.write(report, assessed.settings); err != nil {
		return err
	}
	return assessed.status()
}

// assessed is an assessment with what it was made from.
type assessed struct {
	settings   *config.Settings
	reporting  reporting
	read       *reading
	assessment *calc.Assessment
	uncertain  *uncertainty.Result // a simulation, where one was asked for
}

// assess does what every command that needs a footprint begins with.
func (a *App) assess(ctx context.Context, flags *settingFlags, files, written []string, tell telling) (*assessed, error) {
	settings, err := a.settings(flags)
	if err != nil {
		return nil, err
	}
	in, err := a.openInputs(files, written)
	if err != nil {
		return nil, err
	}
	method, err := methodOf(settings)
	if err != nil {
		return nil, err
	}
	beside, err := reportingOf(settings)
	if err != nil {
		return nil, err
	}
	library, err := a.library(settings)
	if err != nil {
		return nil, err
	}
	if err := checkCategories(settings, library); err != nil {
		return nil, err
	}
	read, err := a.read(ctx, settings, in, tell)
	if err != nil {
		return nil, err
	}
	assessment, err := calc.Assess(ctx, read.result.Estate, library, method)
	if err != nil {
		return nil, err
	}
	return &assessed{settings: settings, reporting: beside, read: read, assessment: assessment}, nil
}

// simulate finds out how sure the totals are by as many draws as the settings ask for.
func (r *assessed) simulate(ctx context.Context) error {
	if r.settings.Draws == 0 {
		return nil
	}
	var err error
	r.uncertain, err = uncertainty.Run(ctx, []*calc.Assessment{r.assessment}, uncertainty.Options{Draws: r.settings.Draws, Seed: r.settings.Seed, View: calc.LocationBased})
	return err
}

// report makes the report of an assessment.
func (r *assessed) report(app *App) (*reports.Report, error) {
	return reports.New(reports.Input{
		Assessment:   r.assessment,
		Reading:      r.read.result,
		Reporting:    r.reporting.Reporting,
		Uncertainty:  r.uncertain,
		Organisation: r.settings.Organisation,
		Program:      "govfootprint",
		Version:      app.Build.reportVersion(),
		Options:      r.options(app.texts),
	})
}

// options lists the settings in force for the report's manifest.
func (r *assessed) options(texts *wording.Catalogue) []reports.Option {
	var options []reports.Option
	for _, v := range r.settings.Values() {
		if notPartOfResult(v.Name) || v.Name == config.Items && !r.settings.Items { // what changes no figure is named where it is set
			continue
		}
		option := reports.Option{Key: v.Name, Value: v.Value, Origin: v.Origin.In(texts)}
		switch {
		case v.Name == config.Period && !r.read.chosen:
			option.Value, option.Origin = r.read.period.String(), texts.Sayf("default: %s", r.read.assumed)
		case v.Name == config.Mapping && v.Value != "":
			option.Value = r.read.mapping.String()
		case v.Name == config.Aims && v.Value != "":
			option.Value = r.reporting.aims
		case v.Value == "":
			option.Value, option.Unset = texts.Say(v.Absent), true
		}
		options = append(options, option)
	}
	return options
}

// notPartOfResult reports whether a setting changes what the person sees of the
// work, but not its result.
func notPartOfResult(name string) bool {
	return slices.Contains([]string{config.Quiet, config.Verbose, config.NoColor}, name)
}

// write writes every output that was asked for: the files, which appear
// together or not at all, then standard output.
func (opts *assessOptions) write(report *reports.Report, settings *config.Settings) error {
	written := writtenTo(opts.outputs...)
	if err := reportFormats.writeFiles(written, report, settings.Language); err != nil {
		return err
	}
	return reportFormats.writeStandard(opts.app.Streams, opts.format, report, settings, written, summary.Write)
}
