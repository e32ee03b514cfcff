package boavizta

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// A model is what the pack says of one subject.
type model struct {
	subject   string
	footprint []figure
	energy    *figure
	mass      *figure
	lifetime  *figure
}

// A figure is one value, from one sheet or the mean of several.
type figure struct {
	stage     string // of a footprint
	value     decimal.Decimal
	low, high decimal.NullDecimal
	grade     string
	note      string
	url       string
	sheets    []*sheet
}

// merger finds out which sheets speak for a model.
//
// For each kind of figure by itself, so that a newer sheet that lacks one does not
// hide an older that has it: a name that the table states goes before one that was
// made of it; then the newest report; of several of one date the mean, if they split
// the total alike, for they are configurations of one model.
type merger struct {
	findings *[]Finding
	told     map[string]bool
}

// voice is a sheet that claims a subject.
type voice struct {
	*sheet
	given bool
}

// merge returns the models of all sheets, by subject.
func (m *merger) merge(sheets []*sheet) []model {
	voices := map[string][]voice{}
	var subjects []string
	for _, s := range sheets {
		for _, c := range s.models {
			if voices[c.subject] == nil {
				subjects = append(subjects, c.subject)
			}
			voices[c.subject] = append(voices[c.subject], voice{s, c.given})
		}
	}
	slices.Sort(subjects)
	models := make([]model, 0, len(subjects))
	for _, subject := range subjects {
		one := model{subject: subject, footprint: m.footprint(subject, voices[subject])}
		one.energy = m.parameter(subject, voices[subject], func(s *sheet) decimal.NullDecimal { return s.energy })
		one.mass = m.parameter(subject, voices[subject], func(s *sheet) decimal.NullDecimal { return s.mass })
		one.lifetime = m.parameter(subject, voices[subject], func(s *sheet) decimal.NullDecimal { return s.lifetime })
		if len(one.footprint) > 0 || one.energy != nil || one.mass != nil || one.lifetime != nil {
			models = append(models, one)
		}
	}
	return models
}

// footprint returns the stages of a model.
func (m *merger) footprint(subject string, voices []voice) []figure {
	sheets := m.newest(subject, voices, func(s *sheet) bool { return len(s.parts) > 0 })
	sheets = m.distinct(sheets, func(a, b *sheet) bool { return a.total.Equal(b.total) && samePartsAs(a, b) })
	sheets = m.alike(subject, sheets)
	if len(sheets) == 0 {
		return nil
	}
	m.tellMean(subject, sheets)
	figures := make([]figure, len(sheets[0].parts))
	for i := range figures {
		each := make([]figure, len(sheets))
		for j, s := range sheets {
			each[j] = s.figure(s.parts[i])
		}
		figures[i] = mean(each)
	}
	return figures
}

// parameter returns a parameter of a model.
func (m *merger) parameter(subject string, voices []voice, of func(*sheet) decimal.NullDecimal) *figure {
	sheets := m.newest(subject, voices, func(s *sheet) bool { return of(s).Valid })
	sheets = m.distinct(sheets, func(a, b *sheet) bool { return of(a).Decimal.Equal(of(b).Decimal) })
	if len(sheets) == 0 {
		return nil
	}
	m.tellMean(subject, sheets)
	each := make([]figure, len(sheets))
	for i, s := range sheets {
		each[i] = figure{value: of(s).Decimal, grade: "B", url: s.url, note: s.origin(), sheets: []*sheet{s}}
	}
	all := mean(each)
	return &all
}

// newest returns the sheets that have a figure and speak loudest.
func (m *merger) newest(subject string, voices []voice, has func(*sheet) bool) []*sheet {
	var heard []voice
	for _, v := range voices {
		if has(v.sheet) {
			heard = append(heard, v)
		}
	}
	if slices.ContainsFunc(heard, func(v voice) bool { return v.given }) {
		heard = slices.DeleteFunc(heard, func(v voice) bool { return !v.given })
	}
	if len(heard) == 0 {
		return nil
	}
	last := slices.MaxFunc(heard, func(a, b voice) int { return cmp.Compare(a.date.order(), b.date.order()) })
	var sheets []*sheet
	for _, v := range heard {
		if v.date.order() == last.date.order() {
			sheets = append(sheets, v.sheet)
		} else {
			m.tell(Superseded, v.sheet, strconv.Itoa(last.row), subject, last.date.String(), v.dateText())
		}
	}
	return sheets
}

func (s *sheet) dateText() string {
	if !s.date.known() {
		return "no date"
	}
	return s.date.String()
}

// distinct drops sheets that repeat the figure of one before.
func (m *merger) distinct(sheets []*sheet, same func(a, b *sheet) bool) []*sheet {
	var kept []*sheet
	for _, s := range sheets {
		at := slices.IndexFunc(kept, func(k *sheet) bool { return same(k, s) })
		if at < 0 {
			kept = append(kept, s)
		} else if kept[at].row != s.row && kept[at].name == s.name {
			m.tell(Duplicate, s, strconv.Itoa(kept[at].row))
		}
	}
	return kept
}

