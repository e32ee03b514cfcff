package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// runner runs documents.
type runner struct {
	log    io.Writer
	root   string   // the repository
	done   []string // commands that are run elsewhere
	update bool
}

// shown is a block of output beside what was really printed.
type shown struct {
	block  block
	output string
}

// document runs the commands of one document in a fresh copy of the repository.
func (r runner) document(ctx context.Context, name string) error {
	path := filepath.Join(r.root, name)
	content, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading the document: %w", err)
	}
	text := string(content)
	found, err := blocks(text)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if !slices.ContainsFunc(found, func(b block) bool { return b.language == "sh" }) {
		return nil
	}
	folder, err := os.MkdirTemp("", "docrun")
	if err != nil {
		return fmt.Errorf("making a copy of the repository: %w", err)
	}
	defer os.RemoveAll(folder)
	if err := copyTree(ctx, r.root, folder); err != nil {
		return err
	}

	shows, err := r.commands(ctx, name, folder, found)
	if err != nil {
		return err
	}
	for _, s := range slices.Backward(shows) {
		difference := compare(s.block.text, s.output)
		switch {
		case difference == nil:
		case r.update && !elides(s.block.text):
			text = replace(text, s.block, strings.TrimRight(s.output, "\n")+"\n")
		default:
			return fmt.Errorf("%s:%d: %w; `make docs-update` rewrites it", name, s.block.line, difference)
		}
	}
	if text == string(content) {
		return nil
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil { // an existing file keeps its mode
		return fmt.Errorf("rewriting the document: %w", err)
	}
	return nil
}

// commands runs the blocks and returns the outputs that the document shows.
func (r runner) commands(ctx context.Context, name, folder string, found []block) ([]shown, error) {
	var (
		shows  []shown
		output string
		ran    bool
	)
	for _, b := range found {
		switch {
		case b.language == "sh":
			ran = false
			if reason, not := b.notRun(); not {
				fmt.Fprintf(r.log, "%s:%d: not run: %s\n", name, b.line, reason)
				continue
			}
			if slices.Contains(r.done, strings.TrimSpace(b.text)) {
				fmt.Fprintf(r.log, "%s:%d: run elsewhere: %s\n", name, b.line, strings.TrimSpace(b.text))
				continue
			}
			fmt.Fprintf(r.log, "%s:%d:\n%s", name, b.line, indent(b.text))
			var err error
			if output, err = shell(ctx, folder, b.text); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, b.line, err)
			}
			ran = true
		case b.isOutput() && ran:
			shows = append(shows, shown{b, output})
		case b.isOutput():
			return nil, fmt.Errorf("%s:%d: shows the output of commands that are not run", name, b.line)
		}
	}
	return shows, nil
}

// shell runs a script without standard input and returns what it prints to
// standard output. An error holds all that it printed.
func shell(ctx context.Context, folder, script string) (string, error) {
	cmd := exec.CommandContext(ctx, "bash", "-euo", "pipefail", "-c", script) //nolint:gosec // running what the repository's own documents show is the point
	var out bytes.Buffer
	var all together
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, io.MultiWriter(&out, &all), &all
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, indent(all.String()))
	}
	return out.String(), nil
}

// together collects what two streams print, each copied by a goroutine of its own.
type together struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (t *together) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(p)
}

func (t *together) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("    " + line)
	}
	return b.String()
}
