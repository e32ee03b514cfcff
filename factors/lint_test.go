package factors_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"govfootprint/factors"
)

// TestLintPacks lints the packs of testdata/lint, each of which has one kind of
// weakness, and compares what is said about it with its expected.txt.
func TestLintPacks(t *testing.T) {
	entries, err := os.ReadDir("testdata/lint")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		t.Run(entry.Name(), func(t *testing.T) {
			pack, err := factors.LoadPack(os.DirFS("testdata/lint"), entry.Name())
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			for _, issue := range factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-12-01"}) {
				fmt.Fprintf(&text, "%s [%s] %s\n", issue.Severity, issue.Code, issue)
			}
			golden(t, filepath.Join("testdata", "lint", entry.Name(), "expected.txt"), text.String())
		})
	}
}

// TestLintWithoutADay: what day it is, is for the caller to say.
func TestLintWithoutADay(t *testing.T) {
	pack, err := factors.LoadPack(os.DirFS("testdata/lint"), "source-expired")
	if err != nil {
		t.Fatal(err)
	}
	if issues := factors.Lint([]*factors.Pack{pack}, factors.LintOptions{}); len(issues) != 0 {
		t.Errorf("got %v", issues)
	}
	if worst := factors.Worst(factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-12-01"})); worst != factors.SeverityWarning {
		t.Errorf("worst is %q, want warning", worst)
	}
	if worst := factors.Worst(nil); worst != "" {
		t.Errorf("worst of nothing is %q", worst)
	}
}
