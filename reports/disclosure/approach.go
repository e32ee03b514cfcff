package disclosure

import (
	"govfootprint/reports/aims"
)

// sharedApproach is a row for each aim, with the words in which it is stated and
// where, and below it the indicators that speak to it. Nothing says that an aim
// is met: that is for people to judge.
func (a *author) sharedApproach() {
	m := a.report.Reporting.Aims
	if len(m.Aims)+len(m.Principles) == 0 {
		m = aims.SharedApproach()
	}
	v := a.view(SharedApproach)
	v.view.Duty = &Duty{Who: said("shared_approach.who"), Sources: []Source{{m.Title.In("en"), m.URL, m.Title.Language("en")}}}
	a.aims(v, "aims", m.Aims)
	a.aims(v, "principles", m.Principles)
	v.note(said("shared_approach.note"))
	v.note(said("shared_approach.own"))
}

// aims is a table of aims with their indicators.
func (a *author) aims(v *viewAuthor, key string, list []aims.Aim) {
	if len(list) == 0 {
		return
	}
	t := v.table(key, wide("aim"), Column{Key: "value", Head: said("column.value")}, head("unit"), head("verified"), wide("evidence"))
	for _, aim := range list {
		verified := said("verified.no")
		if aim.Verified {
			verified = said("verified.yes")
		}
		if aim.Empty() {
			t.add(aim.ID, words(plain(aim.ID)), nil, nil, words(verified), gap(said("shared_approach.slot"), said("shared_approach.slot.give")))
		} else {
			t.add(aim.ID, words(said("shared_approach.aim", aim.ID, aimText(aim))), nil, nil, words(verified), words(quotation(aim))).Total = true
		}
		for _, indicator := range aim.Indicators {
			for i, line := range a.indicator(indicator) {
				id := aim.ID + " " + string(indicator) + " " + string(rune('a'+i))
				r := t.add(id, words(line.name), line.value, nil, nil, words(line.evidence))
				r.Level = 1
				if line.value != nil && line.value.Figure != nil {
					r.Cells[2] = unitOf(line.value.Figure.Unit)
				}
			}
		}
	}
}

func aimText(aim aims.Aim) Text {
	if len(aim.Aim) == 0 {
		return plain(aim.Quotation)
	}
	return Text{own: aim.Aim}
}

// quotation is the words of the document, in its own language, and where they
// stand.
func quotation(aim aims.Aim) Text {
	source := Text{own: aim.Source}
	switch {
	case aim.Quotation == "" && source.Empty():
		return said("quotation.none")
	case aim.Quotation == "":
		return said("quotation.source", source)
	case source.Empty():
		return said("quotation.alone", aim.Quotation)
	}
	return said("quotation", aim.Quotation, source)
}
