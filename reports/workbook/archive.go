package workbook

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// archive is the zip file that excelize writes its parts to. It exists so that
// the same report gives the same bytes: excelize hands over streamed sheets in
// the order of a map, so the archive compresses each part as it comes, keeps
// that, and writes all of them in one order, with one date, on Close. It also
// spares a copy of the whole file in memory, because it writes straight to the
// report's writer.
type archive struct {
	to    io.Writer
	parts []*archivePart
	fail  error // the first failure, for the report's writer to return
}

// archivePart is one compressed file of the archive.
type archivePart struct {
	name       string
	compressed spool
	deflate    *flate.Writer // nil once complete
	sum        hash.Hash32
	size       uint64
	held       []byte // what is put in order before it is compressed
}

// archiveDate is the date of every part: the first that a zip file can hold.
var archiveDate = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// compression is the level of every part: a seventh larger than the default
// makes it, in two thirds of the time.
const compression = 3

// Create starts a part; the one before it is complete by then.
func (a *archive) Create(name string) (io.Writer, error) {
	if err := a.finish(); err != nil {
		return nil, err
	}
	part := &archivePart{name: name, sum: crc32.NewIEEE()}
	deflate, err := flate.NewWriter(&part.compressed, compression)
	if err != nil {
		return nil, err
	}
	part.deflate = deflate
	a.parts = append(a.parts, part)
	return part, nil
}

// Write compresses what a part holds.
func (p *archivePart) Write(b []byte) (int, error) {
	if p.name == contentTypesName {
		p.held = append(p.held, b...)
		return len(b), nil
	}
	return p.compress(b)
}

func (p *archivePart) compress(b []byte) (int, error) {
	n, err := p.deflate.Write(b)
	p.sum.Write(b[:n])
	p.size += uint64(n)
	return n, err
}

// finish completes the part that was written last.
func (a *archive) finish() error {
	if len(a.parts) == 0 {
		return nil
	}
	last := a.parts[len(a.parts)-1]
	if last.deflate == nil {
		return nil
	}
	if last.name == contentTypesName {
		sorted, err := inOrder(last.held)
		if err != nil {
			return err
		}
		if _, err := last.compress(sorted); err != nil {
			return err
		}
		last.held = nil
	}
	err := last.deflate.Close()
	last.deflate = nil
	return err
}

// AddFS is part of what excelize asks of an archive; it is never used.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (a *archive) Close() error {
	a.fail = a.write()
	return a.fail
}

func (a *archive) write() error {
	if err := a.finish(); err != nil {
		return err
	}
	slices.SortFunc(a.parts, func(p, q *archivePart) int {
		if c := archiveOrder(p.name) - archiveOrder(q.name); c != 0 {
			return c
		}
		return strings.Compare(p.name, q.name)
	})
	w := zip.NewWriter(a.to)
	for _, p := range a.parts {
		part, err := w.CreateRaw(&zip.FileHeader{
			Name:               p.name,
			Method:             zip.Deflate,
			Modified:           archiveDate,
			CRC32:              p.sum.Sum32(),
			CompressedSize64:   p.compressed.size,
			UncompressedSize64: p.size,
		})
		if err != nil {
			return err
		}
		if err := p.compressed.copyTo(part); err != nil {
			return err
		}
		p.compressed.remove()
	}
	return w.Close()
}

// remove frees what is left of the parts, after a failure.
func (a *archive) remove() {
	for _, p := range a.parts {
		p.compressed.remove()
	}
}

// archiveOrder puts the parts first by which programs tell a workbook from
// another zip file.
func archiveOrder(name string) int {
	switch name {
	case contentTypesName:
		return 0
	case "_rels/.rels":
		return 1
	default:
		return 2
	}
}
