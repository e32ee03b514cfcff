package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

func write(tb testing.TB, r *reports.Report, opt workbook.Options) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, r, opt); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func open(tb testing.TB, content []byte) *excelize.File {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { f.Close() })
	return f
}

// parts returns the files in a workbook.
func parts(t *testing.T, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(part)
	}
	return all
}

// The same report gives the same bytes, every part well-formed XML.
func TestSameBytes(t *testing.T) {
	first := write(t, reporttest.Sample(), workbook.Options{})
	for range 3 {
		if again := write(t, reporttest.Sample(), workbook.Options{}); !bytes.Equal(first, again) {
			t.Fatal("two workbooks of the same report differ")
		}
	}
	for name, part := range parts(t, first) {
		decoder := xml.NewDecoder(strings.NewReader(part))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

// Every formula has a cached value, and that is what the formula gives.
func TestFormulas(t *testing.T) {
	for name, r := range map[string]*reports.Report{"location-based": reporttest.Sample(), "market-based": reporttest.SampleMarket()} {
		t.Run(name, func(t *testing.T) { checkFormulas(t, r) })
	}
}

func checkFormulas(t *testing.T, r *reports.Report) {
	t.Helper()
	f := open(t, write(t, r, workbook.Options{}))
	found := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, cached := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, err := f.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				found++
				computed, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Errorf("%s!%s = %s: %v", sheet, cell, formula, err)
					continue
				}
				want, err1 := strconv.ParseFloat(cached, 64)
				got, err2 := strconv.ParseFloat(computed, 64)
				if err1 != nil || err2 != nil || math.Abs(got-want) > 1e-9*math.Abs(want) {
					t.Errorf("%s!%s = %s is cached as %s and gives %s", sheet, cell, formula, cached, computed)
				}
			}
		}
	}
	if found < 150 {
		t.Errorf("there are %d formulas; expected the sums of Summary and Breakdown", found)
	}
}

// hostile are texts that a spreadsheet program, XML or a reader could take amiss.
var hostile = []string{
	`=HYPERLINK("http://evil.example","click")`, "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1+1", "=cmd|'/c calc'!A0",
	"line one\nline two\r\nline three", "null\x00bell\x07escape\x1b[2J", "right\u202eto left\u2066", "<b>&amp;</b>", "]]>", "_x000D_", " leading and trailing ",
	"שלום עולם", "\xff\xfe broken", "zero\u200bwidth", "😀" + strings.Repeat("é", 10), strings.Repeat("long ", 8000),
}

// hostileReport has a hostile text wherever an inventory can put one.
func hostileReport() *reports.Report {
	r := reporttest.Sample()
	lines := slices.Collect(r.Lines)
	for i := range lines {
		text := hostile[i%len(hostile)]
		p := &lines[i].Profile
		p.Department, p.Site, p.Model, p.Manufacturer, p.Service, p.Country, p.Category = text, text, text, text, text, text, text
	}
	r.Lines = slices.Values(lines)
	for d := range r.Breakdowns {
		for s := range r.Breakdowns[d].Slices {
			r.Breakdowns[d].Slices[s].Key = hostile[s%len(hostile)]
		}
	}
	r.Organisation = hostile[0]
	for i, text := range hostile {
		r.Problems.Items = append(r.Problems.Items, inventory.Problem{
			Code: inventory.CodeCategoryUnknown, Severity: inventory.Warning, File: text, Sheet: text, Row: i + 1, Column: text, Value: text, Args: []string{text},
		})
		r.Manifest.Files = append(r.Manifest.Files, inventory.FileInfo{Name: text})
		r.Manifest.Options = append(r.Manifest.Options, reports.Option{Key: text, Value: text, Origin: text})
		r.Findings = append(r.Findings, calc.Finding{Code: calc.NoFactor, Severity: calc.Gap, Category: text, Place: text, Args: []string{text}})
	}
	reports.Rank(r)
	return r
}

