package inventory_test

import (
	"fmt"
	"testing"

	"govfootprint/inventory"
)

// What a department counts in one file and lists in another is perhaps counted twice.
func TestReturnsBesideLists(t *testing.T) {
	const (
		list     = "Department,Category,Model,Status\nTax,Laptop,Latitude 5420,In use\nTax,Monitor,P2419H,Disposed\n"
		counts   = "Department,Category,Count\nTAX,Laptops,1200\nTax,Monitors,40\nRoads,Laptops,7\n"
		wide     = "Department,Laptops,Monitors\nTax,1200,40\nRoads,7,3\n"
		warned   = `warning return_beside_lists row 1: "" [1200 %s]`
		leftOut  = `excluded retired_undated row 3 Status: "Disposed" []`
		noteWide = `note columns_items row 1: "" [Laptops Monitors]`
	)
	for name, tc := range map[string]struct {
		files []string
		want  []string
	}{
		"before the list":    {[]string{counts, list}, []string{leftOut, fmt.Sprintf(warned, "inventory1.csv")}},
		"after the list":     {[]string{list, counts}, []string{leftOut, fmt.Sprintf(warned, "inventory0.csv")}},
		"wide":               {[]string{wide, list}, []string{noteWide, leftOut, fmt.Sprintf(warned, "inventory1.csv")}},
		"another department": {[]string{"Department,Category,Count\nRoads,Laptops,7\n", list}, []string{leftOut}},
		"other kinds":        {[]string{"Department,Category,Count\nTax,Monitors,7\n", list}, []string{leftOut}},
		"two returns":        {[]string{counts, "Department,Category,Count\nTax,Laptop,7\n"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var sources []inventory.Source
			for i, text := range tc.files {
				sources = append(sources, memorySource(fmt.Sprintf("inventory%d.csv", i), []byte(text)))
			}
			wantProblems(t, read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, sources...), tc.want...)
		})
	}
}
