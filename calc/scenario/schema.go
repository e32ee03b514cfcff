package scenario

import _ "embed"

// Schema is the JSON Schema of scenario files, for editors that check while one writes.
//
//go:embed scenario.schema.json
var Schema string
