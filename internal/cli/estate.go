package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"govfootprint/inventory"
)

type estateOptions struct {
	app      *App
	flags    settingFlags
	files    []string
	output   string
	problems string
	rejected string
	only     bool // merge: every file must be an estate
}

func newEstateCommand(app *App) *cobra.Command {
	opts := &estateOptions{app: app}
	cmd := &cobra.Command{
		Use:   "estate FILE…",
		Short: "Reduce inventories to an estate, which holds no personal data",
		Long: `Reads inventories and writes an estate: how many units of what kind are in service where
and for how long, and no row about any one device or person. It is what a department can
send to the centre. Every command that reads an inventory reads an estate, too, and gives
the same result for it to the last digit.`,
		Example: `  govfootprint template -o inventory.csv
  govfootprint estate inventory.csv --period 2025 -o estate.csv
  govfootprint assess estate.csv --country GB`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			return runEstate(cmd.Context(), opts)
		},
	}
	opts.addTo(cmd)
	cmd.AddCommand(newEstateMergeCommand(app))
	return cmd
}

func (opts *estateOptions) addTo(cmd *cobra.Command) {
	opts.flags.addTo(cmd)
	cmd.Flags().StringVarP(&opts.output, "output", "o", standardStream, "`FILE` to write; - for standard output")
	cmd.Flags().StringVar(&opts.rejected, rejectedFlag, "", "write the rejected rows, with the reason, to this `FILE` (.csv or .xlsx), to correct and read again")
	cmd.Flags().StringVar(&opts.problems, "problems", "", "write every problem of the inventories to this CSV `FILE`")
}

func newEstateMergeCommand(app *App) *cobra.Command {
	opts := &estateOptions{app: app, only: true}
	cmd := &cobra.Command{
		Use:   "merge ESTATE…",
		Short: "Add estates up to one",
		Long: `Adds up the estates of departments or years of work. Estates must be of the same period.
The order does not matter, nor how the inventories were split: the sum is exact.`,
		Example: `  govfootprint template -o inventory.csv
  govfootprint estate inventory.csv --period 2025 -o north.csv
  govfootprint estate inventory.csv --period 2025 -o south.csv
  govfootprint estate merge north.csv south.csv -o all.csv`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			return runEstate(cmd.Context(), opts)
		},
	}
	opts.addTo(cmd)
	return cmd
}

func runEstate(ctx context.Context, opts *estateOptions) error {
	app := opts.app
	settings, err := app.settings(&opts.flags)
	if err != nil {
		return err
	}
	in, err := app.openInputs(opts.files, writtenTo(opts.output, opts.problems, opts.rejected))
	if err != nil {
		return err
	}
	if opts.only {
		if err := in.mustBeEstates(ctx); err != nil {
			return err
		}
	}
	read, err := app.read(ctx, settings, in, telling{list: opts.problems, rejected: opts.rejected})
	if err != nil {
		return err
	}
	if err := app.write(opts.output, read.result.Estate.WriteCSV); err != nil {
		return err
	}
	if opts.output != standardStream {
		read.voice.notef("wrote %s: %s in %s", opts.output,
			count(read.result.Estate.Counts().Assessed, "row", "rows"), count(read.result.Estate.Len(), "profile", "profiles"))
	}
	return read.status(false)
}

// standardStream stands for standard output where a file is named.
const standardStream = "-"

// write writes data to a file, or to standard output for -.
func (a *App) write(path string, write func(io.Writer) error) error {
	if path == standardStream {
		return write(a.Streams.Out)
	}
	return writeFile(path, write)
}

// writtenTo returns those of the names that are files.
func writtenTo(names ...string) (paths []string) {
	for _, name := range names {
		if name != "" && name != standardStream {
			paths = append(paths, name)
		}
	}
	return paths
}

// mustBeEstates refuses inventories among the inputs.
func (in *inputs) mustBeEstates(ctx context.Context) error {
	for _, source := range in.sources {
		_, is, err := inventory.EstatePeriod(ctx, source)
		if err != nil {
			return err
		}
		if !is {
			return errorf("%s: is not an estate; 'govfootprint estate %s' makes one of an inventory", source.Name, source.Name)
		}
	}
	return nil
}
