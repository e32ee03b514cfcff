package summary

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// WriteInspection writes what was found in inventories: each sheet with its
// columns, what was recognised, what a person can answer, what is wrong.
func WriteInspection(w io.Writer, in *reports.Inspection, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	if opt.Width == 0 {
		opt.Width = standardWidth
	}
	opt.Width = min(max(opt.Width, leastWidth), mostInspected)
	out := bufio.NewWriter(w)
	p := &inspector{printer: &printer{out: out, texts: texts, numbers: texts.Numbers(), options: opt}, found: in}
	p.heading()
	for i := range in.Files {
		p.file(&in.Files[i])
	}
	p.recognised()
	p.questions()
	p.problems()
	p.written()
	return out.Flush()
}

// mostInspected is how wide an inspection gets: its columns have samples.
const mostInspected = 120

type inspector struct {
	*printer

	found *reports.Inspection
}

// heading says in two lines what became of everything.
func (p *inspector) heading() {
	r := p.found.Rows
	p.line(p.styled(strong, p.label("inspect.title", len(p.found.Files), p.texts.Period(p.found.Period))))
	p.paragraph("", p.label("inspect.rows", r.Read, r.Recognised(), r.Excluded, r.Rejected, p.unrecognised(r.Unrecognised)))
	if r.Excluded > 0 {
		p.pair(p.label("terminal.excluded"), p.reasons(r.Excluded, r.Exclusions))
	}
	if r.Rejected > 0 {
		p.pair(p.label("terminal.rejected"), p.rejections(r, p.found.Problems))
	}
}

// unrecognised is a number of rows that are listed only, empty for none: a label
// then says nothing of them.
func (p *inspector) unrecognised(rows int64) string {
	if rows == 0 {
		return ""
	}
	return p.numbers.Int(rows)
}

func (p *inspector) styled(i ink, text string) string { return p.in(i, p.text(text)) }

// file writes what a file was taken for, and its sheets.
func (p *inspector) file(f *inventory.FileInfo) {
	what := []string{}
	if f.Format != "" {
		what = append(what, p.texts.Name("inspect.format", f.Format))
	}
	if f.Encoding != "" {
		what = append(what, p.texts.Name("inspect.encoding", f.Encoding))
	}
	if f.Delimiter != "" {
		what = append(what, p.texts.Name("inspect.delimiter", f.Delimiter))
	}
	if f.Refused {
		what = append(what, p.label("inspect.refused"))
	}
	p.line()
	p.line(p.styled(strong, p.short(p.text(f.Name), p.options.Width)))
	p.paragraph(indent, strings.Join(what, ", "))
	if f.Refused {
		for _, problem := range p.found.Problems.Items {
			if problem.File == f.Name && refusals[problem.Code] {
				m := p.texts.Problem(problem)
				p.paragraph(indent, wording.Capital(m.Text)+". "+m.Fix)
			}
		}
	}
	var idle []string // sheets of which there is nothing to show
	for i := range f.Sheets {
		s := &f.Sheets[i]
		if s.Layout == "" && (!f.Refused || len(s.Columns) == 0) {
			if f.Refused {
				continue // the file's own message has said why
			}
			idle = append(idle, s.Name+" ("+p.texts.SheetReason(s.Why)+")")
			continue
		}
		p.sheet(f, s)
	}
	if len(idle) > 0 {
		p.line()
		p.pair(p.label("inspect.idle"), strings.Join(idle, ", "))
	}
}

// refusals are the problems for which a file is not read.
var refusals = map[inventory.Code]bool{
	inventory.CodeFileEmpty: true, inventory.CodeFileType: true, inventory.CodeFileEncrypted: true, inventory.CodeFileDamaged: true, inventory.CodeFileUnsafe: true,
	inventory.CodeLimitExceeded: true, inventory.CodeHeaderMissing: true, inventory.CodeColumnsMissing: true, inventory.CodeOtherList: true, inventory.CodeListIncomplete: true,
	inventory.CodeEstatePeriod: true, inventory.CodeEstateDamaged: true,
}

