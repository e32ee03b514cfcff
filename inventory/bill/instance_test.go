package bill_test

import (
	"testing"

	"govfootprint/inventory/bill"
)

func TestInstanceType(t *testing.T) {
	for _, test := range []struct{ provider, text, want string }{
		{"aws", "m5.2xlarge", "m5.2xlarge"},
		{"aws", "EUW2-BoxUsage:M5.2xlarge", "m5.2xlarge"},
		{"aws", "db.m5.large", "m5.large"},
		{"aws", "cache.r6g.large", "r6g.large"},
		{"aws", "m5.large.search", "m5.large"},
		{"aws", "kafka.m5.large", "m5.large"},
		{"aws", "ml.g4dn.xlarge", "g4dn.xlarge"},
		{"aws", "$0.1915 per On Demand Linux m7i-flex.xlarge Instance Hour", "m7i-flex.xlarge"},
		{"aws", "c5.metal", "c5.metal"},
		{"aws", "m7i.metal-24xl", "m7i.metal-24xl"},
		{"aws", "x2iedn.32xlarge", "x2iedn.32xlarge"},
		{"aws", "u-6tb1.metal", "u-6tb1.metal"},
		{"aws", "dc2.large", "dc2.large"},
		{"aws", "ra3.xlplus", "ra3.xlplus"},
		{"aws", "HostUsage:m5", ""},
		{"aws", "db.serverless", ""},
		{"aws", "$0.10 per GB-month of storage.large things", ""},

		{"azure", "Standard_D2s_v3", "d2s v3"},
		{"azure", "D2 v3/D2s v3", "d2 v3"},
		{"azure", "D2 v3/D2s v3 Spot", "d2 v3"},
		{"azure", "E4s v5 Low Priority", "e4s v5"},
		{"azure", "B1s", "b1s"},
		{"azure", "Standard_DS13-4_v2", "ds13-4 v2"},
		{"azure", "Standard_E4-2ads_v5", "e4-2ads v5"},
		{"azure", "Standard_NC24ads_A100_v4", "nc24ads a100 v4"},
		{"azure", "Standard_HB120rs_v3", "hb120rs v3"},
		{"azure", "Basic_A1", "a1"},
		{"azure", "Virtual Machines Dv2/DSv2 Series - D11 v2/DS11 v2 - US East 2", "d11 v2"},
		{"azure", "P4 LRS Disk", ""},
		{"azure", "E10", ""},
		{"azure", "vCore", ""},
		{"azure", "SQLThreatDetection", ""},
		{"azure", "Load Balancer - Standard Data Processed", ""},

		{"gcp", "e2-standard-2", "e2-standard-2"},
		{"gcp", "projects/1/zones/europe-west2-a/machineTypes/n2d-highmem-16", "n2d-highmem-16"},
		{"gcp", "e2-micro", "e2-micro"},
		{"gcp", "f1-micro", "f1-micro"},
		{"gcp", "n2-custom-4-8192", "n2-custom-4-8192"},
		{"gcp", "a2-highgpu-1g", "a2-highgpu-1g"},
		{"gcp", "c3-standard-22-lssd", "c3-standard-22-lssd"},
		{"gcp", "N1 Predefined Instance Core running in London", ""},
		{"gcp", "Micro Instance with burstable CPU running in EMEA", "f1-micro"},

		{"oracle", "VM.Standard.E4.Flex", "vm.standard.e4.flex"},
		{"oracle", "Standard - E5", ""},
		{"ovh", "b2-7", "b2-7"},
		{"ovh", "Public Cloud instance", ""},
		{"aws", "", ""},
	} {
		if got := bill.InstanceType(test.provider, test.text); got != test.want {
			t.Errorf("InstanceType(%s, %q) = %q, want %q", test.provider, test.text, got, test.want)
		}
	}
}

func TestProvider(t *testing.T) {
	for text, want := range map[string]string{
		"AWS": "aws", "Amazon Web Services, Inc.": "aws", "Amazon Web Services EMEA SARL": "aws", "Microsoft": "azure", "Microsoft Azure": "azure", "Azure": "azure",
		"Google Cloud": "gcp", "GCP": "gcp", "Google": "gcp", "Oracle": "oracle", "OCI": "oracle", "OVHcloud": "ovh", "OVH SAS": "ovh", "Scaleway": "scaleway", "Clever Cloud": "clever cloud", "NULL": "", "": "",
	} {
		if got := bill.Provider(text); got != want {
			t.Errorf("Provider(%q) = %q, want %q", text, got, want)
		}
	}
}
