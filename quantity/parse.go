package quantity

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"govfootprint/internal/nearest"
)

// Limits of a unit's text: longer than any sensible one, short enough that
// hostile text costs nothing.
const (
	maxUnitText    = 100
	maxUnitFactors = 10
)

// ParseError says what is wrong with the text of a unit.
type ParseError struct {
	Text     string // the whole text
	Part     string // the part that is wrong; empty for the whole
	Position int    // of the part, in characters from 1; 0 for the whole
	Reason   string

	misspelt bool // the part may be a unit that is written in another way
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("unit %q: %s", shorten(e.Text), e.Detail())
}

// Detail returns the message without the whole text, for callers who show it
// themselves.
func (e *ParseError) Detail() string {
	var b strings.Builder
	if e.Part != "" {
		fmt.Fprintf(&b, "%q at character %d ", shorten(e.Part), e.Position)
	}
	b.WriteString(e.Reason)
	if !e.misspelt {
		return b.String()
	}
	if suggestion := e.Suggestion(); suggestion != "" {
		fmt.Fprintf(&b, "; did you mean %q?", suggestion)
	} else if _, countable := namedCount("{" + e.Part + "}"); countable {
		fmt.Fprintf(&b, "; something counted is written unit, or in braces: {%s}", e.Part)
	}
	return b.String()
}

// Suggestion returns a unit or symbol that may have been meant; empty for none.
// It is looked for when it is asked for: most who try a text as a unit only want
// to know whether it is one.
func (e *ParseError) Suggestion() string {
	if !e.misspelt {
		return ""
	}
	if near, ok := nearest.Of(strings.ReplaceAll(e.Part, " ", ""), symbolNames); ok {
		return near
	}
	if left, right, ok := strings.Cut(e.Part, "-"); ok {
		_, isLeft := lookup(left)
		if _, isRight := lookup(right); isLeft && isRight {
			return left + "." + right
		}
	}
	return ""
}

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:40]) + "…"
}

// Parse reads a unit written in full; see the package documentation for the
// grammar. The error is a [*ParseError].
func Parse(s string) (Unit, error) {
	terms, err := parseTerms(s)
	if err != nil {
		return Unit{}, err
	}
	u := unitOf(terms)
	if len(u.text) > maxUnitText || slices.ContainsFunc(u.terms(), func(t term) bool { return t.exponent < -9 || t.exponent > 9 }) {
		return Unit{}, &ParseError{Text: s, Reason: "is beyond what a unit can be"}
	}
	return u, nil
}

// MustParse is [Parse] for constants of the program. It panics on an error, so
// it must never see text from a file.
func MustParse(s string) Unit {
	u, err := Parse(s)
	if err != nil {
		panic(err) //nolint:forbidigo // only a programmer can pass a constant that is no unit
	}
	return u
}

// parser reads one unit. Positions are byte offsets until an error is made.
type parser struct {
	text  string
	at    int
	terms []term
}

func parseTerms(s string) ([]term, error) {
	p := &parser{text: strings.TrimSpace(s)}
	switch {
	case p.text == "":
		return nil, &ParseError{Text: s, Reason: "is empty; write 1 for a plain number"}
	case len(p.text) > maxUnitText || !utf8.ValidString(p.text):
		return nil, &ParseError{Text: s, Reason: fmt.Sprintf("is not a unit (longer than %d characters, or not text)", maxUnitText)}
	}
	if err := p.unit(); err != nil {
		return nil, err
	}
	return p.terms, nil
}

func (p *parser) fail(from int, part, reason string) error {
	return &ParseError{
		Text: p.text, Part: part, Position: utf8.RuneCountInString(p.text[:from]) + 1, Reason: reason,
	}
}

