package inventory

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// xmlScanner reads the tags and texts of an XML document one by one. The parts
// of a workbook are plain XML written by programs; scanning their bytes costs a
// tenth of what encoding/xml does, in memory that does not grow. It resolves
// the five predefined entities and character references, and refuses documents
// that declare a type, the source of entity bombs and external entities.
type xmlScanner struct {
	r     io.Reader
	part  string // name of the part, for messages
	buf   []byte
	pos   int
	end   int
	err   error
	limit int // longest tag or text

	raw    []byte // name of a start tag as it stands
	name   []byte // local name of a tag
	attrs  []byte // raw attributes of a start tag
	text   []byte // raw text
	cdata  bool   // the text is verbatim
	closed bool   // the start tag closes itself; its end is reported next
	depth  int
}

type xmlToken int

const (
	xmlEOF xmlToken = iota
	xmlStart
	xmlEnd
	xmlText
)

const xmlBufferSize = 128 << 10

func newXMLScanner(r io.Reader, part string, limit int) *xmlScanner {
	return &xmlScanner{r: r, part: part, buf: make([]byte, xmlBufferSize), limit: max(limit, 4096)}
}

// next returns the next tag or text; comments and processing instructions are passed over.
func (x *xmlScanner) next() (xmlToken, error) {
	if x.closed {
		x.closed = false
		x.depth--
		return xmlEnd, nil
	}
	for {
		if x.pos == x.end && !x.fill() {
			return xmlEOF, x.finish()
		}
		if x.buf[x.pos] != '<' {
			n, err := x.find('<', 0)
			if err != nil {
				return xmlEOF, err
			}
			x.text, x.cdata = x.buf[x.pos:x.pos+n], false
			x.pos += n
			return xmlText, nil
		}
		token, done, err := x.tag()
		if done || err != nil {
			return token, err
		}
	}
}

// tag reads what begins with <. It is not done if that was nothing to report.
func (x *xmlScanner) tag() (token xmlToken, done bool, err error) {
	if x.end-x.pos < 2 && !x.fill() {
		return xmlEOF, false, x.cut()
	}
	if c := x.buf[x.pos+1]; c == '!' || c == '?' {
		return x.declaration()
	}
	size, name, err := x.tagEnd()
	if err != nil {
		return xmlEOF, false, err
	}
	tag := x.buf[x.pos+1 : x.pos+size]
	x.pos += size + 1
	if len(tag) > 0 && tag[0] == '/' {
		x.name = localName(tag[1:name])
		x.depth--
		return xmlEnd, true, nil
	}
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		tag = tag[:len(tag)-1]
		name = min(name, len(tag))
		x.closed = true
	}
	x.raw = tag[:name]
	x.name, x.attrs = localName(x.raw), tag[name:]
	x.depth++
	if x.depth > maxXMLDepth {
		return xmlEOF, false, refuse(CodeFileUnsafe, x.part, "tags nested too deeply")
	}
	return xmlStart, true, nil
}

// declaration reads what begins with <! or <?: a comment, a processing
// instruction, a verbatim text, or a document type, which is refused.
func (x *xmlScanner) declaration() (token xmlToken, done bool, err error) {
	for more := true; more && x.end-x.pos < len("<![CDATA["); {
		more = x.fill()
	}
	switch head := x.buf[x.pos:x.end]; {
	case bytes.HasPrefix(head, []byte("<!--")):
		return xmlEOF, false, x.skip("<!--", "-->")
	case bytes.HasPrefix(head, []byte("<?")):
		return xmlEOF, false, x.skip("<?", "?>")
	case !bytes.HasPrefix(head, []byte("<![CDATA[")):
		return xmlEOF, false, refuse(CodeFileUnsafe, x.part, "document type")
	}
	x.pos += len("<![CDATA[")
	n, err := x.findEnd("]]>")
	if err != nil {
		return xmlEOF, false, err
	}
	x.text, x.cdata = x.buf[x.pos:x.pos+n], true
	x.pos += n + len("]]>")
	return xmlText, true, nil
}