// Text from an inventory never becomes a formula, and never breaks the file.
func TestHostileTexts(t *testing.T) {
	content := write(t, hostileReport(), workbook.Options{})
	for name, part := range parts(t, content) {
		decoder := xml.NewDecoder(strings.NewReader(part))
		formula := false
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				formula = token.Name.Local == "f" && strings.HasPrefix(name, "xl/worksheets/")
			case xml.EndElement:
				formula = false
			case xml.CharData:
				if text := string(token); formula && (strings.Contains(text, "HYPERLINK") || strings.Contains(text, "cmd") || strings.Contains(text, "@")) {
					t.Errorf("%s: %q became a formula", name, text)
				}
			}
		}
	}
	f := open(t, content)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, text := range row {
				if len([]rune(text)) > excelize.TotalCellChars {
					t.Errorf("%s row %d column %d holds %d characters", sheet, r+1, c+1, len([]rune(text)))
				}
				if strings.ContainsAny(text, "\x00\x07\x1b\u202e\u2066") {
					t.Errorf("%s row %d column %d holds a control: %q", sheet, r+1, c+1, text)
				}
			}
		}
	}
}

// Columns of a table have names of their own, and nothing is merged.
func TestTables(t *testing.T) {
	content := write(t, reporttest.Sample(), workbook.Options{})
	f := open(t, content)
	tables := 0
	for _, sheet := range f.GetSheetList() {
		merged, err := f.GetMergeCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(merged) > 0 {
			t.Errorf("%s has merged cells", sheet)
		}
		list, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range list {
			tables++
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			seen := make(map[string]bool)
			for _, head := range rows[3] {
				key := strings.ToLower(head)
				if head == "" || seen[key] || strings.Contains(head, "\n") {
					t.Errorf("table %s has a column named %q that is empty, not its own, or of several lines", table.Name, head)
				}
				seen[key] = true
			}
		}
	}
	if tables != 6 {
		t.Errorf("there are %d tables, want one on each of Breakdown, Lines, Calculations, Factors, Findings and Problems", tables)
	}
	for name, part := range parts(t, content) {
		if strings.HasPrefix(name, "xl/drawings/drawing") && strings.Count(part, `descr="`) != 3 {
			t.Errorf("%s: not every chart has an alternative text", name)
		}
	}
}

