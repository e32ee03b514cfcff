package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"govfootprint/inventory"
	"govfootprint/inventory/fold"
)

// inputs are the files that a command line names.
type inputs struct {
	sources []inventory.Source
	paths   []string // of the sources; empty for standard input
	skipped []string // files in folders that were not read, as no inventory would be called so
	reports []string // files in folders that were not read, as they are reports of this program
	links   []string // links in folders that lead out of them, and were not followed
	infos   []fs.FileInfo
	names   map[string]bool // of the sources, as they are shown
}

// openInputs finds the files that the arguments name: files, folders whose
// files are read, and - for standard input. Files in folders that are among
// written, where this command is about to write, are left alone: they are what
// an earlier run of it wrote.
func (a *App) openInputs(args, written []string) (*inputs, error) {
	in := &inputs{}
	var missing []error
	for _, arg := range args {
		var err error
		switch info, statErr := os.Stat(arg); {
		case arg == "-":
			err = in.addStandardInput(a.Streams.In)
		case statErr != nil:
			err = notReadable(arg, statErr)
		case info.IsDir():
			err = in.addFolder(arg, written)
		case isOwnReport(arg):
			err = errorf("%s: is a report of this program, not an inventory; its figures would count as devices", arg)
		default:
			err = in.addFile(arg, info)
		}
		missing = append(missing, err)
	}
	if err := errors.Join(missing...); err != nil {
		return nil, err
	}
	for _, path := range written {
		if in.has(path) {
			return nil, usageErrorf("%s is an input; writing the result there would destroy it", path)
		}
	}
	if err := checkDistinct(written); err != nil {
		return nil, err
	}
	return in, checkFolders(written)
}

// checkDistinct refuses one file for two outputs, however its name is written:
// the last would replace the others.
func checkDistinct(written []string) error {
	for i, path := range written {
		for _, other := range written[:i] {
			if sameTarget(path, other) {
				return usageErrorf("%s is given for two outputs; each needs a file of its own", path)
			}
		}
	}
	return nil
}

// sameTarget reports whether two paths lead to one file, which need not be there
// yet. A device takes whatever is written to it.
func sameTarget(a, b string) bool {
	of, err := os.Stat(a)
	if err != nil {
		return canonical(a) == canonical(b)
	}
	other, err := os.Stat(b)
	return err == nil && of.Mode().IsRegular() && os.SameFile(of, other)
}

// canonical is a path without links in the folder that it leads to.
func canonical(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	dir, base := filepath.Split(whole)
	if resolved, err := filepath.EvalSymlinks(dir); err == nil {
		dir = resolved
	}
	return filepath.Join(dir, base)
}

// notReadable says about a file what a person can do something about.
func notReadable(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errorf("%s: there is no such file or folder", name)
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return errorf("%s: cannot be read: %w", name, err)
}

func (in *inputs) addFile(path string, info fs.FileInfo) error {
	for i, seen := range in.infos {
		if seen != nil && os.SameFile(seen, info) {
			return usageErrorf("%s is given twice (also as %s); its units would count twice", path, in.paths[i])
		}
	}
	if !info.Mode().IsRegular() { // a pipe can be read once only
		file, err := os.Open(path)
		if err != nil {
			return notReadable(path, err)
		}
		defer file.Close()
		return in.addStream(path, file, info)
	}
	in.addRegular(path, info)
	return nil
}

func (in *inputs) addRegular(path string, info fs.FileInfo) {
	in.add(inventory.Source{
		Name: path,
		Size: info.Size(),
		Open: func() (io.ReadCloser, error) {
			file, err := os.Open(path)
			if err != nil {
				return nil, notReadable(path, err)
			}
			return file, nil
		},
	}, path, info)
}

func (in *inputs) add(source inventory.Source, path string, info fs.FileInfo) {
	source.Name = in.shownName(source.Name)
	in.sources = append(in.sources, source)
	in.paths = append(in.paths, path)
	in.infos = append(in.infos, info)
}

// shownName returns the name that messages and reports show of a file: without
// what would steer a terminal, and none that another file has.
func (in *inputs) shownName(name string) string {
	if in.names == nil {
		in.names = make(map[string]bool)
	}
	shown := fold.Visible(name)
	for n := 2; in.names[shown]; n++ {
		shown = fmt.Sprintf("%s (%d)", fold.Visible(name), n)
	}
	in.names[shown] = true
	return shown
}

func (in *inputs) addStandardInput(stdin io.Reader) error {
	for _, source := range in.sources {
		if source.Name == standardInput {
			return usageErrorf("- (standard input) is given twice; it can be read once")
		}
	}
	return in.addStream(standardInput, stdin, nil)
}

