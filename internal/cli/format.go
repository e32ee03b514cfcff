package cli

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/reports/wording"
)

// oneOf refuses a flag value that is not among the choices.
func oneOf(cmd *cobra.Command, name, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	return usage(cmd, "--%s %q is not one of %s%s", name, value, strings.Join(choices, ", "), wording.Hint(value, choices))
}

// writeJSON writes a value as indented JSON, readable as it is: no character
// is escaped for the sake of HTML.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
