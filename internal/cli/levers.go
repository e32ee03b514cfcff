package cli

import (
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/calc"
	"govfootprint/calc/lever"
	"govfootprint/calc/replacement"
	"govfootprint/calc/uncertainty"
	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/summary"
)

type leversOptions struct {
	app     *App
	flags   settingFlags
	files   []string
	newer   []string
	assumed replacement.Assumptions
	outputs []string
	format  string // of standard output; empty where nobody chose
	folder  string // for the scenarios
}

const leversLong = `Finds the scenario that is worth writing, in two tables.

Keep or replace: for each category and kind of device, by how much less electricity a new
device must use for replacing to pay within its lifetime, from which age of the old one on
it does, and what share of the devices is beyond that age. How much less newer devices use
is your assumption: --newer-uses -5%/year for each year between the making of the two,
-20% whatever the age, and monitor=-5%/year for one category. Without it a new device
is taken to use as much, and replacing never pays.

Levers: what one step of each parameter is worth in a year, for the whole inventory and by
category: a year more of lifetime, a tenth less electricity, a PUE lower by 0.1, a cleaner
grid, refurbished devices, fewer of them. Each is a scenario of one step; --scenarios DIR
writes them, to change and to compare. docs/levers.md explains both.

Ends with status 0 if every row counts, 3 if some could not be used, 1 if there is no
result, and 2 if the command or the settings are wrong.`

func newLeversCommand(app *App) *cobra.Command {
	opts := &leversOptions{app: app}
	cmd := &cobra.Command{
		Use:   "levers FILE…",
		Short: "When to replace devices, and what one step of each parameter is worth",
		Long:  leversLong,
		Example: `  # What is worth most, and does replacing pay where newer devices use 5 % less each year?
  govfootprint template -o inventory.csv
  govfootprint levers inventory.csv --period 2025 --country GB --newer-uses -5%/year`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			if err := opts.check(cmd); err != nil {
				return err
			}
			if opts.folder != "" {
				if err := checkNewFolder(opts.folder); err != nil {
					return err
				}
			}
			return runLevers(cmd.Context(), opts)
		},
	}
	opts.flags.addTo(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&opts.newer, "newer-uses", nil, "by how much less electricity newer devices use, `[CATEGORY=]CHANGE`: -5%/year, -20% or monitor=-5%/year; repeatable; an assumption")
	flags.StringVar(&opts.folder, "scenarios", "", "write the scenario of each lever into this folder `DIR`")
	flags.StringArrayVarP(&opts.outputs, "output", "o", nil, "`FILE` to write: .xlsx, .json or .csv; repeatable; - for standard output in --format")
	flags.StringVar(&opts.format, "format", "", "`FORMAT` of standard output: summary, xlsx, json or csv (default summary)")
	completeWith(cmd, "format", leversFormats.names()...)
	return cmd
}

// check refuses what cannot be done before anything is read.
func (opts *leversOptions) check(cmd *cobra.Command) error {
	opts.assumed = make(replacement.Assumptions)
	for _, text := range opts.newer {
		category, newer, ok := replacement.ParseNewer(text)
		if !ok {
			return usage(cmd, "--newer-uses %q: want a percentage below 0 such as -20%%, or for each year between the making of the two such as -5%%/year; monitor=-5%%/year for one category", text)
		}
		if known := inventory.Categories(); category != "" && !slices.Contains(known, category) {
			return usage(cmd, "--newer-uses %q: there is no category %q%s", text, category, hintElse(category, known, phrase("; write it as inventories do, such as laptop")))
		}
		if _, again := opts.assumed[category]; again {
			return usage(cmd, "--newer-uses %q: something else is assumed of the same devices already", text)
		}
		opts.assumed[category] = newer
	}
	return leversFormats.check(cmd, opts.outputs, opts.format)
}

func runLevers(ctx context.Context, opts *leversOptions) error {
	now, err := opts.app.assess(ctx, &opts.flags, opts.files, writtenTo(opts.outputs...), telling{brief: true})
	if err != nil {
		return err
	}
	draws := uncertainty.Options{
		Draws: now.settings.Draws, Seed: now.settings.Seed, By: []calc.Dimension{calc.ByCategory},
	}
	if draws.Draws == 0 {
		draws.Draws = uncertainty.DefaultDraws
		now.settings.Draws = draws.Draws
	}
	levers, err := lever.Assess(ctx, now.state())
	if err != nil {
		return err
	}
	sure, err := uncertainty.Run(ctx, levers.Comparison.Assessments(), draws)
	if err != nil {
		return err
	}
	replace, err := replacement.Assess(ctx, now.state(), opts.assumed, draws)
	if err != nil {
		return err
	}
	report := reports.NewLevers(reports.LeversInput{
		Levers: levers, Replacement: replace, Uncertainty: sure,
		Organisation: now.settings.Organisation, Version: opts.app.Build.reportVersion(),
		Files: now.read.result.Files, Options: append(now.options(opts.app.texts), opts.option()),
	})
	if err := opts.write(report, now.settings); err != nil {
		return err
	}
	return now.status()
}

// option is the assumption on newer devices, for the manifest.
func (opts *leversOptions) option() reports.Option {
	option := reports.Option{Key: "newer-uses", Value: strings.Join(opts.newer, " "), Origin: "--newer-uses"}
	if len(opts.newer) == 0 {
		option.Value, option.Origin, option.Unset = opts.app.texts.Label("replace.newer.same"), "", true
	}
	return option
}

// write writes every output that was asked for, then standard output.
func (opts *leversOptions) write(l *reports.Levers, settings *config.Settings) error {
	written := writtenTo(opts.outputs...)
	if err := leversFormats.writeFiles(written, l, settings.Language); err != nil {
		return err
	}
	if opts.folder != "" {
		if err := opts.writeScenarios(l); err != nil {
			return err
		}
		written = append(written, opts.folder)
	}
	return leversFormats.writeStandard(opts.app.Streams, opts.format, l, settings, written, summary.WriteLevers)
}

// writeScenarios writes the scenario of each lever, and the pack that one asks for, into
// the folder. The files appear together or not at all.
func (opts *leversOptions) writeScenarios(l *reports.Levers) error {
	files := make(map[string]string)
	for i := range l.Levers {
		from := l.Levers[i].Lever
		if len(from.Changes) == 0 {
			continue
		}
		files[filepath.Join(opts.folder, string(from.Key)+".yaml")] = opts.app.texts.LeverFile(from)
		if from.Pack == nil {
			continue
		}
		for name, data := range lever.PackFiles(from.Pack) {
			files[filepath.Join(opts.folder, from.Pack.Name, name)] = string(data)
		}
	}
	paths := slices.Sorted(maps.Keys(files))
	for _, path := range paths {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return notWritable(filepath.Dir(path), err)
		}
	}
	return writeTogether(paths, func(path string, w io.Writer) error {
		_, err := io.WriteString(w, files[path])
		return err
	})
}
