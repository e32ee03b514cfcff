package verify_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"govfootprint/internal/verify"
	"govfootprint/reports"
	"govfootprint/reports/reporttest"
	"govfootprint/reports/workbook"
)

const (
	main = `<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets>` +
		`<definedNames><definedName name="Manifest_Program">One!$A$1:$G$3</definedName></definedNames></workbook>`
	links = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`
)

// book writes a workbook of one sheet, with parts besides or instead.
func book(tb testing.TB, rows string, parts ...string) string {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	all := append([]string{
		"xl/workbook.xml", main, "xl/_rels/workbook.xml.rels", links,
		"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
	}, parts...)
	for i := 0; i < len(all); i += 2 {
		w, err := z.Create(all[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(all[i+1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

func open(tb testing.TB, path string) *verify.Book {
	tb.Helper()
	b, err := verify.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { b.Close() })
	return b
}

// What is the same though programs write it in other ways, and what is not.
func TestCompare(t *testing.T) {
	const shared = `<sst><si><t>London</t></si><si><r><t>Lee</t></r><r><t>ds</t></r><rPh><t>reading</t></rPh></si></sst>`
	for _, test := range []struct {
		name, found, expected string
		changed, computed     int64
	}{
		{"the same", `<c r="A1"><v>1</v></c>`, `<c r="A1"><v>1</v></c>`, 0, 0},
		{"fewer digits", `<c r="A1"><v>0.333333333333</v></c>`, `<c r="A1"><v>0.33333333333333331</v></c>`, 0, 0},
		{"another number", `<c r="A1"><v>0.3333</v></c>`, `<c r="A1"><v>0.33333333333333331</v></c>`, 1, 0},
		{"texts shared and not", `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>`, `<c r="A1" t="inlineStr"><is><t>London</t></is></c><c r="B1" t="inlineStr"><is><t>Leeds</t></is></c>`, 0, 0},
		{"another text", `<c r="A1" t="s"><v>1</v></c>`, `<c r="A1" t="inlineStr"><is><t>London</t></is></c>`, 1, 0},
		{"a text for a number", `<c r="A1" t="str"><v>1</v></c>`, `<c r="A1"><v>1</v></c>`, 1, 0},
		{"a text that a formula gives for a number", `<c r="A1" t="str"><f>B1</f><v>1</v></c>`, `<c r="A1"><f>B1</f><v>1</v></c>`, 0, 1},
		{"a value that is not kept", `<c r="A1" t="str"><f>B1</f><v></v></c>`, `<c r="A1"><f>B1</f></c>`, 0, 0},
		{"a formula written in another way", `<c r="A1"><f>SUM(One!B1:B2)</f><v>2</v></c>`, `<c r="A1"><f>SUM('One'!B1:B2)</f><v>2</v></c>`, 0, 0},
		{"another formula of the same value", `<c r="A1"><f>1+1</f><v>2</v></c>`, `<c r="A1"><f>SUM(One!B1:B2)</f><v>2</v></c>`, 1, 0},
		{"a number over a formula", `<c r="A1"><v>2</v></c>`, `<c r="A1"><f>1+1</f><v>2</v></c>`, 1, 0},
		{"a consequence", `<c r="A1"><f>B1*2</f><v>4</v></c>`, `<c r="A1"><f>B1*2</f><v>2</v></c>`, 0, 1},
		{
			"a formula that is shared",
			`<c r="C1"><f t="shared" ref="C1:D1" si="0">B1*$B1*B$1*$A$2+SUM('C1 x'!C1:C$1,C:C,$1:1)+LOG10(C1)&amp;"C1"</f><v>2</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c>`,
			`<c r="C1"><f>B1*$B1*B$1*$A$2+SUM('C1 x'!C1:C$1,C:C,$1:1)+LOG10(C1)&amp;"C1"</f><v>2</v></c><c r="D1"><f>C1*$B1*C$1*$A$2+SUM('C1 x'!D1:D$1,D:D,$1:1)+LOG10(D1)&amp;"C1"</f><v>2</v></c>`,
			0, 0,
		},
		{
			"another formula that is shared",
			`<c r="C1"><f t="shared" ref="C1:D1" si="0">B1*2</f><v>2</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c>`,
			`<c r="C1"><f>B1*2</f><v>2</v></c><c r="D1"><f>B1*2</f><v>2</v></c>`,
			1, 0,
		},
		{"a formula shared with none", `<c r="A1"><f t="shared" si="0"/><v>2</v></c>`, `<c r="A1"><f>B1*2</f><v>2</v></c>`, 1, 0},
		{"a formula for a number", `<c r="A1"><f t="shared" si="0"/><v>2</v></c>`, `<c r="A1"><v>2</v></c>`, 1, 0},
		{"one more", `<c r="A1"><v>1</v></c><c r="B1"><v>1</v></c>`, `<c r="A1"><v>1</v></c>`, 1, 0},
		{"one missing", ``, `<c r="A1"><v>1</v></c>`, 1, 0},
		{"empty cells", `<c r="A1" s="3"/><c r="B1"><v>1</v></c>`, `<c r="B1"><v>1</v></c>`, 0, 0},
		{"a line break as Excel writes it", `<c r="A1" t="str"><v>a_x000D_b</v></c>`, "<c r=\"A1\" t=\"str\"><v>a&#13;b</v></c>", 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := open(t, book(t, "<row>"+test.found+"</row>", "xl/sharedStrings.xml", shared))
			r, err := verify.Compare(found, open(t, book(t, "<row>"+test.expected+"</row>")), 0)
			if err != nil {
				t.Fatal(err)
			}
			if int64(len(r.Changed)) != test.changed || r.Computed != test.computed {
				t.Errorf("%d changed %+v, %d computed; want %d and %d", len(r.Changed), r.Changed, r.Computed, test.changed, test.computed)
			}
		})
	}
}

// As many differences are kept as are asked for, and the others counted.
func TestMost(t *testing.T) {
	const cells = 1500
	var found, expected strings.Builder
	for i := range cells {
		fmt.Fprintf(&found, `<row><c r="A%d"><v>1</v></c></row>`, i+1)
		fmt.Fprintf(&expected, `<row><c r="A%d"><v>2</v></c></row>`, i+1)
	}
	a, b := open(t, book(t, found.String())), open(t, book(t, expected.String()))
	for most, kept := range map[int]int{0: cells, 20: 20, 2 * cells: cells} {
		r, err := verify.Compare(a, b, most)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Changed) != kept || r.Others != int64(cells-kept) {
			t.Errorf("of at most %d, %d are kept and %d are others; want %d and %d", most, len(r.Changed), r.Others, kept, cells-kept)
		}
	}
}

// What no program writes is refused, with a reason.
func TestHostile(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		parts      []string
		want       string
	}{
		{"a part twice", "", []string{"xl/workbook.xml", main}, "twice"},
		{"a declared type", "", []string{"xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "b">]><sst/>`}, "declares a type"},
		{"cells out of order", `<c r="B1"><v>1</v></c><c r="A1"><v>1</v></c>`, nil, "not in order at A1"},
		{"a cell twice", `<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`, nil, "not in order at A1"},
		{"a cell nowhere", `<c r="AAAAA1"><v>1</v></c>`, nil, "of where it is"},
		{"a text that is not there", `<c r="A1" t="s"><v>7</v></c>`, nil, "not there"},
		{"cut off", `<c r="A1"><v>1`, nil, "syntax error"},
		{"a cell too long", `<c r="A1" t="str"><v>` + strings.Repeat("x", 1<<18) + `</v></c>`, nil, "longer than"},
		{"a name that leads nowhere", "", nil, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, err := verify.Open(book(t, test.rows, test.parts...))
			if err == nil {
				defer b.Close()
				_, err = verify.Compare(b, open(t, book(t, "")), 0)
			}
			if test.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error about %q", err, test.want)
			}
		})
	}
}

