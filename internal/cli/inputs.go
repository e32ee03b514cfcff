package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"govfootprint/inventory"
)

// readable are the extensions that are read from a folder. A file that is named
// itself may be called anything: what it holds decides.
var readable = []string{".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}

// inputs are the files that a command line names.
type inputs struct {
	sources []inventory.Source
	paths   []string // of the sources; empty for standard input
	skipped []string // files in folders that were not read, as no inventory would be called so
	reports []string // files in folders that were not read, as they are reports of this program
	infos   []fs.FileInfo
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
			err = fmt.Errorf("%s: is a report of this program, not an inventory; its figures would count as devices", arg)
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
			return nil, &usageError{message: fmt.Sprintf("%s is an input; writing the result there would destroy it", path), command: "govfootprint"}
		}
	}
	return in, checkFolders(written)
}

// notReadable says about a file what a person can do something about.
func notReadable(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no such file or folder", name)
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return fmt.Errorf("%s: cannot be read: %w", name, err)
}

func (in *inputs) addFile(path string, info fs.FileInfo) error {
	for i, seen := range in.infos {
		if seen != nil && os.SameFile(seen, info) {
			return &usageError{command: "govfootprint", message: fmt.Sprintf("%s is given twice (also as %s); its units would count twice", path, in.paths[i])}
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
	return nil
}

func (in *inputs) add(source inventory.Source, path string, info fs.FileInfo) {
	in.sources = append(in.sources, source)
	in.paths = append(in.paths, path)
	in.infos = append(in.infos, info)
}

func (in *inputs) addStandardInput(stdin io.Reader) error {
	for _, source := range in.sources {
		if source.Name == standardInput {
			return &usageError{command: "govfootprint", message: "- (standard input) is given twice; it can be read once"}
		}
	}
	return in.addStream(standardInput, stdin, nil)
}

const standardInput = "standard input"

// longestStream bounds what is held in memory of an input that cannot be
// opened a second time.
const longestStream = 1 << 30

// addStream adds an input that can be read only once, by holding it in memory.
func (in *inputs) addStream(name string, r io.Reader, info fs.FileInfo) error {
	data, err := io.ReadAll(io.LimitReader(r, longestStream+1))
	if err != nil {
		return notReadable(name, err)
	}
	if len(data) > longestStream {
		return fmt.Errorf("%s: holds more than 1 GiB; write it to a file and name that", name)
	}
	in.add(inventory.Source{
		Name: name,
		Size: int64(len(data)),
		Open: func() (io.ReadCloser, error) { return memory{bytes.NewReader(data)}, nil },
	}, "", info)
	return nil
}

// memory is a file in memory, which can be read at any place.
type memory struct{ *bytes.Reader }

func (memory) Close() error { return nil }

func (in *inputs) addFolder(dir string, written []string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return notReadable(dir, err)
	}
	before := len(in.sources)
	for _, entry := range entries { // in the order of their names
		path := filepath.Join(dir, entry.Name())
		info, err := os.Stat(path) // follows links
		switch {
		case err != nil:
			return notReadable(path, err)
		case info.IsDir() || hidden(entry.Name()):
			continue
		case !slices.Contains(readable, strings.ToLower(filepath.Ext(path))) || sameAsAny(info, written):
			in.skipped = append(in.skipped, path)
			continue
		case isOwnReport(path):
			in.reports = append(in.reports, path)
			continue
		}
		if err := in.addFile(path, info); err != nil {
			return err
		}
	}
	if len(in.sources) == before {
		return fmt.Errorf("%s: the folder holds no file that can be read (%s); sub-folders are not looked into", dir, strings.Join(readable, ", "))
	}
	return nil
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
