package calc

import (
	"strings"

	"govfootprint/inventory/recognition"
)

// Packs and inventories spell a model each in its own way: "ProLiant DL380
// Gen10", "proliant-dl380 gen 10". Both are brought into one form, so that a model
// finds its factor whoever spelled it.

// noteSubject notes a subject that the library has factors for.
func (s *survey) noteSubject(subject string) {
	if s.subjects[subject] {
		return
	}
	s.subjects[subject] = true
	key, ok := canonicalSubject(subject)
	if !ok {
		return
	}
	if have, taken := s.models[key]; taken && have != subject {
		subject = "" // two models of a pack that differ by more than spelling: 64 and 128 GB
	}
	s.models[key] = subject
}

// sameModel returns the subject that is one of these in another spelling.
func (e *engine) sameModel(subjects []string) []string {
	for _, s := range subjects {
		if key, ok := canonicalSubject(s); ok && e.models[key] != "" {
			return []string{e.models[key]}
		}
	}
	return nil
}

// canonicalSubject returns the form of a model's subject in which it is compared.
func canonicalSubject(subject string) (string, bool) {
	maker, model, ok := strings.Cut(subject, ":")
	if !ok {
		return "", false
	}
	maker, model = recognition.CanonicalModel(maker, model)
	return maker + ":" + model, model != ""
}
