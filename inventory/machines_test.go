package inventory_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// wantParts compares what hosts were split into: units, part of the host,
// department, application, service, environment, site, country, room.
func wantParts(tb testing.TB, r *inventory.Result, want ...string) {
	tb.Helper()
	var got []string
	for p, a := range r.Estate.All() {
		parts := []string{a.Units.String()}
		for _, text := range []string{p.Model, string(p.Capacity), p.Department, p.Application, p.Service, p.Environment, p.Site, p.Country, p.Room} {
			if text != "" {
				parts = append(parts, text)
			}
		}
		got = append(got, strings.Join(parts, " | "))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		tb.Errorf("parts:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func wantExcluded(tb testing.TB, r *inventory.Result, want string) {
	tb.Helper()
	var got []string
	for code, x := range r.Estate.Counts().Excluded {
		got = append(got, fmt.Sprintf("%s:%d", code, x.Rows))
	}
	slices.Sort(got)
	if strings.Join(got, " ") != want {
		tb.Errorf("excluded %q, want %q", strings.Join(got, " "), want)
	}
}

func readTexts(tb testing.TB, options inventory.Options, files ...string) *inventory.Result {
	tb.Helper()
	var sources []inventory.Source
	for i, text := range files {
		sources = append(sources, memorySource(fmt.Sprintf("%c.csv", 'a'+i), []byte(strings.TrimLeft(text, "\n"))))
	}
	options.Period = inventory.CalendarYear(2024)
	return read(tb, options, sources...)
}

const twoHosts = `
hostname,category,model,cpu_units,cpu_cores,memory_gb,cluster,country
esx01.example.gov,Server,PowerEdge R740,2,16,256,c1,GB
esx02.example.gov,Server,PowerEdge R740,2,8,128,c1,GB
`

// A host of 32 cores: machines of 8 and 4 have 0.25 and 0.125 of it, and 0.625 is
// idle. One of 16: 12 of its cores are promised, as 3 × 4.
func TestMachinesOnHosts(t *testing.T) {
	for _, c := range []struct {
		name, machines string
		options        inventory.Options
		parts          []string
	}{
		{"by processors", `
virtual_machine,host,vcpus,memory_gb,application
a,ESX01,8,64,Payroll
b,esx01.example.gov,4,128,Passports
c,esx02,4,1,Payroll
d,esx02,8,1,Payroll`, inventory.Options{}, []string{
			"0.25 | poweredge r740 | allocated | Payroll | GB", "0.125 | poweredge r740 | allocated | Passports | GB", "0.625 | poweredge r740 | idle | GB",
			"0.75 | poweredge r740 | allocated | Payroll | GB", "0.25 | poweredge r740 | idle | GB",
		}},
		{"by memory", `
virtual_machine,host,vcpus,memory_gb,application
a,esx01,8,64,Payroll
b,esx01,4,128,Passports`, inventory.Options{Allocation: inventory.AllocateByMemory}, []string{
			"0.25 | poweredge r740 | allocated | Payroll | GB", "0.5 | poweredge r740 | allocated | Passports | GB", "0.25 | poweredge r740 | idle | GB", "1 | poweredge r740 | GB",
		}},
		{"idle spread", `
virtual_machine,host,vcpus,application
a,esx01,8,Payroll
b,esx01,8,Passports`, inventory.Options{SpreadIdle: true}, []string{
			"0.5 | poweredge r740 | allocated | Payroll | GB", "0.5 | poweredge r740 | allocated | Passports | GB", "1 | poweredge r740 | GB",
		}},
		{"by share", `
virtual_machine,host,vcpus,share,application
a,esx01,8,10 %,Payroll
b,esx01,8,0.3,Passports`, inventory.Options{Allocation: inventory.AllocateByMemory}, []string{
			"0.1 | poweredge r740 | allocated | Payroll | GB", "0.3 | poweredge r740 | allocated | Passports | GB", "0.6 | poweredge r740 | idle | GB", "1 | poweredge r740 | GB",
		}},
		{"more promised than there is", `
virtual_machine,host,vcpus,application
a,esx02,16,Payroll
b,esx02,48,Passports`, inventory.Options{}, []string{
			"0.25 | poweredge r740 | allocated | Payroll | GB", "0.75 | poweredge r740 | allocated | Passports | GB", "1 | poweredge r740 | GB",
		}},
		{"nothing but names", `
virtual_machine,host,application
a,esx02,Payroll
b,esx02,Passports`, inventory.Options{}, []string{
			"0.5 | poweredge r740 | allocated | Payroll | GB", "0.5 | poweredge r740 | allocated | Passports | GB", "1 | poweredge r740 | GB",
		}},
		{"spread over a cluster: 12 of 48 cores, two thirds of which on the larger host", `
virtual_machine,cluster,vcpus,application
a,c1,12,Payroll`, inventory.Options{}, []string{
			"0.25 | poweredge r740 | allocated | Payroll | GB", "0.75 | poweredge r740 | idle | GB",
			"0.25 | poweredge r740 | allocated | Payroll | GB", "0.75 | poweredge r740 | idle | GB",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, order := range [][]string{{twoHosts, c.machines}, {c.machines, twoHosts}} {
				r := readTexts(t, c.options, order...)
				if sum := unitsIn(r); sum != "2" {
					t.Errorf("%s units, want 2", sum)
				}
				wantParts(t, r, slices.Clone(c.parts)...)
			}
		})
	}
}

func unitsIn(r *inventory.Result) string {
	var sum inventory.Tally
	for _, a := range r.Estate.All() {
		sum = sum.Add(a.Units)
	}
	return sum.String()
}

// What bears nothing is left out, each for its own reason, and what it could use
// stays idle.
func TestMachinesThatDoNotRun(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, `
VM,Powerstate,Template,SRM Placeholder,Connection state,CPUs,Memory,Provisioned MiB,Host
on,poweredOn,False,False,connected,8,4096,1024,esx01
off,poweredOff,False,False,connected,8,4096,1024,esx01
asleep,suspended,False,False,connected,8,4096,1024,esx01
mould,poweredOff,True,False,connected,8,4096,1024,esx01
stand-in,poweredOff,False,True,connected,8,4096,1024,esx01
lost,poweredOff,False,False,orphaned,8,4096,1024,esx01
off2,poweredOff,False,False,connected,8,4096,1024,esx02
Total,,,,,48,,,
`)
	wantExcluded(t, r, "machine_off:2 machine_orphaned:1 machine_placeholder:1 machine_suspended:1 machine_template:1 total_row:1")
	wantParts(t, r, "0.25 | poweredge r740 | allocated | GB", "0.75 | poweredge r740 | idle | GB", "1 | poweredge r740 | idle | GB")
	if c := r.Estate.Counts(); c.Read != 10 || c.Assessed != 3 {
		t.Errorf("%+v", c)
	}
}

// MB and MiB of RVTools are binary, whatever its version calls them; the header or
// the cell states others; a column without a unit is told by its numbers.
func TestUnitsOfMachines(t *testing.T) {
	for _, c := range []struct{ header, a, b, parts string }{
		{"memory_gb", "64", "64", "0.25"},
		{"Memory (GB)", "64", "64", "0.25"},
		{"Memory (MB)", "65536", "65536", "0.25"},
		{"Memory (MiB)", "65536", "65536", "0.25"},
		{"Memory (in MB)", "65536", "65536", "0.25"},
		{"Memory (TB)", "0.0625", "0.0625", "0.25"},
		{"RAM", "65536", "65536", "0.25"},
		{"RAM", "64 GB", "64 GiB", "0.25"},
		{"RAM", "65536 MB", "0.0625 TB", "0.25"},
		{"Mémoire (Go)", "64", "64", "0.25"},
		{"memory_gb", "64,0", "64.0", "0.25"},
	} {
		r := readTexts(t, inventory.Options{Allocation: inventory.AllocateByMemory}, twoHosts,
			fmt.Sprintf("virtual_machine;host;%s;application\na;esx01;%s;A\nb;esx01;%s;B\n", c.header, c.a, c.b))
		wantParts(t, r, c.parts+" | poweredge r740 | allocated | A | GB", c.parts+" | poweredge r740 | allocated | B | GB", "0.5 | poweredge r740 | idle | GB", "1 | poweredge r740 | GB")
	}
}

func rvtools(tb testing.TB, info, host [][]any) inventory.Source {
	tb.Helper()
	return memorySource("rvtools.xlsx", workbookOf(tb, func(f *excelize.File) {
		_ = f.SetSheetName("Sheet1", "vInfo")
		setRows(f, "vInfo", 1, info...)
		_, _ = f.NewSheet("vCPU")
		setRows(f, "vCPU", 1, []any{"VM", "Powerstate", "Template", "CPUs", "Sockets", "Cores p/s", "Max", "Overall", "Level", "Cluster", "Host"}, []any{"web1", "poweredOn", "False", 8, 8, 1, 1000, 1, "normal", "C", "esx1"})
		_, _ = f.NewSheet("vDisk")
		setRows(f, "vDisk", 1, []any{"VM", "Powerstate", "Disk", "Disk Key", "Capacity MiB", "Cluster", "Host"}, []any{"web1", "poweredOn", "Hard disk 1", 2000, 1024, "C", "esx1"})
		_, _ = f.NewSheet("vHBA")
		setRows(f, "vHBA", 1, []any{"Host", "Datacenter", "Cluster", "Device", "Type", "Status", "Bus", "Pci", "Driver", "Model", "WWN"}, []any{"esx1", "DC", "C", "vmhba0", "Fibre Channel", "unknown", 1, "", "", "QLE2562", ""})
		_, _ = f.NewSheet("vHost")
		setRows(f, "vHost", 1, host...)
	}))
}

var (
	vInfo = []any{"VM", "Powerstate", "Template", "CPUs", "Memory", "NICs", "Provisioned MiB", "Annotation", "Datacenter", "Cluster", "Host"}
	vHost = []any{"Host", "Datacenter", "Cluster", "CPU Model", "Speed", "# CPU", "Cores per CPU", "# Cores", "# Memory", "# VMs", "Vendor", "Model"}
)

// A workbook of RVTools: one list of machines, one of hosts, details of neither;
// a host in two lists is one; names differ by their domain; a host that vHost does
// not have stands in a cluster that it has.
func TestRVTools(t *testing.T) {
	book := rvtools(t, [][]any{
		vInfo,
		{"web1", "poweredOn", "False", 8, 16384, 1, 102400, "call J. Smith", "DC North", "C", "esx1"},
		{"web2", "poweredOn", "False", 8, 16384, 1, 102400, "", "DC North", "C", "esx1.example.gov"},
		{"vCLS-1", "poweredOn", "False", 1, 128, 1, 2048, "", "DC North", "C", "esx9"},
		{"gone", "poweredOn", "False", 1, 128, 1, 2048, "", "DC North", "D", ""},
	}, [][]any{
		vHost,
		{"esx1.example.gov", "DC North", "C", "Xeon Gold 6130", 2100, 2, 16, 32, 262144, 2, "Dell Inc.", "PowerEdge R740"},
		{"esx2.example.gov", "DC North", "C", "Xeon Gold 6130", 2100, 2, 16, 32, 262144, 0, "Dell Inc.", "PowerEdge R740"},
	})
	register := memorySource("register.csv", []byte("Asset name,Type,Manufacturer,Model,Purchase date,Department\nESX1,Server,Dell,PowerEdge R740,2022-03-01,Justice\nLAPTOP1,Laptop,Dell,Latitude 5420,2022-03-01,Justice\n"))
	rooms := memorySource("rooms.csv", []byte("Data centre,PUE,WUE,Country\nDC North,\"1,4\",0.2,IE\nDC South,0.8,,GB\nDC East,good,,GB\nDC North,1.9,,FR\n"))
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "GB"}, book, register, rooms)
	wantExcluded(t, r, "host_repeated:1 machine_unplaced:1")
	if sum := unitsIn(r); sum != "3" {
		t.Errorf("%s units, want two hosts and a laptop", sum)
	}
	// esx1: 8 + 8 + 0.5 of 32 cores; esx2: 0.5 of 32.
	wantParts(t, r,
		"1 | latitude 5420 | Justice | GB",
		"0.515625 | poweredge r740 | allocated | Justice | DC North | IE | pue=1.4;wue=0.2", "0.484375 | poweredge r740 | idle | Justice | DC North | IE | pue=1.4;wue=0.2",
		"0.015625 | poweredge r740 | allocated | DC North | IE | pue=1.4;wue=0.2", "0.984375 | poweredge r740 | idle | DC North | IE | pue=1.4;wue=0.2",
	)
	for p := range r.Problems.All() {
		for _, text := range append([]string{p.Value, p.Column}, p.Args...) {
			if lower := strings.ToLower(text); strings.Contains(lower, "esx") || strings.Contains(lower, "web1") || strings.Contains(lower, "smith") {
				t.Errorf("%s names %q", p.Code, text)
			}
		}
	}
	var lists []string
	for _, s := range r.Files[0].Sheets {
		lists = append(lists, fmt.Sprintf("%s %s %d/%d/%d/%d %s", s.Name, s.List, s.Rows, s.Assessed, s.Rejected, s.Excluded, s.Why))
	}
	want := []string{"vInfo virtual_machines 4/3/0/1 ", "vCPU  0/0/0/0 other_list", "vDisk  0/0/0/0 other_list", "vHBA  0/0/0/0 other_list", "vHost  2/1/0/1 "}
	if !slices.Equal(lists, want) {
		t.Errorf("%q", lists)
	}
}

