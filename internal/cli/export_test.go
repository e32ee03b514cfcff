package cli

import (
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"
)

// HelpExamples yields the example in the help of every command, by the command's path.
func HelpExamples() iter.Seq2[string, string] {
	app := &App{Streams: &Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}}
	return func(yield func(string, string) bool) {
		walk(newRootCommand(app), yield)
	}
}

func walk(cmd *cobra.Command, yield func(string, string) bool) bool {
	if cmd.Hidden {
		return true
	}
	if !yield(cmd.CommandPath(), cmd.Example) {
		return false
	}
	for _, sub := range cmd.Commands() {
		if !walk(sub, yield) {
			return false
		}
	}
	return true
}