// sheet writes what a sheet was taken for and each of its columns.
func (p *inspector) sheet(f *inventory.FileInfo, s *inventory.SheetInfo) {
	p.line()
	title := p.label("inspect.layout", p.texts.Name("inspect.layouts", cmp.Or(s.Layout, "generic")), s.HeaderRow)
	if s.Name != "" {
		title = p.label("inspect.layout.sheet", p.texts.Name("inspect.layouts", cmp.Or(s.Layout, "generic")), s.HeaderRow, s.Name)
	}
	counts := p.label("inspect.counts", s.Rows, s.Assessed-s.Unrecognised, s.Excluded, s.Rejected, p.unrecognised(s.Unrecognised))
	if width(indent+title+"  "+counts) <= p.options.Width {
		p.line(indent, p.styled(strong, title), "  ", p.styled(faint, counts))
	} else {
		p.line(indent, p.styled(strong, p.short(p.text(title), p.options.Width-len(indent))))
		for _, l := range wrap(p.text(counts), p.options.Width-len(indent)) {
			p.line(indent, p.in(faint, l))
		}
	}
	p.read(s)
	p.unread(s)
	if f.Refused && s.List == "" {
		p.line()
		p.paragraph(indent, p.label("inspect.nothing"))
	}
	if len(s.Missing) > 0 {
		p.line()
		p.line(indent, p.styled(faint, p.label("inspect.missing")))
		for _, field := range s.Missing {
			p.entry(field, p.label("inspect.missing."+field))
		}
	}
}

// entry writes a name and what is to say about it, below one another.
func (p *inspector) entry(name, text string) {
	const names = 16
	for i, l := range wrapped(p.text(text), p.options.Width-2*len(indent)-names) {
		if i > 0 {
			name = ""
		}
		p.line(indent, indent, p.left(p.text(name), names), l)
	}
}

// paragraph writes a text over as many lines as it takes.
func (p *inspector) paragraph(margin, text string) {
	for _, l := range wrap(p.text(text), p.options.Width-width(margin)) {
		p.line(margin, l)
	}
}

// inspected is a line of the table of columns.
type inspected struct{ name, field, header, how, full, samples string }

// read writes the columns that are read, and those that nobody knows: the two
// that a person looks through.
func (p *inspector) read(s *inventory.SheetInfo) {
	var read, unknown []inspected
	for _, c := range s.Columns {
		row := inspected{
			name: c.Field, field: p.texts.Name("inspect.field", c.Field), header: c.Header, how: p.label("inspect.how." + c.How),
			full: reports.Filled(c, s, p.numbers), samples: strings.Join(c.Samples, ", "),
		}
		if c.Unit != "" {
			row.field += " (" + c.Unit + ")"
		}
		switch {
		case c.Field != "":
			read = append(read, row)
		case c.Why == "alternate": // read where the first column of its header is blank
			row.name, row.field = c.Means, p.texts.Name("inspect.field", c.Means)
			read = append(read, row)
		case c.Why == "unknown" && c.Filled > 0:
			row.field, row.how, row.samples = p.label("inspect.unknown"), "", p.values(c)
			unknown = append(unknown, row)
		}
	}
	byImportance(read)
	rows := append([]inspected{{
		field: p.label("inspect.column.field"), header: p.label("inspect.column.header"), how: p.label("inspect.column.how"),
		full: p.label("inspect.column.full"), samples: p.label("inspect.column.samples"),
	}}, read...)
	rows = append(rows, unknown[:min(mostUnknown, len(unknown))]...)
	var fields, headers, hows, fulls int
	for _, r := range rows {
		fields, headers = max(fields, width(p.text(r.field))), max(headers, width(p.text(r.header)))
		hows, fulls = max(hows, width(p.text(r.how))), max(fulls, width(p.text(r.full)))
	}
	fields, headers = min(fields, 20), min(headers, 26)
	const gap, narrow = "  ", 16 // columns of samples
	room := func() int { return p.options.Width - 2*len(indent) - fields - headers - hows - fulls - 4*len(gap) }
	if room() < narrow {
		hows = -len(gap)
	}
	if room() < narrow {
		headers = max(narrow, headers+room()-narrow)
	}
	for i, r := range rows {
		style := plain
		if i == 0 {
			style = faint
		}
		cells := []string{p.left(p.text(r.field), fields), gap, p.left(p.text(r.header), headers), gap}
		if hows >= 0 {
			cells = append(cells, p.left(p.text(r.how), hows), gap)
		}
		cells = append(cells, right(p.text(r.full), fulls), gap, p.short(p.text(r.samples), room()))
		p.line(indent, indent, p.in(style, strings.TrimRight(strings.Join(cells, ""), " ")))
	}
	if more := len(unknown) - mostUnknown; more > 0 {
		p.line(indent, indent, p.styled(faint, p.label("inspect.unknown.more", more)))
	}
}

