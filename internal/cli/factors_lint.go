package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

type factorsLintOptions struct {
	app    *App
	flags  settingFlags
	dirs   []string
	strict bool
	format string
}

func newFactorsLintCommand(app *App) *cobra.Command {
	opts := &factorsLintOptions{app: app}
	cmd := &cobra.Command{
		Use:   "lint [PACK…]",
		Short: "Check factor packs",
		Long: `Checks packs (folders, or the program's by name; without an argument those in use) for
what is wrong and for what somebody should look at: missing sources, unknown units,
duplicates, gaps in a series, values outside their range, expired licences, mixed
boundaries of electricity, and values far from the others of their kind.

Ends with status 1 if there is an error; --strict asks the same for warnings.`,
		Example: `  govfootprint factors new our-factors
  govfootprint factors lint our-factors`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			opts.dirs = args
			return runFactorsLint(opts)
		},
	}
	cmd.ValidArgsFunction = completePacks
	opts.flags.addTo(cmd)
	cmd.Flags().BoolVar(&opts.strict, "strict", false, "end with status 1 for warnings, too")
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func runFactorsLint(opts *factorsLintOptions) error {
	packs, issues, err := opts.load()
	if err != nil {
		return err
	}
	found := factors.Lint(packs, factors.LintOptions{Today: opts.app.Now().Format(time.DateOnly)})
	issues = append(issues, found...)
	counts := map[factors.Severity]int{}
	for _, issue := range issues {
		counts[issue.Severity]++
	}
	if opts.format == "json" {
		if err := writeIssuesJSON(opts.app, issues); err != nil {
			return err
		}
	} else {
		for _, issue := range issues {
			if _, err := fmt.Fprintln(opts.app.Streams.Out, opts.app.texts.Sayf("%s: %s", phrase(string(issue.Severity)), issue)); err != nil {
				return err
			}
		}
	}
	checked := count(len(packs), "pack", "packs")
	if n := counts[factors.SeverityError]; n > 0 {
		opts.app.Streams.Messagef("%s; %s", count(n, "error", "errors"), count(counts[factors.SeverityWarning], "warning", "warnings"))
		return &reportedError{ExitFailed}
	}
	opts.app.Streams.Messagef("%s checked: no error, %s, %s", checked,
		count(counts[factors.SeverityWarning], "warning", "warnings"), count(counts[factors.SeverityNote], "note", "notes"))
	if opts.strict && counts[factors.SeverityWarning] > 0 {
		return &reportedError{ExitFailed}
	}
	return nil
}

// load returns the packs to check, and what is wrong with those that do not load.
func (opts *factorsLintOptions) load() ([]*factors.Pack, []factors.Issue, error) {
	if len(opts.dirs) == 0 {
		settings, err := opts.app.settings(&opts.flags)
		if err != nil {
			return nil, nil, err
		}
		packs, err := opts.app.packs(settings)
		if broken, ok := errors.AsType[*packError](err); ok {
			return nil, broken.issues, nil
		}
		return packs, nil, err
	}
	var packs []*factors.Pack
	var issues []factors.Issue
	for _, name := range opts.dirs {
		pack, err := opts.app.packNamed(name)
		var broken *packError
		switch {
		case errors.As(err, &broken):
			issues = append(issues, broken.issues...)
		case err != nil:
			return nil, nil, err
		default:
			packs = append(packs, pack)
		}
	}
	return packs, issues, nil
}

func writeIssuesJSON(app *App, issues []factors.Issue) error {
	type record struct {
		Code     factors.Code     `json:"code"`
		Severity factors.Severity `json:"severity"`
		File     string           `json:"file,omitempty"`
		Line     int              `json:"line,omitempty"`
		Column   int              `json:"column,omitempty"`
		Field    string           `json:"field,omitempty"`
		Value    string           `json:"value,omitempty"`
		Message  string           `json:"message"`
		Hint     string           `json:"hint,omitempty"`
	}
	records := make([]record, len(issues))
	for i, s := range issues {
		m := app.texts.Issue(s)
		records[i] = record{s.Code, s.Severity, s.File, s.Line, s.Column, s.Field, s.Value, m.Text, m.Fix}
	}
	return writeJSON(app.Streams.Out, records)
}
