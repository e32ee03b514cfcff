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

// findPattern returns the pattern of a maker that model words meet; of one that is
// not in the list of makers, or that makes parts and kits, one of any maker.
func findPattern(maker string, known bool, model string) *pattern {
	if model == "" || len(model) > 2*maxModel {
		return nil
	}
	if p := matchPattern(patterns()[maker], model); p != nil {
		return p
	}
	if known && !assemblers[maker] {
		return nil // a printer B650 is no main board
	}
	return matchPattern(patterns()["*"], model)
}

func matchPattern(all []*pattern, model string) *pattern {
	for _, p := range all {
		if p.expression.MatchString(model) {
			return p
		}
	}
	return nil
}

// assemblers are known makers under whose name computers are sold that firmware
// calls by the name of the board in them.
var assemblers = map[string]bool{
	"acer": true, "asus": true, "casper": true, "compal": true, "dexp": true, "digma": true, "ecs": true, "exo": true, "fujitsu": true, "gateway": true, "gigabyte": true, "hp": true,
	"intel": true, "iru": true, "itautec": true, "medion": true, "msi": true, "nvidia": true, "pcspecialist": true, "pegatron": true, "positivo": true, "quanta": true, "thomson": true, "wistron": true, "wortmann": true,
}
