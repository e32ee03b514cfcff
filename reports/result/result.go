// Package result writes the report as result JSON, the form that scripts and
// other programs rely on. Its schema is in result.schema.json.
package result

import (
	"errors"
	"io"

	"govfootprint/reports"
)

// Options say what the result holds.
type Options struct {
	Language string // of messages: en
}

// Write writes the result as JSON.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	return errors.ErrUnsupported
}
