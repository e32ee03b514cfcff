package mapping

import _ "embed"

// Schema is the JSON Schema of mapping files, for editors that check while one writes.
//
//go:embed mapping.schema.json
var Schema string
