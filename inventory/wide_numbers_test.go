package inventory_test

import "testing"

// TestNumbersOfDevices reads lists whose column of serial numbers names the kind
// of device: it is the number of the row's device, not a device.
func TestNumbersOfDevices(t *testing.T) {
	for _, header := range []string{"Laptop serial number", "Serial laptop", "Laptop S/N", "Laptop asset tag", "N° de série portable", "PC serial number"} {
		t.Run(header, func(t *testing.T) {
			r := readText(t, "Type,Model,"+header+"\nLaptop,Dell Latitude 5420,HOM1A2B\nLaptop,Dell Latitude 5420,HOM1A2C\nLaptop,Dell Latitude 5420,HOM1A2D\n")
			wantEstate(t, r, "laptop dell latitude 5420 3 units")
			if why := r.Files[0].Sheets[0].Columns[2].Why; why != "identifier" {
				t.Errorf("the column is %q, want identifier", why)
			}
		})
	}
}
