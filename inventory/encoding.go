package inventory

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encodings of text. What no byte-order mark names is UTF-8, and text that is
// not valid UTF-8 is read as Windows-1252, cell by cell: a file of a million
// rows may hold its first accent in the last one.
const (
	encodingUTF8        = "utf-8"
	encodingUTF16LE     = "utf-16le"
	encodingUTF16BE     = "utf-16be"
	encodingWindows1252 = "windows-1252"
)

var (
	bomUTF8    = []byte("\xEF\xBB\xBF")
	bomUTF16LE = []byte("\xFF\xFE")
	bomUTF16BE = []byte("\xFE\xFF")
)

// sniffEncoding tells the encoding of a text from its byte-order mark, unless
// that lies (a known export writes a UTF-16 mark before UTF-8), or from the zero
// bytes that every second byte of UTF-16 in a European language is.
func sniffEncoding(head []byte) string {
	body := head
	marked := ""
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		return encodingUTF8
	case bytes.HasPrefix(head, bomUTF16LE):
		marked, body = encodingUTF16LE, head[2:]
	case bytes.HasPrefix(head, bomUTF16BE):
		marked, body = encodingUTF16BE, head[2:]
	}
	body = body[:min(len(body), 4096)]
	var even, odd int
	for i, c := range body {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	half := len(body) / 2
	switch {
	case marked != "" && even+odd == 0 && len(body) > 0 && validUTF8Head(body):
		return encodingUTF8
	case marked != "":
		return marked
	case odd > half/2 && even < half/8:
		return encodingUTF16LE
	case even > half/2 && odd < half/8:
		return encodingUTF16BE
	}
	return encodingUTF8
}

// decode returns the text of a stream as UTF-8 (or what is taken for it),
// without its byte-order mark.
func decode(r io.Reader, encoding string, head []byte) io.Reader {
	switch encoding {
	case encodingUTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case encodingUTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	for _, bom := range [][]byte{bomUTF8, bomUTF16LE, bomUTF16BE} {
		if bytes.HasPrefix(head, bom) {
			return &skipReader{r: r, skip: len(bom)}
		}
	}
	return r
}

// skipReader leaves out the first bytes of a stream.
type skipReader struct {
	r    io.Reader
	skip int
}

func (s *skipReader) Read(p []byte) (int, error) {
	if s.skip > 0 {
		if _, err := io.CopyN(io.Discard, s.r, int64(s.skip)); err != nil {
			return 0, err
		}
		s.skip = 0
	}
	return s.r.Read(p)
}

// fromWindows1252 decodes text that is not UTF-8.
func fromWindows1252(text []byte) []byte {
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(text)
	if err != nil {
		return bytes.ToValidUTF8(text, []byte("?"))
	}
	return decoded
}
