package inventory

import (
	"slices"
	"strings"
)

// A header is a column's name, as it stands and in the form that is looked up.
type header struct {
	text string
	key  string // lower-case letters and digits, without accents, spaces and units
	unit string // in brackets: kWh, MB …
}

// headerKey reads a header. "Annual energy (kWh)", "annual_energy [kWh]" and
// "ANNUAL-ENERGY" have one key.
func headerKey(text string) header {
	h := header{text: text}
	if len(text) > maxHeaderText {
		return h // no header; a cell of text
	}
	base := text
	for _, pair := range []string{"()", "[]"} {
		open := strings.IndexByte(base, pair[0])
		if open <= 0 {
			continue
		}
		end := strings.IndexByte(base[open:], pair[1])
		if end < 0 {
			continue
		}
		if unit := strings.TrimSpace(base[open+1 : open+end]); isHeaderUnit(unit) {
			h.unit = unit
			base = base[:open] + base[open+end+1:]
		}
	}
	h.key = strings.ReplaceAll(words(base), " ", "")
	return h
}

// maxHeaderText is longer than any header.
const maxHeaderText = 120

// isHeaderUnit reports whether what stands in brackets in a header names a unit.
// Anything else in brackets belongs to the header: "Type (IT)".
func isHeaderUnit(text string) bool {
	if text == "%" || text == `"` || text == "''" {
		return true
	}
	for part := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r == '/' || r == ' ' || r == '.' }) {
		if !slices.Contains(headerUnits, part) {
			return false
		}
	}
	return text != ""
}

var headerUnits = []string{
	"kwh", "mwh", "wh", "w", "kw", "watt", "watts", "h", "hours", "heures", "year", "years", "yr", "yrs", "y", "a", "an", "ans", "année", "années", "annee", "annees",
	"month", "months", "mois", "gb", "go", "gib", "mb", "mo", "mib", "kb", "ko", "tb", "to", "tib", "bytes", "octets", "b", "kg", "g", "mm2", "mm²", "cm2", "cm²",
	"in", "inch", "inches", "pouces", "cm", "in", "unit", "unité", "per", "par", "percent", "count", "units", "nb",
}

// A headerRow is the row of a sheet that was recognised as its headers.
type headerRow struct {
	row     int // as a spreadsheet counts
	index   int // among the rows looked at
	headers []header
	score   int
}

// scoreHeaders values a row as a header: what it holds that is known to be a
// header. Fields count more than headers that are known but not read.
func scoreHeaders(cells []header) (score, fields int) {
	seen := make(map[field]bool)
	texts := 0
	for _, h := range cells {
		if h.text == "" {
			continue
		}
		texts++
		m, known := headers().meanings[h.key]
		switch {
		case !known:
		case m.field == noField:
			score++
		case !seen[m.field]:
			seen[m.field] = true
			fields++
			score += 3
		}
	}
	if texts > 0 && fields == texts { // nothing but known columns
		score++
	}
	if l := headers().layoutOf(cells); l != nil && len(l.requires)+len(l.any) > 0 {
		return score + 10, fields + 1 // headers that only one layout has
	}
	return score, fields
}

// findHeader returns the row that is most likely the header: with the highest
// score, the first of several. A row of one cell can be a header only where the
// file has one column.
func findHeader(rows []headerRow) (headerRow, bool) {
	var best headerRow
	for _, r := range rows {
		score, fields := scoreHeaders(r.headers)
		texts := 0
		for _, h := range r.headers {
			if h.text != "" {
				texts++
			}
		}
		if fields == 0 || (fields+score/2 < 3 && texts > 1) || (texts == 1 && !standsAlone(r.headers)) {
			continue
		}
		if r.score = score; r.score > best.score {
			best = r
		}
	}
	return best, best.score > 0
}

// standsAlone reports whether the one header of a file says what its items are.
func standsAlone(cells []header) bool {
	for _, h := range cells {
		if h.text != "" {
			m := headers().meanings[h.key]
			return m.field == fieldModel || m.field == fieldCategory
		}
	}
	return false
}

// nearHeaders pairs headers that are nearly known ones with what they may be
// meant for: the misspelt ones of a file that is refused.
func nearHeaders(rows []headerRow) []string {
	const looked, most, cells, shortest, longest = 10, 8, 40, 4, 40
	for _, r := range rows[:min(looked, len(rows))] {
		var near []string
		alike := 0 // cells of the row that are or resemble a header
		for _, h := range r.headers[:min(cells, len(r.headers))] {
			if m, ok := headers().meanings[h.key]; ok && (m.field != noField || m.why != "") {
				alike++
				continue
			}
			if len(h.key) < shortest || len(h.key) > longest || len(near) >= 2*most {
				continue
			}
			if key, ok := nearKey(h.key); ok {
				near = append(near, h.text, headers().meanings[key].field.String())
				alike++
			}
		}
		// One resemblance is chance, and what resembles may be data about a person.
		if alike >= 2 && len(near) > 0 {
			return near
		}
	}
	return nil
}
