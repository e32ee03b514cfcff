package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// Lists of devices, of hosts with their machines, and of services; several items in a
// row, two sources with the same things, names of places that are forgotten.
var itemised = map[string]string{
	"devices.csv":  "category,quantity,acquired,annual_kwh,site\nlaptop,1,2023-05-04,,Leeds\nlaptop,2,2023-05-17,,Leeds\nmonitor,3,,45.5,Leeds\nlaptop,1,2025-07-01,,York\nnonsense,1,,,\nlaptop,minus,,,\n",
	"more.csv":     "category,quantity,acquired,annual_kwh,site\nlaptop,1.5,2023-05-30,,Leeds\nmonitor,1,,45.5,York\n",
	"hosts.csv":    "category,hostname,quantity,annual_kwh\nserver,esx01,1,3000\nserver,esx02,1,\nserver,db9,2,\n",
	"machines.csv": "VM,Host,vCPUs,Application\nvm1,esx01,4,Passports\nvm2,esx01,4,Payroll\nvm3,esx02,8,Passports\nvm4,esx07,2,Passports\n",
	"services.csv": "category,provider,amount,unit\ncloud-storage,AWS,500,GB.year\ncloud-storage,AWS,250,GB.year\n",
}

func readItems(tb testing.TB, items bool, names ...string) *inventory.Result {
	tb.Helper()
	var sources []inventory.Source
	for _, name := range names {
		sources = append(sources, memorySource(name, []byte(itemised[name])))
	}
	result, err := inventory.Read(tb.Context(), sources, inventory.Options{Period: inventory.CalendarYear(2025), DefaultCountry: "GB", Observed: true, Items: items})
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// The items of a line are its amounts, to the last digit, and telling rows apart
// changes nothing else.
func TestItemsAddUp(t *testing.T) {
	for _, names := range [][]string{
		{"devices.csv"},
		{"devices.csv", "more.csv"},
		{"devices.csv", "hosts.csv", "machines.csv", "more.csv", "services.csv"},
	} {
		t.Run(strings.Join(names, " "), func(t *testing.T) {
			with, without := readItems(t, true, names...), readItems(t, false, names...)
			if without.Items != nil {
				t.Error("rows were told apart though nobody asked for it")
			}
			if got, want := estateText(t, with.Estate), estateText(t, without.Estate); got != want {
				t.Errorf("the estate is another:\n%s\nnot\n%s", got, want)
			}
			sums := make(map[int]inventory.Amounts)
			last := ""
			for item := range with.Items.All() {
				sums[item.Line] = sums[item.Line].Add(item.Amounts)
				at := fmt.Sprintf("%02d %06d", indexOf(names, item.File), item.Row)
				if item.Row > 0 && at < last {
					t.Errorf("%s row %d comes after %s", item.File, item.Row, last)
				}
				last = at
			}
			line := 0
			for _, amounts := range with.Estate.Sorted() {
				line++
				got := sums[line]
				for _, pair := range [][2]inventory.Tally{
					{got.Units, amounts.Units},
					{got.Full, amounts.Full},
					{got.Days, amounts.Days},
					{got.Activity, amounts.Activity},
					{got.RateFull, amounts.RateFull},
					{got.RateDays, amounts.RateDays},
					{got.ObservedFull, amounts.ObservedFull},
					{got.ObservedDays, amounts.ObservedDays},
				} {
					if pair[0].Cmp(pair[1]) != 0 {
						t.Errorf("line %d: the items have %s, the line %s", line, pair[0], pair[1])
					}
				}
				if got.Rows != amounts.Rows {
					t.Errorf("line %d: the items are of %d rows, the line of %d", line, got.Rows, amounts.Rows)
				}
			}
			if len(sums) != line {
				t.Errorf("items of %d lines, of %d", len(sums), line)
			}
		})
	}
}

// A row is found where it stands, and what was left out is none.
func TestItemsStandWhereTheRowsDo(t *testing.T) {
	var rows []int
	for item := range readItems(t, true, "devices.csv").Items.All() {
		if item.File != "devices.csv" {
			t.Errorf("an item of %q", item.File)
		}
		rows = append(rows, item.Row)
	}
	if got := fmt.Sprint(rows); got != "[2 3 4 5 6]" { // the last is of no known category, and is listed
		t.Errorf("the items stand in rows %s", got)
	}
}

func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return len(names)
}
