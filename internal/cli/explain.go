package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports/wording"
)

type explainOptions struct {
	app    *App
	flags  settingFlags
	files  []string
	where  string
	impact string
	stage  string
	depth  int
	groups int
	exact  bool
	format string
}

const explainLong = `Prints one figure as a tree: how it was computed, from which amounts and factors, and
where each factor was published. Every step can be recomputed by hand from the lines
below it.

--where chooses a part of the footprint: KEY=VALUE pairs, separated by commas, that all
must hold. An empty value stands for what the inventory does not state. The keys are
category, variant, manufacturer, model, department, site, country, hosting, service,
application, environment, capacity, kind, status, condition, ownership, acquired, quality
and scope; a model may stand with its maker or without. A whole service of which the
settings state a functional unit is explained per unit; for gwp that is the software carbon
intensity (ISO/IEC 21031).`

func newExplainCommand(app *App) *cobra.Command {
	opts := &explainOptions{app: app}
	cmd := &cobra.Command{
		Use:   "explain FILE…",
		Short: "Show how a figure was computed, down to its sources",
		Long:  explainLong,
		Example: `  govfootprint template -o inventory.csv
  govfootprint explain inventory.csv --period 2025 --country GB --where category=laptop --stage use`,
		Args: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.files = args
			where, err := opts.parse(cmd)
			if err != nil {
				return err
			}
			return runExplain(cmd.Context(), opts, where)
		},
	}
	opts.flags.addTo(cmd)
	flags := cmd.Flags()
	flags.StringVar(&opts.where, "where", "", "which part: `KEY=VALUE,...`, such as category=laptop,department=Finance")
	flags.StringVar(&opts.impact, "impact", "gwp", "`IMPACT` to explain: gwp, energy, pe, adpe, water, mass, or another that a pack has")
	flags.StringVar(&opts.stage, "stage", "", "only this `STAGE`: manufacturing, distribution, use or end_of_life")
	flags.IntVar(&opts.depth, "depth", 0, "print no more than `N` levels of the tree (0: all)")
	flags.IntVar(&opts.groups, "groups", 3, "print the `N` largest groups of equal lines one by one and the rest as a sum (0: all)")
	flags.BoolVar(&opts.exact, "exact", false, "print every digit")
	flags.StringVar(&opts.format, "format", "text", "`FORMAT`: text or json (whole and exact)")
	completeWith(cmd, "stage", stageNames()...)
	completeWith(cmd, "impact", "gwp", "energy", "pe", "adpe", "water", "mass")
	completeWith(cmd, "format", "text", "json")
	return cmd
}

// whereKeys are what --where filters by: the dimensions of an inventory.
func whereKeys() []string {
	var keys []string
	for _, d := range calc.Dimensions {
		if d != calc.ByStage { // --stage
			keys = append(keys, string(d))
		}
	}
	return keys
}

// parse turns the flags into what calc explains.
func (opts *explainOptions) parse(cmd *cobra.Command) (calc.Where, error) {
	if err := oneOf(cmd, "format", opts.format, "text", "json"); err != nil {
		return calc.Where{}, err
	}
	if opts.depth < 0 || opts.groups < 0 {
		return calc.Where{}, usage(cmd, "--depth and --groups are 0 or more")
	}
	pairs, err := parsePairs(cmd, opts.where, whereKeys())
	if err != nil {
		return calc.Where{}, err
	}
	where := calc.Where{
		Filter: map[calc.Dimension]string{},
		Impact: factors.Impact(strings.ToLower(opts.impact)),
		Stage:  factors.Stage(strings.ReplaceAll(strings.ToLower(opts.stage), "-", "_")),
		Limit:  opts.groups,
	}
	if opts.stage != "" {
		if err := oneOf(cmd, "stage", string(where.Stage), stageNames()...); err != nil {
			return calc.Where{}, err
		}
	}
	for _, p := range pairs {
		if calc.Dimension(p.key) == calc.ByScope {
			where.Scope = calc.Scope(p.value)
			continue
		}
		where.Filter[calc.Dimension(p.key)] = p.value
	}
	if opts.format == "json" {
		where.Limit = 0
	}
	return where, nil
}

func stageNames() []string {
	names := make([]string, len(factors.Stages))
	for i, stage := range factors.Stages {
		names[i] = string(stage)
	}
	return names
}

func runExplain(ctx context.Context, opts *explainOptions, where calc.Where) error {
	assessed, err := opts.app.assess(ctx, &opts.flags, opts.files, nil, telling{brief: true, splits: true})
	if err != nil {
		return err
	}
	if err := checkWhere(assessed.assessment, where); err != nil {
		return err
	}
	trace, err := assessed.assessment.Explain(where)
	if err != nil {
		return err
	}
	if opts.format == "json" {
		err = writeJSON(opts.app.Streams.Out, traceRecordOf(opts.app.texts, trace, opts.depth))
	} else {
		err = writeTree(opts.app.Streams.Out, trace, treeOptions{Texts: opts.app.texts, ASCII: opts.app.Streams.ASCII, Depth: opts.depth, Exact: opts.exact})
	}
	if err != nil {
		return err
	}
	return assessed.status()
}

// checkWhere says what there is instead, where a filter selects nothing.
func checkWhere(a *calc.Assessment, where calc.Where) error {
	impacts := a.Impacts()
	names := make([]string, len(impacts))
	known := false
	for i, impact := range impacts {
		names[i] = string(impact)
		known = known || impact == where.Impact
	}
	if !known {
		return errorf("--impact %s: the packs in use have none%s", where.Impact,
			hintElse(string(where.Impact), names, phrase("; there are %s", strings.Join(names, ", "))))
	}
	for dimension, value := range where.Filter {
		if !a.Has(dimension, value) {
			var keys []string
			for _, slice := range a.Breakdown(dimension) {
				keys = append(keys, slice.Key)
			}
			return errorf("--where: the inventory has no %s %q%s", dimension, value, amongKeys(value, keys))
		}
	}
	return nil
}

// amongKeys suggests the nearest key, else lists the first of them.
func amongKeys(value string, keys []string) wording.Phrase {
	const most = 10
	listed, more := keys, ""
	if len(keys) > most {
		listed, more = keys[:most], " …"
	}
	return hintElse(value, keys, phrase("; it has %s", strings.Join(listed, ", ")+more))
}
