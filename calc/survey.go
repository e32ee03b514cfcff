package calc

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"weak"

	"govfootprint/factors"
)

// survey is what a library has factors for, whatever is assessed with it. It never
// changes after it is made.
type survey struct {
	impacts    []factors.Impact // characterised by factors: all but energy and mass
	units      map[factors.Impact]impactUnits
	carried    map[carriedFor]bool // what any pack has factors for
	subjects   map[string]bool
	models     map[string]string  // subjects of models by their canonical form
	residual   bool               // whether any pack has a residual mix
	currencies map[string]*ladder // of price levels, by subject

	projections map[string]projections // of electricity, by place
}

// surveys are those of the libraries that are in use. A comparison assesses an estate
// after each change with one library, and going through that takes longer than
// assessing does.
var surveys = struct {
	sync.Mutex

	of map[weak.Pointer[factors.Library]]*survey
}{of: make(map[weak.Pointer[factors.Library]]*survey)}

// surveyOf returns the survey of a library, which is made once for as long as the
// library is in use.
func surveyOf(lib *factors.Library) *survey {
	key := weak.Make(lib)
	surveys.Lock()
	defer surveys.Unlock()
	if s, made := surveys.of[key]; made {
		return s
	}
	s := newSurvey(lib)
	surveys.of[key] = s
	runtime.AddCleanup(lib, func(key weak.Pointer[factors.Library]) {
		surveys.Lock()
		defer surveys.Unlock()
		delete(surveys.of, key)
	}, key)
	return s
}

// newSurvey goes through the factors of a library.
func newSurvey(lib *factors.Library) *survey {
	s := &survey{
		units:      make(map[factors.Impact]impactUnits),
		carried:    make(map[carriedFor]bool),
		subjects:   make(map[string]bool),
		models:     make(map[string]string),
		currencies: make(map[string]*ladder),

		projections: make(map[string]projections),
	}
	for f := range lib.Factors() {
		s.noteSubject(f.Subject)
		if f.Property == factors.PropertyPriceLevel && s.currencies[f.Subject] == nil {
			s.currencies[f.Subject] = fixedLadder(f.Subject)
		}
		if f.Property != factors.PropertyImpact {
			continue
		}
		family, _, _ := strings.Cut(f.Subject, "/")
		switch family {
		case "electricity":
			use := stageOfImpact{f.Impact, factors.Use}
			s.carried[carriedFor{use, false}], s.carried[carriedFor{use, true}] = true, true
			s.residual = s.residual || f.Subject == residualMix
		case "freight":
			s.carried[carriedFor{stageOfImpact{f.Impact, factors.Distribution}, false}] = true
		case projectionFamily:
			s.noteProjection(f)
			continue // not what a footprint is made of
		case "equivalence":
			continue // likewise
		default:
			activity := factors.IsActivity(f.Subject)
			for _, stage := range slices.Concat(f.Covers, []factors.Stage{f.Stage}) {
				s.carried[carriedFor{stageOfImpact{f.Impact, stage}, activity}] = true
			}
		}
	}
	s.impacts = slices.DeleteFunc(lib.Impacts(), func(i factors.Impact) bool {
		return i == factors.Energy || i == factors.Mass
	})
	for _, impact := range s.impacts {
		if unit, ok := lib.ImpactUnit(impact); ok {
			s.units[impact] = newImpactUnits(unit)
		}
	}
	return s
}
