package inventory

import "testing"

func TestParseCountry(t *testing.T) {
	for text, want := range map[string]string{
		"GB": "GB", "gb": "GB", "UK": "GB", "GBR": "GB", "United Kingdom": "GB", "England": "GB", "Royaume-Uni": "GB", "GB-SCT": "GB", "Grande-Bretagne": "GB",
		"FR": "FR", "France": "FR", "fra": "FR", "Frankreich": "FR", "FRANCE ": "FR", "France (FR)": "FR", "FR - France": "FR",
		"Allemagne": "DE", "Deutschland": "DE", "Germany": "DE",
		"CA-ON": "CA-ON", "ca-on": "CA-ON", "Ontario": "CA-ON", "Québec": "CA-QC", "Canada, Ontario": "CA-ON", "Canada": "CA", "CAN": "CA", "Colombie-Britannique": "CA-BC",
		"US-CA": "US-CA", "USA": "US", "United States of America": "US", "California": "US-CA", "États-Unis": "US",
		"Danmark": "DK", "Eesti": "EE", "대한민국": "KR", "South Korea": "KR", "ישראל": "IL", "México": "MX", "Uruguay": "UY", "New Zealand": "NZ", "Portugal": "PT",
		"The Netherlands": "NL", "Pays-Bas": "NL", "Côte d’Ivoire": "CI", "Türkiye": "TR", "DE-BY": "DE", "France/FR": "FR", "FR/France": "FR", "UK/England": "GB", "Canada/Ontario": "CA-ON", "Ontario/Canada": "CA-ON", "N. Ireland": "GB", "Aotearoa New Zealand": "NZ",
	} {
		if got, ok := parseCountry(text); !ok || got != want {
			t.Errorf("parseCountry(%q) = %q %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "Narnia", "XX", "ZZ", "London HQ", "12", "Room 4", "???", "France/Germany", "/", "Narnia/FR"} {
		if got, ok := parseCountry(text); ok {
			t.Errorf("parseCountry(%q) = %q", text, got)
		}
	}
}

func FuzzParseCountry(f *testing.F) {
	for _, seed := range []string{"CA-ON", "Canada, , ,", "(", " - / : ", "Saint-Pierre-et-Miquelon"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		code, ok := parseCountry(text)
		if ok != (code != "") {
			t.Fatalf("parseCountry(%q) = %q %v", text, code, ok)
		}
	})
}
