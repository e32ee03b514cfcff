package cli

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

type factorsListOptions struct {
	app    *App
	flags  settingFlags
	packs  []string
	where  string
	format string
}

func newFactorsListCommand(app *App) *cobra.Command {
	opts := &factorsListOptions{app: app}
	cmd := &cobra.Command{
		Use:   "list [PACK…]",
		Short: "List the packs, or the factors in a pack",
		Long: `Without an argument, lists every pack of the program and those of your own that the
settings name, and says which are in use. With a PACK (a name, a name@version or a folder)
it lists that pack's factors; --where narrows them down.`,
		Example: `  govfootprint factors list

  # What there is about laptops in one pack
  govfootprint factors list equipment-pcf --where subject=laptop,impact=gwp`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf(cmd, "format", opts.format, "text", "csv", "json"); err != nil {
				return err
			}
			opts.packs = args
			if len(args) == 0 && opts.where != "" {
				return usage(cmd, "--where narrows down the factors of a pack; name the PACK")
			}
			if len(args) == 0 {
				return runFactorsPacks(opts)
			}
			keep, err := parseFactorFilter(cmd, opts.where)
			if err != nil {
				return err
			}
			return runFactorsList(opts, keep)
		},
	}
	cmd.ValidArgsFunction = completePacks
	opts.flags.addTo(cmd)
	cmd.Flags().StringVar(&opts.where, "where", "", "only factors with these `KEY=VALUE,...`: "+factorKeysText)
	cmd.Flags().StringVar(&opts.format, "format", "text", "`FORMAT`: text, csv or json")
	completeWith(cmd, "format", "text", "csv", "json")
	return cmd
}

// runFactorsPacks lists packs.
func runFactorsPacks(opts *factorsListOptions) error {
	settings, err := opts.app.settings(&opts.flags)
	if err != nil {
		return err
	}
	inUse, err := opts.app.packs(settings)
	if err != nil {
		return err
	}
	all, err := factors.EmbeddedPacks()
	if err != nil {
		return err
	}
	used := map[string]bool{}
	for _, pack := range inUse {
		used[pack.Hash()] = true
		if pack.Dir != "" && !hasPack(all, pack) {
			all = append(all, pack)
		}
	}
	return opts.app.writePacks(opts.format, all, used)
}

func hasPack(packs []*factors.Pack, pack *factors.Pack) bool {
	for _, p := range packs {
		if p.Hash() == pack.Hash() && p.Ref() == pack.Ref() {
			return true
		}
	}
	return false
}

func (a *App) writePacks(format string, packs []*factors.Pack, used map[string]bool) error {
	out := a.Streams.Out
	switch format {
	case "json":
		list := []map[string]any{}
		for _, p := range packs {
			list = append(list, map[string]any{
				"name": p.Name, "version": p.Version, "title": p.Title, "layer": p.Layer.String(), "family": p.Family,
				"published": p.Published, "licence": p.Licence, "factors": len(p.Factors), "hash": p.Hash(), "in_use": used[p.Hash()],
			})
		}
		return writeJSON(out, list)
	case "csv":
		w := csv.NewWriter(out)
		_ = w.Write([]string{"pack", "in_use", "layer", "family", "factors", "published", "licence", "hash", "title"})
		for _, p := range packs {
			_ = w.Write([]string{p.Ref(), strconv.FormatBool(used[p.Hash()]), p.Layer.String(), p.Family, strconv.Itoa(len(p.Factors)), p.Published, p.Licence, p.Hash(), p.Title})
		}
		w.Flush()
		return w.Error()
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, a.heads("PACK", "IN USE", "LAYER", "FACTORS", "PUBLISHED", "TITLE"))
	for _, p := range packs {
		mark := a.say("no")
		if used[p.Hash()] {
			mark = a.say("yes")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", p.Ref(), mark, p.Layer, a.texts.Numbers().Int(int64(len(p.Factors))), p.Published, oneLine(p.Title))
	}
	return table.Flush()
}

// runFactorsList lists the factors of packs.
func runFactorsList(opts *factorsListOptions, keep func(*factors.Factor) bool) error {
	var found []*factors.Factor
	for _, name := range opts.packs {
		pack, err := opts.app.packNamed(name)
		if err != nil {
			return err
		}
		for _, f := range pack.Factors {
			if keep(f) {
				found = append(found, f)
			}
		}
	}
	if len(found) == 0 {
		opts.app.Streams.Messagef("no factor matches")
	}
	return opts.app.writeFactors(opts.format, found)
}

func (a *App) writeFactors(format string, list []*factors.Factor) error {
	out := a.Streams.Out
	switch format {
	case "json":
		records := make([]factorRecord, len(list))
		for i, f := range list {
			records[i] = recordOf(f)
		}
		return writeJSON(out, records)
	case "csv":
		w := csv.NewWriter(out)
		_ = w.Write([]string{"pack", "id", "subject", "property", "stage", "impact", "place", "year", "value", "low", "high", "unit", "distribution", "source", "quality", "note"})
		for _, f := range list {
			r := recordOf(f)
			_ = w.Write([]string{r.Pack, r.ID, r.Subject, r.Property, r.Stage, r.Impact, r.Place, yearText(r.Year), r.Value, r.Low, r.High, r.Unit, r.Distribution, r.Source.ID, r.Quality, r.Note})
		}
		w.Flush()
		return w.Error()
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, a.heads("ID", "SUBJECT", "PROPERTY", "STAGE", "IMPACT", "PLACE", "YEAR", "VALUE", "UNIT", "QUALITY"))
	for _, f := range list {
		r := recordOf(f)
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, r.Subject, r.Property, r.Stage, r.Impact, r.Place, yearText(r.Year), a.texts.Formula(r.Value), r.Unit, r.Quality)
	}
	return table.Flush()
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
