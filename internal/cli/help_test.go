package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"govfootprint/internal/cli"
)

// TestExamplesInHelp runs every example that --help shows, as it is printed, in
// an empty folder: whoever copies one must get what it promises.
func TestExamplesInHelp(t *testing.T) {
	dir := t.TempDir()
	for path, example := range cli.HelpExamples() {
		script := fmt.Sprintf("exec bash -euo pipefail -c 'source example.sh'\n-- example.sh --\n%s\n", example)
		name := strings.ReplaceAll(path, " ", "_") + ".txtar"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	params := scripts(dir)
	params.UpdateScripts = false
	testscript.Run(t, params)
}

// TestEveryCommandHasHelp keeps commands from being added without a description
// and an example.
func TestEveryCommandHasHelp(t *testing.T) {
	for path, example := range cli.HelpExamples() {
		if !strings.Contains(example, path) {
			t.Errorf("%s: its help has no example of it:\n%s", path, example)
		}
		for line := range strings.Lines(example) {
			if len(line) > 100 {
				t.Errorf("%s: an example is too long for a terminal: %s", path, line)
			}
		}
	}
}
