package calc

import "strings"

// Categories of networks of others: the same wires, counted by line and year or
// by what they carry.
const (
	networkLine = "network-line"
	networkData = "network-data"
)

// noteLine notes that the estate has lines of a network. It is not safe for
// concurrent use.
func (e *engine) noteLine(d *driver) {
	if d.category != networkLine {
		return
	}
	for subject := range e.subjects {
		if subject == networkLine || strings.HasPrefix(subject, networkLine+"/") || strings.HasPrefix(subject, networkLine+"@") {
			e.lines[d.variant] = true
			return
		}
	}
}

// inLines reports whether an activity is data that the estate has the lines of:
// fixed, mobile, or one of the two not told. A year of a line holds what the line
// carries (ARCEP and ADEME state either, and never add them), so the line counts
// and the data does not.
func (v *evaluation) inLines() bool {
	if v.category != networkData || len(v.lines) == 0 {
		return false
	}
	return v.variant == "" || v.lines[v.variant] || v.lines[""]
}
