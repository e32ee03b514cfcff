package recognition

import (
	"strings"
	"testing"
)

func TestRecognise(t *testing.T) {
	for _, c := range []struct {
		category, maker, model string
		want                   string // category/variant maker family model recognition
	}{
		{"Laptop", "Dell Inc.", "Latitude 5420", "laptop dell latitude 'latitude 5420' stated"},
		{"Portable", "HP", "HP EliteBook 840 G6", "laptop hp elitebook 'elitebook 840 g6' stated"},
		{"", "Hewlett-Packard", "HP EliteBook 840 G6", "laptop hp elitebook 'elitebook 840 g6' model"},
		{"", "", "Hewlett-Packard HP EliteBook 840 G6", "laptop hp elitebook 'elitebook 840 g6' model"},
		{"Personal Computer", "", "DELL PRECISION 5550", "mobile-workstation dell precision 'precision 5550' model"},
		{"Personal Computer", "", "Dell Precision 3660 Tower", "workstation dell precision 'precision 3660 tower' model"},
		{"Personal Computer", "", "", "? '' unresolved"},
		{"PC", "LENOVO", "ThinkCentre M75q Gen 2", "desktop/micro lenovo thinkcentre 'thinkcentre m75q gen 2' stated"},
		{"", "LENOVO", "ThinkPad X1 Carbon Gen 9", "laptop lenovo thinkpad 'thinkpad x1 carbon gen 9' model"},
		{"Communication Device", "", "SAMSUNG GALAXY S20 FE", "smartphone samsung galaxy 'galaxy s20 fe' model"},
		{"Communication Device", "", "", "smartphone '' keyword"},
		{"ECRAN LCD", "iiyama", "ProLite XUB2792", "monitor/27in iiyama prolite 'prolite xub2792' stated"},
		{"Ecran", "", "Moniteur LED 27p LG 27BK550Y", "monitor/27in 'moniteur led 27p lg 27bk550y' stated"},
		{"ServeurCalcul", "dell", "rack-server-with-hdd", "server/rack dell 'rack-server-with-hdd' stated"},
		{"", "Dell Inc.", "PowerEdge R740", "server/rack dell poweredge 'poweredge r740' model"},
		{"", "HPE", "ProLiant DL380 Gen10", "server/rack hpe proliant 'proliant dl380 gen 10' model"},
		{"Server", "HP", "ProLiant BL460c", "server/blade hpe proliant 'proliant bl460c' stated"},
		{"", "Apple Inc.", "MacBookPro18,3", "laptop/14in apple macbook pro 'macbook pro 14 2021' identifier"},
		{"", "Apple", "iPhone14,5", "smartphone apple iphone 'iphone 13' identifier"},
		{"", "", "iPad Air (5th generation)", "tablet apple ipad 'ipad air gen 5' model"},
		{"", "Microsoft Corporation", "Surface Laptop 4", "laptop microsoft surface laptop 'surface laptop 4' model"},
		{"", "Microsoft Corporation", "Surface Pro 7", "tablet microsoft surface pro 'surface pro 7' model"},
		{"Network Gear", "Cisco", "AIR-CAP2702I-E-K9", "access-point cisco 'air cap2702i e k9' family"},
		{"Network Gear", "Cisco", "Catalyst 9300", "switch cisco catalyst 'catalyst 9300' model"},
		{"Network Gear", "Acme", "Widget", "network-device acme 'widget' stated"},
		{"Personal Computer", "", "DELL Portable E4310", "laptop dell latitude 'portable e4310' model"},
		{"IP Switch", "", "HP J9773A", "switch hp 'j9773a' stated"},
		{"", "Cisco", "WS-C2960X-48TS-L", "switch cisco 'ws c2960x 48ts l' model"},
		{"Computers/Laptops", "", "", "laptop '' stated"},
		{"Dell laptop 15 inch", "", "", "laptop/15in '' stated"},
		{"Imprimante multifonction A3", "", "", "printer/mfp-a3 '' keyword"},
		{"laptop/14in", "", "", "laptop/14in '' stated"},
		{"", "To be filled by O.E.M.", "System Product Name", "? '' unresolved"},
		{"", "", "5420", "? '5420' unresolved"}, // a number alone never matches
		{"Gizmo", "Acme", "Widget", "? acme 'widget' unresolved"},
		{"Cashing System", "", "Wincor Beetle", "? 'wincor beetle' unresolved"},
		{"Laptops", "", "", "laptop '' stated"},
		{"Desktop PCs", "", "", "desktop '' stated"},
		{"Docking station and monitor bundle", "", "", "? '' unresolved"},
		{"", "", "Docking station and monitor bundle", "? 'docking station and monitor bundle' unresolved"},
		{"Keyboard and mouse set", "Logitech", "MK270", "keyboard logitech 'mk270' stated"},
		{"Monitor bundle", "", "", "monitor '' stated"},
		{"Linux", "", "", "? '' unresolved"},
		{"Linux", "Dell", "PowerEdge R740", "server/rack dell poweredge 'poweredge r740' model"},
		{"Webserver", "", "", "server '' stated"},
		{"Switch 24 ports", "", "", "switch '' stated"},
		{"24-port PoE switch", "", "", "switch '' stated"},
		{"Dell port replicator", "", "", "dock '' stated"},
		{"TV 65\" Samsung", "", "", "television '' stated"},
		{"", "", "TV 65\" Samsung", "television 'tv 65\" samsung' keyword"},
		{"", "", "Screen, own", "monitor 'screen, own' keyword"},
		{"Chromebook cart (30)", "", "", "? '' unresolved"},
		{"", "", "Chromebook cart (30)", "? chromebook 'chromebook cart 30' unresolved"},
		{"Laptop", "", "Chromebook cart (30)", "laptop chromebook 'chromebook cart 30' stated"},
		{"", "", "HP Laptop 15", "laptop hp 'laptop 15' keyword"},
	} {
		r := Recognise(Thing{Type: c.category, Manufacturer: c.maker, Model: c.model})
		d := r
		got := d.Category
		if got == "" {
			got = "?"
		}
		if d.Variant != "" {
			got += "/" + d.Variant
		}
		got = strings.Join(strings.Fields(got+" "+d.Manufacturer+" "+d.Family), " ")
		model := d.Model
		if d.Category == "" && c.model == "" {
			model = "" // the type stands in for it
		}
		got += " '" + model + "' " + string(d.How)
		if got != c.want {
			t.Errorf("%q %q %q:\n got  %s\n want %s", c.category, c.maker, c.model, got, c.want)
		}
	}
}

