package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"govfootprint/factors"
)

// pair is one KEY=VALUE of a --where.
type pair struct{ key, value string }

// parsePairs takes KEY=VALUE,KEY=VALUE apart. A value may be empty (what is not
// stated) and may hold a comma when it is written as \, .
func parsePairs(cmd *cobra.Command, text string, known []string) ([]pair, error) {
	var pairs []pair
	for _, part := range splitEscaped(text) {
		key, value, found := strings.Cut(part, "=")
		key = strings.ToLower(strings.TrimSpace(key))
		if !found {
			return nil, usage(cmd, "--where %q is not KEY=VALUE", part)
		}
		if !slices.Contains(known, key) {
			return nil, usage(cmd, "--where: %q is not something to filter by%s", key,
				hintElse(key, known, phrase("; there are %s", strings.Join(known, ", "))))
		}
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.key == key }) {
			return nil, usage(cmd, "--where: %s is given twice; nothing is both", key)
		}
		pairs = append(pairs, pair{key, strings.TrimSpace(value)})
	}
	return pairs, nil
}

// splitEscaped splits at commas but for those behind a backslash.
func splitEscaped(text string) []string {
	var parts []string
	var part strings.Builder
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && i+1 < len(text) && text[i+1] == ',':
			part.WriteByte(',')
			i++
		case text[i] == ',':
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(text[i])
		}
	}
	if part.Len() > 0 || len(parts) > 0 {
		parts = append(parts, part.String())
	}
	return parts
}

var factorKeys = []string{"subject", "property", "stage", "impact", "place", "year", "source", "quality"}

const factorKeysText = "subject, property, stage, impact, place, year, source, quality"

// parseFactorFilter returns what --where keeps. A subject keeps what belongs to
// it, too: laptop keeps laptop/14in.
func parseFactorFilter(cmd *cobra.Command, text string) (func(*factors.Factor) bool, error) {
	pairs, err := parsePairs(cmd, text, factorKeys)
	if err != nil {
		return nil, err
	}
	return func(f *factors.Factor) bool {
		r := recordOf(f)
		values := map[string]string{
			"property": r.Property, "stage": r.Stage, "impact": r.Impact, "place": r.Place,
			"year": yearText(r.Year), "source": r.Source.ID, "quality": r.Quality,
		}
		for _, p := range pairs {
			if p.key == "subject" && belongsTo(f.Subject, strings.ToLower(p.value)) {
				continue
			}
			if p.key == "subject" || !strings.EqualFold(values[p.key], p.value) {
				return false
			}
		}
		return true
	}, nil
}

// belongsTo reports whether a subject is another, or a kind, a maker's or a
// model of it.
func belongsTo(subject, to string) bool {
	rest, ok := strings.CutPrefix(subject, to)
	return ok && (rest == "" || strings.ContainsAny(rest[:1], "/@: "))
}
