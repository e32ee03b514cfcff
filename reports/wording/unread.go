package wording

import (
	"strings"

	"govfootprint/reports"
)

// Unread says which of the inputs are in no total because they could not be read:
// a share that is covered knows nothing of them. It is empty where all were read.
func (c *Catalogue) Unread(m reports.Manifest) string {
	const most = 3 // named
	var names []string
	for _, f := range m.Files {
		if f.Refused {
			names = append(names, f.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	named := strings.Join(names[:min(most, len(names))], ", ")
	if more := len(names) - most; more > 0 {
		named = c.Label("files.unread.more", named, more)
	}
	return c.Label("files.unread", len(names), len(m.Files), named)
}
