package inventory_test

import (
	"strings"
	"testing"
)

// What a column is, its values say where its header does not.
func TestColumnsByContent(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		estate   string
		problems []string
	}{
		"unknown headers": {
			"Kit,Badge,Gubbins,Fate\nLaptop,Dell,Latitude 5420,In use\nDesktop,HP,EliteDesk 800 G6,In stock\nLaptop,Lenovo,ThinkPad T14,In use\nMonitor,Dell,UltraSharp U2419H,In use\n",
			`laptop dell latitude 5420 1 units in_service
			 desktop hp elitedesk 800 g6 1 units in_stock
			 laptop lenovo thinkpad t14 1 units in_service
			 monitor/24in dell ultrasharp u2419h 1 units in_service`,
			[]string{
				`warning column_by_content row 1 Kit: "" [category 4 4]`,
				`warning column_by_content row 1 Badge: "" [manufacturer 4 4]`,
				`warning column_by_content row 1 Gubbins: "" [model 4 4]`,
				`warning column_by_content row 1 Fate: "" [status 4 4]`,
			},
		},
		"some unknown headers": {
			"Model,Badge,Kit,Fate\nLatitude 5420,Dell,Laptop,In use\nEliteDesk 800 G6,HP,Desktop,In stock\nThinkPad T14,Lenovo,Laptop,In use\n",
			`laptop dell latitude 5420 1 units in_service
			 desktop hp elitedesk 800 g6 1 units in_stock
			 laptop lenovo thinkpad t14 1 units in_service`,
			[]string{
				`warning column_by_content row 1 Badge: "" [manufacturer 3 3]`,
				`warning column_by_content row 1 Kit: "" [category 3 3]`,
				`warning column_by_content row 1 Fate: "" [status 3 3]`,
			},
		},
		"types and offices crossed": {
			"Category,Finance,Health\nLaptop,10,4\nMonitor,20,30\nPrinter,1,\nTablet,5,9\n",
			`laptop 14 units
			 monitor 50 units
			 printer 1 units
			 tablet 14 units`,
			[]string{`warning columns_summed row 1: "" [2 B C]`},
		},
		"numbers beside other things are no crossing": {
			"Category,Ports,Gates,Colour\nSwitch,24,4,grey\nSwitch,48,30,black\nSwitch,8,1,grey\nSwitch,24,9,grey\n",
			`switch 4 units`,
			nil,
		},
		"an empty header": {
			"Model,,Status\nLatitude 5420,Laptop,In use\nU2419H,Monitor,In use\nWidget,Printer,In use\n",
			`laptop dell latitude 5420 1 units in_service
			 monitor/24in u2419h 1 units in_service
			 printer widget 1 units in_service`,
			[]string{`warning column_by_content row 1 B: "" [category 3 3]`},
		},
		"the maker in the model": {
			"Category,Model,Serial\nLaptop,DELL,1\nLaptop,DELL,2\nDesktop,HP,3\nLaptop,Acme,4\n",
			`laptop dell 2 units
			 desktop hp 1 units
			 laptop acme 1 units`,
			[]string{`warning column_misleading row 1 Model: "" [manufacturer 3 4]`},
		},
		"maker and model swapped": {
			"Category,Manufacturer,Model\nLaptop,Latitude 5420,Dell\nDesktop,EliteDesk 800 G6,HP\nLaptop,ThinkPad T14,Lenovo\n",
			`laptop dell latitude 5420 1 units
			 desktop hp elitedesk 800 g6 1 units
			 laptop lenovo thinkpad t14 1 units`,
			[]string{
				`warning column_misleading row 1 Model: "" [manufacturer 3 3]`,
				`warning column_misleading row 1 Manufacturer: "" [model 3 3]`,
			},
		},
		"what it is issued to": {
			"Device type,Manufacturer,Model,Type\nUser,Dell,Latitude 5420,Laptop\nLocation,HP,EliteDesk 800 G6,Desktop\nUser,Lenovo,ThinkPad T14,Laptop\n",
			`laptop dell latitude 5420 1 units
			 desktop hp elitedesk 800 g6 1 units
			 laptop lenovo thinkpad t14 1 units`,
			[]string{
				`warning column_misleading row 1 Device type: "" [ 0 3]`,
				`warning column_by_content row 1 Type: "" [category 3 3]`,
			},
		},
		"models in the type": {
			"Device,Location\nLatitude 5420,Leeds\nEliteDesk 800 G6,Leeds\nThinkPad T14,Leeds\n",
			`laptop dell latitude 5420 1 units (model) Leeds
			 desktop hp elitedesk 800 g6 1 units (model) Leeds
			 laptop lenovo thinkpad t14 1 units (model) Leeds`,
			[]string{`warning column_misleading row 1 Device: "" [model 3 3]`},
		},
		"a number that names": {
			"Type,Number\nLaptop,100234\nLaptop,100987\nLaptop,101777\nLaptop,104555\nLaptop,100001\nLaptop,199234\nLaptop,122234\nLaptop,188888\n",
			"laptop 8 units",
			[]string{`warning column_misleading row 1 Number: "" [ 8 8]`},
		},
		"a number that is text": {
			"Type,Number\nLaptop,A-1\nLaptop,A-2\nLaptop,A-3\n",
			"laptop 3 units",
			[]string{`warning column_misleading row 1 Number: "" [ 0 3]`},
		},
		"a date that is yes and no": {
			"Type,Received\nLaptop,Yes\nLaptop,No\nLaptop,Yes\n",
			"laptop 3 units",
			[]string{`warning column_misleading row 1 Received: "" [ 0 3]`},
		},
		"a model column that is blank": {
			"Type,Model,Model name\nLaptop,,Latitude 5420\nLaptop,,Latitude 5420\nLaptop,,Latitude 7420\n",
			`laptop dell latitude 5420 2 units
			 laptop dell latitude 7420 1 units`,
			nil,
		},
		"perhaps a quantity": {
			"Type,Seats counted,Site\nLaptop,12,A\nDesktop,7,A\nMonitor,12,A\n",
			`laptop 1 units A
			 desktop 1 units A
			 monitor 1 units A`,
			[]string{`warning quantity_doubt row 1 Seats counted: "" [7 12]`},
		},
		"a column No. that may count": {
			"Station,Kind,Make & Model,No.\nBude,Laptop,Toughbook CF-33,4\nBude,Monitor,Dell P2419H,9\nLooe,Laptop,Toughbook CF-33,4\nLooe,Monitor,Dell P2419H,2\n",
			"",
			[]string{`warning column_misleading row 1 Kind: "" [category 4 4]`, `warning quantity_doubt row 1 No.: "" [2 9]`},
		},
		"running numbers are no quantity": {
			"Type,Foo\nLaptop,1\nDesktop,2\nMonitor,3\n",
			`laptop 1 units
			 desktop 1 units
			 monitor 1 units`,
			nil,
		},
		"dates that a spreadsheet swapped": {
			"Type,Purchase date\nLaptop,2021-03-04\nLaptop,2021-07-11\nLaptop,2020-12-01\nLaptop,2021-02-02\nLaptop,2021-09-08\nLaptop,17/04/2021\nLaptop,28/11/2020\nLaptop,13/01/2021\n",
			"",
			[]string{`warning date_swapped row 1 Purchase date: "" [5 3]`},
		},
		"no header": {
			"Laptop,Dell,Latitude 5420,2021-03-04,SN12345A\nDesktop,HP,EliteDesk 800 G6,2020-11-30,SN12345B\nLaptop,Lenovo,ThinkPad T14,2022-01-05,SN12345C\n",
			`laptop dell latitude 5420 1 units 2021-03
			 desktop hp elitedesk 800 g6 1 units 2020-11
			 laptop lenovo thinkpad t14 1 units 2022-01`,
			[]string{
				`warning column_by_content A: "" [category 3 3]`,
				`warning column_by_content B: "" [manufacturer 3 3]`,
				`warning column_by_content C: "" [model 3 3]`,
				`warning column_by_content D: "" [acquired 3 3]`,
			},
		},
		"no header, counts": {
			"Laptop,120\nDesktop,340\nMonitor,340\n",
			`laptop 120 units
			 desktop 340 units
			 monitor 340 units`,
			[]string{
				`warning column_by_content A: "" [category 3 3]`,
				`warning column_by_content B: "" [quantity 3 3]`,
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, c.text)
			if c.estate != "" {
				wantEstate(t, r, c.estate)
			}
			wantProblems(t, r, c.problems...)
		})
	}
}

