// Package nearest finds the word a person most likely meant.
package nearest

import "strings"

// Of returns the candidate nearest to word, and whether any is near enough to
// be worth suggesting: at most a third of the word's letters changed, and one
// change is always allowed. Case is ignored. Of several equally near the first
// wins, so that a message does not change from run to run.
func Of(word string, candidates []string) (string, bool) {
	word = fold(word)
	best, bestDistance := "", max(1, len([]rune(word))/3)+1
	for _, candidate := range candidates {
		if d := distance(word, fold(candidate)); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best, best != ""
}

// Hint returns `; did you mean "…"?`, or nothing where no candidate is near.
func Hint(word string, candidates []string) string {
	if near, ok := Of(word, candidates); ok {
		return `; did you mean "` + near + `"?`
	}
	return ""
}

// longest is the length beyond which a word is not compared: no known name is
// as long, and the comparison costs the product of the lengths.
const longest = 64

func fold(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest])
	}
	return hyphens.Replace(s)
}

var hyphens = strings.NewReplacer("_", "-", " ", "-")

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions, and swaps of neighbours, each counted once.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
