package inventory_test

import (
	"context"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// Whatever stands in lists of machines, hosts, applications and data centres, rows
// add up, hosts are counted whole, and the estate can be read again.
func FuzzLists(f *testing.F) {
	f.Add("virtual_machine,host,vcpus,share\na,esx01,4,0.5\n", "application,virtual_machine,weight\nA,a,1\n", "data_centre,pue\nDC,1.4\n")
	f.Add("VM,Powerstate,Template,CPUs,Memory,NICs,Datacenter,Cluster,Host\na,poweredOn,True,4,4096,1,DC,c1,\n", "application;virtual_machine\n;;\n", "nomCourtDatacenter;pue;localisation\nDC;0,8;FR\n")
	f.Add("Machine Name,Cores,Memory (in MB),Power Stats,Machine ID\na,-1,-1,ON,1\n", "", "Data centre,WUE\n,x\n")
	f.Add("virtual_machine,cluster,vcpus,quantity\na,c1,1e9,3\nb,c1,,\n", "application,virtual_machine,weight\nA,a,0\nB,a,0\n", "")
	f.Add("virtual_machine,host,state\na,z1,poweredOff\nb,z1,poweredOff\n", "", "")
	options := inventory.Options{Period: inventory.CalendarYear(2024), Observed: true}
	alone := unitsIn(read(f, options, memorySource("hosts.csv", []byte(twoHosts[1:])), memorySource("none.csv", []byte("category,quantity\n"))))
	f.Fuzz(func(t *testing.T, machines, applications, rooms string) {
		sources := []inventory.Source{memorySource("hosts.csv", []byte(twoHosts[1:]))}
		for name, text := range map[string]string{"m.csv": machines, "a.csv": applications, "r.csv": rooms} {
			if text != "" {
				sources = append(sources, memorySource(name, []byte(text)))
			}
		}
		r, err := inventory.Read(context.Background(), sources, options)
		if err != nil {
			t.Fatal(err)
		}
		c := r.Estate.Counts()
		sum, rows := c.Assessed+c.Rejected, int64(0)
		for _, x := range c.Excluded {
			sum += x.Rows
		}
		hosts := inventory.Tally{}
		for p, a := range r.Estate.All() {
			rows += a.Rows
			if strings.ContainsRune(p.Country, 0) {
				t.Errorf("country %q", p.Country)
			}
			if p.Model == "poweredge r740" && p.Config != "" {
				hosts = hosts.Add(a.Units)
			}
		}
		if sum != c.Read || rows != c.Assessed {
			t.Errorf("%d rows in the estate, %+v", rows, c)
		}
		if hosts.String() != alone && c.Excluded[inventory.CodeHostRepeated].Rows == 0 {
			t.Errorf("%s hosts, want %s", hosts, alone)
		}
	})
}
