package inventory_test

import "testing"

// The second of two columns of a status refines the first where it says that a
// device is on its way out, or where the first says nothing.
func TestSubstate(t *testing.T) {
	r := readText(t, "asset_tag,model_category,model,install_status,substatus,retirement_date\n"+
		"P1,Computer,Latitude 5420,In stock,Pending disposal,2024-05-31\n"+
		"P2,Computer,Latitude 5420,In stock,Available,\n"+
		"P3,Computer,Latitude 5420,,Defective,\n"+
		"P4,Computer,Latitude 5420,Retired,Sold,2024-05-31\n"+
		"P5,Computer,Latitude 5420,Missing,Pending disposal,2024-05-31\n"+
		"P6,Computer,Latitude 5420,In use,to be confirmed,\n")
	wantEstate(t, r, `
		laptop dell latitude 5420 1 units (model) retired until 2024-05 151 days
		laptop dell latitude 5420 2 units (model) in_stock
		laptop dell latitude 5420 1 units (model) disposed until 2024-05 151 days
		laptop dell latitude 5420 1 units (model) lost until 2024-05 151 days
		laptop dell latitude 5420 1 units (model) in_service`)
	wantProblems(t, r)
}

// What a text says of whose a device is counts as a column would.
func TestOwnerInText(t *testing.T) {
	r := readText(t, "Type,Quantity\n\"Screen, own\",2\nOwn laptop,1\nStudent-owned tablet,1\nOwnCloud server,1\nMonitor,1\n")
	wantEstate(t, r, "monitor 1 units\nserver 1 units (keyword)")
	wantProblems(t, r, `excluded personal_device row 2 Type: "" []`, `excluded personal_device row 3 Type: "" []`, `excluded personal_device row 4 Type: "" []`)
}