// Where no list has the hosts, one server is assumed for each name.
func TestHostsKnownByTheirMachines(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, `
vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoCPUs,vInfoMemory,vInfoDataCenter,vInfoCluster,vInfoHost
a,poweredOn,False,4,4096,DC1,C,10.1.2.3
b,poweredOn,False,12,4096,DC1,C,10.1.2.3
c,poweredOn,False,4,4096,DC1,C,10.1.2.4
d,poweredOff,False,4,4096,DC1,C,10.1.2.5
`)
	wantParts(t, r, "1 | idle | DC1 | GB", "2 | allocated | DC1 | GB")
	wantProblems(t, r,
		`excluded machine_off row 5 vInfoPowerstate: "poweredOff" []`,
		`warning host_assumed row 2: "" [3 4]`,
		`note machines_allocated row 2: "" [3 vcpu]`,
	)
}

// RVTools writes delimited text with headers of its own.
func TestRVToolsText(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, `
vHostName,vHostDatacenter,vHostCluster,vHostCpuModel,vHostNumCpu,vHostCoresPerCPU,vHostMemorySize,vHostVendor,vHostModel,vHostSerialNumber
esx1,DC1,C,Xeon,2,8,262144,Dell Inc.,PowerEdge R740,ABC1234
`, `
vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoCPUs,vInfoMemory,vInfoProvisioned,vInfoDataCenter,vInfoCluster,vInfoHost
a,poweredOn,False,4,65536,1024,DC1,C,esx1
b,poweredOn,False,4,65536,1024,DC1,C,
`)
	wantParts(t, r, "0.5 | poweredge r740 | allocated | DC1 | GB", "0.5 | poweredge r740 | idle | DC1 | GB")
}

