package cli

import (
	"io"
	"strings"

	"govfootprint/reports"
	"govfootprint/reports/page"
	"govfootprint/reports/parquet"
	"govfootprint/reports/pcrsi"
	"govfootprint/reports/result"
	"govfootprint/reports/tidy"
	"govfootprint/reports/workbook"
)

// reportFormat is a form of the report.
type reportFormat struct {
	name   string // as --format has it
	ending string // of a file's name
	write  func(w io.Writer, r *reports.Report, language string) error
}

// reportFormats are the forms of the report. An ending that another ends with
// stands before it.
var reportFormats = []reportFormat{
	{"xlsx", ".xlsx", func(w io.Writer, r *reports.Report, language string) error {
		return workbook.Write(w, r, workbook.Options{Language: language})
	}},
	{"html", ".html", func(w io.Writer, r *reports.Report, language string) error {
		return page.Write(w, r, page.Options{Language: language})
	}},
	{"pcr-si", ".pcr-si.json", func(w io.Writer, r *reports.Report, _ string) error { return pcrsi.Write(w, r) }},
	{"json", ".json", func(w io.Writer, r *reports.Report, language string) error {
		return result.Write(w, r, result.Options{Language: language})
	}},
	{"csv", ".csv", func(w io.Writer, r *reports.Report, _ string) error { return tidy.Write(w, r, tidy.Options{}) }},
	{"parquet", ".parquet", func(w io.Writer, r *reports.Report, _ string) error { return parquet.Write(w, r) }},
}

// formatOf returns the form that a file's name asks for.
func formatOf(path string) (reportFormat, bool) {
	path = strings.ToLower(path)
	for _, f := range reportFormats {
		if strings.HasSuffix(path, f.ending) {
			return f, true
		}
	}
	return reportFormat{}, false
}

// formatNamed returns the form with a name.
func formatNamed(name string) (reportFormat, bool) {
	for _, f := range reportFormats {
		if f.name == name {
			return f, true
		}
	}
	return reportFormat{}, false
}

// formatNames lists what --format takes.
func formatNames() []string {
	names := []string{"summary"}
	for _, f := range reportFormats {
		names = append(names, f.name)
	}
	return names
}
