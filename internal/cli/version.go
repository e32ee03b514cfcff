package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/reports/wording"
)

type versionOptions struct {
	app    *App
	format string
}

func newVersionCommand(app *App) *cobra.Command {
	opts := &versionOptions{app: app}
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Say which program this is",
		Long:    "Prints the version of the program and what it was built from, so that a report can be made again with the same one.",
		Example: "  govfootprint version",
		Args:    nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			return runVersion(opts)
		},
	}
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func runVersion(opts *versionOptions) error {
	build := opts.app.Build
	if opts.format == "json" {
		return writeJSON(opts.app.Streams.Out, map[string]any{
			"version": build.Version, "revision": build.Revision, "time": build.Time, "modified": build.Modified,
			"go": build.Go, "platform": build.Platform,
		})
	}
	_, err := fmt.Fprintln(opts.app.Streams.Out, build.describe(opts.app.texts))
	return err
}

// String returns the build on one line.
func (b Build) String() string {
	return b.in(fmt.Sprintf)
}

// describe returns the build on one line, in a language.
func (b Build) describe(texts *wording.Catalogue) string { return b.in(texts.Sayf) }

func (b Build) in(say func(format string, args ...any) string) string {
	line := "govfootprint " + b.Version
	var details []string
	if b.Revision != "" {
		revision := b.Revision
		if b.Modified {
			revision = say("%s with changes", revision)
		}
		details = append(details, say("revision %s", revision))
	}
	for _, detail := range []string{b.Time, b.Go, b.Platform} {
		if detail != "" {
			details = append(details, detail)
		}
	}
	if len(details) == 0 {
		return line
	}
	return line + " (" + strings.Join(details, ", ") + ")"
}
