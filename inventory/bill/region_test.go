package bill_test

import (
	"regexp"
	"testing"

	"govfootprint/inventory/bill"
)

func TestRegion(t *testing.T) {
	for _, test := range []struct{ provider, text, want string }{
		{"aws", "eu-west-2", "GB"},
		{"aws", "eu-west-2a", "GB"},
		{"aws", "euw2-az1", "GB"},
		{"aws", "apse3-az2", "ID"},
		{"aws", "aps1-az1", "IN"},
		{"aws", "APS1", "SG"},
		{"aws", "EUW2", "GB"},
		{"aws", "EU (London)", "GB"},
		{"aws", "Europe (London)", "GB"},
		{"aws", "EU (Ireland)", "IE"},
		{"aws", "eu-west-1", "IE"},
		{"aws", "us-east-1", "US-VA"},
		{"aws", "US East (N. Virginia)", "US-VA"},
		{"aws", "us-west-2", "US-OR"},
		{"aws", "US West (Oregon)", "US-OR"},
		{"aws", "ca-central-1", "CA-QC"},
		{"aws", "ap-southeast-2", "AU-NSW"},
		{"aws", "South America (São Paulo)", "BR"},
		{"aws", "United States", "US"},
		{"aws", "India", "IN"},
		{"aws", "us-gov-west-1", "US"},
		{"azure", "uksouth", "GB"},
		{"azure", "UK South", "GB"},
		{"azure", "ukwest", "GB"},
		{"azure", "Cardiff", "GB"},
		{"azure", "EastUS2", "US-VA"},
		{"azure", "East US", "US-VA"},
		{"azure", "US South Central", "US-TX"},
		{"azure", "westeurope", "NL"},
		{"azure", "northeurope", "IE"},
		{"azure", "EU North", "IE"},
		{"azure", "francecentral", "FR"},
		{"azure", "Canada East", "CA-QC"},
		{"azure", "CH North", "CH"},
		{"azure", "CN North", "CN"},
		{"azure", "westus3", "US-AZ"},
		{"gcp", "europe-west9", "FR"},
		{"gcp", "europe-west9-b", "FR"},
		{"gcp", "Paris (europe-west9)", "FR"},
		{"gcp", "europe-west2", "GB"},
		{"gcp", "us-central1-f", "US-IA"},
		{"gcp", "northamerica-northeast2", "CA-ON"},
		{"gcp", "us", "US"},
		{"oracle", "us-sanjose-1", "US-CA"},
		{"oracle", "uk-london-1", "GB"},
		{"oracle", "LHR", "GB"},
		{"outscale", "eu-west-2", "FR"},
		{"scaleway", "fr-par-1", "FR"},
		{"", "europe-west9", "FR"},
		{"", "uksouth", "GB"},

		{"", "eu-west-2", ""}, // Amazon's is in London, Outscale's in Paris
		{"aws", "External", ""},
		{"aws", "global", ""},
		{"aws", "Europe", ""},
		{"aws", "Middle East", ""},
		{"aws", "NULL", ""},
		{"aws", "us-east-1-lim-1a", ""}, // a local zone, in Lima
		{"azure", "All Regions", ""},
		{"azure", "North America", ""},
		{"azure", "Global", ""},
		{"azure", "asiapacific", ""},
		{"gcp", "eu", ""},
		{"gcp", "asia", ""},
		{"gcp", "europe-west99", ""},
		{"aws", "", ""},
	} {
		place, ok := bill.Region(test.provider, test.text)
		if place != test.want && ok || ok != (test.want != "") {
			t.Errorf("Region(%s, %q) = %s, %v, want %q", test.provider, test.text, place, ok, test.want)
		}
	}
}

func TestUsageRegion(t *testing.T) {
	for usageType, want := range map[string]string{
		"EUW2-BoxUsage:m5.large": "EUW2", "EU-BoxUsage:m5.large": "EUW1", "BoxUsage:m5.large": "USE1", "APE1-USE1-AWS-In-Bytes": "APE1", "DataTransfer-Out-Bytes": "USE1", "": "",
	} {
		if got := bill.UsageRegion(usageType); got != want {
			t.Errorf("UsageRegion(%q) = %q, want %q", usageType, got, want)
		}
	}
}

// places are ISO 3166 codes; subdivisions only where the program knows them.
var place = regexp.MustCompile(`^[A-Z]{2}$|^(US|CA|AU)-[A-Z]{2,3}$`)

func FuzzRegion(f *testing.F) {
	f.Add("aws", "eu-west-2a")
	f.Add("azure", "UK South")
	f.Add("", "Paris (europe-west9)")
	f.Add("aws", "euw2-az1")
	f.Fuzz(func(t *testing.T, provider, text string) {
		if got, ok := bill.Region(provider, text); ok != place.MatchString(got) {
			t.Errorf("Region(%q, %q) = %q, %v", provider, text, got, ok)
		}
		bill.UsageRegion(text)
	})
}
