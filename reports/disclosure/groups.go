package disclosure

import (
	"slices"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/reports"
)

// group is a group of categories that returns ask for as one.
type group struct {
	key        string
	categories []string
}

// groups are those of the United Kingdom's report on government IT: end-user
// devices, peripherals, networks, data centres, cloud. Software and services
// have one of their own; what is in none is the rest.
var groups = []group{
	{"end_user", []string{
		"laptop", "mobile-workstation", "desktop", "workstation", "all-in-one", "thin-client", "tablet", "smartphone", "feature-phone",
	}},
	{"peripherals", []string{
		"monitor", "television", "projector", "dock", "keyboard", "mouse", "headset", "webcam", "printer", "scanner", "plotter", "ip-phone",
		"video-conference", "external-drive", "usb-key", "power-adapter", "vr-headset", "barcode-scanner", "speaker", "games-console", "iot",
	}},
	{"network", []string{
		"switch", "router", "firewall", "access-point", "modem-router", "load-balancer", "network-device", "network-data", "network-line",
	}},
	{"hosting", []string{"server", "storage", "tape-library", "rack", "ups", "pdu", "kvm", "cooling"}},
	{"cloud", []string{"cloud-compute", "cloud-memory", "cloud-storage", "cloud-transfer", "cloud-service"}},
	{"software", []string{"software-service", "licence", "managed-service", "email", "meeting", "ai-inference"}},
	{"rest", nil},
}

// slicesOf returns the slices of the categories of a group, in their order.
func slicesOf(r *reports.Report, g group) []reports.Slice {
	in := func(category string) bool { return slices.Contains(g.categories, category) }
	if g.key == "rest" {
		in = func(category string) bool {
			return !slices.ContainsFunc(groups, func(of group) bool { return slices.Contains(of.categories, category) })
		}
	}
	var list []reports.Slice
	for _, s := range r.Breakdown(calc.ByCategory).Slices {
		if in(s.Key) {
			list = append(list, s)
		}
	}
	return list
}

// overCategories adds up a figure of the categories of a group; of units where
// the impact is empty. It is nil where none of them has it.
func (a *author) overCategories(g group, impact factors.Impact, unit Unit) *Cell {
	var parts []Expression
	for _, s := range slicesOf(a.report, g) {
		if impact == "" && s.Units.IsZero() && s.Activities > 0 {
			continue // counted in a measure of its own, not in units
		}
		e := of(Slice{Dimension: calc.ByCategory, Key: s.Key, Impact: impact})
		if _, ok := e.evaluate(a.value); ok {
			parts = append(parts, e)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	e := sum(parts...)
	if unit == Tonnes {
		e = tonnes(e)
	}
	return a.worked(unit, e)
}
