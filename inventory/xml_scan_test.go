package inventory

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

// tokensOf writes the tokens of a document one after the other.
func tokensOf(x *xmlScanner) string {
	var b strings.Builder
	for {
		token, err := x.next()
		switch {
		case err != nil:
			fmt.Fprintf(&b, "!%v", err)
			return b.String()
		case token == xmlEOF:
			return b.String()
		case token == xmlStart:
			fmt.Fprintf(&b, "<%s%s>", x.name, bytes.TrimRight(x.attrs, " "))
		case token == xmlEnd:
			b.WriteString("</>")
		default:
			fmt.Fprintf(&b, "%s", x.appendText(nil))
		}
	}
}

func TestXMLScanner(t *testing.T) {
	for text, want := range map[string]string{
		`<a/>`:                             `<a></>`,
		`<x:a b="1" c='2'>t</x:a>`:         `<a b="1" c='2'>t</>`,
		`<a b=">" c="'">t</a>`:             `<a b=">" c="'">t</>`,
		`<a b='"' c='>'/>`:                 `<a b='"' c='>'></>`,
		`<a>&lt;&#65;&#x42;&no;&amp;</a>`:  `<a><AB&no;&</>`,
		`<a><![CDATA[<b>&lt;]]></a>`:       `<a><b>&lt;</>`,
		`<?xml?><!-- <a> --><a></a> `:      `<a></> `,
		`<a><b></a>`:                       `<a><b></>!file_damaged [p ends early]`,
		`<!DOCTYPE a><a/>`:                 `!file_unsafe [p document type]`,
		`<a`:                               `!file_damaged [p ends early]`,
		`<a>` + strings.Repeat("x", 9_000): `<a>!limit_exceeded [cell_bytes 4096]`,
	} {
		if got := tokensOf(newXMLScanner(strings.NewReader(text), "p", 0)); got != want {
			t.Errorf("%.60q\ngot  %.200q\nwant %.200q", text, got, want)
		}
	}
}

// What is read does not depend on how the bytes arrive.
func FuzzXMLScanner(f *testing.F) {
	for _, seed := range []string{`<a b="1">t<c/></a>`, `<a b='">' c=">"/>`, `<!-- x --><![CDATA[y]]><?z?>`, `</a></a><b`, `<a b="'>`, `<a b'>'=">`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		whole := tokensOf(newXMLScanner(strings.NewReader(text), "p", 0))
		if bits := tokensOf(newXMLScanner(iotest.OneByteReader(strings.NewReader(text)), "p", 0)); bits != whole && len(text) < 4096 {
			t.Fatalf("at once %q\nbyte by byte %q", whole, bits)
		}
	})
}
