package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

type factorsDiffOptions struct {
	app      *App
	from, to string
	format   string
}

func newFactorsDiffCommand(app *App) *cobra.Command {
	opts := &factorsDiffOptions{app: app}
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Show what changed between two packs",
		Long: `Shows which factors one pack has that the other has not, and which fields differ between
those that both have. A and B are folders, or packs of the program by name or name@version.`,
		Example: `  # What changed since the copy that was approved
  govfootprint factors new approved
  govfootprint factors new our-factors
  govfootprint factors diff approved our-factors`,
		Args: exactly(2, "two packs"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			opts.from, opts.to = args[0], args[1]
			return runFactorsDiff(opts)
		},
	}
	cmd.ValidArgsFunction = completePacks
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func runFactorsDiff(opts *factorsDiffOptions) error {
	from, err := opts.app.packNamed(opts.from)
	if err != nil {
		return err
	}
	to, err := opts.app.packNamed(opts.to)
	if err != nil {
		return err
	}
	changes := factors.Diff([]*factors.Pack{from}, []*factors.Pack{to})
	if opts.format == "json" {
		return writeChangesJSON(opts.app, changes)
	}
	if len(changes) == 0 {
		opts.app.Streams.Messagef("no difference")
	}
	for _, change := range changes {
		if _, err := fmt.Fprint(opts.app.Streams.Out, opts.app.changeText(change)); err != nil {
			return err
		}
	}
	return nil
}

// changeText writes a change as a diff does: + for what is new, - for what is
// gone, ~ for what is no longer the same.
func (a *App) changeText(c factors.Change) string {
	name := c.ID
	if name == "" {
		name = a.texts.Sayf("pack %s", c.Pack)
	}
	var b strings.Builder
	switch c.Kind {
	case factors.Added:
		b.WriteString("+ " + name + valueText(c.New) + "\n")
	case factors.Removed:
		b.WriteString("- " + name + valueText(c.Old) + "\n")
	default:
		b.WriteString("~ " + name + "\n")
		for _, f := range c.Fields {
			fmt.Fprintf(&b, "    %s: %s -> %s", f.Field, a.orNothing(f.Old), a.orNothing(f.New))
			if f.Ratio.Valid {
				fmt.Fprintf(&b, " (x %s)", f.Ratio.Decimal.Round(4))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func valueText(f *factors.Factor) string {
	if f == nil {
		return ""
	}
	return ": " + f.Subject + ", " + f.Value.String() + " " + f.Unit.String()
}

func (a *App) orNothing(s string) string {
	if s == "" {
		return a.say("(nothing)")
	}
	return oneLine(s)
}

func writeChangesJSON(app *App, changes []factors.Change) error {
	type field struct {
		Field string `json:"field"`
		Old   string `json:"old"`
		New   string `json:"new"`
		Ratio string `json:"ratio,omitempty"`
	}
	type record struct {
		Kind   factors.ChangeKind `json:"kind"`
		Pack   string             `json:"pack"`
		ID     string             `json:"id,omitempty"`
		Fields []field            `json:"fields,omitempty"`
		Old    *factorRecord      `json:"old,omitempty"`
		New    *factorRecord      `json:"new,omitempty"`
	}
	records := make([]record, len(changes))
	for i, c := range changes {
		records[i] = record{Kind: c.Kind, Pack: c.Pack, ID: c.ID}
		for _, f := range c.Fields {
			records[i].Fields = append(records[i].Fields, field{f.Field, f.Old, f.New, nullText(f.Ratio)})
		}
		if c.Old != nil {
			old := recordOf(c.Old)
			records[i].Old = &old
		}
		if c.New != nil {
			after := recordOf(c.New)
			records[i].New = &after
		}
	}
	return writeJSON(app.Streams.Out, records)
}
