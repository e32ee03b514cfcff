package calc

// spread books what falls into the period of a stage, by the basis, and says
// whether that could be done.
func (v *evaluation) spread(w *wholeLife) status {
	switch basis := v.method.Basis; {
	case basis == Depreciated:
		return v.depreciate(w)
	case basis == Acquired:
		return v.bookOnce(w)
	case basis == Observed && v.dated:
		return v.overObservedLife(w)
	default:
		return v.annualise(w)
	}
}

// annualise lets units in service bear their share of the lifetime:
//
//	q · s · F · T / L
//
// with F what one unit bears over its whole life, L its lifetime in years, T the
// length of the period in years and s the share of the period in service.
func (v *evaluation) annualise(w *wholeLife) status {
	lifetime := v.spreadOver()
	if lifetime == nil {
		return statusMissing
	}
	v.overService(w.cell, PerFull, PerDay, serviceTerms{
		dividends: []*term{w.perUnit}, divisors: []*term{lifetime}, grade: w.grade, views: inBoth,
	})
	return statusCovered
}

// overObservedLife does the same with each row's own time between acquisition
// and withdrawal, by which the reader has already divided its units:
//
//	Σ q/L · s · F · T
//
// Rows without a date of acquisition have none and are annualised.
func (v *evaluation) overObservedLife(w *wholeLife) status {
	v.overService(w.cell, PerObservedFull, PerObservedDay, serviceTerms{
		dividends: []*term{w.perUnit}, grade: w.grade, views: inBoth,
	})
	return statusCovered
}
