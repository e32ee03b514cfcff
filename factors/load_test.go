package factors_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"govfootprint/factors"
)

func TestLoadPack(t *testing.T) {
	fsys := files(packYAML("office", factors.Department, "family: equipment\n"),
		"a,laptop/14in,impact,manufacturing+distribution,gwp,,,238.57,132.36,331.88,kgCO2eq/device,lognormal,report,B,\"Median, of 233 sheets\"\r\n"+
			"b,laptop,impact,end_of_life/recycling,gwp,EU27,2024,5e-1,,,kgCO2e/unit,,report,C,\r\n"+
			"c,laptop,impact,end_of_life/unknown,gwp,EU27,2024,-0.5,,,kgCO2e/unit,,,C,\r\n",
		"d,laptop,lifetime,,,,0,48,36,60,month,triangular,report,C,\n"+
			"e,electricity/generation,impact,,gwp,CA-ON,2023,30,,,gCO2e/kWh,,report,A,\n",
	)
	fsys["p/README.md"] = &fstest.MapFile{Data: []byte("For people.")}
	fsys["p/.hidden"] = &fstest.MapFile{}
	pack, err := factors.LoadPack(fsys, "p")
	if err != nil {
		t.Fatal(err)
	}
	if pack.Ref() != "office@2026.1" || pack.Family != "equipment" || pack.Layer != factors.Department || pack.Dir != "p" ||
		pack.Published != "2026-01-01" || pack.Licence != "CC-BY-4.0" || len(pack.Sources) != 1 || len(pack.Factors) != 5 {
		t.Errorf("got %+v", pack)
	}
	a := pack.Factors[0]
	if a.ID != "a" || a.Subject != "laptop/14in" || a.Property != factors.PropertyImpact || a.Stage != factors.Manufacturing ||
		!cmp.Equal(a.Covers, []factors.Stage{factors.Distribution}) || a.StageText() != "manufacturing+distribution" || a.Impact != factors.GWP {
		t.Errorf("got %+v", a)
	}
	if !a.Value.Equal(dec("238.57")) || !a.Low.Decimal.Equal(dec("132.36")) || !a.High.Decimal.Equal(dec("331.88")) ||
		a.Unit.String() != "kgCO2e/unit" || a.Distribution != factors.Lognormal || a.Quality != factors.GradeB {
		t.Errorf("got %+v", a)
	}
	if a.Source != pack.Sources[0] || a.Source.Publisher != "A publisher" || a.Note != "Median, of 233 sheets" ||
		a.Pack != pack || a.File != "p/table0.csv" || a.Line != 2 {
		t.Errorf("got %+v", a)
	}
	b, c, d, e := pack.Factors[1], pack.Factors[2], pack.Factors[3], pack.Factors[4]
	if b.Stage != factors.EndOfLife || b.Route != factors.RouteRecycling || b.Place != "EU27" || b.Year != 2024 ||
		!b.Value.Equal(dec("0.5")) || b.StageText() != "end_of_life/recycling" {
		t.Errorf("got %+v", b)
	}
	if c.Route != "" || c.Source != nil || c.StageText() != "end_of_life" {
		t.Errorf("the unknown route is none, and a source may be missing for now: got %+v", c)
	}
	if d.Stage != "" || d.Impact != "" || d.Year != 0 || d.Unit.String() != "month" || d.File != "p/table1.csv" {
		t.Errorf("got %+v", d)
	}
	if e.Stage != factors.Use {
		t.Errorf("electricity belongs to the use stage: got %q", e.Stage)
	}
}

// TestLoadPackAcceptsAByteOrderMark: spreadsheets write one.
func TestLoadPackAcceptsAByteOrderMark(t *testing.T) {
	fsys := files("\ufeff"+packYAML("grid", factors.Base, ""), "")
	fsys["p/table0.csv"].Data = []byte("\ufeff" + header + grid("a", "GB", "2025", "0.177"))
	if _, err := factors.LoadPack(fsys, "p"); err != nil {
		t.Error(err)
	}
}

