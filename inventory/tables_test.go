package inventory_test

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
)

// What stands around and within a table does not become a device.
func TestTables(t *testing.T) {
	for name, c := range map[string]struct {
		text, estate string
		problems     []string
	}{
		"titles, parameters and a header in two lines": {
			"IT asset register\nDepartment:,Finance\nPrinted for:,the audit\n\n,Hardware,,User,,Purchase\nAsset tag,Type,Model,Name,Department,date\nPC1,Laptop,Latitude 5420,A. Example,Tax,2022-03-01\nPC2,Monitor,P2419H,B. Example,Tax,2021-04-01\n",
			"laptop dell latitude 5420 1 units Tax 2022-03\nmonitor/24in p2419h 1 units Tax 2021-04",
			[]string{`note columns_personal row 6: "" [User Name]`, `note header_two_lines row 6: "" []`},
		},
		"names torn in two lines": {
			"Asset,Annual,Purchase,\ncategory,kWh,date,Country\nLaptop,28,2022-03-01,GB\nMonitor,30,2021-04-01,GB\n",
			"laptop 1 units GB 2022-03 measured 28\nmonitor 1 units GB 2021-04 measured 30",
			[]string{`note header_two_lines row 2: "" []`},
		},
		"a number of further items that is none": {
			"Category,Model,Quantity,Monitor 1,Monitor 1 qty\nLaptop,Latitude 5420,1,P2419H,many\nLaptop,Latitude 5420,1,P2419H,2\nLaptop,Latitude 5420,1,P2419H,\n",
			"laptop dell latitude 5420 3 units\nmonitor/24in p2419h 3 units",
			[]string{`note columns_items row 1: "" [Monitor 1]`, `rejected quantity_invalid row 2 Monitor 1 qty: "many" []`},
		},
		"a title right below the header": {
			"Category,Model,Quantity,Site\nNorth wing,,,\nLaptop,Latitude 5420,3,Leeds\nServer room,,,\nServer,PowerEdge R740,4,Leeds\nOrdinateur de bureau,,,\n",
			"laptop dell latitude 5420 3 units Leeds\nserver/rack dell poweredge r740 4 units Leeds\ndesktop 1 units",
			[]string{`excluded section_row row 2 Category: "North wing" []`, `excluded section_row row 4 Category: "Server room" []`, `note quantity_blank row 6 Quantity: "" [1]`},
		},
		"titles among models": {
			"Model,Quantity\nBuilding A,\nLatitude 5420,3\nFloor 2,\nLatitude 5430,4\nAcme Q1,\n",
			"laptop dell latitude 5420 3 units (model)\nlaptop dell latitude 5430 4 units (model)\n? acme q1 1 units (unresolved)",
			[]string{
				`excluded section_row row 2 Model: "Building A" []`, `excluded section_row row 4 Model: "Floor 2" []`,
				`warning category_unknown row 6 Model: "Acme Q1" [  Acme Q1]`, `note quantity_blank row 6 Quantity: "" [1]`,
			},
		},
		"a lone row that is an item": {
			"Category,Model,Quantity\nLaptop,,\nTide gauge,,\n",
			"laptop 1 units\n? tide gauge 1 units (unresolved)",
			[]string{`warning category_unknown row 3 Category: "Tide gauge" [Tide gauge  ]`, `note quantity_blank row 2 Quantity: "" [2]`},
		},
		"line breaks in headers": {
			"\"Asset\ncategory\",\"Purchase\r\ndate\"\nLaptop,2022-03-01\n",
			"laptop 1 units 2022-03", nil,
		},
		"the header again, with its upper line": {
			"Hardware,,Purchase\nType,Model,date\nLaptop,Latitude 5420,2022-03-01\nHardware,,Purchase\nType,Model,date\nLaptop,Latitude 5420,2022-03-02\n",
			"laptop dell latitude 5420 2 units 2022-03",
			[]string{`note header_two_lines row 2: "" []`, `note header_repeated row 4: "" [2]`},
		},
		"another table below": {
			"Category,Model,Quantity\nLaptop,Latitude 5420,3\nMonitor,P2419H,4\n\nServers\nHost name,Manufacturer,Model,Site\nsrv1,Dell,PowerEdge R740,Leeds\n",
			"laptop dell latitude 5420 3 units\nmonitor/24in p2419h 4 units\nserver/rack dell poweredge r740 1 units (model) Leeds",
			[]string{`note lines_outside row 5: "" [1]`},
		},
		"another table directly below, and a supplier list": {
			"Category,Model,Quantity\nLaptop,Latitude 5420,3\nDevice type,Brand,Model,Number of units\nMonitor,Dell,P2419H,4\n\nSuppliers\nSupplier,Contact,Phone,Email\nExample Ltd,A. Example,020 7946 0000,a@example.org\n",
			"laptop dell latitude 5420 3 units\nmonitor/24in dell p2419h 4 units",
			[]string{`note table_skipped row 7: "" [1 Supplier Contact Phone Email]`, `note lines_outside row 6: "" [1]`},
		},
		"a list of suppliers whose headers say nothing": {
			"Type,Manufacturer,Model,Site\nLaptop,Dell,Latitude 5420,Leeds\nLaptop,Dell,Latitude 5420,Leeds\n\nPartner,Terms,Renewal,Value\nExample Ltd,C1,2025-01-01,1000\nSample plc,C2,2026-01-01,2000\n\nLaptop,Dell,Latitude 5420,Leeds\n",
			"laptop dell latitude 5420 3 units Leeds",
			[]string{`note table_skipped row 5: "" [2 Value]`},
		},
		"a lookup beside": {
			"asset,category,model,site,,Status,Meaning\n1,Laptop,Latitude 5420,Leeds,,In use,it is used\n2,Laptop,Latitude 5420,Leeds,,Spare,in a cupboard\n3,Laptop,Latitude 5420,Leeds,,,\n",
			"laptop dell latitude 5420 3 units Leeds",
			[]string{`note table_skipped row 1: "" [3]`},
		},
		"pages": {
			"IT Register\n\nType,Model,Site\nLaptop,Latitude 5420,Leeds\nPage 1 of 2\n\nIT Register\n\nType,Model,Site\nMonitor,P2419H,Leeds\nPage 2 of 2\n",
			"laptop dell latitude 5420 1 units Leeds\nmonitor/24in p2419h 1 units Leeds",
			[]string{`excluded footer_row row 5 Type: "Page 1 of 2" []`, `excluded footer_row row 11 Type: "Page 2 of 2" []`, `note lines_outside row 7: "" [1]`, `note header_repeated row 9: "" [1]`},
		},
		"the same columns in another order": {
			"Type,Model,Site\nLaptop,Latitude 5420,Leeds\nSite,Type,Model\nLeeds,Monitor,P2419H\n",
			"laptop dell latitude 5420 1 units Leeds\nmonitor/24in p2419h 1 units Leeds", nil,
		},
		"what people have, French": {
			"Nom;Service;PC;Écran 1;Écran 2;N° série écran 1;Nb claviers\nA. Example;Paie;Latitude 5420;P2419H;P2419H;ABC;2\nB. Example;Achats;OptiPlex 7090;P2419H;;;1\n",
			`desktop dell optiplex 7090 1 units (model) Achats
			keyboard 2 units Paie
			keyboard 1 units Achats
			laptop dell latitude 5420 1 units (model) Paie
			monitor/24in p2419h 2 units Paie
			monitor/24in p2419h 1 units Achats`,
			[]string{`note columns_personal row 1: "" [Nom]`, `note columns_items row 1: "" [PC Écran 1 Écran 2 Nb claviers]`},
		},
		"remarks that go on, and rows after all": {
			"Category,Manufacturer,Model,Site,Status\nLaptop,Dell,Latitude 5420,Leeds,In use\n\nWidget,,,,\nKnown to be odd,,,,\n\nGizmo,Acme,Thing,Leeds,In use\nLaptop,Dell,Latitude 5420,Leeds,In use\n\nGizmo,Acme,Other,Leeds,In use\n",
			"? acme other 1 units (unresolved) in_service Leeds\n? acme thing 1 units (unresolved) in_service Leeds\nlaptop dell latitude 5420 2 units in_service Leeds",
			[]string{
				`warning category_unknown row 7 Category: "Gizmo" [Gizmo Acme Thing]`, `warning category_unknown row 10 Category: "Gizmo" [Gizmo Acme Other]`, `note lines_outside row 4: "" [2]`,
			},
		},
		"a list beside that goes on below": {
			"Category,Model,,Software,Version,User\nLaptop,Latitude 5420,,Office,365,A. Example\nLaptop,Latitude 5420,,Other,1,B. Example\n,,,More,2,C. Example\n,,,Still,3,D. Example\n",
			"laptop dell latitude 5420 2 units",
			[]string{`note table_skipped row 1: "" [5]`},
		},
		"phone numbers and parts are no items": {
			"Type,Model,Hard drive,Mobile,Tablet\nLaptop,Latitude 5420,256 GB SSD,07700 900123,yes\nLaptop,Latitude 5420,512 GB SSD,07700 900124,no\n",
			"laptop dell latitude 5420 2 units\ntablet 1 units",
			[]string{`note columns_items row 1: "" [Tablet]`},
		},
		"a bad cell among counts is that cell's fault": {
			"Department,Laptops,Desktops\nTax,118,4\nPay,c. 550,12\nLaw,n/k,2\nWar,21,1\nSea,300,none\nArt,2,0\nSky,5,1\n",
			"desktop 4 units Tax\ndesktop 12 units Pay\ndesktop 2 units Law\ndesktop 1 units War\ndesktop 1 units Sky\nlaptop 118 units Tax\nlaptop 550 units Pay\nlaptop 21 units War\nlaptop 300 units Sea\nlaptop 2 units Art\nlaptop 5 units Sky",
			[]string{`note columns_items row 1: "" [Laptops Desktops]`, `rejected quantity_invalid row 4 Laptops: "n/k" []`, `warning quantity_about row 3 Laptops: "c. 550" [1]`},
		},
		"counts of phones": {
			"Department,Mobile phones,Telephones,iPads\nTax,60,2,3\nPay,1014,0,4\n",
			"ip-phone 2 units Tax\nsmartphone 60 units Tax\nsmartphone 1014 units Pay\ntablet 3 units Tax\ntablet 4 units Pay",
			[]string{`note columns_items row 1: "" [Mobile phones Telephones iPads]`},
		},
		"phones on desks": {
			"Department,Desk phones,iPads\nTax,60,3\n",
			"ip-phone 60 units Tax\ntablet 3 units Tax",
			[]string{`note columns_items row 1: "" [Desk phones iPads]`},
		},
		"phones by maker and code": {
			"Name,Laptop,Mobile\nA. Example,Latitude 5420,Samsung A52\nB. Example,Latitude 5420,Samsung A52\nC. Example,Latitude 5420,iPhone SE\n",
			"laptop dell latitude 5420 3 units\nsmartphone samsung a52 2 units\nsmartphone apple iphone se 1 units",
			[]string{`note columns_items row 1: "" [Laptop Mobile]`},
		},
		"one number to call is enough": {
			"Department,Laptops,Desktops,Mobile phones\nTax,4,1,60\nPay,4,1,07700 900123\n",
			"desktop 1 units Tax\ndesktop 1 units Pay\nlaptop 4 units Tax\nlaptop 4 units Pay",
			[]string{`note columns_personal row 1: "" [Mobile phones]`, `note columns_items row 1: "" [Laptops Desktops]`},
		},
		"extensions beside people": {
			"Employee,Laptop,Monitor,Phones\nA. Example,Latitude 5420,1,4521\nB. Example,Latitude 5420,2,4522\n",
			"laptop dell latitude 5420 2 units\nmonitor 3 units",
			[]string{`note columns_personal row 1: "" [Employee Phones]`, `note columns_items row 1: "" [Laptop Monitor]`},
		},
		"counts that are not read are told": {
			"Category,Quantity,Laptops\nMonitor,3,4\nPrinter,1,2\nMonitor,2,2\n",
			"monitor 5 units\nprinter 1 units",
			[]string{`warning column_items_unread row 1 Laptops: "" [3]`},
		},
		"few people and what they have": {
			"Employee,Laptop,Monitor\nA. Example,Latitude 5420,1\nB. Example,Latitude 5420,2\n",
			"laptop dell latitude 5420 2 units\nmonitor 3 units",
			[]string{`note columns_personal row 1: "" [Employee]`, `note columns_items row 1: "" [Laptop Monitor]`},
		},
		"more units than a row is likely to mean": {
			"Category,Quantity\nServer,100001\nServer,100000\n",
			"server 200001 units",
			[]string{`warning quantity_large row 2 Quantity: "100001" [100000]`},
		},
		"how many of what": {
			"Name,Desktop model,No. of monitors,Monitor model,Monitor 2 size\na,OptiPlex 7090,2,P2419H,\nb,,0,P2419H,\nc,OptiPlex 7090,,,\n",
			"desktop dell optiplex 7090 2 units\nmonitor/24in p2419h 2 units",
			[]string{`note columns_items row 1: "" [Desktop model No. of monitors]`},
		},
		"a legend below": {
			"Category,Manufacturer,Model,Site,Status\nLaptop,Dell,Latitude 5420,Leeds,In use\nLaptop,Dell,Latitude 5420,Leeds,In use\n\nLegend\nred,to be replaced\ngreen,new\n",
			"laptop dell latitude 5420 2 units in_service Leeds",
			[]string{`note lines_outside row 5: "" [3]`},
		},
		"blank lines between rows": {
			"Category,Manufacturer,Model,Site,Status\n\nLaptop,Dell,Latitude 5420,Leeds,In use\n\n\nMonitor,,,,\n\nLaptop,Dell,Latitude 5420,Leeds,In use\n",
			"laptop dell latitude 5420 2 units in_service Leeds\nmonitor 1 units", nil,
		},
		"totals": {
			"Asset tag,Category,Model,Quantity\nA1,Laptop,Latitude 5420,3\nLaptop total,,,3\nA2,Monitor,P2419H,4\nSous-total :,,,4\nGRAND TOTAL,,,7\n,,,7\n",
			"laptop dell latitude 5420 3 units\nmonitor/24in p2419h 4 units",
			[]string{`excluded total_row row 3: "" []`, `excluded total_row row 5: "" []`, `excluded total_row row 6: "" []`, `excluded total_row row 7: "" []`},
		},
		"no totals": {
			"Manufacturer,Category,Model,Site\nTotal Systems,Laptop,Total 500,Total House\nLeica,Monitor,Total Station,Leeds\n",
			"laptop total 500 1 units Total House\nmonitor leica total station 1 units Leeds", nil,
		},
		"sections and footers": {
			"Building,Category,Model\nBuilding A,,\n,Laptop,Latitude 5420\nBuilding B,,\n,Laptop,Latitude 5420\nEnd of report,,\nGenerated on 3 March 2024,,\nPage 1 of 3,,\n(2 rows affected),,\n",
			"laptop dell latitude 5420 2 units",
			[]string{
				`excluded section_row row 2 Building: "…" []`, `excluded section_row row 4 Building: "…" []`, `excluded footer_row row 6 Building: "…" []`,
				`excluded footer_row row 7 Building: "…" []`, `excluded footer_row row 8 Building: "…" []`, `excluded footer_row row 9 Building: "…" []`,
			},
		},
		"side by side": {
			"Laptops,,,,Monitors,,\n\nCategory,Model,Site,,Category,Model,Quantity\nLaptop,Latitude 5420,Leeds,,Monitor,P2419H,4\nLaptop,Latitude 5420,York,,Monitor,U2720Q,2\n,,,,Monitor,P2419H,1\n",
			"laptop dell latitude 5420 1 units Leeds\nlaptop dell latitude 5420 1 units York\nmonitor/24in p2419h 5 units\nmonitor/27in u2720q 2 units",
			nil,
		},
		"a blank column within": {
			"Category,Model,,Department,Site\nLaptop,Latitude 5420,,Tax,Leeds\n",
			"laptop dell latitude 5420 1 units Tax Leeds", nil,
		},
		"monitors in columns": {
			"Computer name,Type,Model,Department,Status,Monitor 1,Monitor 2,Docking station,Printer\npc1,Laptop,Latitude 5420,Tax,In use,P2419H,Dell P2419H,yes,no\npc2,Desktop,OptiPlex 7090,Tax,In use,P2419H,,n/a,0\npc3,Laptop,Latitude 5420,Tax,Disposed,2 x U2720Q,,1,\n",
			`desktop dell optiplex 7090 1 units in_service Tax
			dock 1 units in_service Tax
			laptop dell latitude 5420 1 units in_service Tax
			monitor/24in dell p2419h 1 units in_service Tax
			monitor/24in p2419h 2 units in_service Tax`,
			[]string{
				`note columns_items row 1: "" [Monitor 1 Monitor 2 Docking station Printer]`, `excluded retired_undated row 4 Status: "Disposed" []`,
				`excluded retired_undated row 4 Status: "Disposed" []`, `excluded retired_undated row 4 Status: "Disposed" []`,
			},
		},
		"models and serial numbers in columns": {
			"User,Department,Laptop model,Laptop serial,Monitor 1 model,Monitor 1 serial,2nd monitor make,2nd monitor serial,Mobile phone\nA. Example,Tax,Latitude 5420,S1,P2419H,S2,,,07700 900123\nB. Example,Law,Latitude 5420,S3,,S4,Dell,S5,07700 900124\nC. Example,Law,,,,,,,\n",
			`laptop dell latitude 5420 1 units Law
			laptop dell latitude 5420 1 units Tax
			monitor 1 units Law
			monitor dell 1 units Law
			monitor/24in p2419h 1 units Tax`,
			[]string{`note columns_personal row 1: "" [User Mobile phone]`, `note columns_items row 1: "" [Laptop model Monitor 1 model 2nd monitor make]`},
		},
		"screens that are sizes, servers that are names": {
			"Type,Model,Screen,Server,Switch\nLaptop,Latitude 5420,\"14\"\"\",srv1,sw1\nLaptop,Latitude 5420,15.6,srv2,sw1\n",
			"laptop dell latitude 5420 2 units", nil,
		},
		"categories as headers": {
			"Return of equipment held\nDepartment,Laptops,Desktops,Monitors,Total,2023\nFinance,120,30,140,290,x\nLaw,12,,\"1,014\",26,x\nTotal,132,30,1154,316,\n",
			"desktop 30 units Finance\nlaptop 12 units Law\nlaptop 120 units Finance\nmonitor 140 units Finance\nmonitor 1014 units Law",
			[]string{`note columns_items row 2: "" [Laptops Desktops Monitors]`, `excluded total_row row 5 Department: "Total" []`, `note decimal_guessed row 4 Monitors: "1,014" [thousands 1]`},
		},
		"years as headers": {
			"Device type,2022,2023,2024,2025\nLaptops,100,120,130,140\nMonitors,90,95,99,100\n",
			"laptop 130 units\nmonitor 99 units",
			[]string{`warning year_columns row 1 2024: "" [2022 2023 2025]`},
		},
		"one header twice": {
			"Category,Model,Site,Category,Site\nLaptop,Latitude 5420,Leeds,,\n,P2419H,,Monitor,York\n",
			"laptop dell latitude 5420 1 units Leeds\nmonitor/24in p2419h 1 units York",
			[]string{`note columns_alternate row 1 Category: "" [2]`, `note columns_alternate row 1 Site: "" [2]`},
		},
		"types in the first row of groups": {
			"Category,Quantity,Site\nLaptop,3,Leeds\n,4,York\n,5,Hull\nMonitor,3,Leeds\n,4,York\n",
			"? 8 units (unresolved) York\n? 5 units (unresolved) Hull\nlaptop 3 units Leeds\nmonitor 3 units Leeds",
			[]string{
				`warning category_gaps row 3 Category: "" []`, `warning category_unknown row 3: "" [  ]`, `warning category_unknown row 4: "" [  ]`, `warning category_unknown row 6: "" [  ]`,
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, c.text)
			wantEstate(t, r, c.estate)
			wantProblems(t, r, c.problems...)
		})
	}
}

