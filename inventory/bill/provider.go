package bill

import (
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// Canonical names of the providers whose bills have rules of their own.
const (
	AWS    = "aws"
	Azure  = "azure"
	GCP    = "gcp"
	Oracle = "oracle"
)

type providerNames struct {
	names   map[string]string
	longest int // words
}

var providers = sync.OnceValue(func() *providerNames {
	p := &providerNames{names: make(map[string]string)}
	for line := range dataLines("providers.tsv", 2) {
		for name := range strings.SplitSeq(line[1], "|") {
			key := fold.Words(name)
			p.names[key] = line[0]
			p.longest = max(p.longest, 1+strings.Count(key, " "))
		}
	}
	return p
})

// Provider returns the canonical name of a provider: aws of "Amazon Web Services
// EMEA SARL", azure of "Microsoft". It is the manufacturer of factors' subjects
// (cloud-compute@aws). One that is not known keeps its name, in lower-case
// words; the empty text and a placeholder have none.
func Provider(text string) string {
	key := fold.Words(cut(text))
	if fold.IsPlaceholder(key) {
		return ""
	}
	if name, _, ok := KnownProvider(text); ok {
		return name
	}
	return key
}

// KnownProvider returns the canonical name of a provider that a text begins with,
// and the words that stand behind it.
func KnownProvider(text string) (name, rest string, ok bool) {
	key := fold.Words(cut(text))
	p := providers()
	fields := strings.Fields(key)
	for n := min(p.longest, len(fields)); n > 0; n-- {
		if name, ok := p.names[strings.Join(fields[:n], " ")]; ok {
			return name, strings.Join(fields[n:], " "), true
		}
	}
	return "", "", false
}
