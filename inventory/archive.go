package inventory

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"sync/atomic"
)

// archive is a ZIP file whose parts unpack within limits.
type archive struct {
	in     *input
	at     *inputAt
	files  []archiveFile        // all, in the order of the archive; several may have one name
	parts  map[string]*zip.File // by lower-case name; of several the first
	budget atomic.Int64         // bytes that may still be unpacked
}

// archiveFile is a part of an archive, with its name as a path.
type archiveFile struct {
	name string
	*zip.File
}

// maxArchiveEntries bounds the directory of an archive. Office programs write a
// few dozen parts; the directory is read before anything can be known of it.
const (
	maxArchiveEntries = 50_000
	maxDirectoryBytes = 8 << 20
	unzippedRateFrom  = 64 << 20 // the rate is looked at above this size only
)

func openArchive(in *input) (*archive, error) {
	at, err := in.randomAccess()
	if err != nil {
		return nil, err
	}
	at.allowed.Store(maxDirectoryBytes)
	z, err := zip.NewReader(at, at.size)
	at.allowed.Store(0)
	if err != nil {
		_ = at.close()
		var r *refusal
		if errors.As(err, &r) || isReadError(err) {
			return nil, err
		}
		return nil, refuse(CodeFileDamaged, "archive", err.Error())
	}
	a := &archive{in: in, at: at, parts: make(map[string]*zip.File, len(z.File))}
	a.budget.Store(in.limits.UnzippedSize)
	for _, f := range z.File {
		name := partName(f.Name)
		a.files = append(a.files, archiveFile{name, f})
		if _, ok := a.parts[strings.ToLower(name)]; !ok {
			a.parts[strings.ToLower(name)] = f
		}
	}
	if err := a.checkOverlaps(); err != nil {
		return nil, errors.Join(err, at.close())
	}
	return a, nil
}

// partName is a name of an archive as a path within it: one that leads out of
// the archive is taken for one inside. Nothing is ever written by such a name.
func partName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

// checkOverlaps refuses an archive whose parts share their bytes: no program
// writes that, and by it a small file unpacks to any size.
func (a *archive) checkOverlaps() error {
	type extent struct{ from, to int64 }
	extents := make([]extent, 0, len(a.files))
	for _, f := range a.files {
		from, err := f.DataOffset()
		if err != nil || f.CompressedSize64 == 0 {
			continue // it will not be opened, or unpacks to nothing
		}
		extents = append(extents, extent{from, from + int64(min(f.CompressedSize64, uint64(a.at.size)))})
	}
	slices.SortFunc(extents, func(x, y extent) int { return cmp.Compare(x.from, y.from) })
	for i := 1; i < len(extents); i++ {
		if extents[i].from < extents[i-1].to {
			return refuse(CodeFileUnsafe, "archive", "parts that overlap")
		}
	}
	return nil
}

func (a *archive) close() error { return a.at.close() }

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// open unpacks a part. Its declared size is not believed: the bytes are counted.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, refuse(CodeFileDamaged, name, "is missing")
	}
	if f.Flags&1 != 0 {
		return nil, refuse(CodeFileEncrypted)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damagedPart(name, err)
	}
	return &partReader{archive: a, part: name, r: r, packed: int64(min(f.CompressedSize64, uint64(a.at.size)))}, nil
}

type partReader struct {
	archive  *archive
	part     string
	r        io.ReadCloser
	packed   int64
	unpacked int64
}

func (p *partReader) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.unpacked += int64(n)
	limits := p.archive.in.limits
	if p.archive.budget.Add(-int64(n)) < 0 {
		return n, overLimit("unzipped_bytes", limits.UnzippedSize)
	}
	if p.unpacked > unzippedRateFrom && p.unpacked/limits.UnzippedRate > p.packed {
		return n, overLimit("unzipped_ratio", limits.UnzippedRate)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = unpackError(p.part, err)
	}
	return n, err
}

func (p *partReader) Close() error { return p.r.Close() }

// unpackError tells a damaged part from a disk that fails.
func unpackError(part string, err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &corrupt):
		return refuse(CodeFileDamaged, part, "cannot be unpacked")
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF):
		return refuse(CodeFileDamaged, part, "does not match its checksum or ends early")
	}
	return damagedPart(part, err)
}
