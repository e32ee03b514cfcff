package inventory

import (
	"errors"
	"io"
)

// held is a file in memory that can be read at any place, for workbooks that
// come packed in another file. It grows in blocks, so that it is never copied.
type held struct {
	blocks [][]byte
	size   int64
}

const heldBlock = 1 << 20

// hold reads a stream into memory.
func hold(r io.Reader, limit int64) (*held, error) {
	h := new(held)
	for {
		block := make([]byte, heldBlock)
		n, err := io.ReadFull(r, block)
		if h.size += int64(n); h.size > limit {
			return nil, overLimit("held_bytes", limit)
		}
		h.blocks = append(h.blocks, block[:n])
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return h, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (h *held) ReadAt(p []byte, off int64) (n int, err error) {
	for n < len(p) {
		block := off / heldBlock
		if off < 0 || block >= int64(len(h.blocks)) || off%heldBlock >= int64(len(h.blocks[block])) {
			return n, io.EOF
		}
		copied := copy(p[n:], h.blocks[block][off%heldBlock:])
		n += copied
		off += int64(copied)
	}
	return n, nil
}
