package inventory

import (
	"strings"
	"testing"
)

// Headers that nobody knows are shown unless they are about a person; if one is,
// the row is most likely one of data.
func TestPublicHeaders(t *testing.T) {
	for line, want := range map[string]string{
		"Type|Model|Laptop of Jane Doe|Colour":                         "Type|Model|C|Colour",
		"Type|Model|jane@example.org":                                  "Type|Model|C",
		"Type|Model|Jane Doe|Doe, Jane|Mr Doe|07700 900123|7HJ2K93|Xy": "Type|Model|C|D|E|F|G|H",
		"Type|Model|Jane|Remote - J Smith":                             "Type|Model|C|D",
		"Type|LAPTOP-JSMITH|Model":                                     "Type|B|Model",
		"Type|Assigned to|User: Jane":                                  "Type|Assigned to|C",
		"Type|laptop_modell|Kostenstelle|State of play|Max Power (W)":  "Type|laptop_modell|Kostenstelle|State of play|Max Power (W)",
		"Type|Bill To|Grace period|Mark|Windows 11 ready|7HJ2K93":      "Type|Bill To|Grace period|Mark|Windows 11 ready|7HJ2K93",
	} {
		var got []string
		hs := rowsOf(strings.Split(line, "|"))[0].headers
		for _, h := range (&headerRow{headers: hs}).public(headers(), nil) {
			got = append(got, h.text)
		}
		if text := strings.Join(got, "|"); text != want {
			t.Errorf("%s: shown as %s, want %s", line, text, want)
		}
	}
	for line := range dataLines("headers.tsv") {
		for head := range strings.SplitSeq(line[1], "|") {
			head, _, _ = strings.Cut(head, "@")
			if shown := (&headerRow{headers: []header{headerKey(head)}}).public(headers(), nil)[0].text; shown != head {
				t.Errorf("%s, which is known, is shown as %s", head, shown)
			}
		}
	}
}
