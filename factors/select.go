package factors

import (
	"slices"
	"strings"

	"govfootprint/internal/nearest"
)

// Select chooses the packs of a run: the default ones that are among those
// available, and after them those that refs name, as NAME (its newest version) or
// NAME@VERSION. A named pack replaces the default version of it, and the default
// pack of its family; of two named ones of a family the later replaces the
// earlier. References to packs that are not available are returned together as a
// [*LoadError].
func Select(available []*Pack, refs []string) ([]*Pack, error) {
	defaults, err := defaultRefs(Embedded())
	if err != nil {
		return nil, err
	}
	var selected []*Pack
	for _, ref := range defaults {
		if p := find(available, ref); p != nil {
			selected = overlay(selected, p)
		}
	}
	var c collector
	for _, ref := range refs {
		name, version, versioned := strings.Cut(ref, "@")
		if name == "" || versioned && version == "" {
			c.add(newIssue(ReferenceInvalid).in("pack", ref))
			continue
		}
		p := find(available, ref)
		if p == nil {
			c.add(newIssue(PackUnknown, nearest.Hint(ref, references(available, versioned)), strings.Join(references(available, true), ", ")).in("pack", ref))
			continue
		}
		selected = overlay(selected, p)
	}
	return selected, c.err()
}

// find returns the pack of a reference: the newest where it states no version, nil
// where there is none.
func find(packs []*Pack, ref string) *Pack {
	name, version, versioned := strings.Cut(ref, "@")
	var best *Pack
	for _, p := range packs {
		if p.Name != name || versioned && p.Version != version {
			continue
		}
		if best == nil || compareVersions(p.Version, best.Version) > 0 {
			best = p
		}
	}
	return best
}

// references lists what packs can be named by.
func references(packs []*Pack, versioned bool) []string {
	var list []string
	for _, p := range packs {
		if versioned {
			list = append(list, p.Ref())
		} else {
			list = append(list, p.Name)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
