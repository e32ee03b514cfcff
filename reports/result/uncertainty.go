package result

import (
	"strconv"

	"govfootprint/calc/uncertainty"
	"govfootprint/reports"
)

// uncertain says how the intervals of the totals were found.
type uncertain struct {
	Method   string `json:"method"`
	Interval text   `json:"interval"` // share of cases between low and high
	Draws    int    `json:"draws,omitempty"`
	Seed     text   `json:"seed,omitempty"`
}

type samplingError struct {
	Low    text `json:"low"`
	Median text `json:"median"`
	High   text `json:"high"`
}

// cause is an unknown and its share of a total's variance.
type cause struct {
	Share    text   `json:"share"`
	Datum    string `json:"datum,omitempty"`
	Subject  string `json:"subject"`
	Property string `json:"property,omitempty"`
	Stage    string `json:"stage,omitempty"`
	Route    string `json:"route,omitempty"`
	Impact   string `json:"impact,omitempty"`
	Place    string `json:"place,omitempty"`
	Factor   string `json:"factor,omitempty"`
	Pack     string `json:"pack,omitempty"`
}

func uncertaintyOf(r *reports.Report) *uncertain {
	if r.Uncertainty.Method == "" {
		return nil
	}
	u := &uncertain{Method: string(r.Uncertainty.Method), Interval: "0.9"}
	if r.Uncertainty.Method == uncertainty.BySimulation {
		u.Draws, u.Seed = r.Uncertainty.Draws, strconv.FormatUint(r.Uncertainty.Seed, 10)
	}
	return u
}

// addInterval adds what is known about the uncertainty of an impact's total.
func (t *total) addInterval(i reports.Impact) {
	if !i.Interval.Known {
		return
	}
	low, median, high := i.Interval.Low.String(), i.Interval.Median.String(), i.Interval.High.String()
	t.Low, t.Median, t.High = &low, &median, &high
	if e := i.SamplingError; e.Known {
		t.Error = &samplingError{e.Low.String(), e.Median.String(), e.High.String()}
	}
	for _, c := range i.Causes {
		t.Causes = append(t.Causes, causeOf(c))
	}
}

func causeOf(c reports.Cause) cause {
	out := cause{
		Share: c.Share.String(), Datum: string(c.Datum), Subject: c.Subject, Property: string(c.Property),
		Stage: string(c.Stage), Route: string(c.Route), Impact: string(c.Impact), Place: c.Place,
	}
	if c.Factor != nil {
		out.Factor, out.Pack = c.Factor.ID, c.Factor.Pack.Ref()
	}
	return out
}
