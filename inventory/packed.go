package inventory

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"govfootprint/inventory/fold"
)

// A packing is what a source was taken out of. Archives are opened one level
// deep: what is packed twice is refused with the remedy.
type packing struct {
	file Source   // the file as it was given
	part bool     // the source is one of several files in it
	why  *refusal // an archive that is not opened: why; else nil
}

// unpacked are the sources that one source stands for: itself, what a gzip file
// holds, or the files of an archive.
type unpacked struct {
	sources []Source
	skipped []string // files of the archive that are no inventories by their name
	archive *archive // stays open while its files are read; nil for none
}

func (u *unpacked) close() error {
	if u.archive == nil {
		return nil
	}
	return u.archive.close()
}

// unpack looks whether a source is packed. One that cannot be unpacked is
// returned as it is: reading it will say why.
func unpack(ctx context.Context, source Source, limits Limits) (*unpacked, error) {
	source.Name = fold.Visible(source.Name)
	in := &input{ctx: ctx, source: source, limits: limits, size: source.Size}
	asItIs := &unpacked{sources: []Source{source}}
	head, err := readFirst(in, sniffZip)
	if err != nil {
		return asItIs, ignoreRefusal(err)
	}
	switch {
	case bytes.HasPrefix(head, gzipMagic):
		return &unpacked{sources: []Source{gunzipped(ctx, source, limits)}}, nil
	case !bytes.HasPrefix(head, zipMagic):
		return asItIs, nil
	}
	a, err := openArchive(in)
	if err != nil {
		return asItIs, ignoreRefusal(err)
	}
	if sniffArchive(a) != "zip" {
		return asItIs, a.close()
	}
	u, why := a.members()
	if why == nil && len(u.sources) == 0 {
		why = refuse(CodeArchiveEmpty)
	}
	if why != nil {
		source.packed = &packing{file: source, part: true, why: why}
		return &unpacked{sources: []Source{source}}, a.close()
	}
	return u, nil
}

var (
	gzipMagic = []byte("\x1F\x8B")
	zipMagic  = []byte("PK\x03\x04")
)

const sniffZip = 4 // bytes

// ignoreRefusal leaves errors that the caller must deal with.
func ignoreRefusal(err error) error {
	var r *refusal
	if errors.As(err, &r) && !isReadError(err) {
		return nil
	}
	return err
}

// gunzipped is what a gzip file holds.
func gunzipped(ctx context.Context, source Source, limits Limits) Source {
	return Source{
		Name:   source.Name,
		Size:   -1, // the one that gzip states is not to be believed
		packed: &packing{file: source},
		Open: func() (io.ReadCloser, error) {
			in := &input{ctx: ctx, source: source, limits: limits}
			in.hashing.Store(true) // its sum is taken elsewhere
			s, err := in.stream()
			if err != nil {
				return nil, err
			}
			return &gunzipper{stream: s}, nil
		},
	}
}

// gunzipper unpacks a gzip file within limits.
type gunzipper struct {
	stream   *inputStream
	unzip    *gzip.Reader
	unpacked int64
}

func (g *gunzipper) Read(p []byte) (n int, err error) {
	if g.unzip == nil {
		if g.unzip, err = gzip.NewReader(g.stream); err != nil {
			return 0, g.damaged(err)
		}
	}
	n, err = g.unzip.Read(p)
	g.unpacked += int64(n)
	limits := g.stream.in.limits
	switch {
	case g.unpacked > limits.UnzippedSize:
		return n, overLimit("unzipped_bytes", limits.UnzippedSize)
	case g.unpacked > unzippedRateFrom && g.unpacked/limits.UnzippedRate > g.stream.read:
		return n, overLimit("unzipped_ratio", limits.UnzippedRate)
	case err != nil && !errors.Is(err, io.EOF):
		err = g.damaged(err)
	}
	return n, err
}

func (g *gunzipper) damaged(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	if errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return refuse(CodeFileDamaged, "gzip", err.Error())
	}
	return unpackError("gzip", err)
}

