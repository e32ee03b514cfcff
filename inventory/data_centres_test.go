package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// A data centre stands beside the site in a list of devices, under many a header,
// and is what the list of data centres is compared with. That list calls it what
// lists call names.
func TestDataCentresByAnyHeader(t *testing.T) {
	for _, c := range []struct{ devices, rooms string }{
		{"datacentre", "Data centre"},
		{"Datacenter", "Nom"},
		{"Centre de données", "Name"},
		{"DC", "Site"},
		{"data_centre", "Nom du datacenter"},
	} {
		r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, "hostname,category,model,site,"+c.devices+"\nhv1,Server,PowerEdge R740,Bercy,DC-Bercy\n",
			c.rooms+",PUE,Pays\nDC-Bercy,1.62,France\nDC-Varenne,1.5,France\n")
		wantParts(t, r, "1 | poweredge r740 | DC-Bercy | FR | pue=1.62")
		unused := 0
		for p := range r.Problems.All() {
			if p.Code == inventory.CodeDataCentreUnused {
				unused = p.Row
			}
		}
		if unused != 3 {
			t.Errorf("%s, %s: row %d is unused, want 3", c.devices, c.rooms, unused)
		}
	}
}
