package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// A server that is known by machines that are off takes the default country, and
// that is told.
func TestAssumedHostWithoutMachinesHasACountry(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, "virtual_machine,host,state\na,z1,poweredOff\nb,z1,poweredOff\n")
	wantParts(t, r, "1 | idle | GB")
	told := false
	for p := range r.Problems.All() {
		told = told || p.Code == inventory.CodeCountryDefault
	}
	if !told {
		t.Error("nothing tells of the default country")
	}
}

// Two departments number their servers alike; a register and its copy do not
// contradict each other.
func TestServersOfOneNameInTwoRegisters(t *testing.T) {
	const health = "hostname,category,manufacturer,model,department,country\nsrv01,Server,Dell,PowerEdge R740,Health,GB\nsrv02,Server,Dell,PowerEdge R740,Health,GB\n"
	const machines = "virtual_machine,host,vcpus\na,srv02,4\n"
	r := readTexts(t, inventory.Options{}, health, "hostname,category,manufacturer,model,department,country\nsrv01,Server,HPE,ProLiant DL380 Gen10,Justice,CA\nsrv02,Server,HPE,ProLiant DL380 Gen10,Justice,CA\n", machines)
	wantExcluded(t, r, "")
	if sum := unitsIn(r); sum != "4" {
		t.Errorf("%s units, want two servers of each department", sum)
	}
	r = readTexts(t, inventory.Options{}, health, "hostname,category,site\nsrv01,Server,North\nsrv02,Server,North\n", machines)
	wantExcluded(t, r, "host_repeated:1")
	if sum := unitsIn(r); sum != "3" {
		t.Errorf("%s units, want srv02 once, and srv01 twice for want of anything that tells", sum)
	}
}

// A physical server that a discovery tool found is the one of the register.
func TestPhysicalMachineOfTheRegister(t *testing.T) {
	r := readTexts(t, inventory.Options{}, "hostname,category,model,country\nsrv01,Server,PowerEdge R740,GB\n", `
Machine Name,Cores,Memory (in MB),Power Stats,IP Addresses,Machine ID
srv01.example.gov,8,4096,ON,[];,/subscriptions/1/ServerSites/s/machines/4
`)
	wantParts(t, r, "1 | poweredge r740 | allocated | GB")
}

// A machine counts once, whatever each of two lists says of where it is.
func TestMachineInTwoLists(t *testing.T) {
	const hosts = "hostname,category,model,cpu_units,cpu_cores,cluster,country\nesx01.example.gov,Server,PowerEdge R740,2,8,c1,GB\n"
	for _, lists := range [][]string{
		{"virtual_machine,host,vcpus,id\na,esx01,4,77\n", "virtual_machine,host,vcpus\na,esx01,4\n"},
		{"virtual_machine,host,vcpus\na,esx01,4\n", "virtual_machine,host,vcpus\na,esx01.example.gov,4\n"},
		{"virtual_machine,host,vcpus,cluster\na,esx01,4,c1\n", "virtual_machine,host,vcpus\na,esx01,4\n"},
	} {
		for _, order := range [][]string{{hosts, lists[0], lists[1]}, {lists[1], lists[0], hosts}} {
			r := readTexts(t, inventory.Options{}, order...)
			wantExcluded(t, r, "machine_repeated:1")
			wantParts(t, r, "0.25 | poweredge r740 | allocated | GB", "0.75 | poweredge r740 | idle | GB")
		}
	}
	// Different identifiers are different machines.
	r := readTexts(t, inventory.Options{}, hosts, "virtual_machine,host,vcpus,id\na,esx01,4,77\na,esx01,4,78\n")
	wantParts(t, r, "0.5 | poweredge r740 | allocated | GB", "0.5 | poweredge r740 | idle | GB")
}