// A workbook shows no more lines than asked for, says so, and keeps its totals.
func TestCapped(t *testing.T) {
	r := reporttest.Sample()
	f := open(t, write(t, r, workbook.Options{MaxLines: 10}))
	rows, err := f.GetRows("Lines")
	if err != nil {
		t.Fatal(err)
	}
	if got := len(rows) - 4; got != 10 {
		t.Errorf("there are %d lines, want 10", got)
	}
	if note := rows[1][0]; !strings.Contains(note, "The first 10 of 94 lines") {
		t.Errorf("the note says %q", note)
	}
	total, err := f.GetCellValue("Breakdown", "E5", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	gwp, _ := r.Impact(factors.GWP)
	if got := decimal.RequireFromString(total); !got.Equal(gwp.Total) {
		t.Errorf("the total is %s, want %s", got, gwp.Total)
	}
}

// A report with nothing in it is still a workbook.
func TestEmpty(t *testing.T) {
	f := open(t, write(t, &reports.Report{Period: inventory.CalendarYear(2025), Lines: func(func(reports.Line) bool) {}, Groups: func(func(calc.Group) bool) {}}, workbook.Options{}))
	if got := f.GetSheetList()[0]; got != "Summary" {
		t.Errorf("the first sheet is %q", got)
	}
}

// errWriter fails, as a full disk does.
type errWriter struct{}

var errFull = errors.New("disk full")

func (errWriter) Write([]byte) (int, error) { return 0, errFull }

func TestWriteFails(t *testing.T) {
	if err := workbook.Write(errWriter{}, reporttest.Sample(), workbook.Options{}); !errors.Is(err, errFull) {
		t.Errorf("writing to a full disk gives %v", err)
	}
}

// Where breakdowns are market-based, the totals stay location-based, and every
// table says which it is.
func TestMarketBased(t *testing.T) {
	r := reporttest.SampleMarket()
	f := open(t, write(t, r, workbook.Options{}))
	gwp, _ := r.Impact(factors.GWP)
	rows := func(sheet string) [][]string {
		all, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	value := func(sheet, name string, column int) decimal.Decimal {
		for _, row := range rows(sheet) {
			if len(row) > column && row[0] == name {
				if d, err := decimal.NewFromString(row[column]); err == nil {
					return d
				}
			}
		}
		t.Errorf("%s has no row %q with a figure", sheet, name)
		return decimal.Zero
	}
	const tonnes = -3 // places to shift kilograms by
	for _, want := range []struct {
		sheet, row string
		column     int
		value      decimal.Decimal
	}{
		{"Summary", "Climate change", 2, gwp.Total.Shift(tonnes)},
		{"Summary", "with market-based electricity", 2, gwp.Market.Decimal.Shift(tonnes)},
		{"Breakdown", "Total", 4, gwp.Market.Decimal},
		{"Manifest", "Climate change", 1, gwp.Total},
		{"Manifest", "Climate change, market-based electricity", 1, gwp.Market.Decimal},
	} {
		if got := value(want.sheet, want.row, want.column); !got.Sub(want.value).Abs().LessThan(decimal.New(1, -6)) {
			t.Errorf("%s, %s: %s, want %s", want.sheet, want.row, got, want.value)
		}
	}
	for _, sheet := range []string{"Breakdown", "Lines"} {
		if note := rows(sheet)[1][0]; !strings.Contains(note, "market-based here") {
			t.Errorf("the note of %s does not say its view: %q", sheet, note)
		}
	}
}

// The Method shows the formulas of the basis in force, and scopes say where the
// basis is not the GHG Protocol's.
func TestMethodOfTheBasis(t *testing.T) {
	for _, basis := range calc.Bases {
		r := reporttest.Sample()
		r.Method.Basis = basis
		f := open(t, write(t, r, workbook.Options{}))
		texts := make(map[string]string)
		captions := 0
		for _, sheet := range []string{"Summary", "Method"} {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if sheet == "Method" && len(row) > 1 {
					texts[row[0]] = row[1]
				}
				if strings.Contains(strings.Join(row, " "), "--basis acquired") {
					captions++
				}
			}
		}
		sign := map[calc.Basis]string{
			calc.Annualised: "÷ lifetime", calc.Depreciated: "months of the lifetime",
			calc.Acquired: "acquired in the period", calc.Observed: "÷ observed years",
		}[basis]
		if !strings.Contains(texts["Manufacturing"], sign) {
			t.Errorf("%s: manufacturing is %q", basis, texts["Manufacturing"])
		}
		want := 2
		if basis == calc.Acquired {
			want = 0
		}
		if captions != want {
			t.Errorf("%s: %d captions about the basis, want %d", basis, captions, want)
		}
	}
}

// What nothing is known of is no 0 and no key figure, and a total that stands
// for few of the units is not written as the others are.
func TestUnknownTotals(t *testing.T) {
	r := reporttest.Sample()
	for i := range r.Impacts {
		r.Impacts[i].Coverage.Share = decimal.Zero
		if r.Impacts[i].Key == factors.GWP {
			r.Impacts[i].Known = false
		}
	}
	f := open(t, write(t, r, workbook.Options{}))
	rows, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	for n, row := range rows {
		if len(row) > 2 && row[0] == "Electricity used" {
			cell, _ := excelize.CoordinatesToCellName(3, n+1)
			style, err := f.GetCellStyle("Summary", cell)
			if err != nil {
				t.Fatal(err)
			}
			if s, err := f.GetStyle(style); err != nil || s.Font == nil || s.Font.Bold {
				t.Errorf("a total that stands for nothing is bold: %v, %v", s, err)
			}
			return
		}
		if n < 8 && slices.Contains(row, "0") {
			t.Errorf("row %d has a key figure of 0: %q", n+1, row)
		}
	}
	t.Error("there are no totals")
}
