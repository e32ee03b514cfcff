package inventory

import (
	"errors"
	"io"
)

// openDocument finds out what a source is and opens it. The document is nil for
// an estate file.
func openDocument(in *input) (document, fileKind, error) {
	if p := in.source.packed; p != nil && p.why != nil {
		return nil, kindZip, p.why
	}
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
	case kindGzip: // what can be unpacked was unpacked before
		if in.source.packed != nil {
			return nil, kind, refuse(CodeArchiveNested, "gzip")
		}
		return nil, kind, refuse(CodeFileDamaged, "gzip", "cannot be unpacked")
	case kindZip:
		d, err := openZip(in)
		return d, kind, err
	case kindXML:
		d, err := openXMLFile(in, excel2003Dialect, head)
		return d, kind, err
	case kindFlat:
		d, err := openXMLFile(in, odsDialect, head)
		return d, kind, err
	case kindHTML:
		return &htmlTable{in: in, encoding: sniffEncoding(head), mark: head[:min(len(head), len(bomUTF8))]}, kind, nil
	default:
	}
	d, err := openDelimited(in, head)
	return d, kind, err
}

// openZip opens a workbook, each of which is an archive of parts.
func openZip(in *input) (document, error) {
	a, err := openArchive(in)
	if err != nil {
		return nil, err
	}
	var d document
	switch what := sniffArchive(a); what {
	case "xlsx":
		d, err = openWorkbook(a)
	case "ods":
		d, err = openODS(a)
	case "zip":
		err = refuse(CodeArchiveNested, "zip") // the outer one was opened before
	default:
		err = refuse(CodeFileType, what)
	}
	if err != nil {
		return nil, errors.Join(err, a.close())
	}
	return d, nil
}

// readHead reads the first bytes of a source.
func readHead(in *input) ([]byte, error) { return readFirst(in, sniffBytes) }

func readFirst(in *input, bytes int64) ([]byte, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := in.ctx.Err(); err != nil {
		return nil, err
	}
	head, err := io.ReadAll(io.LimitReader(f, bytes))
	if err != nil {
		return nil, sourceError(in.source.Name, err)
	}
	return head, nil
}
