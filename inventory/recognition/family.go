package recognition

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
	broad                          bool // a pattern of a maker's models, not a family: it names no product
	left                           Reason
}

type familyCatalogue struct {
	byFirst map[string][]*family // by their first word
	typos   typoIndex            // of long first words that are like no others
}

var families = sync.OnceValue(func() *familyCatalogue {
	c := &familyCatalogue{byFirst: make(map[string][]*family), typos: make(typoIndex)}
	lines := 0
	for line := range dataLines("families.tsv") {
		lines++
		for len(line) < 6 {
			line = append(line, "")
		}
		phrase, distinct := strings.CutSuffix(line[4], "!")
		phrase, broad := strings.CutSuffix(phrase, "~")
		f := &family{maker: line[0], name: line[1], category: line[2], variant: line[3], words: strings.Fields(phrase), line: lines, broad: broad}
		if reason, excluded := strings.CutPrefix(f.category, "!"); excluded {
			f.category, f.left = "", Reason(reason)
		}
		if line[5] != "" {
			f.condition = regexp.MustCompile(line[5])
		}
		const distinctive = 6 // letters
		f.weak = f.maker != "" && !distinct && len(strings.Join(f.words, "")) < distinctive || broad
		c.byFirst[f.words[0]] = append(c.byFirst[f.words[0]], f)
		if !f.weak && f.left == "" && f.maker != "" && !makers().isName(f.words[0]) {
			c.typos.add(f.words[0])
		}
	}
	return c
})

// find returns the family of a model, given as words with its maker's name
// before it, and its maker if that is stated. Where there is none but a word is a
// family's with one letter wrong, it is that family, and the word is returned as well.
func (c *familyCatalogue) find(maker, text string) (found *family, read string) {
	tokens := strings.Fields(text)
	if f := c.findIn(maker, text, tokens); f != nil {
		return f, ""
	}
	for i, token := range tokens {
		right := c.typos.correct(token)
		if right == "" {
			continue
		}
		corrected := append(append(append(make([]string, 0, len(tokens)), tokens[:i]...), right), tokens[i+1:]...)
		if f := c.findIn(maker, strings.Join(corrected, " "), corrected); f != nil && makersAgree(maker, f.maker) {
			return f, token
		}
	}
	return nil, ""
}

// findIn returns the surest family among distinctive words, or else among common ones.
func (c *familyCatalogue) findIn(maker, text string, tokens []string) *family {
	if f := c.findAmong(maker, text, tokens, false); f != nil {
		return f
	}
	return c.findAmong(maker, text, tokens, true)
}

func (c *familyCatalogue) findAmong(maker, text string, tokens []string, weak bool) *family {
	var best *family
	for i, token := range tokens {
		for _, first := range [2]string{token, letterPrefix(token)} {
			for _, f := range c.byFirst[first] {
				if f.weak == weak && (best == nil || f.surerThan(best)) && f.matches(maker, text, tokens[i:]) {
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
	if f.broad != g.broad {
		return g.broad
	}
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
	if f.weak && (maker != f.maker && (!makersAgree(maker, f.maker) || maker == "" && (f.condition == nil || f.broad))) {
		return false
	}
	return f.condition == nil || f.condition.MatchString(text)
}

// namesProduct reports whether a canonical model of the family names one product of
// it: has a designation with a digit beside the family's words.
func (f *family) namesProduct(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if hasDigit(w) {
			return true
		}
	}
	return false
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
