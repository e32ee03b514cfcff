package summary

import (
	"slices"
	"strings"
)

// columns says in a few lines which columns of the inventories were not read,
// and why: those first that a person may want to do something about.
func (p *printer) columns() {
	read := 0
	headers := make(map[string][]string)
	for _, f := range p.report.Manifest.Files {
		for _, s := range f.Sheets {
			for _, c := range s.Columns {
				switch {
				case c.Field != "":
					read++
				case c.Header != "" && !slices.Contains(headers[c.Why], c.Header):
					headers[c.Why] = append(headers[c.Why], c.Header)
				}
			}
		}
	}
	if read == 0 || len(headers) == 0 {
		return
	}
	text := p.label("terminal.columns.read", read)
	for _, why := range []string{"unknown", "duplicate", "mapping", "personal", "identifier", "not_needed"} {
		if names := headers[why]; len(names) > 0 {
			text = p.label("list.next", text, p.label("terminal.columns."+why, len(names), p.some(names, mostNames)))
		}
	}
	p.pair(p.label("terminal.columns"), text)
}

// mostNames is how many columns are named of each reason.
const mostNames = 4

// some names the first of many.
func (p *printer) some(names []string, most int) string {
	if len(names) <= most+1 {
		return strings.Join(names, ", ")
	}
	return p.label("terminal.columns.more", strings.Join(names[:most], ", "), len(names)-most)
}

// asked says how much only a person can say, and how to be asked.
func (p *printer) asked() {
	questions := p.report.Questions.All
	if len(questions) == 0 {
		return
	}
	p.pair(p.label("terminal.questions"), p.label("terminal.questions.text", len(questions)))
}