// mostUnknown is how many columns that nobody knows are listed, and mostHeaders
// how many headers of a reason: a sheet may have thousands.
const mostUnknown, mostHeaders = 30, 20

// byImportance sorts columns as the template does: what a thing is comes first.
func byImportance(columns []inspected) {
	place := make(map[string]int)
	for i, c := range inventory.Template() {
		place[c.Name] = i + 1
	}
	slices.SortStableFunc(columns, func(a, b inspected) int {
		return cmp.Compare(cmp.Or(place[a.name], len(place)+1), cmp.Or(place[b.name], len(place)+1))
	})
}

// values says of what kind the values of a column are that nobody knows, and shows
// the words that stand in many rows.
func (p *inspector) values(c inventory.ColumnInfo) string {
	if c.Values == "" {
		return ""
	}
	return p.label("inspect.values", p.label("inspect.values."+string(c.Values)), c.Distinct, strings.Join(c.Samples, ", "))
}

// unread lists the columns that are not read, by reason.
func (p *inspector) unread(s *inventory.SheetInfo) {
	byReason := map[string][]string{}
	for _, c := range s.Columns {
		switch {
		case c.Why == "" || c.Why == "unknown" && c.Filled > 0 || c.Header == "" && c.Filled == 0:
		case c.Why == "duplicate":
			byReason[c.Why] = append(byReason[c.Why], p.label("inspect.instead", c.Header, p.texts.Name("inspect.field", c.Means), c.Instead))
		default:
			byReason[c.Why] = append(byReason[c.Why], c.Header)
		}
	}
	first := true
	for _, why := range []string{"duplicate", "personal", "identifier", "not_needed", "other_year", "mapping", "unknown", "empty"} {
		headers := byReason[why]
		if len(headers) == 0 {
			continue
		}
		if first {
			p.line()
			p.line(indent, p.styled(faint, p.label("inspect.unread")))
			first = false
		}
		text := p.some(headers, mostHeaders)
		if why == "empty" { // nothing to call them by
			text = p.label("inspect.columns", len(headers))
		}
		p.entry(p.label("inspect.why."+why), text)
	}
}

// recognised writes how far units were recognised, and as what.
func (p *inspector) recognised() {
	if len(p.found.Levels) == 0 {
		return
	}
	about := p.label("affected.units", p.found.Units)
	if rows := p.activities(); rows > 0 {
		about += ", " + p.label("affected.activities", rows)
	}
	p.section(p.label("inspect.recognised"), about)
	size := func(units decimal.Decimal, rows int64) string {
		if units.IsZero() && rows > 0 { // activities are rows, and no units
			return p.text(p.label("affected.activities", rows))
		}
		return p.text(p.count(units))
	}
	var names, figures int
	for _, l := range p.found.Levels {
		names = max(names, width(p.text(p.label("inspect.level."+string(l.Key)))))
		figures = max(figures, width(size(l.Units, l.Rows)))
	}
	for _, l := range p.found.Levels {
		room := p.options.Width - len(indent) - names - figures - 4
		p.line(indent, p.left(p.text(p.label("inspect.level."+string(l.Key))), names), "  ", right(size(l.Units, l.Rows), figures), "  ",
			p.in(faint, p.short(p.text(strings.Join(l.Examples, ", ")), room)))
	}
	var kinds []string
	for _, k := range p.found.Kinds {
		kinds = append(kinds, p.texts.Key("category", k.Category)+" "+size(k.Units, k.Rows))
	}
	if len(kinds) > 0 {
		p.paragraph(indent, strings.Join(kinds, " · "))
	}
}

