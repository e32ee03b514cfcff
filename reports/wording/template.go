package wording

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// A template is a text with places for arguments:
//
//	{0} {1}           by position
//	{value} {row}     by name
//	{0|# row|# rows}  by number: the first form where the argument is 1 (or below 2,
//	                  in languages that count so), else the second; # is the number
//	{0:filetype}      a word of a vocabulary, by its label filetype.<word>, as it
//	                  stands within a sentence
//	{0:list}          several words, separated by commas in the argument
//	{0:words}         such a list of phrases, each as {0:say}; what a list holds
//	                  may be codes, which stay as they are
//	{0:number}        a number that comes as a text
//	{0:date}          a date that comes as a text of the form 2025-03-31
//	{0:range}         two numbers with “to” between them
//	{0:say}           a phrase of the program, in the language where it has it
//	[[ … {0} … ]]     left out where the argument is missing or empty
//
// Numbers among the arguments are written as the language writes them; texts
// stand as they are. A place without its argument stays visible, so that a
// mistake in a catalogue is seen and the rest is still readable.
type template []part

// part is a literal text, a place for an argument, or an optional stretch.
type part struct {
	text       string
	argument   string
	vocabulary string
	one, many  string
	counted    bool
	optional   template
}

// Args are the arguments of a text: by name, and by position as "0", "1" and so on.
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
		before, rest, found := strings.Cut(text, "[[")
		plain, err := parsePlaces(before)
		if err != nil {
			return nil, err
		}
		t = append(t, plain...)
		if !found {
			break
		}
		inside, after, closed := strings.Cut(rest, "]]")
		if !closed {
			return nil, fmt.Errorf("text %q: [[ is not closed", text)
		}
		optional, err := parsePlaces(inside)
		if err != nil {
			return nil, err
		}
		t = append(t, part{optional: optional})
		text = after
	}
	return t, nil
}

// parsePlaces reads a stretch of a template without optional parts.
func parsePlaces(text string) (template, error) {
	var t template
	for text != "" {
		literal, rest, found := strings.Cut(text, "{")
		if literal != "" {
			t = append(t, part{text: literal})
		}
		if !found {
			break
		}
		place, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, fmt.Errorf("text %q: a brace is not closed", text)
		}
		forms := strings.Split(place, "|")
		name, vocabulary, _ := strings.Cut(forms[0], ":")
		switch len(forms) {
		case 1:
			t = append(t, part{argument: name, vocabulary: vocabulary})
		case 3:
			t = append(t, part{argument: name, one: forms[1], many: forms[2], counted: true})
		default:
			return nil, fmt.Errorf("text %q: {%s} wants a name, or a name and two forms", text, place)
		}
		text = after
	}
	return t, nil
}

// fill returns the template's text with its arguments in place.
func (c *Catalogue) fill(t template, args Args) string {
	text, _ := c.filled(t, args)
	return text
}

// filled is fill, and whether every argument was there and not empty.
func (c *Catalogue) filled(t template, args Args) (text string, complete bool) {
	var b strings.Builder
	complete = true
	for _, p := range t {
		switch {
		case p.optional != nil:
			if inside, ok := c.filled(p.optional, args); ok {
				b.WriteString(inside)
			}
		case p.argument == "":
			b.WriteString(p.text)
		default:
			arg, ok := args[p.argument]
			if !ok {
				complete = false
				b.WriteString("{" + p.argument + "}")
				continue
			}
			written := c.written(p, arg)
			if written == "" {
				complete = false
			}
			b.WriteString(written)
		}
	}
	return b.String(), complete
}

// written writes an argument into its place.
func (c *Catalogue) written(p part, arg any) string {
	switch {
	case p.counted:
		number := c.number(arg)
		if number == "" {
			return ""
		}
		form := p.many
		if c.singular(arg) {
			form = p.one
		}
		return strings.ReplaceAll(form, "#", number)
	case p.vocabulary == "list", p.vocabulary == "words":
		words := strings.Split(fmt.Sprint(arg), ",")
		for i, w := range words {
			words[i] = strings.TrimSpace(w)
			if p.vocabulary == "words" {
				words[i] = c.Say(words[i])
			}
		}
		return strings.Join(words, ", ")
	case p.vocabulary == "number":
		return c.number(arg)
	case p.vocabulary == "date":
		return c.dateText(fmt.Sprint(arg))
	case p.vocabulary == "range":
		low, high, found := strings.Cut(fmt.Sprint(arg), " to ")
		if !found {
			return c.number(low)
		}
		return c.Label("range", c.number(low), c.number(high))
	case p.vocabulary == "say":
		return c.Say(fmt.Sprint(arg))
	case p.vocabulary != "":
		return Within(c.Name(p.vocabulary, fmt.Sprint(arg)))
	default:
		if text, ok := arg.(string); ok {
			return text
		}
		return c.number(arg)
	}
}

// singular reports whether a number takes the singular.
func (c *Catalogue) singular(arg any) bool {
	n, err := decimal.NewFromString(strings.TrimSpace(fmt.Sprint(arg)))
	switch {
	case err != nil:
		return false
	case c.singularBelowTwo:
		return n.Abs().LessThan(decimal.NewFromInt(2))
	default:
		return n.Equal(decimal.NewFromInt(1))
	}
}

// number writes a number as the language does, also one that comes as a text.
// What is no number stands as it is.
func (c *Catalogue) number(arg any) string {
	switch v := arg.(type) {
	case int:
		return c.numbers.Int(int64(v))
	case int64:
		return c.numbers.Int(v)
	case decimal.Decimal:
		if v.IsInteger() {
			return c.numbers.Exact(v)
		}
		return c.numbers.Short(v)
	case string:
		if d, err := decimal.NewFromString(v); err == nil {
			return c.numbers.Exact(d)
		}
		return v
	default:
		return fmt.Sprint(v)
	}
}
