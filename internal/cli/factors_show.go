package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

type factorsShowOptions struct {
	app    *App
	flags  settingFlags
	what   string
	format string
}

func newFactorsShowCommand(app *App) *cobra.Command {
	opts := &factorsShowOptions{app: app}
	cmd := &cobra.Command{
		Use:   "show ID|SUBJECT",
		Short: "Show factors in full, with their sources",
		Long: `Shows the factor with an ID, or every factor about a SUBJECT, from the packs in use: its
value and range, where and when it holds, who published it, under which licence, and what
there is to know about it.`,
		Example: `  govfootprint factors show laptop

  # With a pack of your own on top
  govfootprint factors new our-factors
  govfootprint factors show laptop --factors our-factors`,
		Args: exactly(1, "the ID of a factor or a subject such as laptop"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
				return err
			}
			opts.what = args[0]
			return runFactorsShow(opts)
		},
	}
	opts.flags.addTo(cmd)
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text or json")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

func runFactorsShow(opts *factorsShowOptions) error {
	settings, err := opts.app.settings(&opts.flags)
	if err != nil {
		return err
	}
	packs, err := opts.app.packs(settings)
	if err != nil {
		return err
	}
	found, names := findFactors(packs, opts.what)
	if len(found) == 0 {
		return errorf("%q: no factor of the packs in use has that ID or subject%s", opts.what,
			hintElse(opts.what, names, phrase("; 'govfootprint factors list PACK' lists what there is")))
	}
	records := make([]factorRecord, len(found))
	for i, f := range found {
		records[i] = recordOf(f)
	}
	if opts.format == "json" {
		return writeJSON(opts.app.Streams.Out, records)
	}
	for i, r := range records {
		if i > 0 {
			fmt.Fprintln(opts.app.Streams.Out)
		}
		if err := opts.app.writeFactorCard(r); err != nil {
			return err
		}
	}
	return nil
}

// findFactors returns the factors with an ID, else those about a subject; and
// every name that could have been meant.
func findFactors(packs []*factors.Pack, what string) (found []*factors.Factor, names []string) {
	subject := strings.ToLower(strings.Join(strings.Fields(what), " "))
	var about []*factors.Factor
	for _, pack := range packs {
		for _, f := range pack.Factors {
			names = append(names, f.Subject, f.ID)
			if f.ID == what || pack.Ref()+":"+f.ID == what {
				found = append(found, f)
			}
			if f.Subject == subject {
				about = append(about, f)
			}
		}
	}
	if len(found) == 0 {
		found = about
	}
	slices.SortStableFunc(found, byUse)
	slices.Sort(names)
	return found, slices.Compact(names)
}

// byUse orders factors as a calculation comes across them: impacts by stage,
// then parameters.
func byUse(a, b *factors.Factor) int {
	rank := func(f *factors.Factor) int {
		if f.Property != factors.PropertyImpact {
			return len(factors.Stages) + 1
		}
		return slices.Index(factors.Stages, f.Stage)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Impact, b.Impact))
}

// writeFactorCard writes a factor for a person.
func (a *App) writeFactorCard(r factorRecord) error {
	var b strings.Builder
	line := func(label, value string) {
		if value != "" {
			if label != "" {
				label = a.texts.Label("record." + label)
			}
			fmt.Fprintf(&b, "  %-9s %s\n", label, oneLine(value))
		}
	}
	fmt.Fprintf(&b, "%s  %s\n", r.ID, r.Subject)
	what := r.Property
	if r.Impact != "" {
		what = a.texts.Sayf("%s of %s", r.Impact, r.Stage)
		if r.Stage == "" {
			what = r.Impact
		}
	}
	line("what", what)
	number := a.texts.Formula // with the decimal sign of the language
	value := number(r.Value) + " " + r.Unit
	if r.Low != "" || r.High != "" {
		value += " (" + a.texts.Sayf("%s to %s", number(r.Low), number(r.High))
		if r.Distribution != "" {
			value += ", " + r.Distribution
		}
		value += ")"
	}
	line("value", value)
	place := r.Place
	if place == "" {
		place = a.say("anywhere")
	}
	when := yearText(r.Year)
	if when == "" {
		when = a.say("any year")
	}
	line("holds", place+", "+when)
	line("quality", r.Quality)
	line("source", r.Source.citation())
	line("", r.Source.URL)
	line("licence", r.Source.Licence)
	line("note", r.Note)
	where := r.Pack
	if r.File != "" {
		where += fmt.Sprintf(" (%s:%d)", r.File, r.Line)
	}
	line("pack", where)
	_, err := io.WriteString(a.Streams.Out, b.String())
	return err
}