// Which servers are assumed does not depend on the order of the machines.
func TestAssumedHostsInAnyOrder(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want string
	}{
		{[]string{"a,esx01.c.gov,4", "b,esx01,4", "c,esx01.d.gov,4"}, "3"},
		{[]string{"a,esx01.c.gov,4", "b,esx01,4"}, "1"},
	} {
		for range len(c.rows) {
			c.rows = append(c.rows[1:], c.rows[0])
			r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, "virtual_machine,host,vcpus\n"+strings.Join(c.rows, "\n")+"\n")
			if sum := unitsIn(r); sum != c.want {
				t.Errorf("%q: %s servers, want %s", c.rows, sum, c.want)
			}
		}
	}
}

// A share of a machine on a cluster is one of a server, not of each of its hosts.
func TestShareOfACluster(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, "virtual_machine,cluster,share\na,c1,0.25\n")
	wantParts(t, r, "0.125 | poweredge r740 | allocated | GB", "0.875 | poweredge r740 | idle | GB", "0.125 | poweredge r740 | allocated | GB", "0.875 | poweredge r740 | idle | GB")
}

// Work grows with the rows: one machine on a cluster of many hosts, machines of many
// data centres, and names with one first label all stay within a test's patience.
func TestMachinesInLargeClusters(t *testing.T) {
	hosts := strings.Builder{}
	hosts.WriteString("hostname,category,model,cpu_units,cpu_cores,cluster,country\n")
	for i := range 8000 {
		fmt.Fprintf(&hosts, "h%d,Server,PowerEdge R740,1,8,c1,GB\n", i)
	}
	r := readTexts(t, inventory.Options{}, hosts.String(), "virtual_machine,cluster,vcpus\na,c1,16000\n")
	wantParts(t, r, "2000 | poweredge r740 | allocated | GB", "6000 | poweredge r740 | idle | GB")
}

func TestMachinesOfOneFirstLabel(t *testing.T) {
	machines, applications := strings.Builder{}, strings.Builder{}
	machines.WriteString("virtual_machine,host,vcpus\n")
	applications.WriteString("application,virtual_machine\n")
	for i := range 60_000 {
		fmt.Fprintf(&machines, "vm.n%d.gov,esx01,1\n", i)
		fmt.Fprintf(&applications, "A,vm.n%d.gov\n", i)
	}
	r := readTexts(t, inventory.Options{}, twoHosts, machines.String(), applications.String())
	wantParts(t, r, "1 | poweredge r740 | GB", "1 | poweredge r740 | allocated | A | GB")
}

func TestMachinesOfManyDataCentres(t *testing.T) {
	hosts, machines := strings.Builder{}, strings.Builder{}
	hosts.WriteString("hostname,category,model,cpu_units,cpu_cores,cluster,country\n")
	machines.WriteString("virtual_machine,cluster,vcpus,data_centre\n")
	for i := range 500 {
		fmt.Fprintf(&hosts, "h%d,Server,PowerEdge R740,1,8,c1,GB\n", i)
		fmt.Fprintf(&machines, "m%d,c1,4,DC%d\n", i, i)
	}
	r := readTexts(t, inventory.Options{}, hosts.String(), machines.String())
	wantParts(t, r, "250 | poweredge r740 | allocated | GB", "250 | poweredge r740 | idle | GB")
}

// There is no half of a machine.
func TestFractionOfAMachine(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, "virtual_machine,host,vcpus,quantity\na,esx01,4,2.5\nb,esx01,4,2\n")
	wantProblems(t, r, `rejected number_invalid row 2 quantity: "2.5" [quantity]`, `note machines_allocated row 3: "" [1 vcpu]`)
	wantParts(t, r, "0.25 | poweredge r740 | allocated | GB", "0.75 | poweredge r740 | idle | GB", "1 | poweredge r740 | GB")
}

// Data centres are held in memory as machines are, and bounded like them.
func TestDataCentresAreBounded(t *testing.T) {
	r := readTexts(t, inventory.Options{Limits: inventory.Limits{Machines: 1}}, twoHosts, "data_centre,pue\nDC1,1.4\nDC2,1.5\nDC3,1.5\n")
	if s := r.Files[1].Sheets[0]; s.Assessed != 1 || s.Excluded != 2 {
		t.Errorf("%d data centres held, %d left out, want 1 and 2", s.Assessed, s.Excluded)
	}
}
