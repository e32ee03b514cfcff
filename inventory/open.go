package inventory

import (
	"errors"
	"io"
)

// openDocument finds out what a source is and opens it. The document is nil for
// an estate file.
func openDocument(in *input) (document, fileKind, error) {
	head, err := readHead(in)
	if err != nil {
		return nil, "", err
	}
	kind, other := sniffKind(head)
	if other != "" {
		return nil, "", refuse(CodeFileType, other)
	}
	switch kind {
	case kindEmpty:
		return nil, kind, refuse(CodeFileEmpty)
	case kindOLE:
		return nil, kind, sniffOLE(head)
	case kindEstate:
		return nil, kind, nil
	case kindZip:
		a, err := openArchive(in)
		if err != nil {
			return nil, kind, err
		}
		if what := sniffArchive(a); what != "xlsx" {
			return nil, kind, errors.Join(refuse(CodeFileType, what), a.close())
		}
		w, err := openWorkbook(a)
		if err != nil {
			return nil, kind, errors.Join(err, a.close())
		}
		return w, kind, nil
	default:
	}
	d, err := openDelimited(in, head)
	return d, kind, err
}

// readHead reads the first bytes of a source.
func readHead(in *input) ([]byte, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := in.ctx.Err(); err != nil {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(f, sniffBytes))
	if err != nil {
		return nil, &SourceError{in.source.Name, err}
	}
	return head, nil
}
