package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// Memory without a unit among memory with one: 16384 beside 16 GB is as much. Of 256
// GB, machines of 16, 16 and 8 have 0.0625, 0.0625 and 0.03125.
func TestMemoryOfMixedUnits(t *testing.T) {
	host := "hostname,category,model,cpu_units,cpu_cores,memory_gb,country\nhv1,Server,PowerEdge R740,2,16,256,GB\n"
	for _, c := range []struct{ name, rows, value string }{
		{"beside units", "a;hv1;16 Go;A\nb;hv1;16384;B\nc;hv1;8 Go;C\n", "16384"},
		{"among GB", "a;hv1;16;A\nb;hv1;16384;B\nc;hv1;8;C\n", "16384"},
		{"among MB", "a;hv1;16384;A\nb;hv1;16;B\nc;hv1;8192;C\n", "16384"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readTexts(t, inventory.Options{}, host, "VM;Hôte;RAM;Application\n"+c.rows)
			wantParts(t, r,
				"0.0625 | poweredge r740 | allocated | A | GB", "0.0625 | poweredge r740 | allocated | B | GB",
				"0.03125 | poweredge r740 | allocated | C | GB", "0.84375 | poweredge r740 | idle | GB")
			found := false
			for p := range r.Problems.All() {
				found = found || p.Code == inventory.CodeUnitGuessed && p.Column == "RAM" && p.Value == c.value
			}
			if !found {
				t.Errorf("nothing tells that the unit of %s was guessed", c.value)
			}
		})
	}
}

// A machine that states no virtual processors counts as the mean of the others, and
// does not turn the split of its host to memory: (4 + 8) ÷ 2 = 6 of 32 cores.
func TestMachineWithoutProcessors(t *testing.T) {
	for _, none := range []string{"", "0"} {
		r := readTexts(t, inventory.Options{}, twoHosts, `
virtual_machine,host,vcpus,memory_gb,application
a,esx01,4,16,A
b,esx01,8,16,B
c,esx01,`+none+`,8,C
`)
		wantParts(t, r,
			"0.125 | poweredge r740 | allocated | A | GB", "0.25 | poweredge r740 | allocated | B | GB", "0.1875 | poweredge r740 | allocated | C | GB",
			"0.4375 | poweredge r740 | idle | GB", "1 | poweredge r740 | GB")
		wantProblems(t, r,
			`warning machine_weight row 4: "" [1 vcpu]`,
			`note machines_allocated row 2: "" [3 vcpu]`,
		)
	}
	r := readTexts(t, inventory.Options{}, twoHosts, `
virtual_machine,host,vcpus,memory_gb,application
a,esx01,4,64,A
b,esx01,,64,B
c,esx01,,64,C
`)
	wantProblems(t, r,
		`warning vcpus_incomplete row 3: "" [2 memory]`,
		`note machines_allocated row 2: "" [3 memory]`,
	)
}
