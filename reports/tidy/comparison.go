package tidy

import (
	"encoding/csv"
	"io"
	"strconv"

	"govfootprint/factors"
	"govfootprint/reports"
)

// ComparisonColumns are the header of the table of a comparison.
var ComparisonColumns = []string{
	"scenario", "name", "step", "change", "reason", "units", "impact", "electricity", "stage", "unit", "baseline", "value", "difference",
}

// WriteComparison writes a comparison as one long table: for each scenario, impact and
// stage a line with the baseline's value, the scenario's and the difference, and a
// line for what each change adds to it. Lines of one impact add up: those of step 0
// over the stages to the totals, those of the other steps to the differences.
func WriteComparison(w io.Writer, c *reports.Comparison, opt Options) error {
	table := csv.NewWriter(w)
	if err := table.Write(ComparisonColumns); err != nil {
		return err
	}
	text := guard
	if opt.Raw {
		text = func(s string) string { return s }
	}
	for i := range c.Scenarios {
		s := &c.Scenarios[i]
		for _, impact := range s.Impacts {
			if !impact.Known {
				continue
			}
			view := string(c.View())
			if impact.Market {
				view = "market"
			}
			line := func(step int, change, reason, units string, stage factors.Stage, amounts ...string) error {
				return table.Write(append([]string{
					strconv.Itoa(s.Number), text(s.Name), strconv.Itoa(step), text(change), text(reason), units,
					string(impact.Key), view, string(stage), impact.Unit,
				}, amounts...))
			}
			for _, st := range impact.Stages {
				if err := line(0, "", "", "", st.Stage, st.Baseline.String(), st.Value.String(), st.Difference.String()); err != nil {
					return err
				}
			}
			for n := range s.Waterfall {
				step := &s.Waterfall[n]
				reason := ""
				if step.Change != nil {
					reason = step.Change.Reason
				}
				for _, st := range stepStages(step, impact) {
					if err := line(n+1, step.Name, reason, step.Units.String(), st.Stage, "", "", st.Difference.String()); err != nil {
						return err
					}
				}
			}
		}
	}
	table.Flush()
	return table.Error()
}

// stepStages returns a step's part of an impact by stage.
func stepStages(step *reports.WaterfallStep, impact reports.ComparedImpact) []reports.StepStage {
	for _, i := range step.Impacts {
		if i.Key == impact.Key && i.Market == impact.Market {
			return i.Stages
		}
	}
	return nil
}
