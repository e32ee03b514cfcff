package factors

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Hash returns "sha256:" and the hash, in hexadecimal, of the pack's
// content in canonical form. The form is text: the line `govfootprint pack 1`, then a
// line for the pack, one for each source sorted by id, and one for each factor
// sorted by id. A line is its kind followed by its fields in a fixed order, each after a
// space as name=value, the value quoted as a Go string. Numbers are written
// without exponent and trailing zeros, units and stages in canonical form.
//
// So the hash is that of what the pack says. It does not depend on line ends, on
// the order of rows, keys or sources, on how rows are split into files, or on
// 0.5 being written 0.50; and no other content has it. It is worked out when it is
// first asked for: few commands do. The pack must not change after that.
func (p *Pack) Hash() string {
	p.hash.once.Do(func() { p.hash.text = p.contentHash() })
	return p.hash.text
}

func (p *Pack) contentHash() string {
	h := sha256.New()
	h.Write([]byte("govfootprint pack 1\n"))
	hashLine(h, "pack", "name", p.Name, "version", p.Version, "title", p.Title, "description", p.Description,
		"published", p.Published, "licence", p.Licence, "layer", p.Layer.String(), "family", p.Family)
	sources := slices.SortedFunc(slices.Values(p.Sources), func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	for _, s := range sources {
		hashLine(h, "source", "id", s.ID, "title", s.Title, "publisher", s.Publisher, "year", s.Year, "url", s.URL,
			"licence", s.Licence, "redistribution", s.Redistribution, "note", s.Note, "expires", s.Expires)
	}
	factors := slices.SortedFunc(slices.Values(p.Factors), func(a, b *Factor) int { return strings.Compare(a.ID, b.ID) })
	for _, f := range factors {
		hashLine(h, "factor", "id", f.ID, "subject", f.Subject, "property", string(f.Property), "stage", f.StageText(),
			"impact", string(f.Impact), "place", f.Place, "year", yearText(f.Year), "value", f.Value.String(),
			"low", nullText(f.Low), "high", nullText(f.High), "unit", f.Unit.String(), "distribution", string(f.Distribution),
			"source", f.sourceText(), "quality", f.Quality.String(), "note", f.Note)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

func hashLine(h hash.Hash, kind string, pairs ...string) {
	line := []byte(kind)
	for pair := range slices.Chunk(pairs, 2) {
		line = append(line, ' ')
		line = append(line, pair[0]...)
		line = append(line, '=')
		line = appendQuoted(line, pair[1])
	}
	h.Write(append(line, '\n')) // a hash never fails
}

// appendQuoted is [strconv.AppendQuote], without its care for what most text does
// not have.
func appendQuoted(line []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return strconv.AppendQuote(line, text)
		}
	}
	return append(append(append(line, '"'), text...), '"')
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

func nullText(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}
