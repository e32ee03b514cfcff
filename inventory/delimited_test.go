package inventory

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// scanAll splits a text as the reader would, given the number of header cells.
func scanAll(text string, delimiter byte, width int, limits Limits) ([][]string, error) {
	s := newDelimitedScanner(strings.NewReader(text), delimiter, lineEndsCR([]byte(text)), limits.withDefaults(), &rowHint{cells: width})
	var rows [][]string
	for {
		r, err := s.next()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		var cells []string
		for _, c := range r.cells {
			cells = append(cells, string(c.text))
		}
		rows = append(rows, cells)
	}
}

func TestDelimitedScanner(t *testing.T) {
	for name, c := range map[string]struct {
		text      string
		delimiter byte
		width     int
		want      string // cells by |, rows by /
	}{
		"plain":                       {"a,b\n1,2\n", ',', 2, "a|b/1|2"},
		"no line end at the end":      {"a,b\n1,2", ',', 2, "a|b/1|2"},
		"CRLF":                        {"a,b\r\n1,2\r\n", ',', 2, "a|b/1|2"},
		"CR alone":                    {"a,b\r1,2\r", ',', 2, "a|b/1|2"},
		"CR within":                   {"a,b\n1,x\ry\n", ',', 2, "a|b/1|x\ry"},
		"blank line counts":           {"a,b\n\n1,2\n", ',', 2, "a|b//1|2"},
		"delimiter at the line end":   {"a;b;\n1;2;\n", ';', 2, "a|b|/1|2|"},
		"empty cells":                 {",,\n", ',', 0, "||"},
		"quoted":                      {"\"a,b\",\"c\"\"d\"\n", ',', 2, `a,b|c"d`},
		"quoted line break":           {"\"a\nb\",c\n", ',', 2, "a\nb|c"},
		"quotation mark within":       {`Dell 24" screen,b`, ',', 2, `Dell 24" screen|b`},
		"mark not doubled":            {`"Dell 24" screen",b`, ',', 2, `Dell 24" screen|b`},
		"inch mark at the cell's end": {"h1;h2;h3\n\"HP LA2405X 24\"\";\"desk\";x\n", ';', 3, `h1|h2|h3/HP LA2405X 24"|desk|x`},
		"doubled mark before a delimiter, rightly": {"h1,h2\n\"24\"\", black\",x\n", ',', 2, `h1|h2/24", black|x`},
		"mark never closed":                        {"h1,h2\n\"abc,1\nd,2\n", ',', 2, `h1|h2/"abc|1/d|2`},
		"empty quotes":                             {`"",""`, ',', 2, "|"},
		// The mark before abc is never closed; that of the next line would seem to close it.
		"closed by the next line's":                            {"a,b,c\nx,\"abc,1\ny,\"def\",2\nz,ghi,3\n", ',', 3, `a|b|c/x|"abc|1/y|def|2/z|ghi|3`},
		"closed by the next row's first":                       {"a,b,c\n\"x\",\"abc,1\n\"y\",\"def\",\"2\"\n", ',', 3, `a|b|c/x|"abc|1/y|def|2`},
		"line breaks and marks, rightly":                       {"a,b\nx,\"24\"\" screen\nblack\"\ny,z\n", ',', 2, "a|b/x|24\" screen\nblack/y|z"},
		"line breaks and marks, not doubled, in the last cell": {"a,b\nx,\"a 24\" screen\nblack\"\ny,z\n", ',', 2, "a|b/x|a 24\" screen\nblack/y|z"},
		"never closed, over many lines":                        {"a,b\n1,\"x\n" + strings.Repeat("2,y\n", 300), ',', 2, `a|b/1|"x` + strings.Repeat("/2|y", 300)},
		"never closed, in the last lines":                      {"a,b\n1,x\n2,\"y\n3,z", ',', 2, `a|b/1|x/2|"y/3|z`},
		"a header alone unquoted":                              {"a;b\n\"1\";\"2\"\n", ';', 2, "a|b/1|2"},
		"lone mark":                                            {`"`, ',', 1, `"`},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := scanAll(c.text, c.delimiter, c.width, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			var lines []string
			for _, r := range rows {
				lines = append(lines, strings.Join(r, "|"))
			}
			if got := strings.Join(lines, "/"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Before the header is known, the head of the file shows how many cells a row has.
func TestMarksInAShortFile(t *testing.T) {
	text := "TAG;Model;Type;\n\"T1\";\"HP LA2405X 24\"\";\"Monitor\";\n\"T2\";\"HP 22\" wide\";\"Monitor\";\n"
	in := &input{ctx: t.Context(), limits: DefaultLimits(), source: Source{Name: "ocs.csv", Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}}
	doc, _, err := openDocument(in)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for r, err := range doc.rows(0, new(rowHint)) {
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.cells {
			got = append(got, string(c.text))
		}
		got = append(got, strconv.FormatBool(r.unbalanced))
	}
	if got, want := strings.Join(got, "|"), `TAG|Model|Type||false|T1|HP LA2405X 24"|Monitor||true|T2|HP 22" wide|Monitor||false`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What encoding/csv writes, the scanner reads, whatever is in the cells.
func TestDelimitedScannerReadsWhatCSVWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 5).Draw(t, "width")
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab ,;\"\n\té")), 0, 12, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(text, width, width), 1, 8).Draw(t, "rows")
		var buf bytes.Buffer
		w := csv.NewWriter(&buf)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		got, err := scanAll(buf.String(), ',', width, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(rows) {
			t.Fatalf("wrote %q\ntext  %q\nread  %q", rows, buf.String(), got)
		}
	})
}

