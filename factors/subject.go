package factors

import (
	"slices"
	"strings"

	"govfootprint/quantity"
)

// Categories lists the categories of hardware, which packs and inventories
// share. Hardware is the root of all.
var Categories = strings.Fields(`hardware laptop mobile-workstation desktop workstation all-in-one thin-client tablet smartphone
	feature-phone monitor television projector dock keyboard mouse headset webcam printer scanner plotter ip-phone
	video-conference external-drive usb-key power-adapter vr-headset barcode-scanner speaker server storage tape-library rack
	ups pdu kvm cooling switch router firewall access-point modem-router load-balancer network-device games-console iot`)

// Activities lists the categories of what the equipment of others does for an
// organisation. Each is counted in whatever suits it: virtual processors in
// vCPU.h, memory in GB.h, software in users or money.
var Activities = strings.Fields(`cloud-compute cloud-memory cloud-storage cloud-transfer cloud-service
	software-service licence managed-service email meeting ai-inference network-data network-line`)

// RootHardware is the subject that every device falls back to.
const RootHardware = "hardware"

// Roots of subjects that are not devices.
const (
	rootElectricity = "electricity"
	rootProjection  = "electricity-projection"
	rootComponent   = "component"
	rootFreight     = "freight"
	rootEquivalence = "equivalence"
	rootDataCentre  = "data-centre"
	rootCurrency    = "currency"
)

// otherRoots are roots of subjects that are not devices.
var otherRoots = []string{rootElectricity, rootProjection, rootComponent, rootFreight, rootEquivalence, rootDataCentre, rootCurrency}

// NormalizeSubject writes a subject the way packs must: lower case, single spaces.
func NormalizeSubject(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// subjectRoot returns the category or the root of a subject: laptop of
// laptop/14in and of laptop@dell, electricity of electricity/generation, and
// hardware of a model, whose category its name does not tell.
func subjectRoot(subject string) string {
	if end := strings.IndexAny(subject, "/@:"); end >= 0 {
		if subject[end] == ':' {
			return RootHardware
		}
		return subject[:end]
	}
	return subject
}

// isDevice reports whether a subject is known to be a device: of a known category
// (the root of models is hardware), or of a maker.
func isDevice(subject string) bool {
	root := subjectRoot(subject)
	return slices.Contains(Categories, root) || strings.Contains(subject, "@") && !slices.Contains(Activities, root)
}

// IsActivity reports whether a subject is an activity, by its category.
func IsActivity(subject string) bool {
	return slices.Contains(Activities, subjectRoot(subject))
}

// CurrencySubject is the subject under which packs have the price levels of a
// money: currency/gbp of GBP2024 and of GBP. It is empty where a unit is no money.
func CurrencySubject(money quantity.Unit) string {
	const code = 3
	if !money.Dimension().IsMoney() {
		return ""
	}
	return rootCurrency + "/" + strings.ToLower(money.String()[:code])
}

// isElectricity reports whether the place of a factor for this subject matters.
func isElectricity(subject string) bool {
	root := subjectRoot(subject)
	return root == rootElectricity || root == rootProjection
}

// impliedStage returns the only stage that a subject's impacts can belong to, so
// that a pack need not write it and a query need not ask for it.
func impliedStage(subject string) Stage {
	switch subjectRoot(subject) {
	case rootElectricity, rootProjection:
		return Use
	case rootFreight:
		return Distribution
	case rootComponent:
		return Manufacturing
	}
	return ""
}

// DeviceRungs builds the subject ladder of a device, from its exact model to the
// mass-based fallback. Letter case and spaces are normalised, and rungs for
// which the device says nothing are left out. The variant is the sub-category, with
// or without its category in front (14in or laptop/14in).
//
// Asset registers write models with and without the maker and the family, so the
// exact model is looked for as dell:latitude 5420, dell:5420, in this order,
// whichever of `Latitude 5420`, `Dell Latitude 5420` or `5420` the register has.
func DeviceRungs(category, variant, manufacturer, family, model string) []Rung {
	return append(rungsOf(category, variant, manufacturer, family, model), Rung{MassFallback, []string{RootHardware}})
}

// ActivityRungs builds the subject ladder of an activity, from the very product
// (aws:m5.large) by way of the provider (cloud-storage/ssd@aws, else
// cloud-storage@aws) to the category.
func ActivityRungs(category, variant, provider, product string) []Rung {
	rungs := rungsOf(category, variant, provider, "", product)
	if variant = NormalizeSubject(variant); variant == "" {
		return rungs
	}
	kind := NormalizeSubject(category) + "/" + variant
	if strings.Contains(variant, "/") {
		kind = variant
	}
	for i, rung := range rungs {
		if rung.Kind == MakerCategory {
			rungs[i].Subjects = slices.Insert(rung.Subjects, 0, kind+"@"+NormalizeSubject(provider))
		}
	}
	return rungs
}

func rungsOf(category, variant, manufacturer, family, model string) []Rung {
	category, variant = NormalizeSubject(category), NormalizeSubject(variant)
	maker, family, model := NormalizeSubject(manufacturer), NormalizeSubject(family), NormalizeSubject(model)
	rungs := make([]Rung, 0, 6)
	add := func(kind RungKind, subjects ...string) {
		rungs = append(rungs, Rung{kind, subjects})
	}
	if maker != "" {
		family, model = withoutPrefix(family, maker), withoutPrefix(model, maker)
		if model != "" {
			add(ExactModel, modelSubjects(maker, family, model)...)
		}
		if family != "" {
			add(Family, maker+":"+family)
		}
		if category != "" {
			add(MakerCategory, category+"@"+maker)
		}
	}
	if variant != "" {
		switch {
		case strings.Contains(variant, "/"):
			add(SubCategory, variant)
		case category != "":
			add(SubCategory, category+"/"+variant)
		}
	}
	if category != "" && category != RootHardware {
		add(Category, category)
	}
	return rungs
}

// withoutPrefix drops a leading word or words, unless nothing would be left.
func withoutPrefix(s, prefix string) string {
	if rest, ok := strings.CutPrefix(s, prefix+" "); ok && prefix != "" {
		return rest
	}
	return s
}

func modelSubjects(maker, family, model string) []string {
	subjects := []string{maker + ":" + model}
	if family == "" || family == model {
		return subjects
	}
	if bare := withoutPrefix(model, family); bare != model {
		return append(subjects, maker+":"+bare)
	}
	return []string{maker + ":" + family + " " + model, maker + ":" + model}
}
