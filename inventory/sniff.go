package inventory

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// sniffBytes is how much of a file is looked at to tell what it is.
const sniffBytes = 128 << 10

// A fileKind is what the first bytes of a file tell.
type fileKind string

const (
	kindText   fileKind = "text"
	kindZip    fileKind = "zip" // a workbook or something else; its parts tell
	kindGzip   fileKind = "gzip"
	kindEstate fileKind = "estate"
	kindEmpty  fileKind = "empty"
	kindOLE    fileKind = "ole" // a workbook of Excel 97 to 2003, or one with a password
	kindHTML   fileKind = "html"
	kindXML    fileKind = "xml"  // a workbook of Excel 2003 in XML
	kindFlat   fileKind = "flat" // an OpenDocument spreadsheet that is one XML file
)

// magics are the first bytes of files that are no tables, with the word that
// CodeFileType carries. Names in it are contract.
var magics = []struct {
	prefix string
	is     string
}{
	{"%PDF-", "pdf"},
	{"\xFF\xD8\xFF", "jpeg"},
	{"\x89PNG\r\n\x1a\n", "png"},
	{"GIF8", "gif"},
	{"{\\rtf", "rtf"},
	{"PAR1", "parquet"},
	{"SQLite format 3\x00", "sqlite"},
	{"BM", "bmp"},
	{"II*\x00", "tiff"},
	{"MM\x00*", "tiff"},
	{"7z\xBC\xAF\x27\x1C", "7z"},
	{"Rar!\x1A\x07", "rar"},
	{"\x7FELF", "binary"},
	{"MZ\x90", "binary"},
	{"MIME-Version:", "mhtml"}, // a page with its pictures, which Excel writes as well
}

// sniffKind tells what a file is from its first bytes. Its second result is the
// word of CodeFileType for what cannot be read.
func sniffKind(head []byte) (fileKind, string) {
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n")
	switch {
	case len(head) == 0, len(trimmed) == 0, bytes.Equal(head, bomUTF16LE), bytes.Equal(head, bomUTF16BE):
		return kindEmpty, ""
	case bytes.HasPrefix(head, gzipMagic):
		return kindGzip, ""
	case bytes.HasPrefix(head, zipMagic), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZip, ""
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return kindOLE, ""
	case bytes.HasPrefix(head, []byte(estateMagic)):
		return kindEstate, ""
	}
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) && (m.is != "bmp" || bytes.IndexByte(head, 0) >= 0) {
			return "", m.is
		}
	}
	if tarMark := 257; len(head) > tarMark && bytes.HasPrefix(head[tarMark:], []byte("ustar")) {
		return "", "tar"
	}
	text := trimmed
	switch encoding := sniffEncoding(head); {
	case encoding == encodingUTF16LE || encoding == encodingUTF16BE:
		decoded, err := io.ReadAll(decode(bytes.NewReader(head), encoding, head))
		if err != nil && len(decoded) == 0 {
			return "", "binary"
		}
		text = bytes.TrimLeft(decoded, " \t\r\n")
	case manyControls(head):
		return "", "binary"
	}
	return sniffMarkup(text)
}

// sniffMarkup tells tables in markup from plain text, and from markup that is no table.
func sniffMarkup(text []byte) (fileKind, string) {
	lower := bytes.ToLower(text[:min(len(text), 4096)])
	begins := func(with ...string) bool {
		for _, w := range with {
			if bytes.HasPrefix(lower, []byte(w)) {
				return true
			}
		}
		return false
	}
	switch {
	case begins("<?xml", "<workbook", "<office:document"):
		switch {
		case bytes.Contains(lower, []byte("<office:document")) && bytes.Contains(lower, []byte("opendocument.spreadsheet")):
			return kindFlat, ""
		case bytes.Contains(lower, []byte("<html")):
			return sniffHTML(text)
		case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
			return kindXML, ""
		}
		return "", "xml"
	case begins("<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<!--", "<div", "<center", "<b>", "<font"):
		return sniffHTML(text)
	case begins("{\"", "[{", "{\n", "{\r\n"):
		return "", "json"
	}
	return kindText, ""
}

// sniffHTML tells a page with a table from others.
func sniffHTML(text []byte) (fileKind, string) {
	lower := bytes.ToLower(text)
	if bytes.Contains(lower, []byte("<table")) && bytes.Contains(lower, []byte("<tr")) {
		return kindHTML, ""
	}
	return "", "html"
}

// manyControls reports whether more than one byte in a hundred is a control
// character that no text holds, or one in four is zero: some programs fill
// fields of a fixed width with those.
func manyControls(head []byte) bool {
	controls, zeros := 0, 0
	for _, c := range head {
		if c == 0 {
			zeros++
			continue
		}
		if c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v' && c != 0x1A {
			controls++
		}
	}
	return controls*100 > len(head)-zeros || zeros*4 > len(head)
}

// sniffArchive tells what a ZIP file holds, by the parts that each format must have.
func sniffArchive(a *archive) string {
	switch {
	case a.has("xl/workbook.xml"):
		return "xlsx"
	case a.has("xl/workbook.bin"):
		return "xlsb"
	case a.has("word/document.xml"):
		return "docx"
	case a.has("ppt/presentation.xml"):
		return "pptx"
	case a.has("content.xml") && a.has("meta-inf/manifest.xml"):
		return odsKind(a)
	case a.has("index/document.iwa"), a.has("index.zip"):
		return "numbers"
	case a.has("[content_types].xml") && a.has("_rels/.rels"):
		return "xlsx" // its relations will tell where the workbook is
	}
	return "zip"
}

// sniffOLE tells an old workbook from a new one that a password protects: the
// latter is wrapped in a stream of this name, in UTF-16.
func sniffOLE(head []byte) *refusal {
	if bytes.Contains(head, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return refuse(CodeFileEncrypted)
	}
	if bytes.Contains(head, []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")) {
		return refuse(CodeFileType, "doc")
	}
	return refuse(CodeFileType, "xls")
}

// lineEndsCR reports whether a text ends its lines with CR alone, as old Mac programs write.
func lineEndsCR(head []byte) bool {
	return bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0
}

// validUTF8Head reports whether the head of a text is UTF-8, not counting a
// character that the end of the head cuts.
func validUTF8Head(head []byte) bool {
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	return len(head) == 0
}
