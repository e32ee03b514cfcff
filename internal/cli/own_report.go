package cli

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// isOwnReport reports whether a file is one that this program has written: a
// report or a list of problems. They look enough like an inventory to be counted
// as one, and stand in the same folder sooner or later.
func isOwnReport(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv":
		return hasReportHeader(path)
	case ".xlsx":
		return hasReportProperties(path)
	}
	return false
}

// hasReportHeader looks for the columns that only this program's tables have.
func hasReportHeader(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false // reading it says why
	}
	defer file.Close()
	const longest = 1 << 10
	line, err := bufio.NewReader(io.LimitReader(file, longest)).ReadString('\n')
	if err != nil {
		return false
	}
	columns := "," + strings.TrimRight(line, "\r\n") + ","
	for _, header := range [][]string{
		{"stage", "component", "impact", "scope", "calculation", "factors"}, // the report as a table
		{"scenario", "step", "change", "impact", "baseline", "difference"},  // a comparison as a table
		{"course", "period", "impact", "stage", "business_as_usual"},        // a pathway as a table
		{"severity", "code", "problem", "remedy"},                           // --problems
	} {
		if containsAll(columns, header) {
			return true
		}
	}
	return false
}

func containsAll(columns string, names []string) bool {
	for _, name := range names {
		if !strings.Contains(columns, ","+name+",") {
			return false
		}
	}
	return true
}

// hasReportProperties looks for what the workbook says that it is.
func hasReportProperties(path string) bool {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer archive.Close()
	file, err := archive.Open("docProps/core.xml")
	if err != nil {
		return false
	}
	defer file.Close()
	const longest = 64 << 10
	var properties struct {
		Creator  string `xml:"creator"`
		Category string `xml:"category"`
	}
	if err := xml.NewDecoder(io.LimitReader(file, longest)).Decode(&properties); err != nil {
		return false
	}
	// In each language that reports are written in; a template has no category.
	return slices.Contains([]string{"Report", "Rapport"}, properties.Category) && strings.HasPrefix(properties.Creator, "govfootprint")
}
