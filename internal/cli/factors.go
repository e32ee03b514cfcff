package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/factors"
	"govfootprint/internal/nearest"
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
		newFactorsNewCommand(app),
	)
	return cmd
}

// packNamed returns the pack that an argument means: a folder, or one of the
// program's by NAME or NAME@VERSION.
func (a *App) packNamed(name string) (*factors.Pack, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return a.loadPack(name)
	}
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, fmt.Errorf("the packs in the program: %w", err)
	}
	var found *factors.Pack // the newest of that name stands last
	var refs []string
	for _, pack := range available {
		refs = append(refs, pack.Ref())
		if pack.Ref() == name || (pack.Name == name && (found == nil || newer(pack, found))) {
			found = pack
		}
	}
	if found != nil {
		return found, nil
	}
	wanted, _, _ := strings.Cut(name, "@")
	for _, pack := range available {
		if pack.Name == wanted {
			return nil, fmt.Errorf("%s: the program holds that pack, but not in this version; there are %s", name, strings.Join(refs, ", "))
		}
	}
	return nil, errors.New(name + ": there is no such folder and no such pack" + hintElse(name, refs, "; the packs are "+strings.Join(refs, ", ")))
}

// newer reports whether a pack's version is later: by its numbers, part by part.
func newer(p, than *factors.Pack) bool { return compareVersions(p.Version, than.Version) > 0 }

func compareVersions(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		if len(x[i]) != len(y[i]) && isDigits(x[i]) && isDigits(y[i]) {
			return len(x[i]) - len(y[i]) // 10 is later than 9
		}
		if c := strings.Compare(x[i], y[i]); c != 0 {
			return c
		}
	}
	return len(x) - len(y)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// hintElse suggests the nearest known name, or else says something else.
func hintElse(word string, known []string, otherwise string) string {
	if hint := nearest.Hint(word, known); hint != "" {
		return hint
	}
	return otherwise
}
