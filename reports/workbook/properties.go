package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// properties describes the document. Its dates are fixed, so that the same
// report gives the same bytes; when a report was made is its reader's to know,
// and what it was made from is on the Manifest.
func (b *book) properties() {
	const moment = "1980-01-01T00:00:00Z"
	m := b.report.Manifest
	program := strings.TrimSpace(m.Program + " " + m.Version)
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Title:          cellText(b.subject()),
		Subject:        b.label("workbook.subject"),
		Description:    b.label("workbook.description", program),
		Keywords:       b.label("workbook.keywords"),
		Creator:        program,
		LastModifiedBy: program,
		Category:       b.label("workbook.category"),
		Language:       b.texts.Language(),
		Created:        moment,
		Modified:       moment,
	}))
	b.keep(b.file.SetAppProps(&excelize.AppProperties{Application: m.Program, Company: cellText(b.report.Organisation)}))
	b.keep(b.file.SetDefaultFont(family))
}

// footerText makes a text fit for a page footer, in which & begins a command.
func footerText(s string) string {
	const longest = 120 // a footer holds 255 characters in all
	s = strings.ReplaceAll(cellText(s), "\n", " ")
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}