// Columns that nobody knows are not read for what they say about persons or
// single devices, and are told apart from those that say nothing known.
func TestPrivateColumnsByContent(t *testing.T) {
	r := readText(t, "Category,Foo,Bar,Baz\nLaptop,ada@example.org,5CG1234ABC,green\nLaptop,bob@example.org,5CG1234ABD,green\nLaptop,cy@example.org,5CG1234ABE,red\nLaptop,,5CG1234ABF,red\n")
	var got []string
	for _, c := range r.Files[0].Sheets[0].Columns {
		got = append(got, c.Header+" "+c.Field+c.Why)
	}
	if want := "Category category,Foo personal,Bar identifier,Baz unknown"; strings.Join(got, ",") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ","), want)
	}
}

// Dates that stand near that of acquisition, where nothing says that: those of
// the device itself are taken, later ones only before the period.
func TestAcquiredByProxy(t *testing.T) {
	for _, c := range []struct{ text, estate, problem string }{
		{"Category,Manufacture date\nLaptop,2024-06-15\n", "laptop 1 units 2024-06 200 days", `warning acquired_proxy row 2 Manufacture date: "" [made 1]`},
		{"Category,Enrollment date\nLaptop,2022-06-15\n", "laptop 1 units 2022-06", `warning acquired_proxy row 2 Enrollment date: "" [enrolled 1]`},
		{"Category,Enrollment date\nLaptop,2024-06-15\n", "laptop 1 units", `warning acquired_proxy_late row 2 Enrollment date: "" [enrolled 1]`},
		{"Category,Enrollment date\nLaptop,2025-06-15\n", "laptop 1 units", `warning acquired_proxy_late row 2 Enrollment date: "" [enrolled 1]`},
		{"Category,Warranty end\nLaptop,2024-06-15\n", "laptop 1 units 2021-06", `warning acquired_proxy row 2 Warranty end: "" [warranty 1]`},
		{"Category,First seen\nLaptop,2021-06-15\n", "laptop 1 units 2021-06", `warning acquired_proxy row 2 First seen: "" [seen 1]`},
		{"Category,Purchase date,Delivery date\nLaptop,,2024-06-15\nLaptop,2021-01-01,2024-06-15\n", "laptop 1 units 2024-06 200 days\nlaptop 1 units 2021-01", `warning acquired_proxy row 2 Delivery date: "" [dated 1]`},
		{"Category,Retired,First seen\nLaptop,2024-03-01,2023-06-15\n", "laptop 1 units 2023-06 until 2024-03 60 days", `warning acquired_proxy row 2 First seen: "" [seen 1]`},
		{"Category,Retired,Manufacture date\nLaptop,2024-03-01,2024-06-15\n", "laptop 1 units until 2024-03 60 days", ""},
		{"Category,BIOS release date\nLaptop,2021-06-15\n", "laptop 1 units", ""},
		{"Category,First seen,Site\nLaptop,nonsense,Leeds\n", "laptop 1 units Leeds", ""},
	} {
		r := readText(t, c.text)
		wantEstate(t, r, c.estate)
		if c.problem == "" {
			wantProblems(t, r)
			continue
		}
		wantProblems(t, r, c.problem)
	}
}
