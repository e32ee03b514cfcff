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
			lines := comparisonLines{table: table, text: text, scenario: s, impact: impact, view: string(c.View())}
			if impact.Market {
				lines.view = "market"
			}
			if err := lines.write(); err != nil {
				return err
			}
		}
	}
	table.Flush()
	return table.Error()
}

// comparisonLines are the lines of one impact of a scenario.
type comparisonLines struct {
	table    *csv.Writer
	text     func(string) string
	scenario *reports.ComparedScenario
	impact   reports.ComparedImpact
	view     string
}

func (l *comparisonLines) write() error {
	for _, st := range l.impact.Stages {
		if err := l.line(0, "", "", "", st.Stage, st.Baseline.String(), st.Value.String(), st.Difference.String()); err != nil {
			return err
		}
	}
	for n := range l.scenario.Waterfall {
		step := &l.scenario.Waterfall[n]
		reason := ""
		if step.Change != nil {
			reason = step.Change.Reason
		}
		for _, st := range stepStages(step, l.impact) {
			if err := l.line(n+1, step.Name, reason, step.Units.String(), st.Stage, "", "", st.Difference.String()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *comparisonLines) line(step int, change, reason, units string, stage factors.Stage, amounts ...string) error {
	return l.table.Write(append([]string{
		strconv.Itoa(l.scenario.Number), l.text(l.scenario.Name), strconv.Itoa(step), l.text(change), l.text(reason), units,
		string(l.impact.Key), l.view, string(stage), l.impact.Unit,
	}, amounts...))
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
