package inventory

import (
	"regexp"
	"strings"
	"sync"
)

// A family is a product family, told from a model by its words.
type family struct {
	maker, name, category, variant string
	words                          []string
	condition                      *regexp.Regexp // nil for none
	line                           int
	weak                           bool // its words are common: the maker must fit, or the condition
	exclude                        Code
}

type familyCatalogue struct {
	byFirst map[string][]*family // by their first word
}

var families = sync.OnceValue(func() *familyCatalogue {
	c := &familyCatalogue{byFirst: make(map[string][]*family)}
	lines := 0
	for line := range dataLines("families.tsv") {
		lines++
		for len(line) < 6 {
			line = append(line, "")
		}
		phrase, distinct := strings.CutSuffix(line[4], "!")
		f := &family{maker: line[0], name: line[1], category: line[2], variant: line[3], words: strings.Fields(phrase), line: lines}
		if reason, excluded := strings.CutPrefix(f.category, "!"); excluded {
			f.category, f.exclude = "", Code(reason)
		}
		if line[5] != "" {
			f.condition = regexp.MustCompile(line[5])
		}
		const distinctive = 6 // letters
		f.weak = f.maker != "" && !distinct && len(strings.Join(f.words, "")) < distinctive
		c.byFirst[f.words[0]] = append(c.byFirst[f.words[0]], f)
	}
	return c
})

// find returns the family of a model, given as words with its maker's name
// before it, and its maker if that is stated.
func (c *familyCatalogue) find(maker, text string) *family {
	tokens := strings.Fields(text)
	var best *family
	for i, token := range tokens {
		for _, first := range []string{token, letterPrefix(token)} {
			for _, f := range c.byFirst[first] {
				if (best == nil || f.surerThan(best)) && f.matches(maker, text, tokens[i:]) {
					best = f
				}
			}
			if letterPrefix(token) == token {
				break
			}
		}
	}
	return best
}

// surerThan orders the families that a model may belong to: distinctive words
// before common ones, more words before fewer, the first of the file before the rest.
func (f *family) surerThan(g *family) bool {
	if f.weak != g.weak {
		return g.weak
	}
	if len(f.words) != len(g.words) {
		return len(f.words) > len(g.words)
	}
	return f.line < g.line
}

func (f *family) matches(maker, text string, tokens []string) bool {
	if len(tokens) < len(f.words) {
		return false
	}
	for j, w := range f.words {
		if tokens[j] != w && letterPrefix(tokens[j]) != w {
			return false
		}
	}
	if f.condition != nil && !f.condition.MatchString(text) {
		return false
	}
	if f.weak {
		return maker == f.maker || makersAgree(maker, f.maker) && (maker != "" || f.condition != nil)
	}
	return true
}

// letterPrefix returns the letters with which a word of letters and digits
// begins, if they are enough to be a name: "macbookpro18" is "macbookpro".
func letterPrefix(token string) string {
	const enough = 4
	for i, r := range token {
		if r >= '0' && r <= '9' {
			if i >= enough {
				return token[:i]
			}
			return token
		}
	}
	return token
}