// 144 virtual processors make a server where nothing says what machines run on.
func TestMachinesWithoutHosts(t *testing.T) {
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, `
Machine Name,Environment,Cores,Memory (in MB),Power Stats,IP Addresses,Machine ID
a,Dev,36,4096,ON,[];,/subscriptions/1/vmwaresites/s/machines/1
b,,-1,-1,ON,[];,/subscriptions/1/vmwaresites/s/machines/2
c,,36,4096,OFF,[];,/subscriptions/1/vmwaresites/s/machines/3
d,,8,4096,ON,[];,/subscriptions/1/serversites/s/machines/4
`, `
Machine Name,Environment,VM Host,Cores,Memory (in MB),Storage (in GB),Machine ID
a,Dev,10.1.1.1,36,4096,100,/subscriptions/1/vmwaresites/s/machines/1
`)
	wantExcluded(t, r, "machine_off:1 machine_repeated:1 machine_unplaced:1")
	wantParts(t, r, "0.25 | allocated | development | GB", "1 | allocated | GB")
}

// Applications bear their machines by weight, else equally; names of machines are
// found with and without their domain.
func TestApplications(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, `
virtual_machine,host,vcpus,department,environment
web.example.gov,esx02,8,Justice,Production
db,esx02,8,Justice,
`, `
application,virtual_machine,weight,service,environment,department
Passports,web,3,Passports,,
Visas,web,1,Visas,Test,Home Office
Passports,db,,Passports,,
Visas,db,1,Visas,,
Payroll,nowhere,1,,,
,db,1,,,
Payroll,,1,,,
Payroll,db,much,,,
`)
	wantParts(t, r, "1 | poweredge r740 | GB",
		"0.375 | poweredge r740 | allocated | Justice | Passports | Passports | production | GB",
		"0.125 | poweredge r740 | allocated | Home Office | Visas | Visas | test | GB",
		"0.25 | poweredge r740 | allocated | Justice | Passports | Passports | GB",
		"0.25 | poweredge r740 | allocated | Justice | Visas | Visas | GB",
	)
	wantProblems(t, r,
		`rejected application_missing row 7 application: "" []`,
		`warning application_unplaced row 8 virtual_machine: "" []`,
		`rejected number_invalid row 9 weight: "much" [weight]`,
		`warning application_machine row 6 virtual_machine: "" []`,
		`note machines_allocated row 2: "" [2 vcpu]`,
	)
}

