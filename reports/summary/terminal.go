package summary

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// ink is how a text stands out where there is colour.
type ink int

const (
	plain  ink = iota
	strong     // headings and key figures
	faint      // less important
	first      // bars
)

// codes are the terminal's own for each ink. Colours are of the basic palette,
// which people have set to what they can read.
var codes = [...]string{strong: "\x1b[1m", faint: "\x1b[2m", first: "\x1b[36m"}

const reset = "\x1b[0m"

// in writes a text in an ink.
func (p *printer) in(i ink, text string) string {
	if !p.options.Colour || i == plain || text == "" {
		return text
	}
	return codes[i] + text + reset
}

// line writes a line of stretches; spaces at its end are left out.
func (p *printer) line(stretches ...string) {
	text := strings.Join(stretches, "")
	fmt.Fprintln(p.out, strings.TrimRight(text, " ")) // a bufio.Writer keeps its error for Flush
}

// text makes any text fit for the terminal: one line, without controls, in
// ASCII where that is asked for.
func (p *printer) text(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ', 0x7f <= r && r < 0xa0, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069, r == 0x2028, r == 0x2029:
			return -1
		default:
			return r
		}
	}, strings.ToValidUTF8(s, "?"))
	if p.options.ASCII {
		s = ascii(s)
	}
	return s
}

// plainSigns are the signs of the catalogue's own texts that ASCII lacks.
var plainSigns = strings.NewReplacer(
	"₂", "2", "³", "3", "²", "2", "×", "x", "÷", "/", "−", "-", "–", "-", "—", "-", "·", "-", "…", "...",
	"“", `"`, "”", `"`, "’", "'", "‘", "'", "→", "->", "≥", ">=", "≤", "<=",
	"«\u00a0", `"`, "\u00a0»", `"`, "\u00a0", " ", "\u202f", " ", "°", "o",
	"à", "a", "â", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i", "ô", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe",
	"À", "A", "Â", "A", "Ç", "C", "É", "E", "È", "E", "Ê", "E", "Î", "I", "Ô", "O", "Œ", "OE",
	"⁻", "^-", "⁰", "0", "¹", "1", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
)

// ascii replaces what ASCII lacks; letters that it has no sign for become ?.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x7e {
			return '?'
		}
		return r
	}, plainSigns.Replace(s))
}

// width is how many columns a text takes; a letter of many scripts takes two.
func width(s string) int { return uniseg.StringWidth(s) }

// left pads a text on the right to a width, or shortens it.
func (p *printer) left(s string, columns int) string {
	s = p.short(s, columns)
	return s + strings.Repeat(" ", columns-width(s))
}

// right pads a text on the left to a width. A longer one stays whole: it is a figure.
func right(s string, columns int) string {
	return strings.Repeat(" ", max(0, columns-width(s))) + s
}

// short shortens a text to a number of columns.
func (p *printer) short(s string, columns int) string {
	if width(s) <= columns {
		return s
	}
	dots := "…"
	if p.options.ASCII {
		dots = "..."
	}
	room, cut, used := columns-width(dots), 0, 0
	graphemes := uniseg.NewGraphemes(s)
	for graphemes.Next() {
		if used+graphemes.Width() > room {
			break
		}
		used += graphemes.Width()
		_, cut = graphemes.Positions()
	}
	return strings.TrimRight(s[:cut], " ") + dots
}

// breaks reports whether a line may break at a rune: not at a space that the
// language's typography holds together.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// wrap breaks a text into lines no wider than a number of columns, at spaces.
func wrap(s string, columns int) []string {
	var lines []string
	var current strings.Builder
	used := 0
	for word := range strings.FieldsFuncSeq(s, breaks) {
		w := width(word)
		if used > 0 && used+1+w > columns {
			lines = append(lines, current.String())
			current.Reset()
			used = 0
		}
		if used > 0 {
			current.WriteByte(' ')
			used++
		}
		current.WriteString(word)
		used += w
	}
	if used > 0 {
		lines = append(lines, current.String())
	}
	return lines
}

// lines wraps a text over no more than a number of lines; what does not fit is
// shortened.
func (p *printer) lines(text string, columns, most int) []string {
	lines := wrap(p.text(text), columns)
	if len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], p.short(rest, columns))
	}
	return lines
}
