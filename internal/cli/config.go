package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"govfootprint/internal/config"
)

type configOptions struct {
	app    *App
	flags  settingFlags
	format string
}

func newConfigCommand(app *App) *cobra.Command {
	opts := &configOptions{app: app}
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show each setting and where it was set",
		Long: `Prints every setting with its value and where the value came from. The stronger wins:

  1. the default
  2. the settings file: the one that --config or GOVFOOTPRINT_CONFIG names, else
     govfootprint.yaml in this folder, else in your configuration folder
     (govfootprint/govfootprint.yaml in it)
  3. the environment: GOVFOOTPRINT_COUNTRY, GOVFOOTPRINT_LIFETIMES_LAPTOP …;
     lists are separated by commas
  4. the flag

A stronger list replaces a weaker one as a whole; sections (lifetimes, base-year) are
put together entry by entry. Services, and lists such as contracts, targets and
exclusions, can be set in the file alone.`,
		Example: `  # What applies here, with another country for once
  govfootprint config --country NZ`,
		Args: nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			return runConfig(opts)
		},
	}
	opts.flags.addTo(cmd)
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func runConfig(opts *configOptions) error {
	settings, err := opts.app.settings(&opts.flags)
	if err != nil {
		return err
	}
	values := settings.Values()
	if opts.format == "json" {
		return writeConfigJSON(opts.app, settings, values)
	}
	file := settings.File()
	if file == "" {
		file = opts.app.texts.Sayf("none found (%s)", config.FileName)
	}
	table := tabwriter.NewWriter(opts.app.Streams.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "%s\t%s\n\n", opts.app.say("settings file"), file)
	fmt.Fprintln(table, opts.app.heads("SETTING", "VALUE", "FROM"))
	for _, v := range values {
		value := v.Value
		if value == "" {
			value = "(" + opts.app.say(v.Absent) + ")"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", v.Name, oneLine(value), v.Origin.In(opts.app.texts))
	}
	return table.Flush()
}

func writeConfigJSON(app *App, settings *config.Settings, values []config.Value) error {
	type value struct {
		Name  string `json:"name"`
		Value string `json:"value"`
		From  string `json:"from"`
	}
	out := struct {
		File     string  `json:"file"`
		Settings []value `json:"settings"`
	}{File: settings.File()}
	for _, v := range values {
		out.Settings = append(out.Settings, value{v.Name, v.Value, v.Origin.String()})
	}
	return writeJSON(app.Streams.Out, out)
}

// oneLine keeps a value that came from outside from breaking a table, or the
// terminal.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
}
