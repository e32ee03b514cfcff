package inventory_test

import (
	"strings"
	"testing"

	"govfootprint/inventory"
)

// Machines of a public cloud are left out by name of the provider, wherever the list
// says so; servers that are called a little like one stay.
func TestMachinesInTheCloud(t *testing.T) {
	for _, c := range []struct{ host, provider, hosting, want string }{
		{"Azure France Central", "", "", "azure"},
		{"AWS", "", "", "aws"},
		{"aws-eu-west-3", "", "", "aws"},
		{"eu-west-3", "", "", "cloud"},
		{"GCP", "", "", "gcp"},
		{"OVHcloud", "", "", "ovh"},
		{"Cloud public", "", "", "cloud"},
		{"Microsoft Azure", "", "", "azure"},
		{"", "Azure", "", "azure"},
		{"", "Microsoft", "", "azure"},
		{"", "", "Cloud", "cloud"},
		{"", "", "Azure", "azure"},
		{"azure-esx01", "", "", ""},
		{"Microsoft Hyper-V", "", "", ""},
		{"Azure Stack HCI", "", "", ""},
		{"oracle", "", "", ""},
		{"paris", "", "", ""},
		{"", "", "Cloud privé", ""},
		{"esx9", "", "on-prem", ""},
	} {
		r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, "VM,Host,vCPU,Provider,Hosting\na,"+c.host+",4,"+c.provider+","+c.hosting+"\n")
		found := "" // the value of the message
		for p := range r.Problems.All() {
			if p.Code == inventory.CodeMachineCloud {
				found = p.Value
			}
		}
		if found != c.want || (c.want == "") == (unitsIn(r) == "0") {
			t.Errorf("%s %s %s: %q, want %q, %s units", c.host, c.provider, c.hosting, found, c.want, unitsIn(r))
		}
	}
	r := readTexts(t, inventory.Options{}, strings.ReplaceAll(twoHosts, "esx01.example.gov", "azure"), "VM,Host,vCPU\na,azure,32\n")
	wantParts(t, r, "1 | poweredge r740 | allocated | GB", "1 | poweredge r740 | GB")
}
