package recognition

import "testing"

// One of each kind of equipment that a department has, with nothing but its
// maker and its model.
func TestHardware(t *testing.T) {
	for _, c := range []struct{ maker, model, want string }{
		{"Dell", "WD19TBS", "dock"},
		{"", "HP Thunderbolt Dock G2", "dock"},
		{"", "ThinkPad Universal USB-C Dock", "dock"},
		{"Microsoft", "Surface Dock 2", "dock"},
		{"Dell", "P2419H", "monitor/24in"},
		{"HP", "E24 G4", "monitor/24in"},
		{"HP", "Z27n G2", "monitor/27in"},
		{"Lenovo", "ThinkVision T24i-10", "monitor/24in"},
		{"Samsung", "S24R350", "monitor/24in"},
		{"LG", "27UL500", "monitor/27in"},
		{"Dell", "U3223QE", "monitor/30in"},
		{"Cisco", "C9200L-24P", "switch"},
		{"Meraki", "MR36", "access-point"},
		{"Cisco Meraki", "MS225-48LP", "switch"},
		{"Aruba", "AP-515", "access-point"},
		{"", "FortiGate-60F", "firewall"},
		{"Juniper", "EX3400-48P", "switch"},
		{"Juniper", "SRX345", "firewall"},
		{"Cisco", "ISR4331", "router"},
		{"Palo Alto", "PA-440", "firewall"},
		{"F5", "BIG-IP i2600", "load-balancer"},
		{"Dell EMC", "PowerEdge R740", "server/rack"},
		{"HPE", "Synergy 480 Gen10", "server/blade"},
		{"Sun Microsystems", "Sun Fire X4170", "server/rack"},
		{"FUJITSU", "PRIMERGY RX2540 M4", "server/rack"},
		{"Cisco Systems Inc", "UCSC-C220-M5SX", "server/rack"},
		{"Lenovo", "ThinkSystem SR650", "server/rack"},
		{"IBM", "System x3650 M4 -[7915AC1]-", "server"},
		{"NetApp", "FAS2720", "storage"},
		{"Dell EMC", "Unity 400", "storage"},
		{"Synology", "RS1221+", "storage"},
		{"HPE", "MSA 2050", "storage"},
		{"HP", "LaserJet Pro M404dn", "printer/laser"},
		{"HP", "OfficeJet Pro 9010", "printer/personal"},
		{"Konica Minolta", "bizhub C258", "printer/mfp-a3"},
		{"Canon", "imageRUNNER ADVANCE C5535i", "printer/mfp-a3"},
		{"Kyocera", "ECOSYS M3655idn", "printer/laser"},
		{"Xerox", "WorkCentre 7845", "printer"},
		{"Brother", "HL-L5100DN", "printer/laser"},
		{"Brother", "MFC-L2750DW", "printer"},
		{"Samsung", "Galaxy S21", "smartphone"},
		{"Samsung", "GT-I9505", "smartphone"},
		{"Samsung", "SM-T505", "tablet"},
		{"Apple", "iPhone14,5", "smartphone"},
		{"Apple", "iPad13,18", "tablet"},
		{"Google", "Pixel 7", "smartphone"},
		{"Wyse", "5070", "thin-client"},
		{"HP", "t640", "thin-client"},
		{"IGEL", "M340C", "thin-client"},
		{"Epson", "EB-X41", "projector"},
		{"APC", "SMT1500I", "ups"},
		{"Eaton", "5PX2200IRT", "ups"},
		{"APC", "AP7921", "pdu"},
		{"Raritan", "PX3-5138JR", "pdu"},
		{"Poly", "Studio X50", "video-conference"},
		{"Logitech", "Rally Bar", "video-conference"},
		{"Logitech", "C920", "webcam"},
		{"Jabra", "Evolve2 65", "headset"},
		{"Cisco", "CP-8841-K9", "ip-phone"},
		{"Polycom", "VVX 411", "ip-phone"},
		{"Zebra", "TC52", "barcode-scanner"},
		{"Zebra", "ZD420", "printer"},
		{"HP", "Chromebook 11 G8 EE", "laptop"},
		{"Google", "Snappy", "laptop"},
		{"Dell Inc.", "Dell Pro 14 PC14250", "laptop"},
		{"Gigabyte", "B550M DS3H", "desktop"},
		{"Micro-Star International Co., Ltd.", "MS-7C56", "desktop"},
		{"ASUSTeK COMPUTER INC.", "PRIME B450M-A", "desktop"},
		{"Supermicro", "X9DRi-F", "server"},
		{"Apple", "MacPro7,1", "workstation"},
		{"Apple", "Macmini9,1", "desktop/micro"},
		{"Ricoh", "B650", ""},
		{"Acme", "Widget 9000", ""},
	} {
		r := Recognise(Thing{Manufacturer: c.maker, Model: c.model})
		got := r.Category
		if r.Variant != "" {
			got += "/" + r.Variant
		}
		if got != c.want || r.Left != "" {
			t.Errorf("%q %q: %s%s (%s), want %s", c.maker, c.model, r.Left, got, r.How, c.want)
		}
	}
}