func (g *gunzipper) Close() error { return g.stream.close() }

// members are the files of an archive that may be inventories.
func (a *archive) members() (*unpacked, *refusal) {
	u := &unpacked{archive: a}
	var declared uint64
	named := make(map[string]int)
	for _, f := range a.files {
		isDir := f.FileInfo().IsDir()
		switch {
		case isDir && f.UncompressedSize64 == 0 || isDropping(f.name):
			continue
		case isDir || !Readable(f.name):
			u.skipped = append(u.skipped, printable(f.name))
			continue
		}
		most := uint64(a.in.limits.UnzippedSize)
		if f.UncompressedSize64 > most-declared { // a sum that is compared afterwards may have overflowed
			return nil, overLimit("unzipped_bytes", a.in.limits.UnzippedSize)
		}
		declared += f.UncompressedSize64 // no more than this comes out of it
		if declared > unzippedRateFrom && int64(declared)/a.in.limits.UnzippedRate > a.at.size {
			return nil, overLimit("unzipped_ratio", a.in.limits.UnzippedRate)
		}
		u.sources = append(u.sources, a.member(f, distinctName(printable(f.name), named)))
	}
	return u, nil
}

// distinctName tells files apart that an archive gives one name, or names that
// messages show alike: the second is “a.csv (2)”.
func distinctName(name string, named map[string]int) string {
	named[name]++
	for n := named[name]; n > 1; n++ {
		if numbered := fmt.Sprintf("%s (%d)", name, n); named[numbered] == 0 {
			named[name], named[numbered] = n, 1
			return numbered
		}
	}
	return name
}

// member is a file of an archive as a source of its own, by the name it is shown under.
func (a *archive) member(f archiveFile, shown string) Source {
	return Source{
		Name:   a.in.source.Name + "/" + shown,
		Size:   int64(f.UncompressedSize64),
		packed: &packing{file: a.in.source, part: true},
		Open: func() (io.ReadCloser, error) {
			if err := a.in.ctx.Err(); err != nil {
				return nil, err
			}
			if f.Flags&1 != 0 {
				return nil, refuse(CodeFileEncrypted)
			}
			r, err := f.Open()
			if err != nil {
				return nil, damagedPart(path.Base(f.name), err)
			}
			return &memberReader{r, path.Base(f.name)}, nil
		},
	}
}

// printable is a name from an archive as messages may show it.
func printable(name string) string {
	const most = 200
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(name, "?"))
	if short, cut := shorten(name, most); cut {
		return short + "…"
	}
	return name
}

// memberReader says of a file in an archive what is wrong with it. How much
// comes out of it was looked at before.
type memberReader struct {
	io.ReadCloser
	name string
}

func (m *memberReader) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = unpackError(m.name, err)
	}
	return n, err
}

// readableExtensions are those of files that are read from folders and archives.
var readableExtensions = map[string]bool{
	".csv": true, ".tsv": true, ".tab": true, ".txt": true, ".xlsx": true, ".xlsm": true, ".xltx": true, ".ods": true, ".fods": true,
	".xls": true, ".gz": true, ".zip": true,
}

// Readable reports whether a file of a folder or an archive may be an inventory
// by its name. A file that is named itself may be called anything.
func Readable(name string) bool {
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	stem, _, _ := strings.Cut(base, ".")
	switch strings.Trim(stem, "_-0123456789 ") {
	case "readme", "license", "licence", "changelog", "copying", "notice", "lisezmoi", "read me", "read_me":
		return false
	}
	return readableExtensions[path.Ext(base)]
}

// isDropping reports whether a path is none of the person's: hidden files, and
// what systems and office programs leave beside files.
func isDropping(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$") || part == "__MACOSX" ||
			strings.EqualFold(part, "Thumbs.db") || strings.EqualFold(part, "desktop.ini") {
			return true
		}
	}
	return false
}
