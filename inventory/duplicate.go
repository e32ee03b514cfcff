package inventory

import "strconv"

// seenFiles are the files that were read.
type seenFiles struct {
	sizes map[int64]bool
	names map[string]string // by the SHA-256 of their bytes, unpacked
}

func (s *seenFiles) add(in *input) {
	if s.names == nil {
		s.sizes, s.names = make(map[int64]bool), make(map[string]string)
	}
	s.sizes[in.size], s.names[in.sum] = true, in.source.Name
}

// copyOf returns the file read before that holds the same bytes, "" for none. A
// copy in another folder, or packed once more, must not count twice. Only files
// of equal size are compared, and that of what gzip packs nobody knows before.
func (r *reader) copyOf(in *input) (string, error) {
	if len(r.seen.names) == 0 || in.size >= 0 && !r.seen.sizes[in.size] {
		return "", nil
	}
	sum, err := in.hashed()
	if err != nil {
		return "", ignoreRefusal(err) // reading it says why
	}
	return r.seen.names[sum], nil
}

// tellSkipped tells which files of an archive are not read, before the first that is.
func (r *reader) tellSkipped(i int) {
	u := r.skipped[i]
	if u == nil {
		return
	}
	const named = 5
	args := append([]string{strconv.Itoa(len(u.skipped))}, u.skipped[:min(len(u.skipped), named)]...)
	r.result.Problems.Add(Problem{Code: CodeArchiveSkipped, Severity: Note, File: u.archive.in.source.Name, Args: args})
}
