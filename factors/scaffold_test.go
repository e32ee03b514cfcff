package factors_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"govfootprint/factors"
)

// TestScaffoldLoads: a new pack is valid, clean, and changes no result.
func TestScaffoldLoads(t *testing.T) {
	content, err := factors.Scaffold("/srv/packs/Ministry of Works")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, data := range content {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	pack, err := factors.LoadPack(fsys, ".")
	if err != nil {
		t.Fatal(err)
	}
	if pack.Name != "ministry-of-works" || pack.Layer != factors.Department || len(pack.Factors) == 0 {
		t.Errorf("got %s, %s, %d factors", pack.Name, pack.Layer, len(pack.Factors))
	}
	if issues := factors.Lint([]*factors.Pack{pack}, factors.LintOptions{Today: "2026-12-01"}); len(issues) != 0 {
		t.Errorf("got %v", issues)
	}
	for _, f := range pack.Factors {
		if !strings.HasPrefix(f.Subject, "example maker:") {
			t.Errorf("%s would change results before anybody edited it", f.ID)
		}
	}
	if len(content["README.md"]) == 0 || strings.Contains(string(content["README.md"]), "my-department") {
		t.Error("the README does not carry the name of the pack")
	}
}

func TestScaffoldNames(t *testing.T) {
	for dir, want := range map[string]string{"finance": "finance", "./2026 Finance_Pack/": "finance-pack", "/": "", "2026": "", "---": ""} {
		content, err := factors.Scaffold(dir)
		if want == "" {
			if err == nil {
				t.Errorf("%q named a pack", dir)
			}
			continue
		}
		if err != nil || !strings.Contains(string(content["pack.yaml"]), "\nname: "+want+"\n") {
			t.Errorf("%q: got %v, %s", dir, err, content["pack.yaml"])
		}
	}
}
