package cli

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"govfootprint/factors"
	"govfootprint/internal/boavizta"
)

func newFactorsImportCommand(app *App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: "Make a factor pack of a published table",
		Long: `Makes a factor pack of a table that others publish and that the program may not carry.
Download the table, import it, and use the pack with --factors DIR.`,
		Example: "  govfootprint factors import boavizta --help",
		Args:    cobra.ArbitraryArgs,
		RunE:    runGroup,
	}
	cmd.AddCommand(newFactorsImportBoaviztaCommand(app))
	return cmd
}

type factorsImportBoaviztaOptions struct {
	app       *App
	file      string
	dir       string
	lifetimes bool
}

func newFactorsImportBoaviztaCommand(app *App) *cobra.Command {
	opts := &factorsImportBoaviztaOptions{app: app}
	cmd := &cobra.Command{
		Use:   "boavizta FILE.csv -o DIR",
		Short: "Make a pack of exact models from the Boavizta product-footprint table",
		Long: `Makes a pack with a footprint for each exact model in the Boavizta table of manufacturers'
product footprints, so that a Latitude 5420 is assessed with its own figures. FILE is
boavizta-data-us.csv or boavizta-data-fr.csv, as downloaded from
https://github.com/Boavizta/environmental-footprint-data; both give the same pack.

The use phase that the makers assumed is taken off: the calculation adds its own. Known
faults of the table are mended or left out; DIR/import-report.txt names every one with its
row. The table is under the Open Database License: whoever publishes the pack shares it
alike (DIR/NOTICE).`,
		Example: `  # Two lines as they stand in the table
  printf '%s\n' manufacturer,name,subcategory,gwp_total,gwp_use_ratio,gwp_manufacturing_ratio \
    'Dell,Latitude 5420,Laptop,300,0.15,0.8' > boavizta-data-us.csv
  govfootprint factors import boavizta boavizta-data-us.csv -o exact-models
  govfootprint factors lint exact-models`,
		Args: exactly(1, "the CSV file that was downloaded"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opts.dir == "" {
				return usage(cmd, "name the folder for the pack with -o DIR")
			}
			opts.file = args[0]
			return runFactorsImportBoavizta(cmd, opts)
		},
	}
	cmd.Flags().StringVarP(&opts.dir, "output", "o", "", "write the pack to this new folder, `DIR`")
	cmd.Flags().BoolVar(&opts.lifetimes, "lifetimes", false, "also take the lifetime that each manufacturer assumed; without it, the category's")
	return cmd
}

func runFactorsImportBoavizta(cmd *cobra.Command, opts *factorsImportBoaviztaOptions) error {
	if err := checkFolders([]string{filepath.Clean(opts.dir)}); err != nil {
		return err
	}
	if err := checkNewFolder(opts.dir); err != nil {
		return err
	}
	data, err := readLimited(opts.file, boavizta.MaxFileSize)
	if err != nil {
		return err
	}
	result, err := boavizta.Import(cmd.Context(), opts.file, data, boavizta.Options{Lifetimes: opts.lifetimes})
	if err != nil {
		return err
	}
	if err := writePack(opts.dir, result.Files); err != nil {
		return err
	}
	opts.tell(result)
	if result.LeftOut() > 0 {
		return &reportedError{ExitIncomplete}
	}
	return nil
}

// tell sums the import up for whoever watches.
func (opts *factorsImportBoaviztaOptions) tell(result *boavizta.Result) {
	say, number := opts.app.Streams.Messagef, opts.app.texts.Numbers().Int
	say("%s (%s): %s read", opts.file, result.Dialect, count(result.Rows, "row", "rows"))
	for _, line := range result.RowCounts() {
		if line.Number > 0 {
			say("  %6s  %s", number(int64(line.Number)), line.Summary)
		}
	}
	for _, line := range boavizta.Counts(result.Findings) {
		say("  %6s  %s: %s", number(int64(line.Number)), line.Kind, line.Summary)
	}
	say("file SHA-256 %s", result.FileSHA256)
	say("wrote %s: %s, %s with a footprint, %s", opts.dir, count(result.Models, "model", "models"), number(int64(result.Footprints)), count(result.Factors, "factor", "factors"))
	say("Each change is in %s. Next: 'govfootprint assess FILE --factors %s'.", filepath.Join(opts.dir, "import-report.txt"), opts.dir)
}

// readLimited reads a file that has at most some bytes, and one byte of a longer
// one, so that whoever parses it can say so.
func readLimited(name string, limit int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, notReadable(name, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, notReadable(name, err)
	}
	return data, nil
}

// writePack writes the files of a pack to a new folder, whole or not at all, and
// only if they load.
func writePack(dir string, files map[string][]byte) error {
	dir = filepath.Clean(dir)
	temporary, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".")
	if err != nil {
		return notWritable(dir, err)
	}
	defer os.RemoveAll(temporary)
	if err := os.Chmod(temporary, 0o755); err != nil { // MkdirTemp hides it from colleagues
		return notWritable(dir, err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err := writeFile(filepath.Join(temporary, name), func(w io.Writer) error {
			_, err := w.Write(files[name])
			return err
		})
		if err != nil {
			return err
		}
	}
	if _, err := factors.LoadPack(os.DirFS(temporary), "."); err != nil {
		return errorf("the pack made of the table does not load, and was not written: %w", err)
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty folder
		return notWritable(dir, err)
	}
	if err := os.Rename(temporary, dir); err != nil {
		return notWritable(dir, err)
	}
	return nil
}