// The sheets of a workbook are told apart by what they hold and how they are called.
func TestSheets(t *testing.T) {
	type sheets []struct {
		name string
		rows [][]any
	}
	detail := [][]any{{"Serial number", "Category", "Model"}, {"S1", "Laptop", "Latitude 5420"}, {"S2", "Laptop", "Latitude 5420"}, {"S3", "Monitor", "P2419H"}}
	for name, c := range map[string]struct {
		sheets   sheets
		estate   string
		problems []string
	}{
		"a summary of the detail": {
			sheets{{"By type", [][]any{{"Device type", "Count"}, {"Laptop", 2}, {"Monitor", 1}, {"Total", 3}}}, {"Assets", detail}},
			"laptop dell latitude 5420 2 units\nmonitor/24in p2419h 1 units",
			[]string{`excluded total_row By type row 4 Device type: "Total" []`, `warning table_summary By type row 1: "" [3 Assets]`},
		},
		"counts of something else": {
			sheets{{"Assets", detail}, {"Phones", [][]any{{"Device type", "Count"}, {"Smartphone", 40}}}},
			"laptop dell latitude 5420 2 units\nmonitor/24in p2419h 1 units\nsmartphone 40 units",
			[]string{`warning table_maybe_summary Phones row 1: "" [40 Assets]`},
		},
		"counts alone": {
			sheets{{"A", [][]any{{"Device type", "Count"}, {"Laptop", 40}}}, {"B", [][]any{{"Device type", "Count"}, {"Laptop", 2}}}},
			"laptop 42 units", nil,
		},
		"an archive": {
			sheets{{"Assets", detail}, {"Mis au rebut", [][]any{{"Category", "Model", "Disposal date"}, {"Laptop", "Latitude 5420", "2024-05-01"}, {"Monitor", "P2419H", ""}}}},
			"laptop dell latitude 5420 1 units disposed until 2024-05 121 days\nlaptop dell latitude 5420 2 units\nmonitor/24in p2419h 1 units",
			[]string{`warning sheet_disposed Mis au rebut row 1: "" []`, `excluded retired_undated Mis au rebut row 3: "disposed" []`},
		},
		"years": {
			sheets{{"Inventory 2023", detail}, {"Inventory 2024", detail}},
			"laptop dell latitude 5420 4 units\nmonitor/24in p2419h 2 units",
			[]string{`warning sheets_snapshots: "" [Inventory 2023 Inventory 2024]`},
		},
		"the template": {
			sheets{{"Inventory", detail}, {"Notes", [][]any{{"category", "model"}, {"what it is", "as the maker writes it"}}}, {"Lists", [][]any{{"category", "status"}, {"laptop", "in_service"}}}},
			"laptop dell latitude 5420 2 units\nmonitor/24in p2419h 1 units", nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := workbookOf(t, func(f *excelize.File) {
				for _, s := range c.sheets {
					_, _ = f.NewSheet(s.name)
					setRows(f, s.name, 1, s.rows...)
				}
				_ = f.DeleteSheet("Sheet1")
			})
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.xlsx", data))
			wantEstate(t, r, c.estate)
			wantProblems(t, r, c.problems...)
		})
	}
}

