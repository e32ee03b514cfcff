package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"govfootprint/internal/config"
	"govfootprint/internal/nearest"
	"govfootprint/reports/wording"
)

const rootLong = `govfootprint works out the environmental footprint of an organisation's IT.

Give it the inventory that your asset tool exports, or fill in a template. You get
a summary, a workbook in which every number leads back to a published source, and a
list of what is missing. Nothing leaves your computer.

A command ends with status 0 when all is done, 1 when nothing came of it, 2 when the
command or the settings are wrong, 3 when the result is there, but some rows could not be
used; they are listed, and 4 when verify found a difference.`

const rootExample = `  # An inventory to fill in, with a few sample rows
  govfootprint template -o inventory.xlsx

  # Its footprint
  govfootprint assess inventory.xlsx --period 2025 --country GB -o report.xlsx`

func newRootCommand(app *App) *cobra.Command {
	root := &cobra.Command{
		Use:           "govfootprint",
		Short:         "The environmental footprint of an organisation's IT",
		Long:          rootLong,
		Example:       rootExample,
		Args:          cobra.ArbitraryArgs,
		RunE:          runGroup,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(app.Streams.In)
	root.SetOut(app.Streams.Out)
	root.SetErr(app.Streams.Err)
	root.SetFlagErrorFunc(flagError)
	root.SetUsageFunc(app.printUsage)
	root.PersistentFlags().String(config.Language, wording.Languages[0], config.LanguageUsage)
	completeWith(root, config.Language, wording.Languages...)
	root.CompletionOptions.DisableDefaultCmd = true // completion.go has ours
	root.SetHelpCommand(newHelpCommand())
	root.AddCommand(
		newAssessCommand(app),
		newInspectCommand(app),
		newExplainCommand(app),
		newVerifyCommand(app),
		newCompareCommand(app),
		newPathwayCommand(app),
		newLeversCommand(app),
		newEstateCommand(app),
		newTemplateCommand(app),
		newFactorsCommand(app),
		newConfigCommand(app),
		newVersionCommand(app),
		newCompletionCommand(app),
	)
	app.translate(root)
	return root
}

// newHelpCommand makes `help explain` do what `explain --help` does.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Short:  "Show the help of a command",
		Hidden: true, // --help is the way that the help itself names
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return runGroup(cmd.Root(), args)
			}
			return found.Help()
		},
	}
}

// runGroup is what a command does that only has others beneath it: show what
// there is, or say what the person may have meant.
func runGroup(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return usage(cmd, "%q is not a command of %s%s", args[0], cmd.CommandPath(),
		hintElse(args[0], names, phrase("; there are %s", strings.Join(names, ", "))))
}

func usage(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{command: cmd.CommandPath(), message: phrase(format, args...)}
}

// flagError words what pflag found, and names the nearest flag for one that is not there.
func flagError(cmd *cobra.Command, err error) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "unknown flag: --"); ok {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near, ok := nearest.Of(name, names); ok {
			return usage(cmd, "there is no flag --%s; did you mean --%s?", name, near)
		}
		return usage(cmd, "there is no flag --%s", name)
	}
	if missing, ok := errors.AsType[*pflag.NotExistError](err); ok && missing.GetSpecifiedShortnames() != "" {
		return usage(cmd, "there is no flag -%s", missing.GetSpecifiedName())
	}
	if name, ok := strings.CutPrefix(message, "flag needs an argument: "); ok {
		return usage(cmd, "flag needs an argument: %s", name)
	}
	if invalid, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return usage(cmd, "--%s: %q cannot be used here", invalid.GetFlag().Name, invalid.GetValue())
	}
	return usage(cmd, "%s", message)
}

// files refuses a command line without FILE arguments.
func files(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage(cmd, "%s needs at least one FILE or folder: an inventory or an estate", cmd.Name())
	}
	return nil
}

// nothing refuses arguments.
func nothing(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage(cmd, "%s takes no argument, but was given %q", cmd.Name(), args[0])
	}
	return nil
}

// exactly refuses any other number of arguments.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(cmd, "%s needs %s, but was given %s", cmd.Name(), phrase(what), count(len(args), "argument", "arguments"))
		}
		return nil
	}
}
