package factors

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestEmbeddedPacks loads what the program carries and lints it. Warnings are
// for people to judge; an error must not ship.
func TestEmbeddedPacks(t *testing.T) {
	packs, err := EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	if len(packs) == 0 {
		t.Fatal("no packs are embedded")
	}
	for _, issue := range Lint(packs, LintOptions{}) {
		if issue.Severity == SeverityError {
			t.Error(issue)
		}
	}
}

func TestDefaultPacksFitTogether(t *testing.T) {
	packs, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewLibrary(packs...); err != nil {
		t.Fatal(err)
	}
	all, err := EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	selected, err := Select(all, nil)
	if err != nil || len(selected) != len(packs) {
		t.Fatalf("selecting nothing gives %d packs, %v, want the %d default ones", len(selected), err, len(packs))
	}
	for i := range packs {
		if selected[i].Ref() != packs[i].Ref() || selected[i].Hash() != packs[i].Hash() {
			t.Errorf("%s is selected as %s", packs[i].Ref(), selected[i].Ref())
		}
	}
}

func embeddedFiles(source string) fstest.MapFS {
	return fstest.MapFS{
		"default.yaml":            {Data: []byte("packs:\n  - grid@1\n")},
		"grid/1/pack.yaml":        {Data: []byte("name: grid\nversion: \"1\"\nlayer: base\nlicence: CC0-1.0\nsources:\n  - id: report\n    title: A report\n")},
		"grid/1/electricity.csv":  {Data: []byte(strings.Join(Columns, ",") + "\na,electricity/generation,impact,use,gwp,GB,2025,0.1,,,kgCO2e/kWh,," + source + ",A,\n")},
		"places.yaml":             {},
		"notes/README.md":         {},
		"grid/README.md":          {},
		"unversioned/pack.yaml":   {},
		"deep/1/folder/pack.yaml": {},
	}
}

func TestEmbeddedPacksAreStricter(t *testing.T) {
	if packs, err := loadAll(embeddedFiles("report")); err != nil || len(packs) != 1 || packs[0].Ref() != "grid@1" {
		t.Fatalf("got %v, %v", packs, err)
	}
	_, err := loadAll(embeddedFiles(""))
	want := "grid/1/electricity.csv:2:67: source: the factor names no source; name the publication it comes from: add it to `sources` in pack.yaml and write its id here"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	moved := embeddedFiles("report")
	moved["grid/2/pack.yaml"], moved["grid/2/electricity.csv"] = moved["grid/1/pack.yaml"], moved["grid/1/electricity.csv"]
	_, err = loadAll(moved)
	want = "grid/2/pack.yaml: stands in the folder grid/2; expected grid/1; rename the folder, or correct name and version"
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestDefaultSaysWhatIsMissing(t *testing.T) {
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		want   string
	}{
		"a pack":    {func(m fstest.MapFS) { m["default.yaml"].Data = []byte("packs: [grid@1, grid@2, grid]") }, "default.yaml: \"grid@2\" is not among the packs of this program; each entry must be NAME@VERSION, with its pack in the folder NAME/VERSION\ndefault.yaml: \"grid\" is not among the packs of this program; each entry must be NAME@VERSION, with its pack in the folder NAME/VERSION"},
		"the list":  {func(m fstest.MapFS) { delete(m, "default.yaml") }, "the list of default packs: open default.yaml: file does not exist"},
		"its packs": {func(m fstest.MapFS) { m["default.yaml"].Data = []byte("packs: []") }, "default.yaml: lists no packs"},
		"its key":   {func(m fstest.MapFS) { m["default.yaml"].Data = []byte("pack: [grid@1]") }, "default.yaml: yaml: unmarshal errors:\n  line 1: field pack not found in type struct { Packs []string \"yaml:\\\"packs\\\"\" }"},
		"a source":  {func(m fstest.MapFS) { m["grid/1/electricity.csv"] = embeddedFiles("")["grid/1/electricity.csv"] }, "grid/1/electricity.csv:2:67: source: the factor names no source; name the publication it comes from: add it to `sources` in pack.yaml and write its id here"},
	} {
		data := embeddedFiles("report")
		c.change(data)
		if packs, err := defaultPacks(data); packs != nil || err == nil || err.Error() != c.want {
			t.Errorf("without %s:\n got %v\nwant %s", name, err, c.want)
		}
	}
}

func TestEmbeddedIsReadable(t *testing.T) {
	if _, err := fs.Stat(Embedded(), defaultFile); err != nil {
		t.Error(err)
	}
}