// A sheet too large to be searched for merged cells first says that it has some.
func TestMergedCellsOfLargeSheet(t *testing.T) {
	sheet := sheetHead + strings.Repeat("<!-- padding -->\n", 1<<20) +
		`<row r="2"><c r="A2" t="inlineStr"><is><t>laptop</t></is></c><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>` +
		`</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`
	data := rawWorkbook(t, map[string]string{"xl/worksheets/sheet1.xml": sheet})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.xlsx", data))
	if n := r.Problems.CountByCode()[inventory.CodeMergedCells]; n != 1 {
		t.Errorf("%d warnings of merged cells", n)
	}
}

// Merged cells hold for all rows that they span.
func TestMergedCells(t *testing.T) {
	data := workbookOf(t, func(f *excelize.File) {
		setRows(f, "Sheet1", 1,
			[]any{"", "Hardware", "", "Where"}, []any{"Tag", "Type", "Model", "Site"},
			[]any{"A", "Laptop", "Latitude 5420", "Leeds"}, []any{"B", nil, "Latitude 5430", nil}, []any{"C", nil, "Latitude 5440", "York"},
			[]any{"D", "Monitor", "P2419H", nil},
		)
		for _, m := range [][2]string{{"B1", "C1"}, {"B3", "B5"}, {"D3", "D4"}} {
			_ = f.MergeCell("Sheet1", m[0], m[1])
		}
	})
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.xlsx", data))
	wantEstate(t, r, "laptop dell latitude 5420 1 units Leeds\nlaptop dell latitude 5430 1 units Leeds\nlaptop dell latitude 5440 1 units York\nmonitor/24in p2419h 1 units")
}
