package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// Of sheets of RVTools that were exported one by one, those of machines and hosts
// are read; the others are not needed, and none of them lists devices.
func TestRVToolsSheetsAsText(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, `
VM;Powerstate;Template;CPUs;Memory;NICs;Provisioned MiB;Host
a;poweredOn;False;4;4096;1;1024;esx1
`, `
Host;CPU Model;# CPU;Cores per CPU;# Memory;Vendor;Model;Serial number
esx1;Xeon;1;8;65536;Dell Inc.;PowerEdge R640;CZJ1234
`, `
VM;Powerstate;Template;CPUs;Sockets;Cores p/s;Max;Overall;Level;Shares;Host;Cluster
a;poweredOn;False;4;1;4;100;10;normal;4000;esx1;C
`, `
Name;Config status;NumHosts;numEffectiveHosts;TotalCpu;NumCpuCores
C;green;3;3;300000;144
`, `
Name;Address;Accessible;Type;# VMs;Capacity MiB;Free MiB;Hosts
DS01;naa.600;True;VMFS;30;8000000;1000000;4
`, `
VM;Powerstate;Template;Disk;Capacity MiB;Host
a;poweredOn;False;Hard disk 1;51200;esx1
`, `
VM;Powerstate;Template;Tools;Host
a;poweredOn;False;toolsOk;esx1
`, `
RVTools major version;RVTools version;xlsx creation datetime;Server
4.4;4.4.1;2025-06-03 00:00:00;vc01
`)
	wantParts(t, r, "0.5 | poweredge r640 | allocated | GB", "0.5 | poweredge r640 | idle | GB")
	notes := 0
	for p := range r.Problems.All() {
		if p.Code == inventory.CodeOtherList && p.Severity == inventory.Note {
			notes++
		}
		if p.Severity == inventory.Rejected {
			t.Errorf("%s is rejected: %s", p.File, p.Code)
		}
	}
	for _, f := range r.Files {
		if f.Refused {
			t.Errorf("%s is refused", f.Name)
		}
	}
	if notes != 6 {
		t.Errorf("%d files are told to be not needed, want 6", notes)
	}
}

// A serial number in RVTools' list and in the register is of one host, which counts
// once, so that nothing warns of two.
func TestSerialNumberOfRepeatedHost(t *testing.T) {
	const hosts = "Host,CPU Model,# CPU,Cores per CPU,# Memory,Vendor,Model,Serial number\nesx1,Xeon,2,16,262144,Dell Inc.,PowerEdge R740,CZJ1234\nesx2,Xeon,2,16,262144,Dell Inc.,PowerEdge R740,CZJ1235\nesx3,Xeon,2,16,262144,Dell Inc.,PowerEdge R740,CZJ1235\n"
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, hosts, "Hostname,Type,Model,Serial number,Country\nesx1,Server,PowerEdge R740,CZJ1234,GB\n")
	wantExcluded(t, r, "host_repeated:1")
	var rows []int
	for p := range r.Problems.All() {
		if p.Code == inventory.CodeDuplicateIdentifier {
			rows = append(rows, p.Row)
		}
	}
	if len(rows) != 1 || rows[0] != 4 {
		t.Errorf("duplicates in rows %v, want that of two hosts in row 4", rows)
	}
}
