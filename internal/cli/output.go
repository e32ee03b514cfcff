package cli

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// pendingFile is a file that is there whole or not at all: it is written beside
// its target under another name and takes the target's name on commit. What
// was there before stays until then, and for good if anything fails.
type pendingFile struct {
	*bufio.Writer

	path    string // as the person named it
	target  string // what takes the content: path, or what it links to
	file    *os.File
	inPlace bool // a pipe or a device, which has nothing to replace
}

// createFile begins to write a file.
func createFile(path string) (*pendingFile, error) {
	target, mode, err := resolve(path)
	if err != nil {
		return nil, err
	}
	p := &pendingFile{path: path, target: target, inPlace: mode&fs.ModeType != 0}
	if p.inPlace {
		p.file, err = os.OpenFile(target, os.O_WRONLY, 0)
	} else {
		p.file, err = temporary(target, mode)
	}
	if err != nil {
		return nil, notWritable(path, err)
	}
	p.Writer = bufio.NewWriterSize(p.file, 64<<10)
	return p, nil
}

// commit gives the file its name.
func (p *pendingFile) commit() error {
	err := p.Flush()
	if !p.inPlace {
		err = errors.Join(err, p.file.Sync())
	}
	if err := errors.Join(err, p.file.Close()); err != nil {
		p.remove()
		return notWritable(p.path, err)
	}
	if p.inPlace {
		return nil
	}
	if err := os.Rename(p.file.Name(), p.target); err != nil {
		p.remove()
		return notWritable(p.path, err)
	}
	return nil
}

// abort leaves everything as it was. After commit it does nothing.
func (p *pendingFile) abort() {
	if p.file.Close() == nil {
		p.remove()
	}
}

func (p *pendingFile) remove() {
	if !p.inPlace {
		_ = os.Remove(p.file.Name())
	}
}

// writeFile writes a file whole or not at all.
func writeFile(path string, write func(io.Writer) error) error {
	file, err := createFile(path)
	if err != nil {
		return err
	}
	defer file.abort()
	if err := write(file); err != nil {
		return err
	}
	return file.commit()
}

// checkFolders refuses outputs in folders that are not there, before any work
// is done that would be lost.
func checkFolders(paths []string) error {
	for _, path := range paths {
		dir := filepath.Dir(path)
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			return errorf("%s: cannot be written: %s is not a folder", path, dir)
		}
		if err != nil {
			return notWritable(path, err)
		}
	}
	return nil
}

// checkNewFolder refuses a folder to fill that holds files already: what a person changed
// there would be lost, and what is left of another time would pass for new.
func checkNewFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return notReadable(dir, err)
	case len(entries) > 0:
		return errorf("%s: the folder holds files already; name one that does not exist", dir)
	}
	return nil
}

// resolve follows a link to the file that it stands for, and tells the mode
// that the new file should have.
func resolve(path string) (target string, mode fs.FileMode, err error) {
	const ordinary = 0o666 // less what the umask takes away
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return path, ordinary, nil
	case err != nil:
		return "", 0, notWritable(path, err)
	case info.IsDir():
		return "", 0, errorf("%s: is a folder; name a file in it", path)
	}
	target, err = filepath.EvalSymlinks(path)
	if err != nil {
		return "", 0, notWritable(path, err)
	}
	return target, info.Mode(), nil
}

// temporary makes a file beside the target under a name that nobody uses.
// os.CreateTemp would do, but for its mode, which hides the file from colleagues.
func temporary(target string, mode fs.FileMode) (*os.File, error) {
	var random [8]byte
	if _, err := rand.Read(random[:]); err != nil {
		return nil, err
	}
	name := filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+"."+hex.EncodeToString(random[:])+".tmp")
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode.Perm())
}

// notWritable says about a file what a person can do something about.
func notWritable(path string, err error) error {
	hint := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errorf("%s: cannot be written: there is no folder %s", path, filepath.Dir(path))
	case errors.Is(err, fs.ErrPermission):
		hint = "; is it open in another program, or in a folder you may not write to?"
	}
	var inner *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &inner):
		err = inner.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return errorf("%s: cannot be written: %w%s", path, err, hint)
}
