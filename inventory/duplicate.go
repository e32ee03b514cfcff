package inventory

import "strconv"

// A seenFile is a file that was read.
type seenFile struct {
	name string
	size int64
	sum  string // SHA-256 of its bytes, unpacked
}

// copyOf returns the file read before that holds the same bytes, "" for none. A
// copy in another folder, or packed once more, must not count twice. Only files
// of equal size are compared, and that of what gzip packs nobody knows before.
func (r *reader) copyOf(in *input) (string, error) {
	for _, seen := range r.seen {
		if in.size >= 0 && in.size != seen.size {
			continue
		}
		sum, err := in.hashed()
		if err != nil {
			return "", ignoreRefusal(err) // reading it says why
		}
		if sum == seen.sum {
			return seen.name, nil
		}
	}
	return "", nil
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
