package pcrsi

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"io"
	"strconv"

	"govfootprint/reports"
	"govfootprint/reports/tidy"
)

// Schema is the JSON Schema of a response.
//
//go:embed response.schema.json
var Schema []byte

// Write writes the response. Lines are written as they are worked out, so that
// their number costs no memory. The same report gives the same bytes.
func Write(w io.Writer, r *reports.Report) error {
	p := &printer{out: bufio.NewWriterSize(w, 1<<16)}
	p.raw("{\n")
	p.field("metadata", newMetadata(r))
	p.raw(",\n")
	p.field("total_impact", newTotal(r))
	p.raw(",\n")
	p.field("tags", newTags(r))
	p.raw(",\n")
	if q := newQuality(r); q != nil {
		p.field("quality", q)
		p.raw(",\n")
	}
	p.raw("  \"details\": {")
	factors := tidy.Factors(r)
	next := "\n"
	for line := range r.Lines {
		p.raw(next + "    " + strconv.Quote(strconv.Itoa(line.Number)) + ": ")
		p.value(newDetail(r, &line, factors[line.Group]))
		next = ",\n"
	}
	p.raw("\n  }\n}\n")
	if p.err != nil {
		return p.err
	}
	return p.out.Flush()
}

// printer writes JSON piece by piece. The first error stops it.
type printer struct {
	out *bufio.Writer
	err error
}

func (p *printer) raw(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s)
	}
}

// field writes a field of the response over several lines.
func (p *printer) field(name string, value any) {
	if p.err != nil {
		return
	}
	var text []byte
	if text, p.err = json.MarshalIndent(value, "  ", "  "); p.err == nil {
		p.raw("  " + strconv.Quote(name) + ": ")
		p.raw(string(text))
	}
}

// value writes a value on one line.
func (p *printer) value(value any) {
	if p.err != nil {
		return
	}
	var text []byte
	if text, p.err = json.Marshal(value); p.err == nil {
		p.raw(string(text))
	}
}
