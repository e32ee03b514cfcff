package factors

// subjectIndex holds the factors of one subject, by what they are a value of.
// There are few such kinds for any one subject, so they are searched in turn.
type subjectIndex struct {
	kinds []kindIndex
}

// factorKind is what a factor is a value of.
type factorKind struct {
	property Property
	stage    Stage
	route    Route
	impact   Impact
}

type kindIndex struct {
	kind     factorKind
	anywhere []entry
	places   map[string][]entry
}

// entry is a factor with what the ladder needs of it.
type entry struct {
	factor *Factor
	layer  Layer
	place  PlaceRung
	order  uint32 // in which it was selected: the number of the factor in the library
}

func (l *Library) buildIndex() {
	l.index = make(map[string]*subjectIndex)
	order := uint32(0)
	for _, p := range l.packs {
		for _, f := range p.Factors {
			subject, ok := l.index[f.Subject]
			if !ok {
				subject = &subjectIndex{}
				l.index[f.Subject] = subject
			}
			subject.kind(factorKind{f.Property, f.Stage, f.Route.known(), f.Impact}).add(entry{f, p.Layer, placeRungOf(f.Place), order})
			order++
		}
	}
}

// kind finds or makes the index of a kind.
func (s *subjectIndex) kind(k factorKind) *kindIndex {
	if found := s.find(k); found != nil {
		return found
	}
	s.kinds = append(s.kinds, kindIndex{kind: k})
	return &s.kinds[len(s.kinds)-1]
}

func (s *subjectIndex) find(k factorKind) *kindIndex {
	for i := range s.kinds {
		if s.kinds[i].kind == k {
			return &s.kinds[i]
		}
	}
	return nil
}

func (k *kindIndex) add(e entry) {
	if e.factor.Place == "" {
		k.anywhere = append(k.anywhere, e)
		return
	}
	if k.places == nil {
		k.places = map[string][]entry{}
	}
	k.places[e.factor.Place] = append(k.places[e.factor.Place], e)
}
