package factors_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"govfootprint/factors"
)

// FuzzLoadPack: whatever the files hold, loading returns a pack or issues with
// positions, never a panic; and a pack that loads can be linted, compared, put into
// a library and searched.
func FuzzLoadPack(f *testing.F) {
	f.Add([]byte(packYAML("grid", factors.Base, "family: f\n")), []byte(header+grid("a", "GB", "2025", "0.1")+"\n"+made("b", "laptop@dell", "2", "B")+"\n"))
	for _, folder := range []string{"testdata/bad", "testdata/lint"} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			f.Fatal(err)
		}
		for _, entry := range entries {
			yaml, err1 := os.ReadFile(filepath.Join(folder, entry.Name(), "pack.yaml"))
			table, err2 := os.ReadFile(filepath.Join(folder, entry.Name(), "grid.csv"))
			if err1 == nil && err2 == nil {
				f.Add(yaml, table)
			}
		}
	}
	f.Fuzz(func(t *testing.T, yaml, table []byte) {
		pack, err := factors.LoadPack(fstest.MapFS{"p/pack.yaml": {Data: yaml}, "p/t.csv": {Data: table}}, "p")
		if err != nil {
			loadError, ok := errors.AsType[*factors.LoadError](err)
			if !ok || pack != nil || len(loadError.Issues) == 0 {
				t.Fatalf("got %v, %v", pack, err)
			}
			for _, issue := range loadError.Issues {
				if issue.Message == "" || issue.Code == "" || issue.File == "" && issue.Code != factors.TooManyIssues {
					t.Fatalf("issue %#v says too little", issue)
				}
			}
			return
		}
		factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-12-01"})
		if changes := factors.Diff([]*factors.Pack{pack}, []*factors.Pack{pack}); len(changes) != 0 {
			t.Fatalf("a pack differs from itself: %v", changes)
		}
		lib, err := factors.NewLibrary(pack)
		if err != nil {
			return // one impact in two units
		}
		for f := range lib.Factors() {
			m, ok := lib.Find(factors.Query{
				Rungs: []factors.Rung{{Subjects: []string{f.Subject}}}, Property: f.Property, Stage: f.Stage, Route: f.Route,
				Impact: f.Impact, Places: factors.PlacesFor(f.Place), Year: f.Year,
			})
			if !ok || m.Factor.Year != f.Year && m.Factor.Year != 0 || m.Grade < f.Quality && m.Factor == f {
				t.Fatalf("looking for %s found %v, %+v", f.ID, ok, m)
			}
		}
	})
}
