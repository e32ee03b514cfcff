package verify

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"strings"

	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// Book is a workbook that is open for reading.
type Book struct {
	zip    *zip.ReadCloser
	limits inventory.Limits
	parts  map[string]*zip.File
	budget int64 // bytes that may still be unpacked

	sheets []sheet
	names  map[string]string // defined names, to what they refer to
	shared []string          // texts that cells share
}

// sheet is a worksheet and the part that holds it.
type sheet struct{ name, part string }

// manifestNames begins the defined names that are looked at. A workbook may have any
// number of others.
const manifestNames = "Manifest_"

// mostParts bounds the parts of a workbook; a report has some dozens.
const mostParts = 50_000

// Open opens a workbook.
func Open(name string) (*Book, error) {
	limits := inventory.DefaultLimits()
	if info, err := os.Stat(name); err == nil && info.Size() > limits.FileBytes {
		return nil, wording.Errorf("%s: is larger than %d bytes, which no report is", name, limits.FileBytes)
	}
	z, err := zip.OpenReader(name)
	if err != nil {
		if pathError, ok := errors.AsType[*os.PathError](err); ok {
			err = pathError.Err
		}
		return nil, wording.Errorf("%s: is no workbook that can be read: %w", name, err)
	}
	b := &Book{zip: z, limits: limits, budget: limits.UnzippedSize, parts: make(map[string]*zip.File), names: make(map[string]string)}
	if err := b.load(); err != nil {
		return nil, errors.Join(wording.Errorf("%s: is no workbook that can be read: %w", name, err), z.Close())
	}
	return b, nil
}

// Close closes the file.
func (b *Book) Close() error { return b.zip.Close() }

// Sheets lists the names of the worksheets, in order.
func (b *Book) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

func (b *Book) load() error {
	if len(b.zip.File) > mostParts {
		return wording.Errorf("it has more than %d parts", mostParts)
	}
	for _, f := range b.zip.File {
		name := strings.TrimPrefix(f.Name, "/")
		if _, again := b.parts[name]; again {
			return wording.Errorf("it has the part %q twice", name) // programs differ in which they read
		}
		b.parts[name] = f
	}
	targets, err := b.relations("xl/_rels/workbook.xml.rels")
	if err != nil {
		return err
	}
	if err := b.contents(targets); err != nil {
		return err
	}
	return b.sharedTexts()
}

// relations returns what a part refers to, by the id that it uses.
func (b *Book) relations(part string) (map[string]string, error) {
	targets := make(map[string]string)
	err := b.scan(part, func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && len(targets) < mostParts {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			targets[attribute(e, "Id")] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	return targets, err
}

// contents reads the list of sheets and the defined names.
func (b *Book) contents(targets map[string]string) error {
	return b.scan("xl/workbook.xml", func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "sheet":
			if len(b.sheets) == b.limits.Sheets {
				return wording.Errorf("it has more than %d sheets", b.limits.Sheets)
			}
			id := ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" {
					id = a.Value
				}
			}
			b.sheets = append(b.sheets, sheet{attribute(e, "name"), targets[id]})
		case "definedName":
			text, err := b.text(d)
			if err != nil {
				return err
			}
			if name := attribute(e, "name"); attribute(e, "localSheetId") == "" && strings.HasPrefix(name, manifestNames) && len(b.names) < b.limits.Sheets {
				b.names[name] = text
			}
		}
		return nil
	})
}

// sharedTexts reads the texts that cells share, as other programs write them.
func (b *Book) sharedTexts() error {
	const part = "xl/sharedStrings.xml"
	if b.parts[part] == nil {
		return nil
	}
	room := b.limits.SharedBytes
	return b.scan(part, func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := b.text(d)
		if err != nil {
			return err
		}
		const header = 24 // of a text without a letter
		if room -= int64(len(text)) + header; room < 0 {
			return wording.Errorf("its cells share more than %d bytes of text", b.limits.SharedBytes)
		}
		b.shared = append(b.shared, text)
		return nil
	})
}

// scan calls visit for every element of a part, which may read on.
func (b *Book) scan(part string, visit func(*xml.Decoder, xml.StartElement) error) error {
	for step, err := range b.elements(part) {
		if err != nil {
			return err
		}
		if err := visit(step.decoder, step.element); err != nil {
			return err
		}
	}
	return nil
}

// step is an element that a decoder has come to.
type step struct {
	decoder *xml.Decoder
	element xml.StartElement
}

// elements yields the elements of a part as they begin.
func (b *Book) elements(part string) iter.Seq2[step, error] {
	return func(yield func(step, error) bool) {
		file := b.parts[part]
		if file == nil {
			yield(step{}, wording.Errorf("it has no part %q", part))
			return
		}
		content, err := file.Open()
		if err != nil {
			yield(step{}, err)
			return
		}
		defer content.Close()
		bounded := &boundedReader{from: content, book: b, packed: int64(file.CompressedSize64)}
		decoder := xml.NewDecoder(bounded)
		for {
			token, err := decoder.Token()
			switch token := token.(type) {
			case xml.StartElement:
				if !yield(step{decoder, token}, nil) {
					return
				}
			case xml.Directive:
				yield(step{}, wording.Errorf("its part %q declares a type of document", part))
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(step{}, fmt.Errorf("%s: %w", part, err))
				return
			}
		}
	}
}

// boundedReader unpacks no more than the limits allow.
type boundedReader struct {
	from   io.Reader
	book   *Book
	packed int64 // size of the part before unpacking
	read   int64
}

// Read reads on.
func (r *boundedReader) Read(p []byte) (int, error) {
	const rateFrom = 64 << 20 // small parts may unpack to anything
	n, err := r.from.Read(p)
	r.read += int64(n)
	r.book.budget -= int64(n)
	if r.book.budget < 0 || r.read > rateFrom && r.read > r.packed*r.book.limits.UnzippedRate {
		return 0, wording.Errorf("it unpacks to more than any report does")
	}
	return n, err
}

// text returns the text within the element that the decoder is in, without the
// readings that East Asian texts carry beside their letters.
func (b *Book) text(d *xml.Decoder) (string, error) {
	var text strings.Builder
	for depth, aside := 1, 0; depth > 0; {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			if aside > 0 || token.Name.Local == "rPh" {
				aside++
			}
		case xml.EndElement:
			depth--
			aside = max(0, aside-1)
		case xml.CharData:
			if aside > 0 {
				continue
			}
			if text.Len()+len(token) > b.limits.CellBytes {
				return "", wording.Errorf("a text in it is longer than %d bytes", b.limits.CellBytes)
			}
			text.Write(token)
		}
	}
	return text.String(), nil
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