func TestDelimitedLimits(t *testing.T) {
	for name, c := range map[string]struct {
		text   io.Reader
		limits Limits
		want   string
	}{
		"a gigabyte in one cell":        {endless("a,b\n", "x"), Limits{}, "cell_bytes"},
		"a gigabyte in one quoted cell": {endless("a,b\n\"", "x"), Limits{}, "cell_bytes"},
		"a billion columns":             {endless("a,b\n", ","), Limits{}, "columns"},
		"a billion rows":                {endless("a,b\n", "1,2\n"), Limits{Rows: 100_000}, "rows"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newDelimitedScanner(c.text, ',', false, c.limits.withDefaults(), &rowHint{cells: 2})
			for {
				_, err := s.next()
				if err == nil {
					continue
				}
				var why *refusal
				if !errors.As(err, &why) || why.code != CodeLimitExceeded || why.args[0] != c.want {
					t.Fatalf("got %v, want the limit of %s", err, c.want)
				}
				return
			}
		})
	}
}

// endless returns a text that begins with head and goes on for a gigabyte.
func endless(head, repeated string) io.Reader {
	block := strings.Repeat(repeated, 64<<10/len(repeated))
	readers := []io.Reader{strings.NewReader(head)}
	for range (1 << 30) / len(block) {
		readers = append(readers, strings.NewReader(block))
	}
	return io.MultiReader(readers...)
}

// A file in which every line opens a quotation costs no more than any other.
func TestDelimitedScannerIsLinear(t *testing.T) {
	text := strings.Repeat("\"x,1\n", 300_000)
	rows, err := scanAll(text, ',', 2, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 290_000 {
		t.Errorf("%d rows", len(rows))
	}
}

func TestSniffDelimiter(t *testing.T) {
	for text, want := range map[string]byte{
		"category,model\nlaptop,a\n":                                          ',',
		"category;model\nlaptop;a,b\n":                                        ';',
		"category\tmodel\nlaptop\ta\n":                                        '\t',
		"category|model\nlaptop|a\n":                                          '|',
		"Report; made on Monday, 3 March\n\ncategory,model\nlaptop,\"a;b\"\n": ',',
		"category\nlaptop\n":                                                  ',',
		"x;y\n1,5;2,5\n":                                                      ';',
	} {
		if got, _, _ := sniffDelimiter([]byte(text), false, DefaultLimits()); got != want {
			t.Errorf("sniffDelimiter(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]byte{"sep=;\na;b": ';', "\"sep=|\"\r\na|b": '|', "SEP=,\na": ',', "sep=\t\na\tb": '\t'} {
		if got, ok := statedDelimiter([]byte(text)); !ok || got != want {
			t.Errorf("statedDelimiter(%q) = %q %v", text, got, ok)
		}
	}
}

func FuzzDelimitedScanner(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2", "\"a\"\"b\",\"c\n\"\r\n\"", "\r\r\n\n", ";;;\"\";\""} {
		f.Add([]byte(seed), byte(','), 2)
	}
	f.Fuzz(func(t *testing.T, data []byte, delimiter byte, width int) {
		limits := Limits{CellBytes: 64, Columns: 16, Rows: 1000}
		s := newDelimitedScanner(bytes.NewReader(data), delimiter, lineEndsCR(data), limits.withDefaults(), &rowHint{cells: width % 20})
		for range len(data) + 2 {
			r, err := s.next()
			if err != nil {
				return
			}
			for _, c := range r.cells {
				if len(c.text) > 64 {
					t.Fatalf("a cell of %d bytes", len(c.text))
				}
			}
		}
		t.Fatal("more rows than bytes")
	})
}
