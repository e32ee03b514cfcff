package cli

import (
	"github.com/spf13/cobra"
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
			if err := oneOf(cmd, "shell", args[0], shells...); err != nil {
				return err
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
