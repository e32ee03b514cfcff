package factors_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/factors"
)

var update = flag.Bool("update", false, "write what is into testdata; review the difference")

// golden compares got with a file, or writes the file.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestBadPacks loads the packs of testdata/bad, each of which is wrong in one
// way, and compares what is said about it with its expected.txt.
func TestBadPacks(t *testing.T) {
	entries, err := os.ReadDir("testdata/bad")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		t.Run(entry.Name(), func(t *testing.T) {
			pack, err := factors.LoadPack(os.DirFS("testdata/bad"), entry.Name())
			loadError, ok := errors.AsType[*factors.LoadError](err)
			if !ok || pack != nil {
				t.Fatalf("got %v, %v, want a *LoadError and no pack", pack, err)
			}
			for _, issue := range loadError.Issues {
				if issue.Severity != factors.SeverityError || issue.Message == "" {
					t.Errorf("issue %#v has no severity or message", issue)
				}
				if !errors.Is(err, factors.Issue{Code: issue.Code}) {
					t.Errorf("errors.Is does not find %s", issue.Code)
				}
			}
			golden(t, filepath.Join("testdata", "bad", entry.Name(), "expected.txt"), err.Error()+"\n")
		})
	}
}
