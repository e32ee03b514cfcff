package calc

import "govfootprint/factors"

// treatment returns the end of life of one unit: by the factor for its route
// where the route is known and a pack has one, else by the factor for end of
// life in general, which is said. Credits for reuse or recycled material are not
// in it; they are avoided burdens, and stand apart.
func (v *evaluation) treatment(impact factors.Impact) *wholeLife {
	whole := v.byRoute(impact)
	if whole == nil {
		return nil
	}
	whole.cell = CellKey{factors.EndOfLife, Treatment, impact, v.wasteScope()}
	return v.borne(whole)
}

func (v *evaluation) byRoute(impact factors.Impact) *wholeLife {
	if v.route != factors.RouteUnknown {
		if whole := v.byLadder(impact, factors.EndOfLife, v.route); whole != nil {
			return whole
		}
	}
	whole := v.byLadder(impact, factors.EndOfLife, factors.RouteUnknown)
	if whole != nil && v.route != factors.RouteUnknown {
		v.note(note{
			code: RouteWithoutFactor, severity: Assumption, stage: factors.EndOfLife, impact: impact,
			category: v.category, args: [2]string{string(v.route)},
		})
	}
	return whole
}
