package inventory

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"sync"
	"sync/atomic"
)

// SourceError tells that a source could not be opened or failed while it was
// read: the disk, the network, permissions; not what the file holds.
type SourceError struct {
	Name string
	Err  error
}

func (err *SourceError) Error() string { return fmt.Sprintf("reading %s: %v", err.Name, err.Err) }

// Unwrap returns the error of the file system.
func (err *SourceError) Unwrap() error { return err.Err }

func isReadError(err error) bool {
	var source *SourceError
	return errors.As(err, &source) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// sourceError is the error of a source that fails; what an archive around it
// refuses is no failure.
func sourceError(name string, err error) error {
	var r *refusal
	if errors.As(err, &r) || isReadError(err) {
		return err
	}
	return &SourceError{name, err}
}

// An input is a source being read: it counts and hashes its bytes on their way,
// tells the progress, and stops when the context ends.
type input struct {
	ctx    context.Context //nolint:containedctx // an io.Reader has no other way to hear that nobody waits for it
	source Source
	limits Limits
	told   func(read int64) // progress within this source; may be nil

	size int64
	sum  string // SHA-256; set once the bytes were read in order to their end

	// A column may be looked at as a whole while the rows are still being read.
	mu       sync.Mutex
	furthest int64       // bytes known to be read, for the progress
	hashing  atomic.Bool // a stream is on its way to the sum
}

// open opens the source anew.
func (in *input) open() (io.ReadCloser, error) {
	f, err := in.source.Open()
	if err != nil {
		return nil, sourceError(in.source.Name, err)
	}
	return f, nil
}

// stream opens the source for reading from its beginning to its end.
func (in *input) stream() (*inputStream, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	s := &inputStream{in: in, file: f}
	if in.hashing.CompareAndSwap(false, true) {
		s.hash = sha256.New()
	}
	return s, nil
}

type inputStream struct {
	in   *input
	file io.ReadCloser
	hash hash.Hash // nil if the source was hashed before
	read int64
}

func (s *inputStream) Read(p []byte) (int, error) {
	if err := s.in.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.file.Read(p)
	s.read += int64(n)
	if s.hash != nil {
		s.hash.Write(p[:n])
	}
	s.in.progress(s.read)
	if s.read > s.in.limits.FileBytes {
		return n, overLimit("file_bytes", s.in.limits.FileBytes)
	}
	switch {
	case errors.Is(err, io.EOF) && s.hash != nil:
		s.in.sum = hex.EncodeToString(s.hash.Sum(nil))
		s.in.size = s.read
		s.hash = nil
	case err != nil && !errors.Is(err, io.EOF):
		return n, sourceError(s.in.source.Name, err)
	}
	return n, err
}

func (s *inputStream) close() error {
	if s.hash != nil {
		s.in.hashing.Store(false) // it did not come to the end
	}
	return s.file.Close()
}

// hashed returns the SHA-256 of the source's bytes, reading them once more if
// they were not read from beginning to end before.
func (in *input) hashed() (string, error) {
	if in.sum == "" {
		s, err := in.stream()
		if err != nil {
			return "", err
		}
		defer s.close()
		if _, err := io.Copy(io.Discard, s); err != nil {
			return "", err
		}
	}
	return in.sum, nil
}

// progress tells how far the source was read, never less than before.
func (in *input) progress(read int64) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if read > in.furthest && in.told != nil {
		in.furthest = read
		in.told(read)
	}
}

// randomAccess opens the source for reading at any place, in memory unless its
// reader can do that by itself.
func (in *input) randomAccess() (*inputAt, error) {
	f, err := in.open()
	if err != nil {
		return nil, err
	}
	at, ok := f.(io.ReaderAt)
	if ok && in.source.Size >= 0 {
		if in.source.Size > in.limits.FileBytes {
			return nil, errors.Join(overLimit("file_bytes", in.limits.FileBytes), f.Close())
		}
		return &inputAt{in: in, at: at, size: in.source.Size, close: f.Close}, nil
	}
	defer f.Close()
	held, err := hold(&inputStream{in: in, file: f}, in.limits.HeldBytes)
	if err != nil {
		return nil, err
	}
	return &inputAt{in: in, at: held, size: held.size, close: func() error { return nil }}, nil
}

type inputAt struct {
	in    *input
	at    io.ReaderAt
	size  int64
	close func() error

	allowed atomic.Int64 // bytes that may still be read; 0 for no limit
	counted atomic.Int64
}

func (a *inputAt) ReadAt(p []byte, off int64) (int, error) {
	if err := a.in.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := a.at.ReadAt(p, off)
	a.in.progress(min(a.counted.Add(int64(n)), a.size))
	if a.allowed.Load() > 0 && a.allowed.Add(-int64(n)) <= 0 {
		return n, overLimit("archive_entries", maxArchiveEntries)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = sourceError(a.in.source.Name, err)
	}
	return n, err
}
