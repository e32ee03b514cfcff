package inventory_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// zeros is a file of nothing but zero bytes, which costs nobody a disk.
type zeros struct{ left, read *int64 }

func (z zeros) Read(p []byte) (int, error) {
	n := int(min(int64(len(p)), *z.left))
	clear(p[:n])
	*z.left -= int64(n)
	*z.read += int64(n)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// A large file that its first bytes refuse is not read to its end for the sake of
// its sum.
func TestRefusedFileIsNotReadWhole(t *testing.T) {
	var read int64
	const size = 1 << 30
	source := inventory.Source{Name: "nothing.csv", Size: size, Open: func() (io.ReadCloser, error) {
		left := int64(size)
		return io.NopCloser(zeros{&left, &read}), nil
	}}
	result, err := inventory.Read(t.Context(), []inventory.Source{source}, inventory.Options{Period: inventory.CalendarYear(2024)})
	if err != nil || !result.Files[0].Refused {
		t.Fatalf("refused is %t, %v", result.Files[0].Refused, err)
	}
	if read > 1<<20 {
		t.Errorf("%d bytes of it were read", read)
	}
}

// Shared texts lie in blocks of 1 MiB, each whole within one: every one of these
// is there, of whatever length, on either side of the end of a block.
func TestSharedTextsInBlocks(t *testing.T) {
	var texts, rows, want strings.Builder
	for i := range 40 {
		fmt.Fprintf(&texts, "<si><t>Model%c%d</t></si><si/><si><t>%s</t></si>", 'A'+i%26, i, strings.Repeat("x", 65_000))
		fmt.Fprintf(&rows, `<row><c t="inlineStr"><is><t>laptop</t></is></c><c><v>%d</v></c><c t="s"><v>%d</v></c><c t="s"><v>%d</v></c></row>`, i+1, 3*i, 3*i+1)
		fmt.Fprintf(&want, "laptop model%c%d %d units\n", 'a'+i%26, i, i+1)
	}
	head := strings.Replace(sheetHead, "</row>", `<c t="inlineStr"><is><t>model</t></is></c><c t="inlineStr"><is><t>site</t></is></c></row>`, 1)
	data := rawWorkbook(t, map[string]string{
		"xl/sharedStrings.xml":     "<sst>" + texts.String() + "</sst>",
		"xl/worksheets/sheet1.xml": head + rows.String() + "</sheetData></worksheet>",
	})
	wantEstate(t, read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("a.xlsx", data)), want.String())
}

// What a file of 16,000 columns costs in memory is what its header costs: not a
// hundred rows of cells, held until the header is found.
func TestWideSheet(t *testing.T) {
	const columns = 16_000
	few, many := memoryOfCells(t, columns, 10), memoryOfCells(t, columns, 100)
	if many > 2*few {
		t.Errorf("reading 100 rows took %d MiB of memory in all, and 10 rows %d MiB", many>>20, few>>20)
	}
}

// memoryOfCells returns the bytes allocated to read so many columns and rows.
func memoryOfCells(t *testing.T, columns, rows int) uint64 {
	t.Helper()
	var b strings.Builder
	b.WriteString("category,model,quantity")
	for i := range columns - 3 {
		fmt.Fprintf(&b, ",c%d", i)
	}
	for range rows {
		b.WriteString("\nlaptop,latitude 5420,1" + strings.Repeat(",7", columns-3))
	}
	source := memorySource("wide.csv", []byte(b.String()))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, source)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