// next skips spaces and returns the next character, 0 at the end.
func (p *parser) next() rune {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	if p.at == len(p.text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return r
}

func isDot(r rune) bool { return r == '.' || r == '·' || r == '*' }

func (p *parser) unit() error {
	if err := p.product(+1); err != nil {
		return err
	}
	for p.next() == '/' {
		slash := p.at
		p.at++
		if err := p.factor(-1); err != nil {
			return err
		}
		if isDot(p.next()) {
			return p.fail(slash, p.text[slash:], "could mean two things; put what is divided by in parentheses, as in kgCO2e/(t.km)")
		}
	}
	if p.next() != 0 {
		return p.fail(p.at, p.text[p.at:], "does not belong here; a unit is written as in kgCO2e/kWh or kgCO2e/(t.km)")
	}
	return nil
}

func (p *parser) product(sign int) error {
	for {
		if err := p.factor(sign); err != nil {
			return err
		}
		r := p.next()
		if !isDot(r) {
			return nil
		}
		p.at += utf8.RuneLen(r)
	}
}

func (p *parser) factor(sign int) error {
	if p.next() != '(' {
		return p.symbol(sign)
	}
	open := p.at
	p.at++
	for {
		if p.next() == '(' {
			return p.fail(p.at, "(", "is a second parenthesis inside the first; one is enough")
		}
		if err := p.symbol(sign); err != nil {
			return err
		}
		switch r := p.next(); {
		case r == ')':
			p.at++
			return nil
		case isDot(r):
			p.at += utf8.RuneLen(r)
		case r == 0:
			return p.fail(open, p.text[open:], "lacks its closing parenthesis")
		default:
			return p.fail(p.at, p.text[p.at:], "does not belong inside parentheses; multiply with a point, as in kgCO2e/(t.km)")
		}
	}
}

// symbol reads one symbol with its exponent.
func (p *parser) symbol(sign int) error {
	p.next()
	from := p.at
	if p.at < len(p.text) && p.text[p.at] == '{' {
		if end := strings.IndexByte(p.text[p.at:], '}'); end > 0 {
			p.at += end + 1
		}
	}
	if end := strings.IndexAny(p.text[p.at:], "/.·*()^²³"); end >= 0 {
		p.at += end
	} else {
		p.at = len(p.text)
	}
	name := strings.TrimSpace(p.text[from:p.at])
	if name == "" {
		at := utf8.RuneCountInString(p.text[:from]) + 1
		return &ParseError{Text: p.text, Reason: "lacks a symbol at character " + strconv.Itoa(at)}
	}
	exponent, err := p.exponent()
	if err != nil {
		return err
	}
	if len(p.terms) == maxUnitFactors {
		return p.fail(from, name, fmt.Sprintf("is one symbol too many; a unit has at most %d", maxUnitFactors))
	}
	if name == "1" {
		return nil
	}
	s, ok := lookup(name)
	if !ok {
		s, ok = lookup(strings.ReplaceAll(name, " ", "")) // "kg CO2e"
	}
	if base, n, squared := plainExponent(name); !ok && squared && exponent == 1 {
		s, ok = lookup(base)
		exponent = n
	}
	if !ok {
		return p.unknown(from, name)
	}
	if s.name != "" {
		p.terms = append(p.terms, term{s.name, sign * exponent})
	}
	return nil
}

func (p *parser) exponent() (int, error) {
	switch p.next() {
	case '²':
		p.at += len("²")
		return 2, nil
	case '³':
		p.at += len("³")
		return 3, nil
	case '^':
		p.at++
		if r := p.next(); r < '1' || r > '9' {
			return 0, p.fail(p.at-1, "^", "takes one digit from 1 to 9; divide with /")
		}
		n := int(p.text[p.at] - '0')
		p.at++
		return n, nil
	}
	return 1, nil
}

// unknown explains a symbol that is not known, with the mistakes people make.
func (p *parser) unknown(from int, name string) error {
	e := &ParseError{
		Text: p.text, Part: name, Position: utf8.RuneCountInString(p.text[:from]) + 1,
		Reason: "is not a known unit",
	}
	compact := strings.ReplaceAll(name, " ", "")
	switch {
	case strings.HasSuffix(compact, "CO2") || strings.HasSuffix(compact, "CO₂"):
		e.Reason = "leaves out the other greenhouse gases; where the figure includes them,"
		e.Reason += " write CO2e"
		return e
	case strings.Contains(name, " per "):
		e.Reason = "is not a known unit; write / for per"
		return e
	case strings.HasPrefix(name, "{"):
		e.Reason = "is not the name of something counted; write letters, digits and single spaces between braces, as in {cup of tea}"
		return e
	case strings.Contains("0123456789+-,", name[:1]):
		e.Reason = "begins with a number; a unit holds none but 1, so scale the value instead"
		return e
	}
	e.misspelt = true
	return e
}