// alike keeps the sheets that split the total in the same stages, those that
// state most.
func (m *merger) alike(subject string, sheets []*sheet) []*sheet {
	if len(sheets) < 2 {
		return sheets
	}
	best := slices.MaxFunc(sheets, func(a, b *sheet) int { return cmp.Compare(len(a.parts), len(b.parts)) })
	kept := slices.DeleteFunc(slices.Clone(sheets), func(s *sheet) bool { return stagesOf(s.parts) != stagesOf(best.parts) })
	if len(kept) < len(sheets) {
		m.tell(Conflict, sheets[0], subject, rowsOf(sheets), strconv.Itoa(best.row))
	}
	return kept
}

func samePartsAs(a, b *sheet) bool {
	return slices.EqualFunc(a.parts, b.parts, func(p, q part) bool { return p.stage() == q.stage() && p.share.Equal(q.share) })
}

func (m *merger) tellMean(subject string, sheets []*sheet) {
	if len(sheets) > 1 {
		m.tell(Averaged, sheets[0], subject, rowsOf(sheets))
	}
}

// tell reports something once, however many figures it is about.
func (m *merger) tell(code Code, s *sheet, args ...string) {
	f := Finding{Code: code, Row: s.row, Product: s.product, Args: args}
	if key := string(code) + f.String(); !m.told[key] {
		m.told[key] = true
		*m.findings = append(*m.findings, f)
	}
}

func rowsOf(sheets []*sheet) string {
	rows := make([]string, len(sheets))
	for i, s := range sheets {
		rows[i] = strconv.Itoa(s.row)
	}
	return strings.Join(rows, ", ")
}

// Decimal places to which values are rounded, once: a milligram.
const places = 6

// figure returns what a sheet says of one part of its total:
//
//	value = total × share
//	low, high = value ÷ (1 + e), value × (1 + e), with the sheet's relative error e
//
// The sheets show the error as a bar around the total, which Dell says are the 5th and
// the 95th percentile. Taken as a ratio both ways it fits a lognormal value with the
// published one in the middle, and stays above 0 where e is 1 and more, as with
// servers. What remains of the total is a difference, and no surer than half a
// digit of the share of use makes it.
func (s *sheet) figure(p part) figure {
	f := figure{
		stage: p.stage(), value: s.total.Mul(p.share).RoundBank(places), url: s.url, grade: "B",
		note: s.total.String() + " kg × " + p.how + ". " + s.origin(), sheets: []*sheet{s},
	}
	if !p.stated {
		f.grade = "C"
	}
	if s.doubted {
		f.grade = "D"
		f.note = "Doubted, see " + reportName + ". " + f.note
	}
	if s.errorRatio.Valid {
		spread := one.Add(s.errorRatio.Decimal)
		if low, err := quantity.Divide(f.value, spread, places); err == nil {
			f.low, f.high = decimal.NewNullDecimal(low), decimal.NewNullDecimal(f.value.Mul(spread).RoundBank(places))
		}
	}
	if coarse := p.slack.Mul(decimal.New(10, 0)).GreaterThan(p.share); p.slack.Sign() > 0 && (coarse || f.low.Valid) {
		low, high := s.total.Mul(decimal.Max(p.share.Sub(p.slack), p.share.Shift(-1))), s.total.Mul(p.share.Add(p.slack))
		if !f.low.Valid || low.LessThan(f.low.Decimal) {
			f.low = decimal.NewNullDecimal(low.RoundBank(places))
		}
		if !f.high.Valid || high.GreaterThan(f.high.Decimal) {
			f.high = decimal.NewNullDecimal(high.RoundBank(places))
		}
	}
	return f
}

// origin says where a figure stands, for its note.
func (s *sheet) origin() string {
	text := "Sheet without a date"
	if s.date.known() {
		text = "Sheet of " + s.date.String()
	}
	if s.location != "" {
		text += ", use in " + s.location
	}
	if s.kind != "" {
		text += "; " + s.kind
	}
	return text + "."
}

// mean returns the mean of figures of the same thing, with their extremes as range.
func mean(figures []figure) figure {
	if len(figures) == 1 {
		return figures[0]
	}
	all := figure{stage: figures[0].stage, url: figures[0].url, grade: "C", note: fmt.Sprintf("Mean of %d configurations in one report. %s", len(figures), figures[0].sheets[0].origin())}
	sum, low, high := decimal.Zero, figures[0].value, figures[0].value
	for _, f := range figures {
		sum = sum.Add(f.value)
		low, high = decimal.Min(low, f.value), decimal.Max(high, f.value)
		if f.low.Valid {
			low, high = decimal.Min(low, f.low.Decimal), decimal.Max(high, f.high.Decimal)
		}
		all.grade = max(all.grade, f.grade)
		all.sheets = append(all.sheets, f.sheets...)
	}
	value, err := quantity.Divide(sum, decimal.NewFromInt(int64(len(figures))), places)
	if err != nil {
		return figures[0]
	}
	all.value, all.low, all.high = value, decimal.NewNullDecimal(low), decimal.NewNullDecimal(high)
	return all
}
