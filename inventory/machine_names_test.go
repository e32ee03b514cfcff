package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// Names of machines and hosts are kept nowhere, not even where they stand for an
// application; of an environment the word is kept and nobody's name.
func TestNamesOfMachinesElsewhere(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, `
virtual_machine,host,vcpus,application,service,department,environment
SRVPAIE01,esx01,8,srvpaie01.dept.example.gov,esx01,Justice,prod - Jean Lefebvre
payroll,esx01,8,Payroll,,esx01.example.gov,Préproduction
web2,esx02,8,Passports,,Justice,Cloître
`, "application,virtual_machine\nweb2.example.gov,web2\n")
	wantParts(t, r,
		"0.25 | poweredge r740 | allocated | Justice | production | GB", "0.25 | poweredge r740 | allocated | Payroll | pre-production | GB", "0.5 | poweredge r740 | idle | GB",
		"0.5 | poweredge r740 | allocated | Justice | Cloître | GB", "0.5 | poweredge r740 | idle | GB",
	)
	warned := 0
	for p := range r.Problems.All() {
		if p.Code == inventory.CodePersonalValue {
			warned++
		}
	}
	if warned != 2 {
		t.Errorf("%d warnings, want one for each list", warned)
	}
}

func TestProcessorsInFrench(t *testing.T) {
	for _, header := range []string{"Nb processeurs", "Nb de sockets"} { //nolint:misspell // French
		r := readTexts(t, inventory.Options{DefaultCountry: "FR"}, "Type;Modèle;"+header+";Cœurs par processeur\nServeur;PowerEdge R640;2;24\n")
		for p := range r.Estate.All() {
			if p.Config != "cpu_cores=24;cpu_units=2" {
				t.Errorf("%s: %s", header, p.Config)
			}
		}
	}
}
