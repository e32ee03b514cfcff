package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/internal/config"
	"govfootprint/inventory/mapping"
	"govfootprint/reports"
	"govfootprint/reports/proposal"
	"govfootprint/reports/result"
	"govfootprint/reports/summary"
)

type inspectOptions struct {
	app      *App
	flags    settingFlags
	files    []string
	output   string
	format   string
	problems string
	schema   bool
}

func newInspectCommand(app *App) *cobra.Command {
	opts := &inspectOptions{app: app}
	cmd := &cobra.Command{
		Use:   "inspect FILE…",
		Short: "Show how inventories are read, and write a mapping to correct it",
		Long: `Reads inventories and shows for each sheet and column what it was taken for and why, what is
not read and why, what is missing and what that costs, what was recognised, and what only
you can say. No personal value is shown, and none of a column that nobody knows.

-o writes a mapping file: how everything was read, to be corrected, and the open questions,
to be answered. Every command takes it with --mapping. Where -o names a mapping that is
given with --mapping, what is new is added to it, and all that stands in it stays.

Ends with status 0 if every row can be used and is recognised, 3 if not, 1 if a file is not
there, and 2 if the command, the settings or the mapping are wrong.`,
		Example: `  govfootprint template -o inventory.csv
  govfootprint inspect inventory.csv -o mapping.yaml
  govfootprint assess inventory.csv --mapping mapping.yaml --period 2025 --country GB`,
		Args: func(cmd *cobra.Command, args []string) error {
			if opts.schema {
				return nothing(cmd, args)
			}
			return files(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if opts.schema {
				_, err := io.WriteString(app.Streams.Out, mapping.Schema)
				return err
			}
			opts.files = args
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			switch extension := strings.ToLower(filepath.Ext(opts.output)); {
			case opts.output == standardStream && opts.format == "json":
				return usage(cmd, "-o - writes the mapping to standard output, where --format json would stand too; leave one of them out")
			case opts.output == "", opts.output == standardStream, extension == ".yaml", extension == ".yml":
			default:
				return usage(cmd, "-o %s: the name of a mapping must end in .yaml", opts.output)
			}
			return runInspect(cmd.Context(), opts)
		},
	}
	opts.flags.addTo(cmd)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "mapping `FILE` to write (.yaml), to be corrected and completed; - for standard output, in place of the inspection")
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT` of standard output: text or json")
	completeWith(cmd, "format", "text", "json")
	cmd.Flags().StringVar(&opts.problems, "problems", "", "write every problem of the inventories to this CSV `FILE`")
	cmd.Flags().BoolVar(&opts.schema, "schema", false, "print the JSON Schema of mapping files, and nothing else")
	return cmd
}

func runInspect(ctx context.Context, opts *inspectOptions) error {
	settings, err := opts.app.settings(&opts.flags)
	if err != nil {
		return err
	}
	in, err := opts.app.openInputs(opts.files, writtenTo(opts.output, opts.problems))
	if err != nil {
		return err
	}
	library, err := opts.app.library(settings)
	if err != nil {
		return err
	}
	if err := opts.mayWrite(settings); err != nil {
		return err
	}
	read, err := opts.app.read(ctx, settings, in, telling{list: opts.problems, survey: true})
	if err != nil {
		return err
	}
	found := reports.Inspect(read.result, library, settings.Country)
	written, err := opts.writeMapping(found, read.mapping, settings.Language)
	if err != nil {
		return err
	}
	switch {
	case opts.output == standardStream: // the mapping stands there
	case opts.format == "json":
		err = result.WriteInspection(opts.app.Streams.Out, found, result.Options{Language: settings.Language})
	case !settings.Quiet || opts.output == "":
		streams := opts.app.Streams
		err = summary.WriteInspection(streams.Out, found, summary.Options{
			Language: settings.Language, Width: streams.Width, Colour: streams.Colour && !settings.NoColor, ASCII: streams.ASCII, Written: written, Mappings: opts.beside(settings.Mappings),
		})
	}
	if err != nil {
		return err
	}
	return read.status(false)
}

// mayWrite refuses to replace what somebody may have written.
func (opts *inspectOptions) mayWrite(settings *config.Settings) error {
	if len(writtenTo(opts.output)) == 0 || opts.merges(settings.Mappings) {
		return nil
	}
	if _, err := os.Stat(opts.output); !errors.Is(err, fs.ErrNotExist) {
		return errorf("%s exists, and may hold somebody's answers: give it as --mapping %s as well to add to it, or choose another name with -o", opts.output, opts.output)
	}
	return nil
}

// beside returns the mappings in use that are not the output: what they say is not
// said again in it.
func (opts *inspectOptions) beside(paths []string) []string {
	return slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return opts.merges([]string{path}) })
}

// merges reports whether the output is one of the mappings in use.
func (opts *inspectOptions) merges(paths []string) bool {
	info, err := os.Stat(opts.output)
	if err != nil {
		return false
	}
	for _, path := range paths {
		if other, err := os.Stat(path); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// writeMapping writes the mapping that was asked for: a new one, or one that is
// in use with what it lacks, with comments in a language. It returns what was
// written.
func (opts *inspectOptions) writeMapping(found *reports.Inspection, used *mappings, language string) (written []string, err error) {
	if opts.output == "" {
		return nil, nil
	}
	draft, err := proposal.Of(found, language)
	if err != nil {
		return nil, err
	}
	for _, f := range used.files {
		if !opts.merges([]string{f.path}) {
			continue
		}
		merged, added, err := mapping.Merge(f.path, f.data, draft)
		if err != nil {
			return nil, err
		}
		if added == 0 {
			opts.app.Streams.Messagef("%s has all of it already; nothing was added", opts.output)
			return nil, nil
		}
		opts.app.Streams.Messagef("%s: %s added below yours", opts.output, count(added, "entry", "entries"))
		return []string{opts.output}, writeFile(opts.output, func(w io.Writer) error {
			_, err := w.Write(merged)
			return err
		})
	}
	var b bytes.Buffer
	if err := draft.Write(&b); err != nil {
		return nil, err
	}
	return writtenTo(opts.output), opts.app.write(opts.output, func(w io.Writer) error {
		_, err := w.Write(b.Bytes())
		return err
	})
}
