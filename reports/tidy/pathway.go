package tidy

import (
	"encoding/csv"
	"io"
	"strconv"

	"govfootprint/factors"
	"govfootprint/reports"
)

// PathwayColumns are the header of the table of a pathway.
var PathwayColumns = []string{
	"course", "name", "period", "impact", "electricity", "stage", "unit", "value", "business_as_usual", "difference",
}

// WritePathway writes a pathway as one long table: for each course, year, impact and
// stage a line. Course 0 is business as usual. Lines of one impact add up, over stages
// to the year's total and over years to the cumulative one.
func WritePathway(w io.Writer, p *reports.Pathway, opt Options) error {
	table := csv.NewWriter(w)
	if err := table.Write(PathwayColumns); err != nil {
		return err
	}
	text := guard
	if opt.Raw {
		text = func(s string) string { return s }
	}
	for n := range p.Courses {
		c := &p.Courses[n]
		for y, period := range p.Periods {
			for i, impact := range p.Impacts {
				v, usual := c.Years[y].Impacts[i], p.Courses[0].Years[y].Impacts[i]
				for _, stage := range factors.Stages {
					value, has := v.Stages[stage]
					before, had := usual.Stages[stage]
					if !v.Known || !has && !had {
						continue
					}
					if err := table.Write([]string{
						strconv.Itoa(c.Number), text(c.Name), period.String(), string(impact.Key), string(p.View()), string(stage), impact.Unit,
						value.String(), before.String(), value.Sub(before).String(),
					}); err != nil {
						return err
					}
				}
			}
		}
	}
	table.Flush()
	return table.Error()
}
