package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/reports/wording"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletionCommand(app *App) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script that completes commands in your shell",
		Long: `Prints a script that lets bash, zsh, fish or powershell complete commands, flags and
their values. Load it in one shell to try it, or from the shell's start-up file to keep it.`,
		Example: `  # In a bash that is running
  source <(govfootprint completion bash)`,
		ValidArgs: shells,
		Args:      exactly(1, "the name of a shell"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(shells, args[0]) {
				return usage(cmd, "%q is not a shell that there is a script for; write one of %s%s", args[0], strings.Join(shells, ", "), wording.Hint(args[0], shells))
			}
			return runCompletion(app, cmd.Root(), args[0])
		},
	}
}

func runCompletion(app *App, root *cobra.Command, shell string) error {
	out := app.Streams.Out
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(out, true)
	case "zsh":
		return root.GenZshCompletion(out)
	case "fish":
		return root.GenFishCompletion(out, true)
	default:
		return root.GenPowerShellCompletionWithDesc(out)
	}
}
