package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// comparisonFormats are the formats of comparisons but the summary: the extension of a file,
// without its dot.
var comparisonFormats = []string{"json", "csv", "xlsx"}

func extensionOf(path string) string { return strings.ToLower(filepath.Ext(path)) }

// checkComparisonOutputs refuses reports that cannot be written before anything is read.
func checkComparisonOutputs(cmd *cobra.Command, outputs []string, format string) error {
	for i, output := range outputs {
		switch {
		case output == standardStream && format == "":
			return usage(cmd, "-o - writes to standard output; add --format json, csv, xlsx or summary")
		case output == standardStream:
		case !slices.Contains(comparisonFormats, strings.TrimPrefix(extensionOf(output), ".")):
			return usage(cmd, "-o %s: the name must end in .xlsx, .json or .csv, which chooses the format", output)
		}
		if slices.Contains(outputs[:i], output) {
			return usage(cmd, "-o %s is given twice", output)
		}
	}
	if format != "" {
		return oneOf(cmd, "format", format, append([]string{"summary"}, comparisonFormats...)...)
	}
	return nil
}

// writeTogether writes files that appear together or not at all.
func writeTogether(paths []string, write func(path string, w io.Writer) error) error {
	pending := make([]*pendingFile, 0, len(paths))
	defer func() {
		for _, file := range pending {
			file.abort()
		}
	}()
	for _, path := range paths {
		file, err := createFile(path)
		if err != nil {
			return err
		}
		pending = append(pending, file)
		if err := write(path, file); err != nil {
			return errorf("%s: %w", path, err)
		}
	}
	for _, file := range pending {
		if err := file.commit(); err != nil {
			return err
		}
	}
	return nil
}
