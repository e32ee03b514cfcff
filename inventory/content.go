package inventory

import (
	"strconv"
	"strings"

	"govfootprint/inventory/recognition"
)

// What a column is, its header says; where that is unknown, blank or plainly
// wrong, its values do. They are looked at once, among the first rows, before the
// table is read. A column is taken by its values only for what no header claims
// and where nearly all of them fit, and each such decision is told.

// A columnSample is the distinct values of a column among the first rows.
type columnSample struct {
	values map[string]int // how many rows have each
	order  []string       // as they come
	filled int            // rows that say something
	whole  int            // of these, whole numbers from 1
	least  int            // of the whole numbers
	most   int
	steps  int // rows whose number is one more than that of the row before
	typed  int // cells that a workbook holds as numbers or dates
	last   int
	shares map[trait]int
}

// sampled is how many distinct values of a column are looked at.
const sampled = 200

func sampleColumn(rows []row, index int) *columnSample {
	s := &columnSample{values: make(map[string]int), shares: make(map[trait]int)}
	for _, r := range rows {
		if index >= len(r.cells) || len(r.cells[index].text) == 0 || len(r.cells[index].text) > maxHeaderText {
			continue
		}
		text, _ := cleanText(r.cells[index].text)
		if isBlankText(text) || isFormulaError(text) {
			continue
		}
		if _, known := s.values[text]; !known && len(s.values) == sampled {
			continue
		}
		s.values[text]++
		if s.values[text] == 1 {
			s.order = append(s.order, text)
		}
		s.filled++
		if r.cells[index].number {
			s.typed++
		}
		s.count(text)
	}
	return s
}

// count takes a value that may be a whole number.
func (s *columnSample) count(text string) {
	const digits = 9
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 || len(text) > digits {
		s.last = 0
		return
	}
	if s.whole == 0 || n < s.least {
		s.least = n
	}
	s.most = max(s.most, n)
	s.whole++
	if s.last > 0 && n == s.last+1 {
		s.steps++
	}
	s.last = n
}

// A trait is what a value can be.
type trait int

const (
	traitCategory trait = iota
	traitMaker
	traitModel
	traitStatus
	traitCountry
	traitDate
	traitPersonal
	traitIdentifier
	traitEnergy
	traitTarget // what a thing is issued to: a user, a place, another asset
	traitCount
)

// has reports whether a text is of a trait.
func (t trait) has(text string) bool {
	switch t {
	case traitCategory:
		return isCategoryText(text)
	case traitMaker:
		return recognition.IsMaker(text)
	case traitModel:
		return isModelText(text)
	case traitStatus:
		if len(text) < 3 || hasDigit(text) {
			return false
		}
		_, ok := vocabularies()[fieldStatus].byWord[words(text)]
		return ok && !yesNo[words(text)]
	case traitCountry:
		if len(text) < 2 || hasDigit(text) || strings.ContainsAny(text, ",;/") || len(text) < 4 && (text != strings.ToUpper(text) || yesNo[words(text)]) {
			return false // "No" is not Norway, and several countries are markets
		}
		_, ok := parseCountry(text)
		return ok
	case traitDate:
		_, status := parseDate(text)
		return status == dateOK || status == datePlaceholder
	case traitPersonal:
		_, found := scrub(text, aboutOther)
		return found
	case traitIdentifier:
		return isSerialText(text)
	case traitEnergy:
		n, ok := parseNumber(text, pointMark, false)
		unit := unitKey(n.unit)
		return ok && strings.HasSuffix(strings.Fields(unit + " x")[0], "wh")
	case traitTarget:
		return issuedTo[words(text)]
	case traitCount:
	}
	return false
}

var (
	yesNo    = map[string]bool{"yes": true, "no": true, "true": true, "false": true, "oui": true, "non": true, "ok": true, "good": true, "new": true, "y": true, "n": true}
	issuedTo = map[string]bool{"user": true, "location": true, "asset": true, "person": true, "utilisateur": true, "lieu": true, "student": true, "staff": true, "department": true, "room": true}
)

// share returns in how many hundredths of the rows the value is of a trait.
func (s *columnSample) share(t trait) int {
	if s.filled == 0 {
		return 0
	}
	return s.fitting(t) * 100 / s.filled
}

// fitting returns in how many rows the value is of a trait.
func (s *columnSample) fitting(t trait) int {
	if n, ok := s.shares[t]; ok {
		return n
	}
	const probe = 20 // values: where none of them fits, the rest is not looked at
	n := 0
	for i, text := range s.order {
		if t.has(text) {
			n += s.values[text]
		}
		if i == probe && n == 0 {
			break
		}
	}
	s.shares[t] = n
	return n
}

// What recognition knows of a text by itself.

// isCategoryText reports whether a text is a type of device, or of what is left out.
func isCategoryText(text string) bool {
	return recognition.IsTypeWord(text[strings.LastIndexAny(text, `/>\|`)+1:]) // Hardware > Printers
}

// isModelText reports whether a text names a product.
func isModelText(text string) bool {
	if len(text) < 3 || strings.Contains(text, "://") || recognition.IsMaker(text) || !strings.ContainsFunc(text, isLetter) {
		return false
	}
	switch found := recognition.Recognise(recognition.Thing{Model: text}); found.How {
	case recognition.Identifier, recognition.Model, recognition.Family:
		return true
	default:
		return found.Left == recognition.VirtualMachine
	}
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isSerialText reports whether a text looks like the number of a single device:
// letters and digits mixed in one word.
func isSerialText(text string) bool {
	const shortest, longest = 6, 40
	if len(text) < shortest || len(text) > longest {
		return false
	}
	digits, letters := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			letters++
		case c != '-' && c != '_':
			return false
		}
	}
	if digits < 2 || letters == 0 && digits < shortest {
		return false
	}
	_, status := parseDate(text)
	return status != dateOK
}

// columnLetters names a column without a header as a spreadsheet does: A, B … AA.
func columnLetters(index int) string {
	name := ""
	for n := index + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
