package inventory

import "govfootprint/inventory/fold"

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
