package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// What stands below a list of machines is no machine, and whose name is a remark's is one.
func TestBelowMachines(t *testing.T) {
	r := readTexts(t, inventory.Options{}, twoHosts, `
VM;Hôte;vCPU;RAM (Go);Etat
a;esx02;8;8;on
total-db;esx02;8;8;on
lone;;;;
Total;;16;16;
Total vCPU;;16;;
Nb VM : 13;;;;
Source: vCenter;;;;
Liste établie par la direction du numérique;;;;
Généré le 02/03/2024;;;;
`)
	wantExcluded(t, r, "footer_row:4 machine_unplaced:1 total_row:2")
	wantParts(t, r, "1 | poweredge r740 | GB", "1 | poweredge r740 | allocated | GB")
}
