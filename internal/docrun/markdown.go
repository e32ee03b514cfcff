package main

import (
	"fmt"
	"strings"
)

// block is a fenced block of a document.
type block struct {
	language string // sh, text …
	note     string // what the comment before the block says; empty without one
	line     int    // of its first line of content, from 1
	text     string // content, each line ended by a line break
}

// notRun returns why a block is not run, and whether it says so.
func (b block) notRun() (string, bool) {
	reason, ok := strings.CutPrefix(b.note, "not run:")
	return strings.TrimSpace(reason), ok
}

// isOutput reports whether the block shows the output of the commands before it.
func (b block) isOutput() bool { return b.language == "text" && b.note == "output" }

// end returns the line after the block's content.
func (b block) end() int { return b.line + strings.Count(b.text, "\n") }

const fence = "```"

// blocks returns the fenced blocks of a Markdown text. A comment belongs to a
// block when only blank lines stand between them.
func blocks(markdown string) ([]block, error) {
	var (
		found  []block
		open   *block
		note   string
		opened int
	)
	for i, line := range strings.Split(markdown, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case open != nil && trimmed == fence:
			found = append(found, *open)
			open, note = nil, ""
		case open != nil:
			open.text += line + "\n"
		case strings.HasPrefix(trimmed, fence):
			open = &block{language: strings.TrimPrefix(trimmed, fence), note: note, line: i + 2}
			opened = i + 1
		case strings.HasPrefix(trimmed, "<!--") && strings.HasSuffix(trimmed, "-->"):
			note = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(trimmed, "<!--"), "-->"))
		case trimmed != "":
			note = ""
		}
	}
	if open != nil {
		return nil, fmt.Errorf("line %d: the block that begins here has no end; close it with %s", opened, fence)
	}
	return found, nil
}

// replace returns the text with the content of a block exchanged. Replace the
// last block first, so that the lines of the others stay true.
func replace(markdown string, b block, content string) string {
	lines := strings.SplitAfter(markdown, "\n")
	before, after := lines[:b.line-1], lines[b.end()-1:]
	return strings.Join(before, "") + content + strings.Join(after, "")
}
