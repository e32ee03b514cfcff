package wording

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/reports/figure"
)

// A template is a text with places for arguments:
//
//	{0} {1}            by position
//	{value} {row}      by name
//	{0|# row|# rows}   by number: the first form where the argument is 1 (and 0,
//	                   in languages that count so), else the second; # is the number
//
// Numbers among the arguments are written as the language writes them; texts
// stand as they are. A place without its argument stays visible, so that a
// mistake in a catalogue is seen and the rest is still readable.
type template struct {
	parts []part
}

// part is a literal text, or a place for an argument with perhaps two forms.
type part struct {
	text      string
	argument  string
	one, many string
	counted   bool
}

// Args are the arguments of a text: by name, and by position as "0", "1" …
type Args map[string]any

// Positional returns the arguments "0", "1" … of a list.
func Positional[T any](list []T) Args {
	args := make(Args, len(list))
	for i, v := range list {
		args[strconv.Itoa(i)] = v
	}
	return args
}

// parse reads a template; the error says what is wrong with the text.
func parse(text string) (template, error) {
	var t template
	for text != "" {
		literal, rest, found := strings.Cut(text, "{")
		if literal != "" {
			t.parts = append(t.parts, part{text: literal})
		}
		if !found {
			break
		}
		place, after, closed := strings.Cut(rest, "}")
		if !closed {
			return template{}, fmt.Errorf("text %q: a brace is not closed", text)
		}
		forms := strings.Split(place, "|")
		switch len(forms) {
		case 1:
			t.parts = append(t.parts, part{argument: forms[0]})
		case 3:
			t.parts = append(t.parts, part{argument: forms[0], one: forms[1], many: forms[2], counted: true})
		default:
			return template{}, fmt.Errorf("text %q: {%s} wants a name, or a name and two forms", text, place)
		}
		text = after
	}
	return t, nil
}

// fill returns the template's text with its arguments in place.
func (t template) fill(args Args, style figure.Style, singularZero bool) string {
	var b strings.Builder
	for _, p := range t.parts {
		if p.argument == "" {
			b.WriteString(p.text)
			continue
		}
		arg, ok := args[p.argument]
		if !ok {
			b.WriteString("{" + p.argument + "}")
			continue
		}
		written := write(arg, style)
		if !p.counted {
			b.WriteString(written)
			continue
		}
		form := p.many
		if written == "1" || (singularZero && written == "0") {
			form = p.one
		}
		b.WriteString(strings.ReplaceAll(form, "#", written))
	}
	return b.String()
}

// arguments yields the names of the places in the template.
func (t template) arguments() []string {
	var names []string
	for _, p := range t.parts {
		if p.argument != "" {
			names = append(names, p.argument)
		}
	}
	return names
}

// write writes an argument as the language does.
func write(arg any, style figure.Style) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return style.Int(int64(v))
	case int64:
		return style.Int(v)
	case decimal.Decimal:
		if v.IsInteger() {
			return style.Exact(v)
		}
		return style.Short(v)
	default:
		return fmt.Sprint(v)
	}
}
