package uncertainty_test

import (
	"errors"
	"math"
	"testing"

	"govfootprint/calc"
	"govfootprint/calc/uncertainty"
	"govfootprint/factors"
)

// A ratio of two lognormal figures is lognormal. Manufacture lies between 80 and 125
// (a factor 1.25 either way), the grid between 0.2/1.5 and 0.3; the number of devices,
// ±10 %, is in both and cancels. So between the 5th and 95th percentile of the ratio lies
//
//	e^(2·√(ln² 1.25 + ln² 1.5)) = e^(2·0.46322) = 2.5255
//
// about the median, 100/5 over 100 · 0.2 = 1 but for the means that are kept.
func TestRatio(t *testing.T) {
	lib := library(t, `
		laptop, impact, manufacturing, gwp, , 100, kgCO2e/unit, 80, 125, lognormal, B
		laptop, lifetime, , , , 5, year, , , fixed, B
		laptop, annual_energy, , , , 100, kWh/year, , , fixed, B
		electricity/consumption, impact, use, gwp, GB, 0.2, kgCO2e/kWh, 0.133333333333, 0.3, lognormal, B`)
	a := assess(t, estate(item{"laptop", 900, nil}), lib)
	part := func(stage factors.Stage) uncertainty.Part {
		return uncertainty.Part{Dimension: calc.ByCategory, Value: "laptop", Impact: factors.GWP, Stages: []factors.Stage{stage}}
	}
	made, used := part(factors.Manufacturing), part(factors.Use)
	ratios := []uncertainty.Ratio{{Over: made, Under: used}, {Over: made, Under: made}, {Over: made, Under: part(factors.EndOfLife)}}
	got, err := uncertainty.Ratios(t.Context(), []*calc.Assessment{a}, ratios, uncertainty.Options{Draws: 20_000})
	if err != nil {
		t.Fatal(err)
	}
	if spread := got[0].High / got[0].Low; math.Abs(spread/2.5255-1) > 0.03 {
		t.Errorf("%v: the ends are %v apart, want 2.5255", got[0], spread)
	}
	if got[0].Median < 0.95 || got[0].Median > 1.1 {
		t.Errorf("median %v", got[0].Median)
	}
	if got[1] != (uncertainty.Interval{Low: 1, Median: 1, High: 1}) {
		t.Errorf("a part over itself: %v", got[1])
	}
	if got[2].Low != math.MaxFloat64 || math.IsNaN(got[2].High) {
		t.Errorf("a part over nothing: %v", got[2])
	}
	again, err := uncertainty.Ratios(t.Context(), []*calc.Assessment{a}, ratios[:1], uncertainty.Options{Draws: 20_000})
	if err != nil || again[0] != got[0] {
		t.Errorf("by itself %v, among others %v: %v", again, got[0], err)
	}
	_, err = uncertainty.Ratios(t.Context(), []*calc.Assessment{a}, ratios, uncertainty.Options{Draws: 1})
	if impossible, ok := errors.AsType[*uncertainty.DrawsError](err); !ok || impossible.Draws != 1 {
		t.Errorf("%v", err)
	}
}
