package cli

import (
	"io"

	"govfootprint/reports"
	"govfootprint/reports/page"
	"govfootprint/reports/parquet"
	"govfootprint/reports/pcrsi"
	"govfootprint/reports/result"
	"govfootprint/reports/tidy"
	"govfootprint/reports/workbook"
)

// reportFormats are the forms of the report.
var reportFormats = formats[*reports.Report]{
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

// comparisonFormats are the forms of a comparison.
var comparisonFormats = formats[*reports.Comparison]{
	{"xlsx", ".xlsx", func(w io.Writer, c *reports.Comparison, language string) error {
		return workbook.WriteComparison(w, c, workbook.Options{Language: language})
	}},
	{"html", ".html", func(w io.Writer, c *reports.Comparison, language string) error {
		return page.WriteComparison(w, c, page.Options{Language: language})
	}},
	{"json", ".json", func(w io.Writer, c *reports.Comparison, language string) error {
		return result.WriteComparison(w, c, result.Options{Language: language})
	}},
	{"csv", ".csv", func(w io.Writer, c *reports.Comparison, _ string) error {
		return tidy.WriteComparison(w, c, tidy.Options{})
	}},
}

// pathwayFormats are the forms of a pathway.
var pathwayFormats = formats[*reports.Pathway]{
	{"xlsx", ".xlsx", func(w io.Writer, p *reports.Pathway, language string) error {
		return workbook.WritePathway(w, p, workbook.Options{Language: language})
	}},
	{"json", ".json", func(w io.Writer, p *reports.Pathway, language string) error {
		return result.WritePathway(w, p, result.Options{Language: language})
	}},
	{"csv", ".csv", func(w io.Writer, p *reports.Pathway, _ string) error { return tidy.WritePathway(w, p, tidy.Options{}) }},
}

// leversFormats are the forms of levers.
var leversFormats = formats[*reports.Levers]{
	{"xlsx", ".xlsx", func(w io.Writer, l *reports.Levers, language string) error {
		return workbook.WriteLevers(w, l, workbook.Options{Language: language})
	}},
	{"json", ".json", func(w io.Writer, l *reports.Levers, language string) error {
		return result.WriteLevers(w, l, result.Options{Language: language})
	}},
	{"csv", ".csv", func(w io.Writer, l *reports.Levers, _ string) error {
		return tidy.WriteLevers(w, l, tidy.Options{})
	}},
}
