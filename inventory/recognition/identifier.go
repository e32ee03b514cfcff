package recognition

import (
	"strings"
	"sync"
)

// An identifier is a maker's own name for one product: the machine type of Lenovo, the
// model identifier of Apple, the model code of Samsung.
type identifier struct {
	kind     string // lenovo machine type, apple model, samsung code
	maker    string
	code     string
	name     string // of the product
	category string // where the name's family does not tell
}

// identifierKinds are the kinds of identifiers as the data and explanations name them.
var identifierKinds = map[string]string{
	"lenovo":  "Lenovo machine type",
	"apple":   "Apple model identifier",
	"samsung": "Samsung model code",
}

var identifiers = sync.OnceValue(func() map[string]*identifier {
	all := make(map[string]*identifier)
	for line := range dataLines("identifiers.tsv") {
		for len(line) < 4 {
			line = append(line, "")
		}
		id := &identifier{kind: identifierKinds[line[0]], maker: line[0], code: line[1], name: line[2], category: line[3]}
		all[line[0]+" "+strings.ToLower(line[1])] = id
	}
	return all
})

// identify returns the product that a model's text, or a word of it, is the
// identifier of.
func (c *catalogue) identify(maker, text string) *identifier {
	text = strings.TrimSpace(text)
	if len(text) > 40 {
		return nil
	}
	if maker == "" || maker == "apple" {
		if code := appleCode(text); code != "" {
			return c.identifier("apple", code)
		}
	}
	if maker == "" || makersAgree(maker, "lenovo") {
		if code := machineType(text, maker); code != "" {
			return c.identifier("lenovo", code)
		}
	}
	if maker == "" || maker == "samsung" {
		if code := samsungCode(text); code != "" {
			return c.identifier("samsung", code)
		}
	}
	return nil
}

func (c *catalogue) identifier(maker, code string) *identifier {
	id := identifiers()[maker+" "+strings.ToLower(code)]
	if id != nil && c.without != nil && c.without(maker, id.code) {
		return nil
	}
	return id
}

// appleCode returns the model identifier in a text: letters, a number, a comma, a number.
func appleCode(text string) string {
	for f := range strings.FieldsSeq(text) {
		f = strings.Trim(f, "()[]")
		before, after, ok := strings.Cut(f, ",")
		if !ok || after == "" || !allDigits(after) {
			continue
		}
		letters := strings.TrimRight(before, "0123456789")
		if len(letters) > 2 && len(letters) < len(before) && !hasDigit(letters) {
			return f
		}
	}
	return ""
}

// machineType returns the first four characters of a Lenovo model number: ten
// characters as 20XW004AUK; seven as 2349G3G or the four alone only where they are
// the whole text and the maker is known.
func machineType(text, maker string) string {
	for f := range strings.FieldsSeq(text) {
		f = strings.Trim(f, "()[]-,")
		alone := maker != "" && len(f) == len(text)
		if (len(f) == 10 || alone && (len(f) == 4 || len(f) == 7 || len(f) == 8)) && isCode(f) && (isDigit(f[0]) || hasDigit(f[1:4])) {
			return f[:4]
		}
	}
	return ""
}

// isCode reports whether a word is made of letters and digits, and has a digit.
func isCode(w string) bool {
	digit := false
	for i := range len(w) {
		c := w[i]
		switch {
		case isDigit(c):
			digit = true
		case c < 'A' || c > 'Z' && c < 'a' || c > 'z':
			return false
		}
	}
	return digit
}

// samsungCode returns the first letter and three digits of a Samsung code: SM-G991B/DS is SM-G991.
func samsungCode(text string) string {
	upper := strings.ToUpper(text)
	at := strings.Index(upper, "SM")
	if at < 0 || at > 0 && isAlphanumeric(upper[at-1]|0x20) {
		return ""
	}
	rest := strings.TrimLeft(upper[at+2:], "- ")
	if len(rest) < 4 || !isAlphanumeric(rest[0]|0x20) || isDigit(rest[0]) || !allDigits(rest[1:4]) {
		return ""
	}
	return "SM-" + rest[:4]
}
