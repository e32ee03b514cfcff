package main

import (
	"fmt"
	"strings"
)

// anything is the line that stands for any number of lines.
const anything = "…"

// elides reports whether some of the output is left out of what is shown.
func elides(shown string) bool {
	for line := range strings.Lines(shown) {
		if strings.TrimSpace(line) == anything {
			return true
		}
	}
	return false
}

// compare says where the output differs from what a document shows, and nil
// where it does not. Spaces at the ends of lines and blank lines at the end of the
// text do not count.
func compare(shown, output string) error {
	want, got := tidy(shown), tidy(output)
	at := 0
	for i := range want {
		if strings.TrimSpace(want[i]) == anything {
			if i+1 == len(want) {
				return nil
			}
			next := at
			for next < len(got) && got[next] != want[i+1] {
				next++
			}
			if next == len(got) {
				return fmt.Errorf("the document shows %q, which is not printed after line %d", want[i+1], at)
			}
			at = next
			continue
		}
		if at == len(got) {
			return fmt.Errorf("the document shows %q, but the output ends before", want[i])
		}
		if got[at] != want[i] {
			return fmt.Errorf("line %d: the document shows %q, printed is %q", at+1, want[i], got[at])
		}
		at++
	}
	if at < len(got) {
		return fmt.Errorf("line %d: printed is %q, the document shows nothing more", at+1, got[at])
	}
	return nil
}

func tidy(text string) []string {
	text = strings.TrimRight(text, " \t\n")
	if text == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t\r")
	}
	return lines
}
