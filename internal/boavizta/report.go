package boavizta

import (
	"fmt"
	"strconv"
	"strings"
)

// iso writes a date as YYYY-MM-DD, what is not known as the first.
func (d date) iso() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.year, max(d.month, 1), max(d.day, 1))
}

func (r *Result) newestText() string {
	if !r.Newest.known() {
		return "not stated"
	}
	return r.Newest.iso()
}

func (r *Result) newestYear() string {
	if !r.Newest.known() {
		return "undated"
	}
	return strconv.Itoa(r.Newest.year)
}

// reportName is the file of the pack that tells what the import did.
const reportName = "import-report.txt"

// report writes what was changed, left out or doubted. It names no file and nothing
// of a dialect: both make the same.
func (r *Result) report() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "Import of the Boavizta table of product footprints\n\nnewest entry    %s\nSHA-256         %s (of the content, whatever the dialect)\nrules           %s\n\n",
		r.newestText(), r.ContentSHA256, rulesVersion)
	fmt.Fprintf(&b, "Rows\n  %6d  read\n", r.Rows)
	for _, line := range r.RowCounts() {
		fmt.Fprintf(&b, "  %6d  %s\n", line.Number, line.Summary)
	}
	fmt.Fprintf(&b, "\nThe pack\n  %6d  models, %d of them with a footprint\n  %6d  factors\n", r.Models, r.Footprints, r.Factors)
	b.WriteString("\nSheets by category: without use, kgCO2e; electricity, kWh a year (number: least, median, most)\n")
	for _, s := range r.Spreads {
		fmt.Fprintf(&b, "  %-20s %s\n", s.Category, s.text())
	}
	kind := Kind("")
	for _, count := range Counts(r.Findings) {
		if count.Kind != kind {
			kind = count.Kind
			fmt.Fprintf(&b, "\n%s%s\n", strings.ToUpper(string(kind[:1])), kind[1:])
		}
		fmt.Fprintf(&b, "  %6d  %s\n", count.Number, count.Summary)
	}
	b.WriteString("\nRow by row (the header is row 1)\n")
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "  %s: %s\n", f.Kind(), f)
	}
	return []byte(b.String())
}

// RowCounts says what became of the rows; the numbers add up to those read.
func (r *Result) RowCounts() []Count {
	return []Count{
		{Summary: "give a footprint", Number: r.rows.footprint},
		{Summary: "give energy or mass, no footprint", Number: r.rows.other},
		{Summary: "say nothing that another row of the same model does not say, or says of a later date", Number: r.rows.merged},
		{Summary: "give nothing", Number: r.rows.nothing},
	}
}
