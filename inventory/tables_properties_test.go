package inventory_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"govfootprint/inventory"
)

// settlingRow is what settles the order of days and months, and the decimal mark.
var settlingRow = []string{"Laptop", "Dell", "Latitude 5420", "1", "In use", "Policy", "Leeds", "GB", "23/11/2022", "", "4,5", "12,75", "", "", "", "", "A. Example"}

func gridCSV(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows)
	return b.Bytes()
}

// A table may be cut in two by its header once more, or by moving what follows
// to another sheet, and have titles above, and blank rows and columns within: it
// is the same inventory.
func TestTableInPieces(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := append([][]string{settlingRow}, drawTable(rt)...)
		want := estateText(t, read(t, propertyOptions, memorySource("a.csv", csvOf(rows))).Estate)
		compare := func(how string, source inventory.Source) {
			if got := estateText(t, read(t, propertyOptions, source).Estate); got != want {
				rt.Fatalf("%s:\n%s\nwant:\n%s", how, got, want)
			}
		}
		cut := rapid.IntRange(0, len(rows)).Draw(rt, "cut")
		whole := append([][]string{propertyHeader}, rows...)

		again := append([][]string{propertyHeader}, rows[:cut]...)
		if rapid.Bool().Draw(rt, "gap") {
			again = append(again, []string{""})
		}
		again = append(append(again, propertyHeader), rows[cut:]...)
		compare("the header again", memorySource("again.csv", gridCSV(again)))

		data := workbookOf(t, func(f *excelize.File) {
			_, _ = f.NewSheet("Second")
			setRows(f, "Sheet1", 1, anyRow(propertyHeader, false))
			setRows(f, "Second", 1, anyRow(propertyHeader, false), anyRow(settlingRow, false))
			for i, row := range rows {
				if i < cut || i == 0 {
					setRows(f, "Sheet1", 2+i, anyRow(row, false))
				} else {
					setRows(f, "Second", 3+i, anyRow(row, false))
				}
			}
		})
		two := read(t, propertyOptions, memorySource("two.xlsx", data)).Estate
		one := read(t, propertyOptions, memorySource("one.csv", csvOf(append([][]string{settlingRow}, rows...)))).Estate
		if got, want := estateText(t, two), estateText(t, one); got != want {
			rt.Fatalf("two sheets:\n%s\nwant:\n%s", got, want)
		}

		titled := [][]string{{"Register of equipment"}, {"As of", "31 March"}, {}}
		column := rapid.IntRange(0, len(propertyHeader)).Draw(rt, "column")
		for i, row := range whole {
			wider := append(append(append([]string{}, row[:column]...), ""), row[column:]...)
			titled = append(titled, wider)
			if i > 0 && rapid.IntRange(0, 5).Draw(rt, "blank") == 0 {
				titled = append(titled, make([]string, len(wider)))
			}
		}
		compare("titles and blanks", memorySource("titled.csv", gridCSV(titled)))
	})
}

// Categories as headers and counts as cells say what a row for each says.
func TestWideIsLong(t *testing.T) {
	categories := []string{"Laptops", "Desktops", "Monitors", "Printers", "Servers", "Docking stations", "Smartphones"}
	rapid.Check(t, func(rt *rapid.T) {
		columns := rapid.Permutation(categories).Draw(rt, "categories")[:rapid.IntRange(2, len(categories)).Draw(rt, "columns")]
		wide := [][]string{append([]string{"Department", "Country"}, columns...)}
		long := [][]string{{"Department", "Country", "Category", "Quantity"}}
		for i := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			row := []string{"Department " + strconv.Itoa(i%5), rapid.SampledFrom([]string{"GB", "FR"}).Draw(rt, "country")}
			for _, c := range columns {
				n := rapid.SampledFrom([]int{0, 0, 1, 7, 12, 250, 14000}).Draw(rt, "units")
				cell := strconv.Itoa(n)
				if n == 0 {
					cell = rapid.SampledFrom([]string{"", "0", "-"}).Draw(rt, "none")
				} else {
					long = append(long, []string{row[0], row[1], c, cell})
				}
				row = append(row, cell)
			}
			wide = append(wide, row)
		}
		wide = append(wide, append([]string{"Department 0", "GB"}, strings.Split(strings.Repeat("3 ", len(columns)-1)+"3", " ")...))
		for _, c := range columns {
			long = append(long, []string{"Department 0", "GB", c, "3"})
		}
		want := estateText(t, read(t, propertyOptions, memorySource("long.csv", gridCSV(long))).Estate)
		if got := estateText(t, read(t, propertyOptions, memorySource("wide.csv", gridCSV(wide))).Estate); got != want {
			rt.Fatalf("wide:\n%s\nlong:\n%s", got, want)
		}
	})
}

// FuzzTables puts the words that tables are known by anywhere on a sheet.
func FuzzTables(f *testing.F) {
	words := []string{
		"", "", "Category", "Model", "Quantity", "Department", "Laptops", "Monitors", "Monitor 1", "Total", "Sous-total", "2023", "2024", "Supplier", "User", "Laptop",
		"P2419H", "7", "Page 1 of 2", "Type", "Hardware", "Serial number", "yes", "-1", "03/04/2024", "Building A", "1,234", "Country", "Status", "Purchase", "date", "\n",
	}
	f.Add([]byte{2, 3, 4, 31, 15, 16, 17, 31, 2, 3, 4, 31, 15, 16, 17, 31, 9, 0, 17})
	f.Add([]byte{5, 6, 7, 11, 12, 31, 14, 17, 17, 31, 31, 19, 3, 0, 2, 3, 31, 15, 16, 0, 15, 16})
	f.Add([]byte{20, 0, 0, 14, 31, 19, 3, 21, 5, 31, 15, 16, 17, 25, 31, 25, 31, 20, 0, 0, 14})
	f.Add([]byte{2, 11, 12, 31, 15, 17, 17, 31, 31, 8, 8, 19, 31, 16, 22, 15})
	f.Fuzz(func(t *testing.T, cells []byte) {
		if len(cells) > 4096 {
			return
		}
		var b strings.Builder
		for _, c := range cells {
			word := words[int(c)%len(words)]
			if word == "\n" {
				b.WriteString(word)
				continue
			}
			b.WriteString(`"` + word + `",`)
		}
		r, err := inventory.Read(context.Background(), []inventory.Source{memorySource("f.csv", []byte(b.String()))}, inventory.Options{Period: inventory.CalendarYear(2024)})
		if err != nil {
			t.Fatal(err)
		}
		c := r.Estate.Counts()
		sum := c.Assessed + c.Rejected
		for _, x := range c.Excluded {
			sum += x.Rows
		}
		if sum != c.Read {
			t.Errorf("rows do not add up: %+v", c)
		}
	})
}
