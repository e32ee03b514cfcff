package cli

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/factors"
	"govfootprint/internal/nearest"
	"govfootprint/reports/wording"
)

func newFactorsCommand(app *App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "factors",
		Short: "Look at the emission factors and prepare your own",
		Long: `Every number in a report rests on published factors. They come in packs: folders with
a pack.yaml, which names the sources, and CSV files with a row for each factor. Some packs
are part of the program; a folder of your own goes on top of them with --factors DIR.`,
		Example: `  govfootprint factors list
  govfootprint factors show laptop`,
		Args: cobra.ArbitraryArgs,
		RunE: runGroup,
	}
	cmd.AddCommand(
		newFactorsListCommand(app),
		newFactorsShowCommand(app),
		newFactorsLintCommand(app),
		newFactorsDiffCommand(app),
		newFactorsImportCommand(app),
		newFactorsNewCommand(app),
	)
	return cmd
}

// packNamed returns the pack that an argument means: a folder, or one of the
// program's by NAME (the newest) or NAME@VERSION.
func (a *App) packNamed(name string) (*factors.Pack, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return a.loadPack(name)
	}
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, errorf("the packs in the program: %w", err)
	}
	selected, err := factors.Select(available, []string{name})
	if err != nil {
		return nil, errorf("there is no folder %s, and as a pack: %w", name, err)
	}
	wanted, _, _ := strings.Cut(name, "@")
	for _, pack := range selected {
		if pack.Name == wanted {
			return pack, nil
		}
	}
	return nil, errorf("%s: there is no such pack", name)
}

// hintElse suggests the nearest known name, or else says something else.
func hintElse(word string, known []string, otherwise wording.Phrase) wording.Phrase {
	if near, ok := nearest.Of(word, known); ok {
		return wording.Suggestion(near)
	}
	return otherwise
}
