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
func (a *App) printUsage(cmd *cobra.Command) error {
	var b strings.Builder
	section := func(title, body string) {
		if body = strings.TrimRight(body, "\n"); body != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", a.say(title), body)
		}
	}
	fmt.Fprintf(&b, "%s\n  %s\n", a.say("Usage"), a.usageLine(cmd))
	section("Examples", cmd.Example)
	section("Commands", commandList(cmd))
	own, settings := splitFlags(cmd)
	section("Flags", a.flagUsages(own))
	section("Settings: flags, keys of govfootprint.yaml, or variables such as GOVFOOTPRINT_COUNTRY", a.flagUsages(settings))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", a.texts.Sayf("'%s COMMAND --help' says more about a command.", cmd.CommandPath()))
	}
	_, err := fmt.Fprint(cmd.OutOrStderr(), b.String())
	return err
}

func (a *App) usageLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if _, args, found := strings.Cut(cmd.Use, " "); found {
		line += " " + args
	} else if cmd.HasAvailableSubCommands() {
		line += " " + a.say("COMMAND")
	}
	if cmd.HasAvailableFlags() && cmd.HasParent() && cmd.Runnable() {
		line += " " + a.say("[FLAGS]")
	}
	return line
}

// flagUsages lists flags with what they do.
func (a *App) flagUsages(flags *pflag.FlagSet) string {
	return strings.ReplaceAll(flags.FlagUsages(), "(default ", "("+a.say("default")+" ")
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
	sort := func(f *pflag.Flag) {
		if config.IsSetting(f.Name) {
			settings.AddFlag(f)
		} else {
			own.AddFlag(f)
		}
	}
	cmd.LocalFlags().VisitAll(sort)
	cmd.InheritedFlags().VisitAll(sort)
	return own, settings
}
