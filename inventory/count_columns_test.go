package inventory_test

import (
	"strings"
	"testing"
)

// Short tables of counts, whose header nobody knows or only in part.
func TestCountColumns(t *testing.T) {
	const (
		kit     = `warning column_by_content row 1 Kit: "" [category 2 2]`
		summed  = `warning columns_summed row 1: "" [2 B C]`
		states  = `note columns_items row 1: "" [In use In stock Disposed in year]`
		undated = `excluded retired_undated row 2 Disposed in year: "disposed" []`
	)
	for name, tc := range map[string]struct {
		text     string
		estate   string
		problems []string
	}{
		"by status": {
			"Type of device,In use,In stock,Disposed in year\nLaptops,1200,40,300\nDesktops,300,0,-\n",
			"laptop 1200 units in_service\nlaptop 40 units in_stock\ndesktop 300 units in_service",
			[]string{states, undated},
		},
		"with their sum": {
			"Type,Stock,In use,Total\nLaptop,10,90,100\nMonitor,20,\"1,080\",\"1,100\"\nTotal,30,1170,1200\n",
			"laptop 10 units in_stock\nlaptop 90 units in_service\nmonitor 20 units in_stock\nmonitor 1080 units in_service",
			[]string{`note columns_items row 1: "" [Stock In use]`, `excluded total_row row 4 Type: "Total" []`, `note decimal_guessed row 3 In use: "1,080" [thousands 1]`},
		},
		"a cell that is no count": {
			"Type,In stock,In use\nLaptop,many,90\nMonitor,20,30\n",
			"laptop 90 units in_service\nmonitor 20 units in_stock\nmonitor 30 units in_service",
			[]string{`note columns_items row 1: "" [In stock In use]`, `rejected quantity_invalid row 2 In stock: "many" []`},
		},
		"marks are no counts": {
			"Type,Model,Active,Spare\nLaptop,Latitude 5420,1,0\nLaptop,Latitude 5430,0,1\n",
			"laptop dell latitude 5420 1 units\nlaptop dell latitude 5430 1 units", nil,
		},
		"by person": {
			"Kit,Anna Example,Ben Example\nLaptop,1,1\nMonitor,2,1\n",
			"laptop 2 units\nmonitor 3 units",
			[]string{kit, summed},
		},
		"by person, with their sum": {
			"Kit,Anna Example,Ben Example,Total\nLaptop,1,1,2\nMonitor,2,1,3\n",
			"laptop 2 units\nmonitor 3 units",
			[]string{kit},
		},
		"by person, with a cell that is none": {
			"Kit,Anna Example,Ben Example\nLaptop,1,1\nMonitor,Cara Example,1\nDocking station,0,0\nTablet,1,2\nPrinter,1,0\n",
			"laptop 2 units\ntablet 3 units\nprinter 1 units",
			[]string{`warning column_by_content row 1 Kit: "" [category 5 5]`, summed, `rejected quantity_invalid row 3: "…" []`},
		},
		"by office": {
			"Kit,Leeds,York\nLaptop,12,10\nMonitor,20,11\n",
			"laptop 22 units\nmonitor 31 units",
			[]string{kit, summed},
		},
		"measures are no counts": {
			"Type,Weight (kg),Depth (cm)\nLaptop,2,30\nMonitor,5,20\nPrinter,9,40\n",
			"laptop 1 units\nmonitor 1 units\nprinter 1 units", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, tc.text)
			wantEstate(t, r, tc.estate)
			wantProblems(t, r, tc.problems...)
			for _, c := range r.Files[0].Sheets[0].Columns {
				if strings.Contains(c.Header, "Example") {
					t.Errorf("the name of a person is shown: %q", c.Header)
				}
			}
		})
	}
}
