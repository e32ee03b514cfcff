package factors

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var publish = flag.Bool("publish", false, "add packs that are not in testdata/published.txt yet")

// TestPublishedPacksNeverChange: results name the packs they were made with, and
// must come out the same years later. Once a pack is in testdata/published.txt its
// content is frozen; a correction is a new version beside it.
func TestPublishedPacksNeverChange(t *testing.T) {
	const file = "testdata/published.txt"
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	published := map[string]string{}
	for line := range strings.Lines(string(content)) {
		if ref, hash, ok := strings.Cut(strings.TrimSpace(line), " "); ok && !strings.HasPrefix(line, "#") {
			published[ref] = hash
		}
	}
	packs, err := EmbeddedPacks()
	if err != nil {
		t.Fatal(err)
	}
	hashes := map[string]string{}
	for _, p := range packs {
		hashes[p.Ref()] = p.Hash()
	}
	for ref, hash := range published {
		switch hashes[ref] {
		case hash:
		case "":
			t.Errorf("%s was published and is no longer embedded; results made with it cannot be run again", ref)
		default:
			t.Errorf("%s was published as %s and is now %s; restore it, and put the change into a new version", ref, hash, hashes[ref])
		}
	}
	if !*publish {
		return
	}
	var text strings.Builder
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(line, "#") {
			text.WriteString(line)
		}
	}
	maps.Copy(hashes, published)
	for _, ref := range slices.Sorted(maps.Keys(hashes)) {
		text.WriteString(ref + " " + hashes[ref] + "\n")
	}
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