func TestRecogniseLeavesOut(t *testing.T) {
	for _, c := range []struct {
		category, maker, model string
		want                   Reason
	}{
		{"Server", "VMware, Inc.", "VMware Virtual Platform", VirtualMachine},
		{"", "VMware, Inc.", "VMware7,1", VirtualMachine},
		{"", "Microsoft Corporation", "Virtual Machine", VirtualMachine},
		{"", "QEMU", "Standard PC (Q35 + ICH9, 2009)", VirtualMachine},
		{"Server", "", "VM", VirtualMachine},
		{"", "Red Hat", "KVM", VirtualMachine},
		{"", "Red Hat", "RHEL-8.6.0 PC (Q35 + ICH9, 2009)", VirtualMachine},
		{"", "Xen", "HVM domU", VirtualMachine},
		{"", "innotek GmbH", "VirtualBox", VirtualMachine},
		{"", "Parallels International GmbH.", "Parallels ARM Virtual Machine", VirtualMachine},
		{"", "Amazon EC2", "t3.micro", VirtualMachine},
		{"", "Nutanix", "AHV", VirtualMachine},
		{"", "HP", "HP 83A toner", Consumable},
		{"", "Targus", "Laptop bag 15\"", Consumable},
		{"", "Dell", "Latitude 5420 battery", Consumable},
		{"Machine virtuelle", "", "", VirtualMachine},
		{"Toner", "HP", "", Consumable},
		{"Câbles", "", "", Consumable},
		{"Office chairs", "", "", NotIT},
		{"Licences", "", "", KindUnsupported},
		{"Total", "", "", TotalRow},
	} {
		if r := Recognise(Thing{Type: c.category, Manufacturer: c.maker, Model: c.model}); r.Left != c.want {
			t.Errorf("%q %q %q: left out for %q, want %q", c.category, c.maker, c.model, r.Left, c.want)
		}
	}
}

// The screen's size decides the sub-category, from 14.0 and 23.0 inches on.
func TestScreenVariants(t *testing.T) {
	for _, c := range []struct {
		category string
		size     int64 // hundredths of an inch
		want     string
	}{
		{"laptop", 1330, "13in"},
		{"laptop", 1400, "14in"},
		{"laptop", 1499, "14in"},
		{"laptop", 1560, "15in"},
		{"monitor", 2150, "22in"},
		{"monitor", 2299, "22in"},
		{"monitor", 2300, "24in"},
		{"monitor", 2599, "24in"},
		{"monitor", 2700, "27in"},
		{"monitor", 3400, "30in"},
		{"printer", 1000, ""},
	} {
		if got := screenVariant(c.category, c.size); got != c.want {
			t.Errorf("%s of %d: %q, want %q", c.category, c.size, got, c.want)
		}
	}
	for model, want := range map[string]int64{`24" Dell`: 2400, "Moniteur 27p": 2700, "15.6-inch": 1560, "22 pouces": 2200, "P2719H": 0, "5420": 0, "1920x1080": 0, `23,8"`: 2380} {
		category := "monitor"
		if model == "15.6-inch" {
			category = "laptop"
		}
		if got := ScreenOf(model, category); got != want {
			t.Errorf("%q: %d, want %d", model, got, want)
		}
	}
}

func TestCanonicalMaker(t *testing.T) {
	for text, want := range map[string]string{
		"Dell Inc.": "dell", "DELl": "dell", "Dell Computer Corporation": "dell", "Dell Global BV (Singapore)": "dell", "Hewlett-Packard": "hp", "HP Inc.": "hp", "HPE": "hpe",
		"Hewlett Packard Enterprise": "hpe", "LENOVO": "lenovo", "Lenevo": "lenovo", "Acer, inc.": "acer", "ASUSTeK Computer Inc.": "asus", "ASUSTeK COMPUTER INC.": "asus", "Apple Computer, Inc.": "apple",
		"Micro-Star International Co., Ltd.": "msi", "Micro-Star INTERANTIONAL Co.,LTD": "msi", "FUJITSU CLIENT COMPUTING LIMITED": "fujitsu", "Panasonic Connect Co., Ltd.": "panasonic",
		"Cisco Systems, Inc.": "cisco", "Acme Ltd": "acme", "Fabrik Müller GmbH": "fabrik muller", "To Be Filled By O.E.M.": "", "": "",
	} {
		if got, _ := canonicalMaker(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
