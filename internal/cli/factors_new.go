package cli

import (
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

type factorsNewOptions struct {
	app *App
	dir string
}

func newFactorsNewCommand(app *App) *cobra.Command {
	opts := &factorsNewOptions{app: app}
	return &cobra.Command{
		Use:   "new DIR",
		Short: "Start a factor pack of your own",
		Long: `Writes a folder with a factor pack to fill in: a pack.yaml, a CSV file with sample rows,
and a README that says what each column means. It goes on top of the program's packs with
--factors DIR; where both have a factor for the same thing, yours is used and the report
shows what it replaced.`,
		Example: `  govfootprint factors new our-factors
  govfootprint factors lint our-factors`,
		Args: exactly(1, "the name of a folder to make"),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.dir = args[0]
			return runFactorsNew(opts)
		},
	}
}

func runFactorsNew(opts *factorsNewOptions) error {
	if err := checkNewFolder(opts.dir); err != nil {
		return err
	}
	content, err := factors.Scaffold(filepath.Base(opts.dir))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(opts.dir, 0o777); err != nil {
		return notWritable(opts.dir, err)
	}
	for _, name := range slices.Sorted(maps.Keys(content)) {
		path := filepath.Join(opts.dir, filepath.FromSlash(name))
		err := writeFile(path, func(w io.Writer) error {
			_, err := w.Write(content[name])
			return err
		})
		if err != nil {
			return err
		}
		opts.app.Streams.Messagef("wrote %s", path)
	}
	opts.app.Streams.Messagef("Next: fill in the factors, then check them with 'govfootprint factors lint %s'.", opts.dir)
	return nil
}
