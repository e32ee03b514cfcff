package inventory

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf8"
)

// What a text is, its first bytes may not show: the first accent may stand in
// the last row, or in a column that is not read. So the whole of it is counted
// on its way, and where the head is plain, the text is looked through for more
// before it is read.

// An encodingCount is how many characters of a text beyond ASCII were UTF-8, and
// how many bytes were not.
type encodingCount struct{ valid, invalid int64 }

// of names the encoding that most of the text is in.
func (c encodingCount) of() string {
	if c.invalid > c.valid {
		return encodingWindows1252
	}
	return encodingUTF8
}

// An encodingCounter counts what it reads.
type encodingCounter struct {
	r     io.Reader
	count encodingCount
	cut   []byte // a character that the end of a read cut off
	done  func(encodingCount)
}

func (c *encodingCounter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.take(p[:n])
	if err == io.EOF && c.done != nil {
		c.count.invalid += int64(len(c.cut))
		c.done(c.count)
		c.done = nil
	}
	return n, err
}

func (c *encodingCounter) take(text []byte) {
	for len(c.cut) > 0 && len(text) > 0 {
		c.cut, text = append(c.cut, text[0]), text[1:]
		if utf8.FullRune(c.cut) {
			cut := c.cut
			c.cut = nil
			c.take(cut)
		}
	}
	for i := nextBeyondASCII(text, 0); i < len(text); i = nextBeyondASCII(text, i) {
		if !utf8.FullRune(text[i:]) {
			c.cut = append(c.cut, text[i:]...)
			return
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			c.count.invalid++
		} else {
			c.count.valid++
		}
		i += size
	}
}

// nextBeyondASCII returns where the next byte beyond ASCII stands, the length of
// the text for nowhere.
func nextBeyondASCII(text []byte, from int) int {
	const word, high = 8, 0x8080808080808080
	for ; from+word <= len(text); from += word {
		if binary.LittleEndian.Uint64(text[from:])&high != 0 {
			break
		}
	}
	for from < len(text) && text[from] < utf8.RuneSelf {
		from++
	}
	return from
}

// furtherHead returns what decides on the encoding of a text whose first bytes
// are plain: the first part of it that is not; nil where there is none, or the
// first bytes decide.
func furtherHead(in *input, head []byte) ([]byte, error) {
	if len(head) < sniffBytes || nextBeyondASCII(head, 0) < len(head) || bytes.IndexByte(head, 0) >= 0 {
		return nil, nil
	}
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	part := make([]byte, sniffBytes)
	for read := int64(0); read <= in.limits.FileBytes; {
		if err := in.ctx.Err(); err != nil {
			return nil, err
		}
		n, err := io.ReadFull(f, part)
		read += int64(n)
		if at := nextBeyondASCII(part[:n], 0); at < n {
			from := max(0, at-1) // the letter before it
			more := append([]byte{}, part[from:n]...)
			rest, restErr := io.ReadAll(io.LimitReader(f, sniffBytes))
			if restErr != nil {
				return nil, sourceError(in.source.Name, restErr)
			}
			return append(more, rest...), nil
		}
		switch {
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			return nil, nil
		case err != nil:
			return nil, sourceError(in.source.Name, err)
		}
	}
	return nil, nil
}
