package inventory

import (
	"hash/maphash"

	"govfootprint/inventory/fold"
)

// An estateFilter removes what is personal from profiles that were read from an
// estate file: somebody else made it, perhaps with another program. What this
// program writes passes it unchanged. Each distinct text is looked at once.
type estateFilter struct {
	seen [aboutOther + 1]map[string]string
}

// clean removes what is personal from a profile and reports whether anything was.
func (f *estateFilter) clean(p *Profile) bool {
	changed := false
	for _, part := range []struct {
		text *string
		kind textKind
	}{
		{&p.Department, aboutGroup},
		{&p.Service, aboutGroup},
		{&p.Application, aboutGroup},
		{&p.Environment, aboutGroup},
		{&p.Site, aboutPlace},
		{&p.Category, aboutThing},
		{&p.Variant, aboutThing},
		{&p.Manufacturer, aboutThing},
		{&p.Family, aboutThing},
		{&p.Model, aboutThing},
		{&p.Country, aboutOther},
	} {
		if clean := f.text(*part.text, part.kind); clean != *part.text {
			*part.text, changed = clean, true
		}
	}
	return changed
}

func (f *estateFilter) text(text string, kind textKind) string {
	if text == "" {
		return ""
	}
	seen := f.seen[kind]
	if clean, ok := seen[text]; ok {
		return clean
	}
	clean, _ := scrub(fold.Visible(text), kind)
	if seen == nil {
		seen = make(map[string]string)
		f.seen[kind] = seen
	}
	seen[text] = clean
	return clean
}

// profilesOnce finds a profile that stands in an estate file twice. Two profiles
// that are one only because something personal was removed are none.
type profilesOnce struct {
	seed    maphash.Seed
	stated  map[uint64]bool  // those something was removed from, as they stood
	cleaned map[Profile]bool // those that came about by that alone
}

// take reports whether a profile stands there for the first time: as it was
// stated, as it is after cleaning, and whether the estate did not have that yet.
func (o *profilesOnce) take(stated, p *Profile, cleaned, isNew bool) bool {
	if !cleaned {
		first := isNew || o.cleaned[*p]
		delete(o.cleaned, *p)
		return first
	}
	if o.stated == nil {
		o.seed, o.stated, o.cleaned = maphash.MakeSeed(), make(map[uint64]bool), make(map[Profile]bool)
	}
	sum := maphash.Comparable(o.seed, *stated)
	first := !o.stated[sum]
	o.stated[sum] = true
	if isNew {
		o.cleaned[*p] = true
	}
	return first
}
