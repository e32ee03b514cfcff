package cli

import (
	"bufio"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile writes a file so that it is there whole or not at all: to a
// temporary file beside it, which then takes its name. What was there before
// stays until that moment, and for good if anything fails.
func writeFile(path string, write func(io.Writer) error) (err error) {
	target, mode, err := resolve(path)
	if err != nil {
		return err
	}
	if mode&fs.ModeType != 0 { // a pipe or a device has nothing to replace
		return writeThrough(target, write)
	}
	file, err := temporary(target, mode)
	if err != nil {
		return notWritable(path, err)
	}
	defer func() {
		if err != nil {
			_ = file.Close()
			_ = os.Remove(file.Name())
		}
	}()
	buffer := bufio.NewWriterSize(file, 64<<10)
	if err := write(buffer); err != nil {
		return err
	}
	if err := errors.Join(buffer.Flush(), file.Sync(), file.Close()); err != nil {
		return notWritable(path, err)
	}
	if err := os.Rename(file.Name(), target); err != nil {
		return notWritable(path, err)
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
		return "", 0, fmt.Errorf("%s: is a folder; name a file in it", path)
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

func writeThrough(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return notWritable(path, err)
	}
	buffer := bufio.NewWriter(file)
	err = write(buffer)
	if flushed := errors.Join(buffer.Flush(), file.Close()); err == nil && flushed != nil {
		err = notWritable(path, flushed)
	}
	return err
}

// notWritable says about a file what a person can do something about.
func notWritable(path string, err error) error {
	hint := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: cannot be written: there is no folder %s", path, filepath.Dir(path))
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
	return fmt.Errorf("%s: cannot be written: %w%s", path, err, hint)
}
