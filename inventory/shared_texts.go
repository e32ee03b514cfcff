package inventory

// sharedTexts are the texts that cells of a workbook share. They lie in blocks,
// each whole within one, and so do their ends: a slice that grows is copied, and
// takes more than twice its size for that.
type sharedTexts struct {
	blocks [][]byte
	ends   [][]uint32 // as if all blocks were full: the block, and the place in it
	count  int
}

const (
	sharedBlock     = 1 << 20
	sharedEndsBlock = 64 << 10
)

// add adds a text no longer than a block.
func (s *sharedTexts) add(text []byte) {
	last := len(s.blocks) - 1
	if last < 0 || len(s.blocks[last])+len(text) > sharedBlock {
		s.blocks = append(s.blocks, make([]byte, 0, sharedBlock))
		last++
	}
	s.blocks[last] = append(s.blocks[last], text...)
	if s.count%sharedEndsBlock == 0 {
		s.ends = append(s.ends, make([]uint32, 0, sharedEndsBlock))
	}
	ends := &s.ends[len(s.ends)-1]
	*ends = append(*ends, uint32(last*sharedBlock+len(s.blocks[last]))) //nolint:gosec // SharedBytes bounds it
	s.count++
}

// held is how much memory the texts take.
func (s *sharedTexts) held() int64 {
	const perEnd = 4
	if s.count == 0 {
		return 0
	}
	return int64(s.end(s.count-1)) + int64(s.count)*perEnd
}

func (s *sharedTexts) at(i int) []byte {
	if i < 0 || i >= s.count {
		return nil
	}
	from, to := uint32(0), s.end(i)
	if i > 0 {
		from = s.end(i - 1)
	}
	if from == to {
		return nil
	}
	block := (to - 1) / sharedBlock
	start := block * sharedBlock
	return s.blocks[block][max(from, start)-start : to-start]
}

func (s *sharedTexts) end(i int) uint32 { return s.ends[i/sharedEndsBlock][i%sharedEndsBlock] }

func (w *workbook) readShared(part string) error {
	if !w.archive.has(part) {
		return nil
	}
	limits := w.archive.in.limits
	longest := min(limits.CellBytes, sharedBlock)
	var (
		depth, phonetic int    // within <si>; within <rPh>, the reading of Japanese text
		text            []byte // of the <si> in hand, which may be in several parts
	)
	return w.scan(part, func(x *xmlScanner, token xmlToken) error {
		switch token {
		case xmlStart:
			switch string(x.name) {
			case "si":
				depth++
			case "rPh":
				phonetic++
			}
		case xmlEnd:
			switch string(x.name) {
			case "si":
				depth--
				w.shared.add(text)
				text = text[:0]
			case "rPh":
				phonetic--
			}
		default:
			if depth > 0 && phonetic == 0 {
				text = x.appendText(text)
			}
		}
		if len(text) > longest {
			return overLimit("cell_bytes", limits.CellBytes)
		}
		if w.shared.held() > limits.SharedBytes {
			return overLimit("shared_text", limits.SharedBytes)
		}
		return nil
	})
}
