package cli

import (
	"github.com/spf13/cobra"

	"govfootprint/factors"
	"govfootprint/internal/config"
)

// completeWith offers values for a flag in shells that complete.
func completeWith(cmd *cobra.Command, flag string, values ...string) {
	// The error is for a flag that is not there, which a test would meet.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeSettings offers values for the flags that are settings.
func completeSettings(cmd *cobra.Command) {
	completeWith(cmd, config.Basis, config.Bases...)
	completeWith(cmd, config.Electricity, config.Views...)
	completeWith(cmd, config.Country)
	completeWith(cmd, config.Users)
	completeWith(cmd, config.Organisation)
	completeWith(cmd, config.Draws, "10000")
	completeWith(cmd, config.Seed)
	completeWith(cmd, config.Period)
	_ = cmd.RegisterFlagCompletionFunc(config.Pack, completePacks)
	_ = cmd.MarkFlagDirname(config.Factors)
	_ = cmd.MarkFlagFilename("config", "yaml", "yml")
	_ = cmd.MarkFlagFilename(config.Mapping, "yaml", "yml")
	completeWith(cmd, config.Returns, config.Countries...)
	_ = cmd.MarkFlagFilename(config.Aims, "yaml", "yml")
}

// completePacks offers the program's packs, and folders beside them.
func completePacks(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	packs, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	names := make([]string, len(packs))
	for i, pack := range packs {
		names[i] = pack.Ref() + "\t" + pack.Title
	}
	return names, cobra.ShellCompDirectiveDefault
}
