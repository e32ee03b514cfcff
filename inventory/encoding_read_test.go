package inventory_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"govfootprint/inventory"
)

// The encoding is that of the text as a whole, wherever its first accent stands,
// and whether or not the column is read.
func TestEncodingOfFile(t *testing.T) {
	const header, plain, accents = "User;Type;Model;Quantity;Site\n", "A;Laptop;Latitude 5420;1;Leeds\n", "André;Écran;P2419H;2;Genève\n"
	long := strings.Repeat(plain, 8000) // longer than what is looked at first
	in := func(to *charmap.Charmap, text string) string {
		data, err := to.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	windows, mac := in(charmap.Windows1252, accents), in(charmap.Macintosh, accents)
	for name, c := range map[string]struct {
		text, want string
		plain      bool // no accent in what is read
	}{
		"UTF-8 far down":                  {text: header + long + accents, want: "utf-8"},
		"Windows-1252 far down":           {text: header + long + windows, want: "windows-1252"},
		"MacRoman far down":               {text: header + long + strings.Repeat(mac, 5), want: "macroman"},
		"below a title":                   {text: "Equipment\n" + header + plain + windows, want: "windows-1252"},
		"in a title only":                 {text: in(charmap.Windows1252, "Matériel\n") + header + plain, want: "windows-1252", plain: true},
		"in a column that is not read":    {text: header + in(charmap.Windows1252, "André;Laptop;Latitude 5420;1;Leeds\n"), want: "windows-1252", plain: true},
		"one cell among many":             {text: header + strings.Repeat(accents, 20) + windows, want: "utf-8"},
		"a character across two reads":    {text: header + strings.Repeat(plain, 2114) + strings.Repeat(accents, 3000), want: "utf-8"},
		"only ASCII":                      {text: header + plain, want: "utf-8", plain: true},
		"an unfinished character at last": {text: header + plain + "A;Laptop;Latitude 5420;1;Li\xC3", want: "windows-1252", plain: true},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, memorySource("inventory.csv", []byte(c.text)))
			if got := r.Files[0].Encoding; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			found := false
			for p := range r.Estate.All() {
				found = found || p.Category == "monitor" && p.Site == "Genève"
			}
			if found == c.plain {
				t.Errorf("accents found: %v", found)
			}
		})
	}
}