// maxXMLDepth is far more than any part of a workbook nests.
const maxXMLDepth = 256

// tagEnd returns how far it is to the > that ends the tag at pos, one within a
// quoted attribute not counting, and the length of what stands before the first
// white space: a name.
func (x *xmlScanner) tagEnd() (size, name int, err error) {
	if size, name, ok := plainTag(x.buf[x.pos:x.end]); ok {
		return size, name, nil
	}
	var quote byte
	name = -1
	for i := 1; ; {
		for _, c := range x.buf[x.pos+i : x.end] {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				if name < 0 {
					name = i - 1
				}
				return i, name, nil
			case c == '"' || c == '\'':
				quote = c
			case c <= ' ' && name < 0:
				name = i - 1
			}
			i++
		}
		if i > x.limit {
			return 0, 0, overLimit("cell_bytes", x.limit)
		}
		if !x.fill() {
			return 0, 0, x.cut()
		}
	}
}

// plainTag is tagEnd for a tag that lies in the buffer as a whole and whose
// attributes stand in double quotation marks, as nearly all do: the first > is
// its end unless it stands within such a pair. Going byte by byte takes four
// times as long, and it is where most of reading a workbook goes.
func plainTag(data []byte) (size, name int, ok bool) {
	size = bytes.IndexByte(data, '>')
	if size < 0 {
		return 0, 0, false
	}
	tag := data[:size]
	for name = 1; name < size && tag[name] > ' '; name++ {
		if tag[name] == '"' || tag[name] == '\'' {
			return 0, 0, false
		}
	}
	if bytes.IndexByte(tag[name:], '\'') >= 0 {
		return 0, 0, false
	}
	return size, name - 1, bytes.Count(tag[name:], quotationMark)%2 == 0
}

var quotationMark = []byte{'"'}

// find returns how far it is from pos to the next c, looking from there on.
func (x *xmlScanner) find(c byte, from int) (int, error) {
	for {
		if n := bytes.IndexByte(x.buf[x.pos+from:x.end], c); n >= 0 {
			return from + n, nil
		}
		from = x.end - x.pos
		if from > x.limit {
			return 0, overLimit("cell_bytes", x.limit)
		}
		if !x.fill() {
			if c == '<' && x.depth == 0 && errors.Is(x.err, io.EOF) {
				return from, nil // white space after the last tag
			}
			return 0, x.cut()
		}
	}
}

// findEnd returns how far it is from pos to the next occurrence of a mark of three bytes.
func (x *xmlScanner) findEnd(mark string) (int, error) {
	for {
		window := x.buf[x.pos:x.end]
		if n := bytes.Index(window, []byte(mark)); n >= 0 {
			return n, nil
		}
		if len(window) > x.limit {
			return 0, overLimit("cell_bytes", x.limit)
		}
		if !x.fill() {
			return 0, x.cut()
		}
	}
}

// skip passes over what begins and ends with a mark, however long it is.
func (x *xmlScanner) skip(begin, end string) error {
	x.pos += len(begin)
	for {
		window := x.buf[x.pos:x.end]
		if n := bytes.Index(window, []byte(end)); n >= 0 {
			x.pos += n + len(end)
			return nil
		}
		x.pos += max(0, len(window)-len(end)+1)
		if !x.fill() {
			return x.cut()
		}
	}
}

// skipElement passes over the element that just started, up to the first tag
// that ends one of its name, without looking at what it holds.
func (x *xmlScanner) skipElement() error {
	if x.closed {
		return nil
	}
	if err := x.skip("", "</"+string(x.raw)+">"); err != nil {
		return err
	}
	x.depth--
	return nil
}

