package bill

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// A rule says what lines with some unit and some words are a use of.
type rule struct {
	units          []string // nil for any
	service, words *regexp.Regexp
	use            Use
	product        string
	times          decimal.Decimal
}

const noUse = "-"

var rules = sync.OnceValue(func() map[string][]rule {
	m := make(map[string][]rule)
	for line := range dataLines("rules.tsv", 10) {
		r := rule{
			service: expression(line[2]), words: expression(line[3]), product: line[7], times: decimal.NewFromInt(1),
			use: Use{Category: line[4], Variant: line[5], Measure: line[6], Because: Reason(line[9])},
		}
		if line[1] != "" {
			r.units = strings.Split(line[1], "|")
		}
		if line[8] != "" {
			times, err := decimal.NewFromString(line[8])
			if err != nil {
				defect("rules.tsv: " + line[8])
			}
			r.times = times
		}
		m[line[0]] = append(m[line[0]], r)
	}
	return m
})

func expression(text string) *regexp.Regexp {
	if text == "" {
		return nil
	}
	return regexp.MustCompile(text)
}

// Classify says what a line is a use of, and how much of it one of the line's unit
// is. It is false where the line is no use of equipment, or of what other lines
// count, or where nothing but its price says anything: then only [Use.Because] is
// set. The package's documentation says what counts and what does not.
//
// Whether the line is one of usage at all, and not a tax or a credit, is for [Charge]
// to say, and what a negative quantity means for the caller.
func Classify(line Line) (Use, bool) {
	unit, ok := parseUnit(cut(line.Unit))
	if !ok {
		return Use{Because: UnknownUnit}, false
	}
	provider := Provider(line.Provider)
	service, words := line.service(), line.words()
	for _, owner := range []string{provider, anyProvider} {
		for i := range rules()[owner] {
			r := &rules()[owner][i]
			if !r.matches(unit.measure, service, words) {
				continue
			}
			if r.use.Category == noUse {
				return Use{Because: r.use.Because}, false
			}
			if use, ok := r.apply(&line, provider, words, unit); ok {
				return use, true
			}
		}
	}
	switch unit.measure {
	case Count, CapacityTime:
		return Use{Because: Counted}, false
	case Hours, UnitTime, ProcessorTime, OracleTime, MilliTime:
		return Use{Because: ByTheHour}, false
	case DataRate:
		return Use{Because: Performance}, false
	}
	return Use{Because: UnknownLine}, false
}

func (r *rule) matches(measure, service, words string) bool {
	if r.units != nil && !slices.Contains(r.units, measure) {
		return false
	}
	return (r.service == nil || r.service.MatchString(service)) && (r.words == nil || r.words.MatchString(words))
}

// apply returns the rule's use of a line; false where the line lacks what the
// rule needs: an instance type, a tier of disks.
func (r *rule) apply(line *Line, provider, words string, unit *billUnit) (Use, bool) {
	use := r.use
	times := r.times
	switch r.product {
	case "instance":
		use.Product = line.instance(provider)
	case "host":
		use.Product = line.host()
	case "disk":
		tier, ok := line.disk()
		if !ok {
			return Use{}, false
		}
		use.Variant = tier.variant
		times = times.Mul(tier.size)
	case "cores":
		if m := coreCount.FindStringSubmatch(words); m != nil {
			cores, err := decimal.NewFromString(m[1])
			if err != nil || cores.IsZero() {
				return Use{}, false
			}
			times = times.Mul(cores)
		}
	}
	if use.Measure == Hours && use.Product == "" {
		return Use{}, false
	}
	use.PerUnit = unit.per(use.Measure).Mul(times)
	if !use.PerUnit.IsPositive() {
		return Use{}, false // of a unit far below what anybody bills in
	}
	if use.Because == Function {
		use.Also = processorsOf(use)
	}
	return use, true
}

// processorsOf returns the processors that come with a function's memory on AWS: one
// for 1,769 MB, in proportion, where 1,024 MB are what is billed as a GB.
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
//
//	vCPU.h = GB.h × 1024 ÷ 1769
func processorsOf(memory Use) []Use {
	share, err := quantity.Divide(memory.PerUnit.Mul(decimal.NewFromInt(1024)), decimal.NewFromInt(1769), quantity.Scale)
	if err != nil {
		return nil
	}
	return []Use{{Category: "cloud-compute", Measure: ProcessorTime, PerUnit: share, Because: Function}}
}
