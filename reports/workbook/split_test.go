package workbook

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/reports/reporttest"
)

// Lines beyond what fits on a sheet go on to the next, and the totals are sums
// over all of them.
func TestLinesGoOn(t *testing.T) {
	var b bytes.Buffer
	if err := write(&b, reporttest.Sample(), Options{}, 40); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]int{"Lines": 40, "Lines 2": 40, "Lines 3": 14} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(rows) - tableHeader; got != want {
			t.Errorf("%s has %d lines, want %d", sheet, got, want)
		}
	}
	formula, err := f.GetCellFormula("Breakdown", "E5")
	if err != nil {
		t.Fatal(err)
	}
	cached, err := f.GetCellValue("Breakdown", "E5", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	computed, err := f.CalcCellValue("Breakdown", "E5", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if cached[:12] != computed[:12] {
		t.Errorf("the total %s is cached as %s and gives %s", formula, cached, computed)
	}
	if tables := []string{"Lines", "Lines2", "Lines3"}; !slices.ContainsFunc(tables, func(name string) bool { return hasTable(t, f, "Lines 3", name) }) {
		t.Error("the last sheet of lines has no table")
	}
}

func hasTable(t *testing.T, f *excelize.File, sheet, name string) bool {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(tables, func(table excelize.Table) bool { return table.Name == name })
}

// A text that looks like a formula is marked as a text, so that editing its
// cell does not make it one.
func TestQuoted(t *testing.T) {
	b := &book{file: excelize.NewFile(), styles: make(map[look]int)}
	defer b.file.Close()
	style := b.style(look{edge: faintEdge})
	variant := b.quoted(style)
	if variant == style || b.quoted(style) != variant {
		t.Fatalf("style %d has the variants %d and %d", style, variant, b.quoted(style))
	}
	if mark := b.file.Styles.CellXfs.Xf[variant].QuotePrefix; mark == nil || !*mark {
		t.Error("the variant does not mark its cells as texts")
	}
	if mark := b.file.Styles.CellXfs.Xf[style].QuotePrefix; mark != nil && *mark {
		t.Error("the style itself marks its cells as texts")
	}
}

func FuzzCellText(f *testing.F) {
	for _, text := range []string{"", "plain", "=1+1", "\x00\x1b", "a\r\nb", "\u202e", "\xff", "_x000D_"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := cellText(text)
		if n := len([]rune(got)); n > excelize.TotalCellChars {
			t.Errorf("%d characters", n)
		}
		for _, r := range got {
			if (r < ' ' && r != '\n' && r != '\t') || reorders(r) {
				t.Errorf("%q keeps %q", text, r)
			}
		}
		if again := cellText(got); again != got {
			t.Errorf("%q becomes %q, and that %q", text, got, again)
		}
	})
}