// Bad input is named, none is lost, and hosts are counted whole all the same.
func TestBadMachines(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts+"old,Server,PowerEdge R740,2,8,128,c1,GB\n", `
virtual_machine,host,share,vcpus
a,esx01,1.5,4
b,esx01,many,4
c,esx01,0.7,4
d,esx01,0.7,4
d,esx01,0.7,4
e,esx02,,-4
f,esx02,0.5,4
g,esx02,,4
`)
	wantExcluded(t, r, "machine_repeated:1")
	if c := r.Estate.Counts(); c.Rejected != 3 {
		t.Errorf("%+v", c)
	}
	if sum := unitsIn(r); sum != "3" {
		t.Errorf("%s units", sum)
	}
	wantProblems(t, r,
		`rejected number_range row 2 share: "1.5" [share 0 1 1]`,
		`rejected number_invalid row 3 share: "many" [share]`,
		`rejected number_range row 7 vcpus: "-4" [vcpus 0 100000 1]`,
		`warning shares_scaled row 4: "" [1.4]`,
		`excluded machine_repeated row 6: "" [1]`,
		`note machines_allocated row 4: "" [2 share]`,
		`warning shares_incomplete row 8: "" [1 vcpu]`,
		`note machines_allocated row 8: "" [2 vcpu]`,
	)
}

