package cli

import (
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
	rejected := r.result.Problems.CountBySeverity()[inventory.Rejected]
	if r.voice.quiet || tell.brief && !r.voice.verbose {
		if rejected > 0 {
			r.voice.streams.Messagef("%s", r.leftOut(tell))
		}
		return
	}
	texts := r.voice.texts
	if r.result.Estate.Counts().Read > 0 {
		r.tellRows()
	}
	if r.voice.verbose {
		r.tellEach(texts)
	} else {
		r.tellKinds(texts)
	}
	r.tellInherited()
	if rejected > 0 && tell.list == "" {
		r.voice.notef("--problems FILE.csv lists every problem with its position.")
	}
	if r.missed.rejected > r.missed.inherited && r.result.Problems.Correctable() > 0 && tell.rejected == "" && !tell.brief {
		r.voice.notef("--rejected FILE.xlsx writes the rejected rows, to be corrected and read again.")
	}
}

// leftOut says in one line how many rows, and files, could not be used, and how
// to see which.
func (r *reading) leftOut(tell telling) wording.Phrase {
	rows, files := count(r.missed.rejected-r.missed.inherited, "row", "rows"), count(r.missed.files, "file", "files")
	lost := phrase("%s and %s", files, rows)
	switch {
	case files.N == 0 && rows.N == 0: // of a list that holds no items, as one of data centres
		lost = phrase("%s", count(r.result.Problems.CountBySeverity()[inventory.Rejected], "row", "rows"))
	case files.N == 0:
		lost = phrase("%s", rows)
	case rows.N == 0:
		lost = phrase("%s", files)
	}
	switch {
	case tell.list != "":
		return phrase("rejected: %s; see %s", lost, tell.list)
	case tell.brief:
		return phrase("rejected: %s; 'govfootprint assess' says which", lost)
	}
	return phrase("rejected: %s; --problems FILE.csv lists them", lost)
}

// tellRows says what became of the rows.
func (r *reading) tellRows() {
	texts := r.voice.texts
	counts := r.result.Estate.Counts()
	var excluded int64
	for _, exclusion := range counts.Excluded {
		excluded += exclusion.Rows
	}
	all, number := count(counts.Read, "row", "rows"), texts.Numbers().Int
	if listed := r.missed.unrecognised; listed > 0 {
		r.voice.notef("%s read: %s assessed, %s not recognised, %s left out, %s rejected",
			all, number(counts.Assessed-listed), number(listed), number(excluded), number(counts.Rejected))
		return
	}
	r.voice.notef("%s read: %s assessed, %s left out, %s rejected", all, number(counts.Assessed), number(excluded), number(counts.Rejected))
}

// tellInherited says what estates came with that only their makers can list.
func (r *reading) tellInherited() {
	if n := r.missed.inherited; n > 0 {
		r.voice.notef("The estates lack %s that could not be used; whoever made them can list them.", count(n, "row", "rows"))
	}
	if n := r.missed.unrecognised - r.unrecognisedHere(); n > 0 {
		r.voice.notef("In the estates, %s could not be recognised; listed in the report, in no total.", count(n, "row", "rows"))
	}
}

// unrecognisedHere counts the rows that are not recognised and that have a
// problem of their own because it was not an estate that they came with.
func (r *reading) unrecognisedHere() (rows int64) {
	byCode := r.result.Problems.CountByCode()
	return byCode[inventory.CodeCategoryUnknown] + byCode[inventory.CodeCategoryAmbiguous]
}

// mostListed is how many problems --verbose lists one by one: more than anybody
// reads on a screen.
const mostListed = 1000

// tellEach lists every problem in the order in which they were found.
func (r *reading) tellEach(texts *wording.Catalogue) {
	listed := int64(0)
	for p := range r.result.Problems.All() {
		if listed == mostListed {
			break
		}
		listed++
		r.voice.notef("%s: %s", phrase(string(p.Severity)), texts.Sentence(p))
	}
	if n := r.result.Problems.Count() - listed; n > 0 {
		r.voice.notef("… and %s", count(n, "more problem", "more problems"))
	}
}

// tellKinds lists the problems by kind.
func (r *reading) tellKinds(texts *wording.Catalogue) {
	shown, more := 0, 0
	last := section{}
	for _, k := range r.kinds() {
		in := k.section()
		if in.heading == "" { // for --verbose
			continue
		}
		shown++
		if shown > mostKinds {
			more++
			continue
		}
		if in != last {
			r.voice.notef("\n%s", phrase(in.heading))
			last = in
		}
		r.tellKind(texts, k, in)
	}
	if more > 0 {
		r.voice.notef("  … and %s of problem", count(more, "more kind", "more kinds"))
	}
	if shown > 0 {
		r.voice.notef("")
	}
}

func (r *reading) tellKind(texts *wording.Catalogue, k *kind, in section) {
	r.voice.notef("  %s × %s", texts.Numbers().Int(k.count), texts.Problem(k.first[0]).Title)
	if in.brief {
		return
	}
	for _, p := range k.first {
		text := oneLine(texts.Problem(p).Text)
		if position := texts.Position(p); position != "" {
			text = texts.Label("problem.only", position, text)
		}
		r.voice.notef("      %s", text)
	}
	if rest := k.count - int64(len(k.first)); rest > 0 {
		r.voice.notef("      … and %s more", texts.Numbers().Int(rest))
	}
	if fix := texts.Problem(k.first[0]).Fix; fix != "" {
		r.voice.notef("      → %s", strings.TrimSpace(fix))
	}
}
