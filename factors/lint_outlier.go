package factors

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// An outlier is a figure far from the median of its kind: 50 times, among five or
// more of one category of device or one boundary of electricity. Where a category
// has fewer figures, and for exact models, all hardware is its kind; a server and a mouse
// being what they are, only 1,000 times counts there. The median does not follow the outlier, so one
// wrong figure cannot hide itself, nor make its neighbours look wrong.
var (
	farWithin = decimal.New(50, 0)
	farAcross = decimal.New(1000, 0)
)

const fewest = 5

// kindOfValue is what figures must share to be compared.
type kindOfValue struct {
	factorKind
	covers    string
	dimension quantity.Dimension
	group     string
}

// measured is a factor with its value in the coherent unit of its dimension.
type measured struct {
	factor *Factor
	value  decimal.Decimal
}

// lintOutliers compares each factor with the median of its kind, and reports one
// factor, the farthest, of each series.
func lintOutliers(packs []*Pack) []Issue {
	within, across := map[kindOfValue][]measured{}, map[kindOfValue][]measured{}
	var order []kindOfValue
	for _, p := range packs {
		for _, f := range p.Factors {
			dimension := f.Unit.Dimension()
			value, err := quantity.Convert(f.Value.Abs(), f.Unit, dimension.Unit())
			if err != nil || value.IsZero() {
				continue
			}
			kind := kindOfValue{factorKind{f.Property, f.Stage, f.Route, f.Impact}, f.StageText(), dimension, outlierGroup(f)}
			if within[kind] == nil {
				order = append(order, kind)
			}
			within[kind] = append(within[kind], measured{f, value})
			if isDevice(f.Subject) {
				kind.group = RootHardware
				across[kind] = append(across[kind], measured{f, value})
			}
		}
	}
	var issues []Issue
	for _, kind := range order {
		members := within[kind]
		if len(members) >= fewest {
			far := farWithin
			if kind.group == RootHardware { // models, whose category their name does not tell
				far = farAcross
			}
			issues = append(issues, outliers(members, members, kind, far)...)
			continue
		}
		wide := kind
		wide.group = RootHardware
		if all := across[wide]; len(all) >= fewest && isDevice(members[0].factor.Subject) {
			issues = append(issues, outliers(members, all, wide, farAcross)...)
		}
	}
	return issues
}

// outlierGroup is the category of a device, and the whole subject of anything else:
// losses are no outlier among generation, nor a disk among processors.
func outlierGroup(f *Factor) string {
	if isDevice(f.Subject) {
		return subjectRoot(f.Subject)
	}
	return f.Subject
}

// outliers returns the members that are far from the median of all.
func outliers(members, all []measured, kind kindOfValue, far decimal.Decimal) []Issue {
	median := medianOf(all)
	type key struct {
		series
		pack *Pack
	}
	worst := map[key]Issue{}
	ratios := map[key]decimal.Decimal{}
	var order []key
	for _, m := range members {
		if m.value.LessThanOrEqual(median.Mul(far)) && m.value.Mul(far).GreaterThanOrEqual(median) {
			continue
		}
		ratio, err := quantity.Divide(m.value, median, 12)
		if err != nil {
			continue
		}
		distance := ratio
		if m.value.LessThan(median) {
			distance, err = quantity.Divide(median, m.value, 12)
			if err != nil {
				continue
			}
		}
		k := key{seriesOf(m.factor), m.factor.Pack}
		if known, ok := ratios[k]; ok && known.GreaterThanOrEqual(distance) {
			continue
		} else if !ok {
			order = append(order, k)
		}
		ratios[k] = distance
		unit := kind.dimension.Unit()
		worst[k] = about(m.factor, colValue, m.factor.Value.String(), newIssue(Outlier,
			significant(ratio), significant(median)+" "+unit.String(), strconv.Itoa(len(all)),
			series{kind.factorKind, kind.group, "", kind.covers}.String()))
	}
	issues := make([]Issue, len(order))
	for i, k := range order {
		issues[i] = worst[k]
	}
	return issues
}

// medianOf returns the middle value, or the mean of the two in the middle.
func medianOf(all []measured) decimal.Decimal {
	values := make([]decimal.Decimal, len(all))
	for i, m := range all {
		values[i] = m.value
	}
	slices.SortFunc(values, decimal.Decimal.Cmp)
	middle := len(values) / 2
	if len(values)%2 == 1 {
		return values[middle]
	}
	return values[middle-1].Add(values[middle]).Mul(decimal.New(5, -1))
}

// significant shortens a number to four digits for a message, and leaves whole
// numbers whole.
func significant(d decimal.Decimal) string {
	places := int32(0)
	for limit := decimal.New(1000, 0); d.Abs().LessThan(limit) && places < 20; places++ {
		limit = limit.Shift(-1)
	}
	return d.Round(places).String()
}