// TestLoadPackCollects finds what is wrong in two files and three rows at once.
func TestLoadPackCollects(t *testing.T) {
	fsys := files(strings.Replace(packYAML("grid", factors.Base, ""), "layer: base", "layer: basic", 1),
		grid("a", "UK", "2025", "0.177")+"\n"+grid("b", "GB", "25", "0,177")+"\n"+grid("c", "GB", "2025", "0.1")+"\n")
	_, err := factors.LoadPack(fsys, "p")
	loadError, ok := errors.AsType[*factors.LoadError](err)
	if !ok {
		t.Fatal(err)
	}
	var got []string
	for _, issue := range loadError.Issues {
		got = append(got, issue.Position()+" "+string(issue.Code))
	}
	want := []string{"p/pack.yaml:6:8 layer-invalid", "p/table0.csv:2:41 place-unknown", "p/table0.csv:3 row-length"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// endless is a file system with one file that never ends, whatever size it claims.
type endless struct{ fstest.MapFS }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if err != nil || name != "p/table0.csv" {
		return f, err
	}
	return endlessFile{f}, nil
}

type endlessFile struct{ fs.File }

func (endlessFile) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ','
	}
	return len(p), nil
}

type broken struct{ fstest.MapFS }

func (b broken) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".csv") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func TestLoadPackLimits(t *testing.T) {
	good := func() fstest.MapFS {
		return files(packYAML("grid", factors.Base, ""), grid("a", "GB", "2025", "0.177"))
	}
	many := good()
	for i := range 501 {
		many["p/note"+strings.Repeat("x", i)+".md"] = &fstest.MapFile{}
	}
	link := good()
	link["p/passwords.csv"] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("/etc/passwd")}
	large := good()
	large["p/pack.yaml"] = &fstest.MapFile{Data: make([]byte, 1<<20+1)}
	for _, c := range []struct {
		name string
		fsys fs.FS
		dir  string
		want string
	}{
		{"path out of the file system", good(), "../p", "../p: is not a folder that can be read (not a clean relative path); name the folder that holds pack.yaml"},
		{"absolute path", good(), "/p", "/p: is not a folder that can be read (not a clean relative path); name the folder that holds pack.yaml"},
		{"no such folder", good(), "q", "q: is not a folder that can be read (file does not exist); name the folder that holds pack.yaml"},
		{"too many files", many, "p", "p: holds more than 500 files; is this the folder of one pack?"},
		{"a link out of the pack", link, "p", "p/passwords.csv: is not read: it is a link or a device, not a file; a pack holds pack.yaml, .csv files, and notes as .md or .txt; move anything else elsewhere"},
		{"an endless table", endless{good()}, "p", "p/table0.csv: is larger than 64 MiB; split it into several files or packs"},
		{"a large pack.yaml", large, "p", "p/pack.yaml: is larger than 1 MiB; split it into several files or packs"},
		{"an unreadable table", broken{good()}, "p", "p/table0.csv: cannot be read: permission denied"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pack, err := factors.LoadPack(c.fsys, c.dir)
			if pack != nil || err == nil || err.Error() != c.want {
				t.Errorf("got %v, %v\nwant %s", pack, err, c.want)
			}
		})
	}
}

// TestEveryCodeOfLoadingIsTested keeps testdata/bad complete.
func TestEveryCodeOfLoadingIsTested(t *testing.T) {
	seen := map[factors.Code]bool{
		// Tested in this file and in those of the library and the embedded packs.
		factors.NotAFolder: true, factors.TooManyFiles: true, factors.FileTooLarge: true, factors.FileUnreadable: true,
		factors.FolderMismatch: true, factors.PackUnknown: true, factors.PackConflict: true, factors.FamilyConflict: true,
		factors.ImpactConflict: true, factors.ReferenceInvalid: true, factors.FactorSourceEmpty: true,
		// Would need a table of a million rows.
		factors.TooManyRows: true,
	}
	entries, err := os.ReadDir("testdata/bad")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		_, err := factors.LoadPack(os.DirFS("testdata/bad"), entry.Name())
		if loadError, ok := errors.AsType[*factors.LoadError](err); ok {
			for _, issue := range loadError.Issues {
				seen[issue.Code] = true
			}
		}
	}
	entries, err = os.ReadDir("testdata/lint")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		pack, err := factors.LoadPack(os.DirFS("testdata/lint"), entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, issue := range factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-12-01"}) {
			seen[issue.Code] = true
		}
	}
	for _, code := range factors.Codes() {
		if !seen[code] {
			t.Errorf("no test brings up %s", code)
		}
	}
}