const standardInput = "standard input"

// longestStream bounds what is held in memory of an input that cannot be opened
// a second time. The garbage collector lets memory grow to twice what is held, so
// that the whole stays within 256 MB.
const longestStream = 96 << 20

// addStream adds an input that can be read only once, by holding it in memory.
func (in *inputs) addStream(name string, r io.Reader, info fs.FileInfo) error {
	held, size, err := holdStream(io.LimitReader(r, longestStream+1))
	if err != nil {
		return notReadable(name, err)
	}
	if size > longestStream {
		return errorf("%s: holds more than 96 MiB, which cannot be held in memory; write it to a file and name that", name)
	}
	in.add(inventory.Source{
		Name: name,
		Size: size,
		Open: func() (io.ReadCloser, error) { return memory{io.NewSectionReader(held, 0, size)}, nil },
	}, "", info)
	return nil
}

// memory is a file in memory, which can be read at any place.
type memory struct{ *io.SectionReader }

func (memory) Close() error { return nil }

// blocks are the bytes of a file in memory, in pieces of one size: one slice
// would be copied whenever it grows, and take twice the memory for that.
type blocks [][]byte

const blockSize = 1 << 20

// holdStream reads a stream to its end.
func holdStream(r io.Reader) (held blocks, size int64, err error) {
	for {
		block := make([]byte, blockSize)
		n, err := io.ReadFull(r, block)
		held, size = append(held, block[:n]), size+int64(n)
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return held, size, nil
		case err != nil:
			return nil, 0, err
		}
	}
}

// ReadAt is that of an [io.ReaderAt].
func (b blocks) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) {
		i := int(off / blockSize)
		if i >= len(b) || off%blockSize >= int64(len(b[i])) {
			return n, io.EOF
		}
		copied := copy(p[n:], b[i][off%blockSize:])
		n, off = n+copied, off+int64(copied)
	}
	return n, nil
}

// addFolder adds the files of a folder and of the folders in it, in the order
// of their paths. Links are not followed: what they lead to within the folder is
// read as itself, and what is elsewhere was not meant.
func (in *inputs) addFolder(dir string, written []string) error {
	before := len(in.sources)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return notReadable(path, err)
		case path == dir:
			return nil
		case entry.IsDir() && (hidden(entry.Name()) || entry.Name() == "__MACOSX"):
			return fs.SkipDir
		case entry.IsDir() && isPack(path):
			in.skipped = append(in.skipped, path)
			return fs.SkipDir
		case entry.IsDir() || hidden(entry.Name()):
			return nil
		case entry.Type()&fs.ModeSymlink != 0:
			if leadsOut(dir, path) {
				in.links = append(in.links, path)
			}
			return nil
		}
		return in.addFound(path, written, before)
	})
	if err != nil {
		return err
	}
	if len(in.sources) == before {
		return errorf("%s: the folder holds no file that can be read (%s)", dir, readable)
	}
	return nil
}

// readable says which files are read from a folder. A file that is named itself
// may be called anything: what it holds decides.
const readable = "CSV and other text, Excel, OpenDocument, and zip or gzip of those"

// addFound adds a file that a folder holds, unless it is no inventory. Two names
// of one file within the folder are left to Read, which finds that out by what they hold.
func (in *inputs) addFound(path string, written []string, before int) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return notReadable(path, err)
	case !info.Mode().IsRegular() || !inventory.Readable(path) || sameAsAny(info, written) || isNumberedOf(path, written):
		in.skipped = append(in.skipped, path)
		return nil
	case isOwnReport(path):
		in.reports = append(in.reports, path)
		return nil
	}
	for _, seen := range in.infos[before:] {
		if seen != nil && os.SameFile(seen, info) {
			in.addRegular(path, info)
			return nil
		}
	}
	return in.addFile(path, info)
}

// isPack reports whether a folder is a factor pack.
func isPack(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "pack.yaml"))
	return err == nil
}

// leadsOut reports whether a link in a folder leads to something outside of it, or nowhere.
func leadsOut(dir, link string) bool {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return true
	}
	target, err := filepath.EvalSymlinks(link)
	if err != nil {
		return true
	}
	within, err := filepath.Rel(root, target)
	return err != nil || !filepath.IsLocal(within)
}

// hidden reports whether a file is none of the person's: hidden ones, and the
// locks that office programs leave beside an open file.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

func sameAsAny(info fs.FileInfo, paths []string) bool {
	for _, path := range paths {
		if other, err := os.Stat(path); err == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// has reports whether a path is one of the inputs.
func (in *inputs) has(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(in.infos, func(seen fs.FileInfo) bool { return seen != nil && os.SameFile(seen, info) })
}
