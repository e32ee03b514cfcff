package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"govfootprint/internal/config"
)

// settingFlags are the flags of a command that are settings too.
type settingFlags struct {
	set  *pflag.FlagSet
	file string // --config
}

// addTo adds the flags to a command.
func (f *settingFlags) addTo(cmd *cobra.Command) {
	f.set = cmd.Flags()
	config.AddFlags(f.set)
	f.set.StringVar(&f.file, "config", "", "settings `FILE` (default: govfootprint.yaml here, else in your configuration folder)")
	completeSettings(cmd)
}