// The manifest of a report reads back as what was written.
func TestManifest(t *testing.T) {
	r := reporttest.Sample()
	r.Manifest.Options = append(r.Manifest.Options, reports.Option{Key: "idle", Value: "the default", Origin: "default", Unset: true})
	var b bytes.Buffer
	if err := workbook.Write(&b, r, workbook.Options{Language: "fr"}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := open(t, path).Manifest()
	if err != nil {
		t.Fatal(err)
	}
	if m.Program != "govfootprint" || m.Version != "0.1.0" || m.Layout != workbook.Layout {
		t.Errorf("the program is %q, %q, %q", m.Program, m.Version, m.Layout)
	}
	for i, o := range r.Manifest.Options {
		want := o.Value
		if o.Unset {
			want = ""
		}
		if m.Options[i].Key != o.Key || m.Options[i].Value != want {
			t.Errorf("option %d is %+v, want %+v", i, m.Options[i], o)
		}
	}
	if len(m.Inputs) != 2 || m.Inputs[1].Name != "network.csv" || m.Inputs[1].SHA256 != strings.Repeat("c01d", 16) || m.Inputs[1].Rows != "402" {
		t.Errorf("the inputs are %+v", m.Inputs)
	}
	if len(m.Packs) != len(r.Packs) || m.Packs[0].Ref != r.Packs[0].Ref() {
		t.Errorf("the packs are %+v", m.Packs)
	}
	if len(m.Totals) < len(r.Impacts) || m.Totals[0].Value != r.Impacts[0].Total.String() {
		t.Errorf("the totals are %+v", m.Totals)
	}
}

// FuzzSheet reads whatever a sheet may hold.
func FuzzSheet(f *testing.F) {
	for _, rows := range []string{`<c r="A1"><v>1</v></c>`, `<c r="A1" t="s"><v>0</v></c>`, `<c r="A1"><f t="shared"/></c>`, `<c r="ZZZ9"><is><t>x</t></is></c>`, `<c`, `]]>`} {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		b, err := verify.Open(book(t, rows))
		if err != nil {
			return
		}
		defer b.Close()
		if r, err := verify.Compare(b, b, 0); err == nil && !r.Equal() {
			t.Errorf("a workbook differs from itself: %+v", r)
		}
		_, _ = b.Manifest()
	})
}
