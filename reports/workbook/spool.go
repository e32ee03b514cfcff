package workbook

import (
	"bytes"
	"io"
	"os" //nolint:depguard // what excelize holds of a large sheet is in temporary files too, for the same reason
)

// spool holds what is written to it: in memory while it is small, in a
// temporary file from then on, as excelize does with the sheets themselves.
type spool struct {
	memory bytes.Buffer
	file   *os.File
	failed bool // no temporary file can be had; everything stays in memory
	size   uint64
}

// spoolMemory is how much of a spool stays in memory, in bytes.
const spoolMemory = 4 << 20

// Write adds to the spool.
func (s *spool) Write(b []byte) (int, error) {
	n, _ := s.memory.Write(b) // a buffer takes everything
	s.size += uint64(n)
	if s.memory.Len() < spoolMemory || s.failed {
		return n, nil
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "govfootprint-")
		if s.file, s.failed = file, err != nil; s.failed {
			return n, nil // without a temporary file everything stays in memory
		}
	}
	_, err := s.memory.WriteTo(s.file)
	return n, err
}

// copyTo writes everything that the spool holds.
func (s *spool) copyTo(w io.Writer) error {
	if s.file != nil {
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(w, s.file); err != nil {
			return err
		}
	}
	_, err := s.memory.WriteTo(w)
	return err
}

// remove frees what the spool holds.
func (s *spool) remove() {
	s.memory = bytes.Buffer{}
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
		s.file = nil
	}
}
