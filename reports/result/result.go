// Package result writes the report as result JSON, the form that scripts and
// other programs rely on. Its JSON Schema is result.schema.json, in this folder
// and embedded in the program.
//
// Amounts are decimals written as texts, exactly as they were worked out: a JSON
// number would pass through a float in most readers. What is not known is null
// or absent, never 0. Keys are stable; a change to what one means makes a new
// schema.
package result

import (
	_ "embed"
	"encoding/json"
	"io"

	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// Schema is the JSON Schema (2020-12) of what [Write] writes.
//
//go:embed result.schema.json
var Schema []byte

// schemaName is what a result names its schema by.
const schemaName = "urn:govfootprint:result:1"

// Options say what the result holds.
type Options struct {
	Language string // of messages: en
}

// Write writes the result as JSON.
func Write(w io.Writer, r *reports.Report, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document(r, texts))
}