// A host that was left out does not come back as an assumed one.
func TestMachinesOnHostsLeftOut(t *testing.T) {
	r := readTexts(t, inventory.Options{}, "hostname,category,retired,quantity,country\nold,Server,2020-01-01,1,GB\nbad,Server,,some,GB\nnew,Server,,1,GB\n", `
virtual_machine,host,vcpus
a,old,4
b,bad.example.gov,4
c,new,4
`)
	wantExcluded(t, r, "machine_host_left_out:2 retired_before_period:1")
	wantParts(t, r, "1 | allocated | GB")
}

// Two files with clusters of one name are two clusters.
func TestClustersOfOneName(t *testing.T) {
	book := func(name, host, vm string) inventory.Source {
		return memorySource(name, workbookOf(t, func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "vInfo")
			setRows(f, "vInfo", 1, vInfo, []any{vm, "poweredOn", "False", 16, 16384, 1, 102400, "", "DC", "C", "x-" + host})
			_, _ = f.NewSheet("vHost")
			setRows(f, "vHost", 1, vHost, []any{host, "DC", "C", "Xeon", 2100, 2, 16, 32, 262144, 1, "Dell Inc.", "PowerEdge R740"})
		}))
	}
	r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), DefaultCountry: "GB"}, book("a.xlsx", "a1", "a"), book("b.xlsx", "b1", "b"))
	wantParts(t, r, "1 | poweredge r740 | allocated | DC | GB", "1 | poweredge r740 | idle | DC | GB")
}

