package disclosure

import (
	"fmt"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
	"govfootprint/reports/aims"
	"govfootprint/reports/wording"
)

// Text is words that are said only when a format knows the language: a label of
// package wording with its arguments, a value of a vocabulary, or a text that is
// the user's own.
type Text struct {
	label      string
	args       []any
	vocabulary string
	plain      string
	own        aims.Text
}

// share is a share among the arguments of a text.
type share decimal.Decimal

// said makes a text of a label of this package. Arguments may be texts, shares,
// periods, numbers and words.
func said(label string, args ...any) Text { return Text{label: "disclosure." + label, args: args} }

// labelled makes a text of a label that other parts of a report use as well.
func labelled(label string, args ...any) Text { return Text{label: label, args: args} }

// named makes a text of a value of a vocabulary, such as a category.
func named(vocabulary, value string) Text { return Text{vocabulary: vocabulary, plain: value} }

// plain makes a text that is the same in every language.
func plain(text string) Text { return Text{plain: text} }

// Empty reports whether there is nothing to say.
func (t Text) Empty() bool {
	return t.label == "" && t.vocabulary == "" && t.plain == "" && len(t.own) == 0
}

// In returns the text in the language of a catalogue.
func (t Text) In(c *wording.Catalogue) string {
	switch {
	case t.label != "":
		args := make([]any, len(t.args))
		for i, arg := range t.args {
			switch a := arg.(type) {
			case Text:
				args[i] = a.In(c)
			case share:
				args[i] = c.Numbers().Percent(decimal.Decimal(a))
			case inventory.Period:
				args[i] = c.Period(a)
			default:
				args[i] = arg
			}
		}
		return c.Label(t.label, args...)
	case t.vocabulary != "":
		return c.Key(t.vocabulary, t.plain)
	case len(t.own) > 0:
		return t.own.In(c.Language())
	default:
		return t.plain
	}
}

// labels returns the labels that a text is made of.
func (t Text) labels() []string {
	var list []string
	if t.label != "" {
		list = append(list, t.label)
	}
	for _, arg := range t.args {
		if inner, ok := arg.(Text); ok {
			list = append(list, inner.labels()...)
		}
	}
	return list
}

// key tells texts apart.
func (t Text) key() string { return fmt.Sprint(t.label, t.args, t.vocabulary, t.plain, t.own) }
