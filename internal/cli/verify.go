package cli

import (
	"context"

	"github.com/spf13/cobra"

	"govfootprint/internal/verify"
)

type verifyOptions struct {
	app      *App
	report   string
	files    []string
	factors  []string // folders with the packs of the report, where they are now
	mappings []string // its mapping files, where they are now
	aims     string   // its file of aims, where it is now
	most     int
}

const verifyLong = `Makes a report again from what its sheet Manifest lists (inputs and factor packs by their
hashes, options, mapping) and compares it with the workbook, cell by cell.

FILE is each input that the report was made from, in any order and under any name. Packs,
mappings and aims of your own are looked for where they were; --factors, --mapping and
--aims say where they are now. Settings files and variables of today play no part.

Compared are the values and the formulas of all cells, not how they look. What was changed
is listed: an amount, a factor, a parameter or a formula, with what it should be; then how
many results follow from it. An input or a pack that is not the same any more is named.

Ends with status 0 if nothing differs, 4 if something does, and 1 if the report cannot be
made again; the message says why.`

func newVerifyCommand(app *App) *cobra.Command {
	opts := &verifyOptions{app: app}
	cmd := &cobra.Command{
		Use:   "verify REPORT FILE…",
		Short: "Make a report again and compare it cell by cell",
		Long:  verifyLong,
		Example: `  govfootprint template -o inventory.csv
  govfootprint assess inventory.csv --period 2025 --country GB -o report.xlsx
  govfootprint verify report.xlsx inventory.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usage(cmd, "%s needs a report (.xlsx) and each FILE that it was made from", cmd.Name())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.report, opts.files = args[0], args[1:]
			if opts.most < 0 {
				return usage(cmd, "--list is 0 or more")
			}
			return runVerify(cmd.Context(), opts)
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&opts.factors, "factors", nil, "folder `DIR` with a factor pack of the report; repeatable, in the order of the report")
	flags.StringArrayVar(&opts.mappings, "mapping", nil, "mapping `FILE` of the report; repeatable, in the order of the report")
	flags.StringVar(&opts.aims, "aims", "", "`FILE` of aims of the report")
	flags.IntVar(&opts.most, "list", 20, "list no more than `N` differences (0: all)")
	return cmd
}

func runVerify(ctx context.Context, opts *verifyOptions) error {
	streams := opts.app.Streams
	found, err := verify.Open(opts.report)
	if err != nil {
		return err
	}
	defer found.Close()
	manifest, err := found.Manifest()
	if err != nil {
		return errorf("%s: %w", opts.report, err)
	}
	again := &remake{app: opts.app, opts: opts, manifest: manifest}
	report, err := again.report(ctx)
	if err != nil {
		return errorf("%s cannot be made again: %w", opts.report, err)
	}
	streams.linef("%s: made by %s from %s with %s", opts.report, again.maker(),
		count(len(manifest.Inputs), "input", "inputs"), count(len(manifest.Packs), "factor pack", "factor packs"))
	for _, note := range again.notes {
		streams.linef("%s", note)
	}
	same, err := again.compare(found, report)
	if err != nil {
		return err
	}
	if !same || again.changed {
		return &reportedError{ExitDifferent}
	}
	return nil
}
