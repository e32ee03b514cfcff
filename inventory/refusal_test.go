package inventory_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"govfootprint/inventory"
)

func zipOf(names ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, _ := z.Create(name)
		_, _ = io.WriteString(w, "<x/>")
	}
	_ = z.Close()
	return b.Bytes()
}

// Files that are no inventory are told apart, so that the message can say what to do.
func TestRefusedFiles(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	for name, c := range map[string]struct {
		data string
		want string
	}{
		"empty":               {"", "file_empty []"},
		"white space":         {" \r\n\t\n", "file_empty []"},
		"byte-order mark":     {"\xEF\xBB\xBF", "file_empty []"},
		"UTF-16 mark":         {"\xFF\xFE", "file_empty []"},
		"PDF":                 {"%PDF-1.7\n...", "file_type [pdf]"},
		"JPEG":                {"\xFF\xD8\xFF\xE0..JFIF", "file_type [jpeg]"},
		"PNG":                 {"\x89PNG\r\n\x1a\n...", "file_type [png]"},
		"gzip":                {"\x1F\x8B\x08\x00...", "file_damaged [gzip does not match its checksum or ends early]"},
		"old Excel":           {ole, "file_type [xls]"},
		"password":            {ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "file_encrypted []"},
		"web page":            {"<!DOCTYPE html><html><p>Please sign in</p>", "file_type [html]"},
		"web archive":         {"MIME-Version: 1.0\nContent-Type: multipart/related", "file_type [mhtml]"},
		"table of a web page": {"<table><tr><td>laptop", "header_missing [category,model,quantity]"},
		"XML":                 {"<?xml version=\"1.0\"?>\n<assets><asset/></assets>", "file_type [xml]"},
		"Excel 2003 XML cut":  {"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "file_damaged [XML ends early]"},
		"JSON":                {`[{"category": "laptop"}]`, "file_type [json]"},
		"program":             {"\x7FELF\x02\x01", "file_type [binary]"},
		"noise":               {"ab\x00\x01\x02cd\x03\x04\x05\x06\x07\x08ef", "file_type [binary]"},
		"ODS without sheets":  {string(zipOf("mimetype", "content.xml", "META-INF/manifest.xml")), "file_damaged [workbook has no sheets]"},
		"tar":                 {"a.csv" + strings.Repeat("\x00", 252) + "ustar\x0000", "file_type [tar]"},
		"XLSB":                {string(zipOf("xl/workbook.bin")), "file_type [xlsb]"},
		"Word":                {string(zipOf("word/document.xml")), "file_type [docx]"},
		"ZIP of pictures":     {string(zipOf("a.png", "README.txt", "__MACOSX/a.csv", "folder/.DS_Store")), "archive_empty []"},
		"ZIP cut":             {string(zipOf("xl/workbook.xml"))[:40], "file_damaged [archive zip: not a valid zip file]"},
		"prose":               {"Dear all,\nplease find our laptops below.\n", "header_missing [category,model,quantity]"},
		"no header":           {"1,Dell,Latitude 5420\n2,HP,EliteBook\n", "header_missing [category,model,quantity]"},
		"misspelt headers":    {"Catagory,Quantitty,Countrry\nlaptop,2,GB\n", "header_missing [category,model,quantity Catagory category Quantitty quantity Countrry country]"}, //nolint:misspell // on purpose
		"nothing says what":   {"Department,Quantity,Country\nFinance,2,GB\n", "columns_missing [category,model]"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, c.data)
			if got := refusalOf(r); got != c.want {
				t.Errorf("refused for %q, want %q", got, c.want)
			}
			if !r.Files[0].Refused || r.Estate.Len() > 0 {
				t.Error("the file was not refused")
			}
		})
	}
}

// A refused file leaves the others as they are.
func TestOneBadFileAmongOthers(t *testing.T) {
	options := inventory.Options{Period: inventory.CalendarYear(2024), Limits: inventory.Limits{Rows: 3}}
	good := memorySource("good.csv", []byte("category,quantity\nlaptop,3\n"))
	long := memorySource("long.csv", []byte("category,quantity\nlaptop,3\nlaptop,3\nlaptop,3\nlaptop,3\n"))
	r := read(t, options, long, good, memorySource("empty.csv", nil))
	wantEstate(t, r, "laptop 3 units")
	if got := refusalOf(r); got != "limit_exceeded [rows 3]" {
		t.Errorf("refused for %s", got)
	}
	for p := range r.Problems.All() {
		if p.Code == inventory.CodeLimitExceeded && (p.File != "long.csv" || p.Row != 4) {
			t.Errorf("placed at %s, row %d", p.File, p.Row)
		}
	}
}

