package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"govfootprint/internal/config"
)

// printUsage writes the help of a command below its description: how to call
// it, examples, what is beneath it, and its flags, those that are settings apart
// from the command's own.
func printUsage(cmd *cobra.Command) error {
	var b strings.Builder
	section := func(title, body string) {
		if body = strings.TrimRight(body, "\n"); body != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", title, body)
		}
	}
	fmt.Fprintf(&b, "Usage\n  %s\n", usageLine(cmd))
	section("Examples", cmd.Example)
	section("Commands", commandList(cmd))
	own, settings := splitFlags(cmd)
	section("Flags", own.FlagUsages())
	section("Settings: flags, keys of govfootprint.yaml, or variables such as GOVFOOTPRINT_COUNTRY", settings.FlagUsages())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n'%s COMMAND --help' says more about a command.\n", cmd.CommandPath())
	}
	_, err := fmt.Fprint(cmd.OutOrStderr(), b.String())
	return err
}

func usageLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if _, args, found := strings.Cut(cmd.Use, " "); found {
		line += " " + args
	} else if cmd.HasAvailableSubCommands() {
		line += " COMMAND"
	}
	if cmd.HasAvailableFlags() && cmd.HasParent() && cmd.Runnable() {
		line += " [FLAGS]"
	}
	return line
}

func commandList(cmd *cobra.Command) string {
	var b strings.Builder
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			fmt.Fprintf(&b, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// splitFlags separates a command's own flags from those that are settings.
func splitFlags(cmd *cobra.Command) (own, settings *pflag.FlagSet) {
	own = pflag.NewFlagSet("own", pflag.ContinueOnError)
	settings = pflag.NewFlagSet("settings", pflag.ContinueOnError)
	own.SortFlags, settings.SortFlags = false, false
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if config.IsSetting(f.Name) {
			settings.AddFlag(f)
		} else {
			own.AddFlag(f)
		}
	})
	return own, settings
}
