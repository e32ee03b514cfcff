package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBlocks(t *testing.T) {
	const markdown = "# Title\n" + // 1
		"```sh\n" + // 2
		"one\n" + // 3
		"two\n" + // 4
		"```\n" + // 5
		"<!-- output -->\n" + // 6
		"\n" + // 7
		"```text\n" + // 8
		"1\n" + // 9
		"```\n" + // 10
		"<!-- not run: needs a network -->\n" + // 11
		"Words in between part the comment from the block.\n" + // 12
		"```sh\n" + // 13
		"```\n" // 14
	got, err := blocks(markdown)
	if err != nil {
		t.Fatal(err)
	}
	want := []block{
		{language: "sh", line: 3, text: "one\ntwo\n"},
		{language: "text", note: "output", line: 9, text: "1\n"},
		{language: "sh", line: 14},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(block{})); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	changed := strings.Replace(markdown, "\n1\n", "\n2\n3\n", 1)
	if diff := cmp.Diff(changed, replace(markdown, got[1], "2\n3\n")); diff != "" {
		t.Errorf("replace (-want +got):\n%s", diff)
	}
}

func TestBlockWithoutEnd(t *testing.T) {
	if _, err := blocks("words\n```sh\nls\n"); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error = %v, want one that names line 2", err)
	}
}

func TestCompare(t *testing.T) {
	for _, tc := range []struct {
		shown, output string
		same          bool
	}{
		{"a\nb\n", "a\nb\n", true},
		{"a  \nb", "a\nb\n\n", true},
		{"", "\n", true},
		{"a\n", "a\nb\n", false},
		{"a\nb\n", "a\n", false},
		{"a\nb\n", "a\nc\n", false},
		{"a\n…\nd\n", "a\nb\nc\nd\n", true},
		{"a\n…\nd\n", "a\nd\n", true},
		{"a\n…\n", "a\nb\nc\n", true},
		{"…\nc\n", "a\nb\nc\n", true},
		{"a\n…\nd\n", "a\nb\nc\n", false},
		{"a\n…\nb\n", "a\nb\nc\n", false},
	} {
		if err := compare(tc.shown, tc.output); (err == nil) != tc.same {
			t.Errorf("compare(%q, %q) = %v, want the same: %v", tc.shown, tc.output, err, tc.same)
		}
	}
}

// repository makes a git repository with one document and returns its folder.
func repository(t *testing.T, document string) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.CommandContext(t.Context(), "git", "init", "--quiet", folder).CombinedOutput(); err != nil {
		t.Fatalf("git init: %v\n%s", err, out)
	}
	if err := os.WriteFile(filepath.Join(folder, "README.md"), []byte(document), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

func runDocument(ctx context.Context, t *testing.T, r runner, document string) (after, log string, err error) {
	t.Helper()
	var b strings.Builder
	r.root, r.log = repository(t, document), &b
	err = r.document(ctx, "README.md")
	content, readErr := os.ReadFile(filepath.Join(r.root, "README.md"))
	if readErr != nil {
		t.Fatal(readErr)
	}
	if files, globErr := filepath.Glob(filepath.Join(r.root, "[^.]*")); globErr != nil || len(files) != 1 {
		t.Errorf("the repository holds %v; commands must only change the copy", files)
	}
	return string(content), b.String(), err
}

func TestDocument(t *testing.T) {
	const document = "```sh\necho one >made\n```\n" +
		"```sh\ncat made # the copy is shared\n```\n" +
		"<!-- output -->\n```text\none\n```\n" +
		"<!-- not run: there is no such command -->\n```sh\nno-such-command\n```\n" +
		"```sh\nrun-elsewhere\n```\n"
	after, log, err := runDocument(t.Context(), t, runner{done: []string{"run-elsewhere"}}, document)
	if err != nil {
		t.Fatal(err)
	}
	if after != document {
		t.Errorf("the document changed:\n%s", after)
	}
	for _, want := range []string{"there is no such command", "run elsewhere: run-elsewhere"} {
		if !strings.Contains(log, want) {
			t.Errorf("log lacks %q:\n%s", want, log)
		}
	}
}

func TestDocumentThatIsWrong(t *testing.T) {
	for _, tc := range []struct{ name, document, want string }{
		{"command fails", "```sh\necho why >&2; exit 3\n```\n", "why"},
		{"first of two commands fails", "```sh\nfalse\ntrue\n```\n", "README.md:2"},
		{"output differs", "```sh\necho one\n```\n<!-- output -->\n```text\ntwo\n```\n", `shows "two", printed is "one"`},
		{"output of nothing", "<!-- not run: no -->\n```sh\nfalse\n```\n<!-- output -->\n```text\ntwo\n```\n", "not run"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, _, err := runDocument(t.Context(), t, runner{}, tc.document)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error = %v, want one with %q", err, tc.want)
			}
		})
	}
}

func TestUpdate(t *testing.T) {
	const document = "```sh\necho one\n```\n<!-- output -->\n```text\nold\nolder\n```\n\n```sh\necho two\n```\n<!-- output -->\n```text\nold\n```\n"
	want := strings.NewReplacer("old\nolder\n", "one\n", "old\n", "two\n").Replace(document)
	after, _, err := runDocument(t.Context(), t, runner{update: true}, document)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, after); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
}
