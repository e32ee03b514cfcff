package recognition

import (
	"regexp"
	"strings"
	"sync"
)

// A pattern is what a maker's model names look like whose family is not known.
type pattern struct {
	family
	expression *regexp.Regexp
	says       string // for the explanation
}

// patterns are those of each maker in the order of the file; those of any maker
// are under "*".
var patterns = sync.OnceValue(func() map[string][]*pattern {
	all := make(map[string][]*pattern)
	for line := range dataLines("patterns.tsv") {
		if len(line) != 5 {
			defect("patterns.tsv: " + strings.Join(line, "\t"))
		}
		p := &pattern{expression: regexp.MustCompile(line[3]), says: line[4]}
		p.category, p.variant, p.broad, p.weak = line[1], line[2], true, true
		for maker := range strings.SplitSeq(line[0], "|") {
			all[maker] = append(all[maker], p)
		}
	}
	return all
})

// findPattern returns the pattern of a maker that model words meet, or else one of any maker.
func findPattern(maker, model string) *pattern {
	if model == "" || len(model) > 2*maxModel {
		return nil
	}
	for _, of := range [2]string{maker, "*"} {
		for _, p := range patterns()[of] {
			if p.expression.MatchString(model) {
				return p
			}
		}
	}
	return nil
}
