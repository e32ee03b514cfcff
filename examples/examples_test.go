// Package examples_test runs the examples: every folder beside this file, every
// line of its commands.txt, and compares what they print and write with the
// folder's expected/.
//
//	go test ./examples           checks
//	go test ./examples -update   rewrites expected/
package examples_test

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"govfootprint/internal/cli"
	"govfootprint/reports/page/pagetest"
	"govfootprint/reports/wording"
)

var (
	update = flag.Bool("update", false, "rewrite what the examples expect")
	pages  = flag.String("pages", "", "write the web pages of the examples to this `folder`, to be looked at")
)

func TestExamples(t *testing.T) {
	folders, err := filepath.Glob("*/commands.txt")
	if err != nil {
		t.Fatal(err)
	}
	const promised = 3
	if len(folders) < promised {
		t.Errorf("%d examples found, there are at least %d", len(folders), promised)
	}
	for _, commands := range folders {
		t.Run(filepath.Dir(commands), func(t *testing.T) { runExample(t, filepath.Dir(commands)) })
	}
}

// TestExamplesAreComplete keeps a folder from going untested because a file is
// missing in it.
func TestExamplesAreComplete(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		for _, name := range []string{"README.md", "commands.txt", "govfootprint.yaml", "expected"} {
			if _, err := os.Stat(filepath.Join(entry.Name(), name)); err != nil {
				t.Errorf("%s: %v", entry.Name(), err)
			}
		}
		readme, err := os.ReadFile(filepath.Join(entry.Name(), "README.md"))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range commandLines(t, filepath.Join(entry.Name(), "commands.txt")) {
			if !strings.Contains(string(readme), "\n"+line+"\n") {
				t.Errorf("%s: the README does not show the command %q", entry.Name(), line)
			}
		}
	}
}

// TestExamplesAsPages checks the web page of every assessment and comparison of an
// example, in every language.
func TestExamplesAsPages(t *testing.T) {
	folders, err := filepath.Glob("*/commands.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, commands := range folders {
		folder := filepath.Dir(commands)
		t.Run(folder, func(t *testing.T) {
			lines := commandLines(t, commands)
			t.Chdir(folder)
			for n, line := range lines {
				words, ok := pageCommand(line)
				if !ok {
					continue
				}
				for _, language := range wording.Languages {
					status, page, errOut := run(t.Context(), append(words, "--lang", language))
					if status != cli.ExitDone && status != cli.ExitIncomplete {
						t.Fatalf("%s: status %d\n%s", line, status, errOut)
					}
					for _, wrong := range pagetest.Check([]byte(page)) {
						t.Errorf("%s, %s: %s", line, language, wrong)
					}
					if *pages != "" {
						name := filepath.Join(*pages, fmt.Sprintf("%s-%02d-%s.html", folder, n+1, language))
						if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
			}
		})
	}
}

// pageCommand makes a command that prints a web page of one that assesses or compares
// the files of an example, and not what others of its commands wrote.
func pageCommand(line string) ([]string, bool) {
	words := strings.Fields(line)[1:]
	if words[0] != "assess" && words[0] != "compare" {
		return nil, false
	}
	var kept []string
	for i := 0; i < len(words); i++ {
		switch {
		case slices.Contains([]string{"-o", "--problems", "--lang"}, words[i]):
			i++ // its value, too
			continue
		case slices.Contains([]string{"estate.csv", "department.csv"}, words[i]):
			return nil, false
		}
		kept = append(kept, words[i])
	}
	return append(kept, "-o", "-", "--format", "html"), true
}

// runExample runs an example twice: the second time on top of what the first
// one wrote, which must change nothing.
func runExample(t *testing.T, folder string) {
	t.Helper()
	work, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	expected := filepath.Join(work, "expected")
	source := os.DirFS(work)
	copied := t.TempDir()
	if err := copyAll(copied, source); err != nil {
		t.Fatal(err)
	}
	before := files(t, copied)
	lines := commandLines(t, filepath.Join(copied, "commands.txt"))

	t.Chdir(copied)
	got := runAll(t, lines)
	got.add(t, copied, before)
	again := runAll(t, lines)
	again.add(t, copied, before)
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("the second run differs from the first:\n%s", diff)
	}

	got.withoutWorkbooks()
	if *update {
		got.write(t, expected)
		return
	}
	want := outcome{}
	want.add(t, expected, nil)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("not as expected (-want +got); `go test ./examples -update` accepts it:\n%s", diff)
	}
}

// outcome is what an example printed and wrote, by file name.
type outcome map[string]string

// commandLines reads the commands of an example.
func commandLines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines
}

// runAll runs commands and returns a transcript of each.
func runAll(t *testing.T, lines []string) outcome {
	t.Helper()
	got := outcome{}
	for i, line := range lines {
		words := strings.Fields(line)
		if words[0] != "govfootprint" {
			t.Fatalf("%s: an example runs govfootprint alone", line)
		}
		status, out, errOut := run(t.Context(), words[1:])
		if status != cli.ExitDone && status != cli.ExitIncomplete {
			t.Fatalf("%s: status %d\n%s", line, status, errOut)
		}
		transcript := fmt.Sprintf("$ %s\n%s", line, out)
		if errOut != "" {
			transcript += "\n--- messages ---\n" + errOut
		}
		got[fmt.Sprintf("%02d-%s.txt", i+1, words[1])] = transcript + fmt.Sprintf("\n--- status %d ---\n", status)
	}
	return got
}

// run runs the program as a person's shell would, with a clock that stands still.
func run(ctx context.Context, args []string) (status cli.ExitStatus, out, errOut string) {
	streams, _, stdout, stderr := cli.Test()
	app := &cli.App{
		Streams: streams,
		Now:     func() time.Time { return time.Date(2026, time.February, 1, 12, 0, 0, 0, time.UTC) },
		Build:   cli.Build{Version: "example"},
	}
	status = app.Run(ctx, args)
	return status, stdout.String(), stderr.String()
}

// files lists the files in a folder and below, by slash-separated path.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path)
		found[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// add adds the files of a folder that were not there before.
func (o outcome) add(t *testing.T, dir string, before map[string]string) {
	t.Helper()
	for path, content := range files(t, dir) {
		if _, was := before[path]; !was {
			o[path] = content
		}
	}
}

// withoutWorkbooks leaves workbooks out of what is kept: that both runs gave the
// same bytes has been seen, and a reviewer can read everything else.
func (o outcome) withoutWorkbooks() {
	maps.DeleteFunc(o, func(path, _ string) bool { return filepath.Ext(path) == ".xlsx" })
}

func (o outcome) write(t *testing.T, dir string) {
	t.Helper()
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(o)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(o[name]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// copyAll copies an example without what it expects.
func copyAll(to string, from fs.FS) error {
	return fs.WalkDir(from, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if path == "expected" {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, path), 0o755)
		}
		data, err := fs.ReadFile(from, path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, path), data, 0o600)
	})
}
