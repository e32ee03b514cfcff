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
	part string // key of what its parts say, where the whole is in no list; see tellParts

	lower  string // of a header in two lines: the text of the lower; of one that is not shown: the text
	hidden bool   // it is about a person, and shown as the letter of its column
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
	"month", "months", "mois", "gb", "go", "gib", "gio", "mb", "mo", "mib", "mio", "kb", "ko", "kib", "kio", "tb", "to", "tib", "tio", "pb", "po", "pib", "pio", "bytes", "octets", "b", "kbit", "mbit", "gbit", "tbit", "kg", "g", "mm2", "mm²", "cm2", "cm²",
	"in", "inch", "inches", "pouces", "cm", "in", "unit", "unité", "per", "par", "percent", "count", "units", "nb",
}

// A headerRow is the row of a sheet that was recognised as its headers.
type headerRow struct {
	row     int // as a spreadsheet counts
	index   int // among the rows looked at
	headers []header
	score   int
	upper   []header // the line above that belongs to it, nil for none
	counted []int    // columns with a person's name over nothing but numbers
}

// scoreHeaders values a row as a header: what it holds that is known to be a
// header. Fields count more than headers that are known but not read.
func scoreHeaders(cells []header) (score, fields int) {
	seen := make(map[field]bool)
	texts, items, years, states, known := 0, 0, 0, 0, 0
	for _, h := range cells {
		if h.text == "" {
			continue
		}
		texts++
		m, is := headers().known(h)
		if !is {
			switch {
			case isYear(h.text):
				years++
			case items < 4 && wideOf(h).category != "":
				items++
			case stateOf(h) != "":
				states++
			}
			continue
		}
		known++
		switch {
		case m.why == whyPersonal && namesPhones(h):
			known--
			items++
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
	if items > 0 && texts >= 2 { // Department, Laptops, Desktops
		score += items
		fields += min(items-1, 2)
	}
	if items >= 2 && known > 0 && known+items == texts { // Employee, Laptop, Screen: nothing but headers, however few
		fields++
	}
	if states >= 2 && fields > 0 { // Category, In use, In stock
		score, fields = score+2, fields+1
	}
	if years >= 2 && fields > 0 { // Category, 2023, 2024
		score, fields = score+2, fields+1
	}
	if l := headers().layoutOf(cells); l != nil && len(l.requires)+len(l.any) > 0 {
		return score + 10, fields + 1 // headers that only one layout has
	}
	return score, fields
}

// findHeader returns the row that is most likely the header: the first that is
// one and says what items are, or its neighbour below if that says more; where
// none says what items are, the one with the highest score, the first of several.
// A row of one cell can be a header only where the file has one column.
func findHeader(rows []headerRow) (headerRow, bool) {
	var best headerRow
	first := -1
	for i := range rows {
		if first >= 0 {
			break
		}
		r := &rows[i]
		score, acceptable := r.value()
		if !acceptable {
			continue
		}
		if r.score = score; r.score > best.score {
			best = *r
		}
		if identifiesItems(r.headers) {
			first = i
		}
	}
	if first >= 0 && namesFields(best.headers) && !saysItems(rows[first].headers) && best.score > rows[first].score {
		first = -1 // a row of data, with the names of two devices in it, below headers of which some are known
	}
	if first >= 0 {
		best = rows[first]
		for next := first + 1; next < len(rows) && rows[next].row == rows[next-1].row+1; next++ {
			score, acceptable := rows[next].value()
			if !acceptable || score <= best.score || !identifiesItems(rows[next].headers) {
				break
			}
			best = rows[next]
			best.score = score
		}
	}
	if two, ok := twoLines(rows, best, first >= 0); ok {
		return two, true
	}
	return best, best.score > 0
}

// value returns the score of a row as a header, and whether it can be one.
func (r *headerRow) value() (int, bool) {
	score, fields := scoreHeaders(r.headers)
	texts := 0
	for _, h := range r.headers {
		if h.text != "" {
			texts++
		}
	}
	if fields == 0 || (fields+score/2 < 3 && texts > 1) || (texts == 1 && !standsAlone(r.headers)) {
		return 0, false
	}
	return score, true
}

// namesFields reports whether several headers are columns that are read.
func namesFields(hs []header) bool {
	const several = 3
	fields := make(map[field]bool)
	for _, h := range hs {
		if m, ok := headers().known(h); ok && m.field != noField {
			fields[m.field] = true
		}
	}
	return len(fields) >= several
}

// saysItems reports whether one of the headers is the column of what an item is.
func saysItems(hs []header) bool {
	return slices.ContainsFunc(hs, func(h header) bool {
		m, ok := headers().known(h)
		return ok && saysWhat(m.field)
	})
}

// identifiesItems reports whether headers say what an item is, or of what else they are.
func identifiesItems(hs []header) bool {
	items := 0
	for _, h := range hs {
		m, ok := headers().known(h)
		if ok && saysWhat(m.field) {
			return true
		}
		if !ok && wideOf(h).category != "" || m.why == whyPersonal && namesPhones(h) {
			items++
		}
	}
	if items >= 2 {
		return true
	}
	l := headers().layoutOf(hs)
	return l != nil && (l.refuse != "" || len(l.requires)+len(l.any) > 0)
}

// twoLines returns the header in two lines around the one that was found, or any
// where none was: groups above (Hardware over Type and Model), or names that are
// torn in two (Purchase over date).
func twoLines(rows []headerRow, found headerRow, settled bool) (headerRow, bool) {
	best, ok := headerRow{}, false
	for i := 0; i+1 < len(rows); i++ {
		upper, lower := rows[i], rows[i+1]
		if upper.row+1 != lower.row && upper.row+2 != lower.row || settled && found.row != upper.row && found.row != lower.row {
			continue
		}
		joined, names := joinHeaders(upper.headers, lower.headers)
		if names == 0 {
			continue
		}
		both := headerRow{row: lower.row, index: lower.index, headers: joined, upper: upper.headers}
		score, acceptable := both.value()
		if both.score = score; !acceptable {
			continue
		}
		if score > max(found.score, best.score) || names >= 2 && score == found.score && found.score > best.score {
			best, ok = both, true
		}
	}
	return best, ok
}

// placesOfPersons are columns that a group of a person's columns may hold and that are not personal.
var placesOfPersons = []field{fieldDepartment, fieldSite, fieldCountry, fieldSubdivision}

// joinHeaders puts two lines of headers together. A text of the upper line
// stands for the blank cells to its right, too. names counts the columns whose
// header only both lines together make.
func joinHeaders(upper, lower []header) (joined []header, names int) {
	known := headers().meanings
	for _, h := range lower {
		if h.text != "" && !isYear(h.text) && !hasLetter(words(h.text)) {
			return nil, 0 // a number: data
		}
	}
	group := header{}
	for i := range max(len(upper), len(lower)) {
		var above, below header
		if i < len(upper) {
			above = upper[i]
		}
		if i < len(lower) {
			below = lower[i]
		}
		if above.text != "" {
			group = above
		}
		switch {
		case below.text == "":
			joined = append(joined, above)
			continue
		case group.text == "" || len(group.text)+len(below.text) > maxHeaderText:
			joined = append(joined, below)
			continue
		}
		both := headerKey(group.text + " " + below.text)
		both.lower = below.text
		m, ok := known[both.key]
		alone, aloneOK := headers().known(below)
		switch {
		case ok && (m.field != noField || !aloneOK || alone.field == noField) || !aloneOK && wideOf(both).category != "" && wideOf(below).category == "":
			names++
			joined = append(joined, both)
		case known[group.key].why == whyPersonal && !slices.Contains(placesOfPersons, alone.field):
			joined = append(joined, header{text: both.text, key: "user" + below.key, lower: below.text}) // a person's type is no device's
		default:
			joined = append(joined, below)
		}
	}
	return joined, names
}

// standsAlone reports whether the one header of a file says what its items are.
func standsAlone(cells []header) bool {
	for _, h := range cells {
		if h.text != "" {
			m, _ := headers().known(h)
			return m.field == fieldModel || m.field == fieldModelNumber || m.field == fieldCategory
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
			if m, ok := headers().known(h); ok && (m.field != noField || m.why != "") {
				alike++
				continue
			}
			if len(h.key) < shortest || len(h.key) > longest || isPersonalHeader(h.text) || len(near) >= 2*most {
				continue
			}
			if key, ok := nearKey(h.key); ok {
				near = append(near, quotable(h.text), headers().meanings[key].field.String())
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