// A register that lists machines among its servers counts them once, on their hosts.
func TestMachinesAmongServers(t *testing.T) {
	r := readTexts(t, inventory.Options{}, "hostname,category,model,country\nesx01,Server,PowerEdge R740,GB\nweb01.example.gov,Server,,GB\nweb02,Server,PowerEdge R640,GB\n", `
virtual_machine,host,vcpus
web01,esx01,4
web02,esx01,4
`)
	wantExcluded(t, r, "server_is_machine:1")
	wantParts(t, r, "1 | poweredge r740 | allocated | GB", "1 | poweredge r640 | GB")
}

// Without machines, servers count as they always did, and a hypervisor's list and
// the register of assets list the same servers.
func TestHostsWithoutMachines(t *testing.T) {
	const register = "Hostname,Type,Model,Purchase date,Country\nesx1,Server,PowerEdge R740,2022-03-01,GB\nesx1,Server,PowerEdge R740,2023-03-01,GB\n"
	const hosts = "Host,CPU Model,# CPU,Cores per CPU,# Memory,Vendor,Model\nesx1.example.gov,Xeon,2,16,262144,Dell Inc.,PowerEdge R740\n"
	wantParts(t, readTexts(t, inventory.Options{}, register, "category,quantity\nLaptop,2\n"), "1 | poweredge r740 | GB", "1 | poweredge r740 | GB", "2")
	r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, hosts, register)
	wantExcluded(t, r, "host_repeated:1")
	if sum := unitsIn(r); sum != "2" {
		t.Errorf("%s units", sum)
	}
	for p := range r.Estate.All() {
		if p.Acquired == inventory.Month(0) {
			t.Error("the row without a date was kept")
		}
	}
}

// Whatever the machines, and however many, what is read of their hosts is the
// same in every amount; and taking a machine away takes nothing from it.
func TestMachinesNeverChangeTheirHosts(t *testing.T) {
	const hosts = "hostname,category,quantity,acquired,retired,annual_kwh,cpu_units,cpu_cores,cluster,country\n" +
		"h1,Server,3,2020-05-01,,4321.5,2,16,c,GB\nh2,Server,1,2024-03-01,2024-11-30,2000,2,7,c,GB\nh3,Server,1,2019-01-01,,,,,c,FR\n"
	options := inventory.Options{Observed: true}
	sums := func(r *inventory.Result) (sum inventory.Amounts) {
		for _, a := range r.Estate.All() {
			sum = sum.Add(a)
		}
		return sum
	}
	text := func(a inventory.Amounts) string {
		return strings.Join([]string{a.Units.String(), a.Full.String(), a.Days.String(), a.RateFull.String(), a.RateDays.String(), a.ObservedFull.String(), a.ObservedDays.String()}, " ")
	}
	want := text(sums(readTexts(t, options, hosts, "category,quantity\n")))
	check := func(tb testing.TB, machines []string, fail func(format string, args ...any)) {
		tb.Helper()
		options.SpreadIdle = len(machines)%2 == 0
		r := readTexts(tb, options, hosts, "virtual_machine,host,cluster,vcpus,memory_gb,application\n"+strings.Join(machines, "\n")+"\n")
		a := sums(r)
		if got := text(a); got != want {
			fail("%d machines: %s, want %s", len(machines), got, want)
		}
		if c := r.Estate.Counts(); a.Rows != c.Assessed || c.Assessed != 3+int64(len(machines)) {
			fail("%d rows, %+v", a.Rows, c)
		}
		again := read(tb, inventory.Options{}, memorySource("estate.csv", []byte(estateText(tb, r.Estate))))
		if estateText(tb, again.Estate) != estateText(tb, r.Estate) {
			fail("its estate reads as another")
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(rt, "machines")
		var machines []string
		for i := range n {
			host := rapid.SampledFrom([]string{"h1,", "h2,", "h3,", ",c", "h9,c"}).Draw(rt, "host")
			vcpus := rapid.SampledFrom([]string{"", "1", "3", "7", "0.7"}).Draw(rt, "vcpus")
			machines = append(machines, fmt.Sprintf("m%d,%s,%s,%d,app%d", i, host, vcpus, i+1, i%5))
		}
		check(t, machines, rt.Fatalf)
		if n > 1 {
			check(t, machines[1:], rt.Fatalf)
		}
	})
	many := make([]string, 20_000)
	for i := range many {
		many[i] = fmt.Sprintf("m%d,h1,,%d,,app%d", i, 1+i%7, i%100)
	}
	check(t, many, t.Fatalf)
}

