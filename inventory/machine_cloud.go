package inventory

import (
	"slices"
	"strings"

	"govfootprint/inventory/bill"
)

// A machine of a public cloud runs on no server of the list. Lists say so in a
// column for it, or write the provider where others have the host: Azure France
// Central, aws-eu-west-3, Cloud. Its use is in the provider's bill.

// anyCloud stands for a provider that is not named.
const anyCloud = "cloud"

// onPremises are words of what providers' software runs on at home.
var onPremises = []string{"stack", "local", "outpost", "outposts", "hci", "arc", "private", "prive", "privee", "interne", "internal", "customer", "premises", "premise", "onprem", "hyper", "vm"}

// companies are providers that sell servers or hypervisors, too, so that their name
// in a column of hosts says nothing.
var companies = []string{"amazon", "microsoft", "msft", "google", "oracle", "ibm", "alibaba", "tencent", "huawei", "akamai", "online", "naver", "catalyst"}

// cloudOf returns the provider of a public cloud that a text names, anyCloud for one
// that it does not name, nothing for what is no cloud. Of a name of a host it must
// be the whole: azure-esx01 is a server.
func cloudOf(text string, isName bool) string {
	w := words(text)
	fields := strings.Fields(w)
	if len(fields) == 0 || slices.ContainsFunc(fields, func(f string) bool { return slices.Contains(onPremises, f) }) {
		return ""
	}
	switch w {
	case "cloud", "public cloud", "cloud public", "cloud provider", "iaas", "cloud iaas", "cloud externe", "external cloud":
		return anyCloud
	}
	provider, rest, ok := bill.KnownProvider(text)
	if !ok {
		if _, is := bill.Region("", text); is && strings.Contains(text, "-") && hasDigit(text) {
			return anyCloud // eu-west-3
		}
		if !isName && (fields[0] == "cloud" || strings.HasSuffix(w, " cloud") && len(fields) == 2 || strings.Contains(w, "public cloud")) {
			return anyCloud
		}
		return ""
	}
	if !isName {
		return provider
	}
	_, region := bill.Region(provider, rest)
	if slices.Contains(companies, w) || !region && (hasDigit(rest) || slices.Contains(companies, fields[0]) && !strings.Contains(w, "cloud") && !strings.Contains(w, "web services") && !strings.Contains(w, "azure")) {
		return ""
	}
	return provider
}

// findCloud notes that a machine is one of a cloud: for certain where a column is
// about that, else unless some list has a server or a cluster of that name.
func (m *machine) findCloud(r *record) {
	for _, column := range []string{"infrastructure", "provider"} {
		if cloud := cloudOf(r.text(column), false); cloud != "" && m.out == "" {
			m.out, m.aside = CodeMachineCloud, &machineAside{outColumn: r.at[column].header.text, outValue: cloud}
			return
		}
	}
	for _, column := range []string{"host", "cluster", "data_centre"} {
		text := r.text(column)
		if text == "" {
			continue
		}
		if cloud := cloudOf(text, true); cloud != "" {
			if m.aside == nil {
				m.aside = new(machineAside)
			}
			m.aside.cloud, m.aside.cloudColumn = cloud, r.at[column].header.text
		}
		return // what it runs on says more than where
	}
}

// inCloud reports whether a machine runs at a provider, and takes its column for the reason.
func (s *settlement) inCloud(m *machine) bool {
	if m.out == CodeMachineCloud {
		return true
	}
	if m.aside == nil || m.aside.cloud == "" || m.out != "" || s.index.of(m.host) != nil || len(s.clusters[m.cluster]) > 0 {
		return false
	}
	m.out, m.aside = CodeMachineCloud, &machineAside{outColumn: m.aside.cloudColumn, outValue: m.aside.cloud}
	return true
}
