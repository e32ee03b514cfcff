package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/internal/config"
	"govfootprint/reports/summary"
)

// format is a form in which a result is written.
type format[T any] struct {
	name   string // as --format has it
	ending string // of a file's name
	write  func(w io.Writer, result T, language string) error
}

// formats are the forms of a result. An ending that another ends with stands before it.
type formats[T any] []format[T]

// of returns the form that a file's name asks for.
func (list formats[T]) of(path string) (format[T], bool) {
	path = strings.ToLower(path)
	for _, f := range list {
		if strings.HasSuffix(path, f.ending) {
			return f, true
		}
	}
	return format[T]{}, false
}

// named returns the form with a name.
func (list formats[T]) named(name string) (format[T], bool) {
	for _, f := range list {
		if f.name == name {
			return f, true
		}
	}
	return format[T]{}, false
}

// names lists what --format takes.
func (list formats[T]) names() []string {
	names := []string{"summary"}
	for _, f := range list {
		names = append(names, f.name)
	}
	return names
}

// endings lists how names of files may end.
func (list formats[T]) endings() []string {
	var endings []string
	for _, f := range list {
		endings = append(endings, f.ending)
	}
	return endings
}

// check refuses outputs that cannot be written before anything is read.
func (list formats[T]) check(cmd *cobra.Command, outputs []string, standard string) error {
	for i, output := range outputs {
		switch _, known := list.of(output); {
		case output == standardStream && standard == "":
			return usage(cmd, "-o - writes to standard output; add --format with one of %s", strings.Join(list.names(), ", "))
		case output == standardStream:
		case !known:
			return usage(cmd, "-o %s: the name must end in one of %s, which chooses the format", output, strings.Join(list.endings(), ", "))
		}
		if slices.Contains(outputs[:i], output) {
			return usage(cmd, "-o %s is given twice", output)
		}
	}
	if standard != "" {
		return oneOf(cmd, "format", standard, list.names()...)
	}
	return nil
}

// writeFiles writes a result to files, each in the form that its name asks for; they
// appear together or not at all.
func (list formats[T]) writeFiles(paths []string, result T, language string) error {
	return writeTogether(paths, func(path string, w io.Writer) error {
		f, _ := list.of(path)
		return f.write(w, result, language)
	})
}

// writeStandard writes to standard output what --format asks for, else the summary,
// else, with --quiet and a file for the result, nothing.
func (list formats[T]) writeStandard(
	streams *Streams, standard string, result T, settings *config.Settings, written []string,
	summarise func(io.Writer, T, summary.Options) error,
) error {
	if f, ok := list.named(standard); ok {
		return f.write(streams.Out, result, settings.Language)
	}
	if settings.Quiet && standard == "" && len(written) > 0 {
		return nil
	}
	return summarise(streams.Out, result, summary.Options{
		Language: settings.Language,
		Width:    streams.Width,
		Colour:   streams.Colour && !settings.NoColor,
		ASCII:    streams.ASCII,
		Written:  written,
	})
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