// Nobody can make reading slow: a cluster of many hosts with many machines.
func TestManyMachinesOnManyHosts(t *testing.T) {
	if testing.Short() {
		return
	}
	var hosts, machines strings.Builder
	hosts.WriteString("hostname,category,cluster,country\n")
	machines.WriteString("virtual_machine,cluster,vcpus,application\n")
	for i := range 3000 {
		fmt.Fprintf(&hosts, "h%d,Server,c,GB\n", i)
		fmt.Fprintf(&machines, "m%d,c,%d,app%d\n", i, 1+i%4, i)
	}
	r := readTexts(t, inventory.Options{}, hosts.String(), machines.String())
	var sum decimal.Decimal
	for _, a := range r.Estate.All() {
		sum = sum.Add(a.Units.Decimal())
	}
	if sum.String() != "3000" {
		t.Errorf("%s units", sum)
	}
}

// What is wrong with a machine is told in one order, however often it is read.
func TestWrongNumbersOfMachineInOrder(t *testing.T) {
	rows := strings.Repeat("a,esx01,many,much,much\n", 50)
	r := readTexts(t, inventory.Options{}, "virtual_machine,host,vcpus,memory_gb,storage_gb\n"+rows)
	want := []string{"vcpus", "memory_gb", "storage_gb"}
	n := 0
	for p := range r.Problems.All() {
		if p.Code != inventory.CodeNumberInvalid {
			continue
		}
		if p.Column != want[n%3] {
			t.Fatalf("row %d: %s, want %s", p.Row, p.Column, want[n%3])
		}
		n++
	}
	if n != 150 {
		t.Errorf("%d numbers are wrong, want 150", n)
	}
}

// A hypervisor that is itself a virtual machine is no hardware: its part of the server
// has what runs on it. In a register, its name alone makes it no server; maker and model do.
func TestNestedMachines(t *testing.T) {
	const (
		hosts  = "Category,Model,Hostname\nServer,Dell PowerEdge R740,esx01\n"
		lab    = "Server,,lab\n"
		server = "Server,Dell PowerEdge R740,lab\n"
		list   = "VM,Host,vCPU\nlab,esx01,16\nweb,esx01,4\ninner,lab.example.gov,4\ndeep,inner,4\n"
		circle = "VM,Host,vCPU\na,b,4\nb,a,4\nself,self,4\n"
	)
	for name, test := range map[string]struct {
		hosts, machines, units string
		nested                 int64
	}{
		"in no list":            {hosts, list, "1", 2},
		"by name":               {hosts + lab, list, "1", 2},
		"with maker and model":  {hosts + server, list, "2", 1},
		"a circle, and oneself": {hosts, circle, "4", 0},
	} {
		t.Run(name, func(t *testing.T) {
			for _, order := range [][]string{{test.hosts, test.machines}, {test.machines, test.hosts}} {
				r := readTexts(t, inventory.Options{DefaultCountry: "GB"}, order...)
				if got := unitsIn(r); got != test.units {
					t.Errorf("%s units, want %s", got, test.units)
				}
				if n := r.Problems.CountByCode()[inventory.CodeMachineNested]; n != test.nested {
					t.Errorf("%d machines nested, want %d", n, test.nested)
				}
			}
		})
	}
}
