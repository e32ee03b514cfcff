package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder makes the files the contents of a new working directory.
func folder(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func testApp(stdin string) *App {
	streams, in, _, _ := Test()
	in.WriteString(stdin)
	return &App{Streams: streams}
}

func names(in *inputs) string {
	var list []string
	for _, source := range in.sources {
		list = append(list, source.Name)
	}
	return strings.Join(list, " ")
}

func TestAFolderStandsForItsFiles(t *testing.T) {
	folder(t, "in/b.csv", "in/a.XLSX", "in/notes.md", "in/.hidden.csv", "in/~$a.xlsx", "in/sub/c.ods", "in/sub/.git/d.csv",
		"in/__MACOSX/a.csv", "in/pack/pack.yaml", "in/pack/factors.csv", "in/report.xlsx", "in/README.txt", "in/sub/z.zip", "out.csv")
	for link, target := range map[string]string{"in/out.csv": "../out.csv", "in/again.csv": "b.csv", "in/loop": ".", "in/gone.csv": "none.csv"} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link("in/b.csv", "in/sub/b.csv"); err != nil {
		t.Fatal(err)
	}
	in, err := testApp("").openInputs([]string{"in"}, []string{"in/report.xlsx", "in/report.json"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := names(in), "in/a.XLSX in/b.csv in/sub/b.csv in/sub/c.ods in/sub/z.zip"; got != want {
		t.Errorf("read %s, want %s: in the order of paths, without what this command writes", got, want)
	}
	if got, want := strings.Join(in.skipped, " "), "in/README.txt in/notes.md in/pack in/report.xlsx"; got != want {
		t.Errorf("skipped %s, want %s", got, want)
	}
	if got, want := strings.Join(in.links, " "), "in/gone.csv in/out.csv"; got != want {
		t.Errorf("links %s, want %s", got, want)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	folder(t, "a.csv", "empty/readme.md")
	if err := os.Symlink("a.csv", "link.csv"); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		args, written string
		want          string
	}{
		{"none.csv neither.csv", "", "none.csv: there is no such file or folder\nneither.csv: there is no such file or folder"},
		{"empty", "", "empty: the folder holds no file that can be read (CSV and other text, Excel, OpenDocument, and zip or gzip of those)"},
		{"a.csv link.csv", "", "link.csv is given twice (also as a.csv); its units would count twice"},
		{"- -", "", "- (standard input) is given twice; it can be read once"},
		{"a.csv", "link.csv", "link.csv is an input; writing the result there would destroy it"},
		{"a.csv", "z.csv ./z.csv", "./z.csv is given for two outputs; each needs a file of its own"},
		{"a.csv", "z.csv empty/../z.csv", "empty/../z.csv is given for two outputs; each needs a file of its own"},
		{"a.csv", "empty/readme.md y.csv empty/readme.md", "empty/readme.md is given for two outputs; each needs a file of its own"},
		{"a.csv", "none/out.csv", "none/out.csv: cannot be written: there is no folder none"},
		{"a.csv", "a.csv/out.csv", "a.csv/out.csv: cannot be written: a.csv is not a folder"},
	} {
		_, err := testApp("").openInputs(strings.Fields(tc.args), strings.Fields(tc.written))
		if err == nil || err.Error() != tc.want {
			t.Errorf("%s: error = %v, want %s", tc.args, err, tc.want)
		}
	}
}

func TestStandardInputCanBeReadTwice(t *testing.T) {
	in, err := testApp("category\nlaptop\n").openInputs([]string{"-"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		r, err := in.sources[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil || string(data) != "category\nlaptop\n" {
			t.Errorf("read %q, %v", data, err)
		}
	}
	if in.sources[0].Size != 16 || in.sources[0].Name != "standard input" {
		t.Errorf("source = %+v", in.sources[0])
	}
}

func TestNamesOfFilesSteerNoTerminal(t *testing.T) {
	folder(t, "f\x1b[31m.csv", "f[31m.csv", "f\u202e[31m.csv")
	in, err := testApp("").openInputs([]string{"."}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := names(in), "f[31m.csv f[31m.csv (2) f[31m.csv (3)"; got != want {
		t.Errorf("files are called %q, want %q", got, want)
	}
	for i, source := range in.sources {
		r, err := source.Open()
		if err != nil {
			t.Fatal(err)
		}
		if data, err := io.ReadAll(r); err != nil || string(data) != in.paths[i] {
			t.Errorf("read %q, %v of %q", data, err, in.paths[i])
		}
	}
	streams, _, _, errOut := Test()
	streams.Messagef("\tone\n%s", "f\x1b[31m\u009b\u202e.csv")
	if got, want := errOut.String(), "\tone\nf[31m.csv\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestALongStreamIsWhole(t *testing.T) {
	text := strings.Repeat("0123456789abcde\n", blockSize/16*2) + "the end"
	in, err := testApp(text).openInputs([]string{"-"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := in.sources[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(r); err != nil || string(data) != text || in.sources[0].Size != int64(len(text)) {
		t.Errorf("read %d bytes, %v; want %d", len(data), err, len(text))
	}
	at, ok := r.(io.ReaderAt)
	if !ok {
		t.Fatalf("%T has no ReadAt", r)
	}
	across := make([]byte, 32)
	if n, err := at.ReadAt(across, blockSize-16); n != 32 || err != nil || string(across) != text[:32] {
		t.Errorf("ReadAt = %q, %v", across[:n], err)
	}
}