// fill reads more behind what is not yet consumed, and reports whether there was more.
func (x *xmlScanner) fill() bool {
	if x.err != nil {
		return false
	}
	if x.pos > 0 {
		copy(x.buf, x.buf[x.pos:x.end])
		x.end -= x.pos
		x.pos = 0
	}
	if x.end == len(x.buf) {
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	for range 100 {
		n, err := x.r.Read(x.buf[x.end:])
		x.end += n
		x.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	x.err = io.ErrNoProgress
	return false
}

// finish returns the error at the end of the document.
func (x *xmlScanner) finish() error {
	if !errors.Is(x.err, io.EOF) {
		return x.readError()
	}
	if x.depth != 0 {
		return x.cut()
	}
	return nil
}

// cut is the refusal of a document that ends before its time.
func (x *xmlScanner) cut() error {
	if x.err != nil && !errors.Is(x.err, io.EOF) {
		return x.readError()
	}
	return refuse(CodeFileDamaged, x.part, "ends early")
}

func (x *xmlScanner) readError() error { return damagedPart(x.part, x.err) }

// damagedPart tells a part whose bytes make no sense from a disk that fails.
func damagedPart(part string, err error) error {
	var r *refusal
	if errors.As(err, &r) || isReadError(err) {
		return err
	}
	return refuse(CodeFileDamaged, part, err.Error())
}

// localName drops the namespace prefix of a name.
func localName(name []byte) []byte {
	for i, c := range name {
		if c == ':' {
			return name[i+1:]
		}
	}
	return name
}

// attr returns the raw value of an attribute of the start tag, by its local name.
func (x *xmlScanner) attr(name string) []byte {
	for rest := x.attrs; ; {
		key, value, after, ok := cutAttr(rest)
		if !ok {
			return nil
		}
		if string(key) == name {
			return value
		}
		rest = after
	}
}

// cutAttr cuts the first attribute off the attributes of a tag.
func cutAttr(attrs []byte) (name, value, rest []byte, ok bool) {
	i := 0
	for i < len(attrs) && attrs[i] <= ' ' {
		i++
	}
	start := i
	for i < len(attrs) && attrs[i] != '=' && attrs[i] > ' ' {
		i++
	}
	name = attrs[start:i]
	for i < len(attrs) && (attrs[i] <= ' ' || attrs[i] == '=') {
		i++
	}
	if i >= len(attrs) || attrs[i] != '"' && attrs[i] != '\'' {
		return nil, nil, nil, false
	}
	end := bytes.IndexByte(attrs[i+1:], attrs[i])
	if end < 0 {
		return nil, nil, nil, false
	}
	return localName(name), attrs[i+1 : i+1+end], attrs[i+end+2:], true
}

// attrText returns the value of an attribute with its entities resolved.
func (x *xmlScanner) attrText(name string) string {
	return string(appendUnescaped(nil, x.attr(name)))
}

// appendText appends the text just read, its entities resolved.
func (x *xmlScanner) appendText(dst []byte) []byte {
	if x.cdata {
		return append(dst, x.text...)
	}
	return appendUnescaped(dst, x.text)
}

// appendUnescaped appends XML text with its entities resolved. One that is not
// predefined stays as it stands: there is no document type to declare it.
func appendUnescaped(dst, text []byte) []byte {
	for {
		amp := bytes.IndexByte(text, '&')
		if amp < 0 {
			return append(dst, text...)
		}
		dst = append(dst, text[:amp]...)
		text = text[amp:]
		semi := bytes.IndexByte(text[:min(len(text), 12)], ';')
		r := rune(-1)
		if semi > 0 {
			r = entity(string(text[1:semi]))
		}
		if r < 0 {
			dst = append(dst, '&')
			text = text[1:]
			continue
		}
		dst = utf8.AppendRune(dst, r)
		text = text[semi+1:]
	}
}

func entity(name string) rune {
	switch name {
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "amp":
		return '&'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	if len(name) < 2 || name[0] != '#' {
		return -1
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return -1
	}
	if r := rune(n); !unicode.IsControl(r) || r == '\t' || r == '\n' || r == '\r' {
		return r
	}
	return -1 // XML has no other control characters
}
