package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// entries lists what a folder holds, so that a forgotten temporary file shows.
func entries(t *testing.T, dir string) string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.json")
	if err := writeFile(path, text("first")); err != nil {
		t.Fatal(err)
	}
	failure := errors.New("no more")
	err := writeFile(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half", 1<<16)); err != nil {
			return err
		}
		return failure
	})
	if !errors.Is(err, failure) {
		t.Errorf("error = %v, want the writer's", err)
	}
	if got := content(t, path); got != "first" {
		t.Errorf("the file holds %.20q, want what it held before", got)
	}
	if got := entries(t, dir); got != "report.json" {
		t.Errorf("the folder holds %s, want report.json alone", got)
	}
}

func TestAFileKeepsItsModeAndItsLink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(target, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target.csv", link); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(link, text("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is one no more: %v, %v", info.Mode(), err)
	}
	info, err := os.Stat(target)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o640 || content(t, target) != "new" {
		t.Errorf("target: mode %v, content %q", info.Mode().Perm(), content(t, target))
	}
}

func TestADeviceIsWrittenInPlace(t *testing.T) {
	if err := writeFile(os.DevNull, text("anything")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("the null device was replaced: %v", info.Mode())
	}
}

func TestWhereNothingCanBeWritten(t *testing.T) {
	dir := t.TempDir()
	if err := writeFile(filepath.Join(dir, "none", "x.csv"), text("x")); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Errorf("error = %v", err)
	}
	if err := writeFile(dir, text("x")); err == nil || !strings.Contains(err.Error(), "is a folder; name a file in it") {
		t.Errorf("error = %v", err)
	}
}

func TestAbortAfterCommitDoesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	file, err := createFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(file, "kept"); err != nil {
		t.Fatal(err)
	}
	if err := file.commit(); err != nil {
		t.Fatal(err)
	}
	file.abort()
	if got := content(t, path); got != "kept" {
		t.Errorf("content = %q", got)
	}
}
