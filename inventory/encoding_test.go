package inventory

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func encoded(t *testing.T, to *charmap.Charmap, text string) string {
	t.Helper()
	data, err := to.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Encodings are told by their bytes, whatever a byte-order mark says.
func TestSniffEncoding(t *testing.T) {
	french := "Modèle,Équipement,Année,État\nÉcran,l’écran à côté de l’unité,année,cœur\n"
	for name, c := range map[string]struct {
		text string
		want string
		read string // what the text is read as, where that is not itself
	}{
		"ASCII":                       {text: "a,b\n", want: encodingUTF8},
		"UTF-8":                       {text: french, want: encodingUTF8},
		"UTF-8 cut in a character":    {text: french[:5], want: encodingUTF8},
		"Windows-1252":                {text: encoded(t, charmap.Windows1252, french), want: encodingUTF8},
		"Windows-1252, Spanish":       {text: encoded(t, charmap.Windows1252, "Año,Batería,Ubicación\nportátil,l’a,cœur\n"), want: encodingUTF8},
		"a sign of Windows-1252":      {text: encoded(t, charmap.Windows1252, "Intel® Core™ i5,900 €\r"), want: encodingMacRoman, read: "-"}, // line ends decide where words do not
		"the same with line feeds":    {text: encoded(t, charmap.Windows1252, "Intel® Core™ i5,900 €\n"), want: encodingUTF8},
		"MacRoman":                    {text: encoded(t, charmap.Macintosh, french), want: encodingMacRoman, read: french},
		"MacRoman, German":            {text: encoded(t, charmap.Macintosh, "Gerät,Stück,Größe,für\n"), want: encodingMacRoman, read: "Gerät,Stück,Größe,für\n"},
		"UTF-8 mark, Windows-1252":    {text: "\xEF\xBB\xBF" + encoded(t, charmap.Windows1252, french), want: encodingUTF8},
		"UTF-16BE mark, UTF-8":        {text: "\xFE\xFF" + french, want: encodingUTF8, read: french},
		"UTF-16BE mark, Windows-1252": {text: "\xFE\xFF" + encoded(t, charmap.Windows1252, french), want: encodingUTF8, read: encoded(t, charmap.Windows1252, french)},
		"UTF-16LE mark, UTF-16BE":     {text: "\xFF\xFE\x00a\x00,\x00b\x00\n\x00a\x00,\x00b\x00\n", want: encodingUTF16BE, read: "a,b\na,b\n"},
		"UTF-16LE":                    {text: "\xFF\xFEa\x00,\x00b\x00", want: encodingUTF16LE, read: "a,b"},
		"UTF-16LE without a mark":     {text: "a\x00,\x00b\x00\n\x00", want: encodingUTF16LE, read: "a,b\n"},
		"Hebrew in UTF-16LE":          {text: "\xFF\xFE\xD0\x05\xD1\x05,\x00\xD2\x05\n\x00", want: encodingUTF16LE, read: "אב,ג\n"},
		"a mark alone":                {text: "\xFF\xFE", want: encodingUTF16LE, read: ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := sniffEncoding([]byte(c.text))
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if c.read == "-" {
				return
			}
			if c.read == "" && name != "a mark alone" {
				c.read = strings.TrimPrefix(c.text, "\xEF\xBB\xBF")
			}
			read, err := io.ReadAll(decode(strings.NewReader(c.text), got, []byte(c.text)))
			if err != nil || string(read) != c.read {
				t.Errorf("read %q, %v; want %q", read, err, c.read)
			}
		})
	}
}

// Zero bytes that fill fields are left out; a file of many others is no text.
func TestZeroBytesInText(t *testing.T) {
	padded := []byte("category;model\x00\x00\x00;quantity\n" + strings.Repeat("laptop\x00\x00;Latitude 5420\x00;1\n", 20))
	if kind, other := sniffKind(padded); kind != kindText || other != "" {
		t.Errorf("got %q %q", kind, other)
	}
	dropped, err := io.ReadAll(&zeroDropper{bytes.NewReader(padded)})
	if err != nil || bytes.IndexByte(dropped, 0) >= 0 || len(dropped) != len(padded)-3-60 {
		t.Errorf("%q, %v", dropped, err)
	}
	if _, other := sniffKind(bytes.Repeat([]byte("a\x00\x00\x00"), 100)); other != "binary" {
		t.Error("a file of zero bytes is taken for text")
	}
}

func FuzzSniff(f *testing.F) {
	for _, seed := range []string{"", "\xFE\xFFa,b\n", "\xFF\xFE\x00a", "caf\x8E cr\x8Fme\r", "<html><table><tr>", "<?xml?><office:document", "a\x00\x00,b", "PK\x03\x04", "\x1F\x8B"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, head []byte) {
		kind, other := sniffKind(head)
		if (kind == "") == (other == "") {
			t.Fatalf("a file is something or something else: %q %q", kind, other)
		}
		text, err := io.ReadAll(decode(bytes.NewReader(head), sniffEncoding(head), head))
		if err == nil && len(text) > 3*len(head) {
			t.Fatalf("%d bytes of %d", len(text), len(head))
		}
	})
}