func TestLimits(t *testing.T) {
	var many strings.Builder
	many.WriteString("category,department,model\n")
	for i := range 3000 {
		fmt.Fprintf(&many, "laptop,Department %d %s,\n", i, strings.Repeat("x", 50))
	}
	for name, c := range map[string]struct {
		text   string
		limits inventory.Limits
		want   string
	}{
		"file":          {"category\nlaptop\n" + strings.Repeat("laptop\n", 100), inventory.Limits{FileBytes: 100}, "limit_exceeded [file_bytes 100]"},
		"columns":       {"category,quantity,a,b,c\nlaptop,1,,,\n", inventory.Limits{Columns: 4}, "limit_exceeded [columns 4]"},
		"cell":          {"category,quantity\nlaptop," + strings.Repeat("1", 500) + "\n", inventory.Limits{CellBytes: 200}, "limit_exceeded [cell_bytes 200]"},
		"distinct text": {many.String(), inventory.Limits{TextBytes: 10_000}, "limit_exceeded [distinct_text 10000]"},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), Limits: c.limits}, memorySource("a.csv", []byte(c.text)))
			if got := refusalOf(r); got != c.want {
				t.Errorf("refused for %q, want %q", got, c.want)
			}
			if r.Estate.Len() > 0 {
				t.Error("a refused file left something in the estate")
			}
		})
	}
}

// Ten thousand bad rows are counted exactly and kept up to the limit; the hook hears of all.
func TestManyProblems(t *testing.T) {
	heard := 0
	options := inventory.Options{Period: inventory.CalendarYear(2024), Limits: inventory.Limits{Problems: 100}, OnProblem: func(inventory.Problem) { heard++ }}
	text := "category,quantity,status\n" + strings.Repeat("laptop,-1,\n", 10_000) + strings.Repeat("gizmo,1,\n", 5_000)
	r := read(t, options, memorySource("a.csv", []byte(text)))
	p := r.Problems
	if p.CountBySeverity()[inventory.Rejected] != 10_000 || p.CountByCode()[inventory.CodeCategoryUnknown] != 5_000 || int64(heard) != p.Count() {
		t.Errorf("%d problems, %v, heard %d", p.Count(), p.CountByCode(), heard)
	}
	kept := map[inventory.Code]int{}
	for problem := range p.All() {
		kept[problem.Code]++
	}
	if kept[inventory.CodeQuantityNotPositive] != 100 || kept[inventory.CodeCategoryUnknown] != 10 {
		t.Errorf("kept %v", kept)
	}
	if p.Truncated() != p.Count()-111 { // and the note on the country
		t.Errorf("%d left out of %d", p.Truncated(), p.Count())
	}
}

func TestCancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	text := []byte("category,quantity\n" + strings.Repeat("laptop,1\n", 500_000))
	options := inventory.Options{Period: inventory.CalendarYear(2024), Progress: func(int64, int64) { cancel() }}
	if _, err := inventory.Read(ctx, []inventory.Source{memorySource("a.csv", text)}, options); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestSourceErrors(t *testing.T) {
	options := inventory.Options{Period: inventory.CalendarYear(2024)}
	absent := inventory.Source{Name: "absent.csv", Open: func() (io.ReadCloser, error) { return nil, fs.ErrNotExist }}
	var source *inventory.SourceError
	if _, err := inventory.Read(t.Context(), []inventory.Source{absent}, options); !errors.As(err, &source) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("absent: %v", err)
	}
	broken := errors.New("the disk is broken")
	failing := inventory.Source{Name: "failing.csv", Size: -1, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader("category,quantity\n"+strings.Repeat("laptop,1\n", 40_000)), failingReader{broken})), nil
	}}
	if _, err := inventory.Read(t.Context(), []inventory.Source{failing}, options); !errors.Is(err, broken) {
		t.Errorf("failing: %v", err)
	}
	if _, err := inventory.Read(t.Context(), nil, inventory.Options{}); err == nil {
		t.Error("no period, no error")
	}
	options.DefaultCountry = "Narnia"
	if _, err := inventory.Read(t.Context(), nil, options); err == nil {
		t.Error("no such country, no error")
	}
}

type failingReader struct{ err error }

func (r failingReader) Read([]byte) (int, error) { return 0, r.err }

func FuzzRead(f *testing.F) {
	f.Add([]byte("category,quantity,acquired\nlaptop,1,2020-01-01\n"))
	f.Add([]byte("sep=;\nType;Modèle;Quantité;\n\"Portable\";\"24\"\";\"1,234\";\n"))
	f.Add([]byte("\xFF\xFEc\x00a\x00t\x00"))
	f.Add([]byte("# govfootprint estate; format=1; period=2024"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := inventory.Read(context.Background(), []inventory.Source{memorySource("f", data)}, inventory.Options{Period: inventory.CalendarYear(2024), Observed: true})
		if err != nil {
			t.Fatal(err)
		}
		_ = report(r)
		_ = estateText(t, r.Estate)
	})
}
