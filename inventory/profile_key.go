package inventory

import (
	"cmp"
	"math"
	"strings"
)

// device is what a profile says about the thing itself.
type device struct {
	kind                                           Kind
	category, variant, manufacturer, family, model string
	recognition                                    Recognition
	measure                                        string
}

func compareDevices(a, b device) int {
	return firstOf(
		strings.Compare(string(a.kind), string(b.kind)),
		strings.Compare(a.category, b.category),
		strings.Compare(a.variant, b.variant),
		strings.Compare(a.manufacturer, b.manufacturer),
		strings.Compare(a.family, b.family),
		strings.Compare(a.model, b.model),
		strings.Compare(string(a.recognition), string(b.recognition)),
		strings.Compare(a.measure, b.measure),
	)
}

// terms are the attributes of a profile that have a small vocabulary.
type terms struct {
	status    Status
	ownership Ownership
	condition Condition
	hosting   Hosting
	endOfLife string
	quality   Quality
	energy    EnergyRate
	capacity  Capacity
}

func compareTerms(a, b terms) int {
	return firstOf(
		strings.Compare(string(a.status), string(b.status)),
		strings.Compare(string(a.ownership), string(b.ownership)),
		strings.Compare(string(a.condition), string(b.condition)),
		strings.Compare(string(a.hosting), string(b.hosting)),
		strings.Compare(a.endOfLife, b.endOfLife),
		strings.Compare(string(a.quality), string(b.quality)),
		strings.Compare(string(a.energy), string(b.energy)),
		strings.Compare(string(a.capacity), string(b.capacity)),
	)
}

// firstOf returns the first result of a comparison that decides.
func firstOf(results ...int) int { return cmp.Or(results...) }

// Compare orders profiles canonically: by the columns of an estate file, text
// by its bytes, months by time with the unknown first.
func (p Profile) Compare(q Profile) int {
	return firstOf(
		compareDevices(deviceOf(&p), deviceOf(&q)),
		compareTerms(termsOf(&p), termsOf(&q)),
		strings.Compare(p.Department, q.Department),
		strings.Compare(p.Site, q.Site),
		strings.Compare(p.Country, q.Country),
		strings.Compare(p.Service, q.Service),
		strings.Compare(p.Application, q.Application),
		strings.Compare(p.Environment, q.Environment),
		cmp.Compare(p.Acquired, q.Acquired),
		cmp.Compare(p.Retired, q.Retired),
		strings.Compare(p.Lifetime, q.Lifetime),
		strings.Compare(p.Attribution, q.Attribution),
		strings.Compare(p.Config, q.Config),
		strings.Compare(p.Room, q.Room),
	)
}

func deviceOf(p *Profile) device {
	return device{p.Kind, p.Category, p.Variant, p.Manufacturer, p.Family, p.Model, p.Recognition, p.Measure}
}

func termsOf(p *Profile) terms {
	return terms{p.Status, p.Ownership, p.Condition, p.Hosting, p.EndOfLife, p.Quality, p.Energy, p.Capacity}
}

// A profileKey is a profile as numbers: those of interned values, and months
// themselves. Its columns stand in canonical order, so that profiles sort as
// their keys do once each number is replaced by its rank.
type profileKey [keyColumns]uint32

const (
	keyDevice = iota
	keyTerms
	keyDepartment
	keySite
	keyCountry
	keyService
	keyApplication
	keyEnvironment
	keyAcquired
	keyRetired
	keyLifetime
	keyAttribution
	keyConfig
	keyRoom
	keyItem // the row, where each stays a profile of its own; see Items
	keyColumns
)

// hash mixes the key's numbers to 32 bits; the constants are the odd fractions of the
// golden ratio and of √2 that multiplicative hashing customarily uses.
func (k *profileKey) hash() uint64 {
	var h uint64
	for i := 0; i+1 < keyColumns; i += 2 {
		h = (h ^ (uint64(k[i])<<32 | uint64(k[i+1]))) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	h = (h ^ uint64(k[keyColumns-1])) * 0xB504F333F9DE6485
	return (h ^ h>>32) & math.MaxUint32
}
