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
// rows may hold its first accent in the last one. Text of the old Mac is told by
// its head, and then read so as a whole.
const (
	encodingUTF8        = "utf-8"
	encodingUTF16LE     = "utf-16le"
	encodingUTF16BE     = "utf-16be"
	encodingWindows1252 = "windows-1252"
	encodingMacRoman    = "macroman"
)

var (
	bomUTF8    = []byte("\xEF\xBB\xBF")
	bomUTF16LE = []byte("\xFF\xFE")
	bomUTF16BE = []byte("\xFE\xFF")
)

// sniffEncoding tells the encoding of a text: from the zero bytes that every
// second byte of UTF-16 in a European language is, and from its byte-order mark,
// unless that lies. Known exports write a UTF-16 mark before UTF-8, or the mark
// of the other byte order.
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
	case odd > half/2 && even <= half/8:
		return encodingUTF16LE
	case even > half/2 && odd <= half/8:
		return encodingUTF16BE
	case marked != "" && even+odd == 0 && len(body) > 0:
		return sniffEightBits(head[2:]) // delimiters and line ends of UTF-16 would hold zeros
	case marked != "":
		return marked
	}
	return sniffEightBits(head)
}

// sniffEightBits tells a text of the old Mac from others that are not UTF-8.
// There the letters with accents are where Windows has signs, and the signs
// where Windows has such letters; so those that stand within words decide. A
// file without such a word but with the line ends of the old Mac is one.
func sniffEightBits(text []byte) string {
	if validUTF8Head(text) {
		return encodingUTF8
	}
	mac, windows := 0, 0
	for i := 1; i+1 < len(text); i++ {
		c := text[i]
		if c < 0x80 || !asciiLetter(text[i-1]) || !asciiLetter(text[i+1]) {
			continue
		}
		switch {
		case c >= 0x91 && c <= 0x97, c == 0x8C, c == 0x9C: // quotation marks, dashes and œ of Windows
		case c >= 0xC0 && c != 0xD5: // D5 is the apostrophe of the Mac
			windows++
		case c <= 0x9F:
			mac++
		}
	}
	if mac > windows || mac == windows && lineEndsCR(text) {
		return encodingMacRoman
	}
	return encodingUTF8 // what is not, will be read as Windows-1252
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// decode returns the text of a stream as UTF-8 (or what is taken for it),
// without its byte-order mark.
func decode(r io.Reader, encoding string, head []byte) io.Reader {
	for _, bom := range [][]byte{bomUTF8, bomUTF16LE, bomUTF16BE} {
		if bytes.HasPrefix(head, bom) {
			r = &skipReader{r: r, skip: len(bom)}
			break
		}
	}
	switch encoding {
	case encodingUTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case encodingUTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	case encodingMacRoman:
		return transform.NewReader(r, charmap.Macintosh.NewDecoder())
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
