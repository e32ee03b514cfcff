package cli

import (
	"strconv"
	"strings"

	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// How much of the problems a person is shown at once: whoever has a hundred
// kinds of problem begins with the worst, and one position shows what is meant
// as well as a thousand do.
const (
	mostKinds     = 12
	mostPositions = 3
)

// tellProblems says what is wrong with the inputs: by kind, with the first
// positions of each and what to do. Verbose lists every problem instead.
func (r *reading) tellProblems(tell telling) {
	counts := r.result.Estate.Counts()
	rejected := r.result.Problems.CountBySeverity()[inventory.Rejected]
	if r.voice.quiet || tell.brief && !r.voice.verbose {
		if rejected > 0 {
			r.voice.streams.Messagef("%s", leftOut(rejected, tell))
		}
		return
	}
	texts, err := wording.In("en")
	if err != nil {
		r.voice.streams.Messagef("govfootprint: %s", err)
		return
	}
	var excluded int64
	for _, exclusion := range counts.Excluded {
		excluded += exclusion.Rows
	}
	r.voice.notef("%s read: %s assessed, %s left out for a good reason, %s rejected",
		count(counts.Read, "row", "rows"), group(counts.Assessed), group(excluded), group(counts.Rejected))
	if r.voice.verbose {
		for p := range r.result.Problems.All() {
			r.voice.notef("%s: %s", p.Severity, texts.Sentence(p))
		}
	} else {
		r.tellKinds(texts)
	}
	if n := r.result.Problems.Truncated(); n > 0 && r.voice.verbose {
		r.voice.notef("… and %s", count(n, "more problem", "more problems"))
	}
	if rejected > 0 && tell.list == "" {
		r.voice.notef("--problems FILE.csv lists every problem with its position.")
	}
}

// leftOut says in one line that rows were left out, and how to see which.
func leftOut(rejected int64, tell telling) string {
	text := count(rejected, "problem", "problems") + " left rows out; "
	switch {
	case tell.list != "":
		return text + "see " + tell.list
	case tell.brief:
		return text + "'govfootprint assess' says which"
	}
	return text + "--problems FILE.csv lists them"
}

// kind is the problems of one code and severity.
type kind struct {
	severity inventory.Severity
	code     inventory.Code
	count    int64
	first    []inventory.Problem
}

// kinds groups the problems, the worst first, then the most frequent.
func (r *reading) kinds() []*kind {
	byCode := map[inventory.Code]*kind{}
	var kinds []*kind
	for p := range r.result.Problems.All() {
		k := byCode[p.Code]
		if k == nil {
			k = &kind{severity: p.Severity, code: p.Code, count: r.result.Problems.CountByCode()[p.Code]}
			byCode[p.Code] = k
			kinds = append(kinds, k)
		}
		if len(k.first) < mostPositions {
			k.first = append(k.first, p)
		}
	}
	sortKinds(kinds)
	return kinds
}

// headings of the severities that are shown; notes are for --verbose.
var headings = map[inventory.Severity]string{
	inventory.Rejected: "Rejected; in no total:",
	inventory.Excluded: "Left out for a good reason:",
	inventory.Warning:  "In the totals, with a doubt:",
}

func (r *reading) tellKinds(texts *wording.Catalogue) {
	shown, last, more := 0, inventory.Severity(""), 0
	for _, k := range r.kinds() {
		heading, ok := headings[k.severity]
		if !ok {
			continue
		}
		shown++
		if shown > mostKinds {
			more++
			continue
		}
		if k.severity != last {
			r.voice.notef("\n%s", heading)
			last = k.severity
		}
		r.tellKind(texts, k)
	}
	if more > 0 {
		r.voice.notef("  … and %s of problem", count(more, "more kind", "more kinds"))
	}
	if shown > 0 {
		r.voice.notef("")
	}
}

func (r *reading) tellKind(texts *wording.Catalogue, k *kind) {
	r.voice.notef("  %s × %s", group(k.count), texts.Problem(k.first[0]).Title)
	for _, p := range k.first {
		message := texts.Problem(p)
		position := texts.Position(p)
		if position != "" {
			position += ": "
		}
		r.voice.notef("      %s%s", position, oneLine(message.Text))
	}
	if rest := k.count - int64(len(k.first)); rest > 0 {
		r.voice.notef("      … and %s more", strconv.FormatInt(rest, 10))
	}
	if fix := texts.Problem(k.first[0]).Fix; fix != "" {
		r.voice.notef("      %s %s", r.voice.streams.arrow(), strings.TrimSpace(fix))
	}
}