// count writes a number of units, which may be a part of one, for people.
func (p *inspector) count(units decimal.Decimal) string {
	if units.IsInteger() {
		return p.numbers.Exact(units)
	}
	return p.numbers.Short(units)
}

// activities counts the rows of the kinds that come without units.
func (p *inspector) activities() (rows int64) {
	for _, k := range p.found.Kinds {
		if k.Units.IsZero() {
			rows += k.Rows
		}
	}
	return rows
}

// topQuestions is how many questions are listed.
const topQuestions = 15

// questions lists what only a person can say, what matters most first.
func (p *inspector) questions() {
	all := p.found.Questions.All
	if len(all) == 0 {
		return
	}
	p.section(p.label("inspect.questions"), p.label("inspect.units"))
	shown := all[:min(topQuestions, len(all))]
	figures, texts := 0, 0
	for _, q := range shown {
		figures = max(figures, width(p.text(p.count(q.Units.Decimal()))))
		texts = max(texts, width(p.text(p.question(q))))
	}
	texts = min(texts, p.options.Width-len(indent)-figures-2-16)
	for _, q := range shown {
		suggestion := ""
		if q.Suggestion != "" {
			suggestion = p.label("inspect.suggestion", q.Suggestion)
		}
		p.line(indent, p.left(p.text(p.question(q)), texts), "  ", right(p.text(p.count(q.Units.Decimal())), figures), "  ", p.styled(faint, suggestion))
	}
	if more := len(all) - len(shown); more > 0 {
		p.line(indent, p.styled(faint, p.label("inspect.questions.more", more)))
	}
	if len(p.options.Written) == 0 {
		p.paragraph(indent, p.label("inspect.questions.todo"))
	}
}

// question writes what is asked.
func (p *inspector) question(q *inventory.Question) string {
	switch q.Kind {
	case inventory.AskWord:
		return p.label("inspect.ask.word", q.Field, q.Text)
	case inventory.AskCategory:
		return p.label("inspect.ask.category", q.Text)
	case inventory.AskModel:
	}
	return p.label("inspect.ask.model", strings.TrimSpace(q.Manufacturer+" "+q.Text))
}

// problems lists what is wrong by kind, each with its first position.
func (p *inspector) problems() {
	var counts []reports.ProblemCount
	for _, c := range p.found.Problems.Counts {
		if (c.Severity == inventory.Rejected || c.Severity == inventory.Warning) && !refusals[c.Code] && !p.answerable(c.Code) {
			counts = append(counts, c)
		}
	}
	if len(counts) == 0 {
		return
	}
	p.section(p.label("inspect.problems"), "")
	for _, c := range counts {
		m := p.texts.Problem(c.Example)
		head := p.label("inspect.problem", c.Count, m.Title)
		p.line(indent, p.styled(strong, head), p.styled(faint, "  "+wording.Within(p.label("severity."+string(c.Severity)))))
		text := m.Text
		if where := p.texts.Position(c.Example); where != "" {
			text = p.label("inspect.where", where, text)
		}
		for _, l := range p.lines(text, p.options.Width-2*len(indent), 3) {
			p.line(indent, indent, l)
		}
	}
	p.paragraph(indent, p.label("inspect.problems.all"))
}

// answerable reports whether the questions stand for the problem.
func (p *inspector) answerable(code inventory.Code) bool {
	return len(p.found.Questions.All) > 0 && (code == inventory.CodeCategoryUnknown || code == inventory.CodeWordUnknown)
}

// written names the mapping that was written and what to do with it.
func (p *inspector) written() {
	if len(p.options.Written) == 0 {
		return
	}
	p.line()
	written := p.options.Written[0]
	give := "--mapping " + written
	for _, used := range slices.Backward(p.options.Mappings) {
		give = "--mapping " + used + " " + give
	}
	p.paragraph("", p.label("inspect.written", written, give))
}
