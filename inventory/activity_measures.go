package inventory

// ActivityMeasures returns the kind of a category of activities and the units that
// its amounts are counted in, the usual one first; none for what only has a price.
// It is false for what is no activity.
func ActivityMeasures(category string) (kind Kind, measures []string, ok bool) {
	k := activityKinds()[words(category)]
	if k == nil || k.category != category {
		return "", nil, false
	}
	return k.kind, measureNames(k.measures), true
}

// CountedIn reports whether an activity of a category can be counted in a measure:
// one of its own, or money of a year.
func CountedIn(category, measure string) bool {
	return isMeasureOf(&Profile{Category: category, Measure: measure})
}
