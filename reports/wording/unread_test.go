package wording_test

import (
	"testing"

	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

func TestUnread(t *testing.T) {
	file := func(name string, refused bool) inventory.FileInfo {
		return inventory.FileInfo{Name: name, Refused: refused}
	}
	many := []inventory.FileInfo{file("a", true), file("b", true), file("c", true), file("d", true), file("e", true), file("f", false)}
	for _, c := range []struct {
		files []inventory.FileInfo
		en    string
		fr    string
	}{
		{nil, "", ""},
		{[]inventory.FileInfo{file("a.csv", false)}, "", ""},
		{
			[]inventory.FileInfo{file("a.csv", true), file("b.csv", false), file("c.csv", false)},
			"1 of 3 files could not be read and is in no total: a.csv", "1 sur 3 fichiers n’a pas pu être lu et n’entre dans aucun total\u202f: a.csv",
		},
		{many, "5 of 6 files could not be read and are in no total: a, b, c, 2 more", "5 sur 6 fichiers n’ont pas pu être lus et n’entrent dans aucun total\u202f: a, b, c et 2 autres"},
	} {
		for language, want := range map[string]string{"en": c.en, "fr": c.fr} {
			texts, err := wording.In(language)
			if err != nil {
				t.Fatal(err)
			}
			if got := texts.Unread(reports.Manifest{Files: c.files}); got != want {
				t.Errorf("%s: %q, want %q", language, got, want)
			}
		}
	}
}
