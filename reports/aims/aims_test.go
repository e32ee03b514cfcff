package aims_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"govfootprint/reports/aims"
)

// What ships claims no more than was read: each aim that is called verified has
// the words and where they stand, and no principle has a text.
func TestShippedClaimsNoMoreThanWasRead(t *testing.T) {
	f, problems := aims.Parse(aims.Source())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	m := aims.SharedApproach()
	if len(m.Aims) != len(f.Aims) || len(m.Aims) < 9 || m.URL == "" || m.Date != "2021-11-18" {
		t.Errorf("the shipped mapping is %+v", m)
	}
	named := make(map[aims.Indicator]bool)
	for _, a := range m.Aims {
		if a.Verified && (a.Quotation == "" || len(a.Source) == 0) {
			t.Errorf("%s is called verified without its words", a.ID)
		}
		if a.Aim.In("en") == "" || a.Aim.In("fr") == "" || a.Aim.In("en") == a.Aim.In("fr") {
			t.Errorf("%s is not said in both languages", a.ID)
		}
		if len(a.Indicators) == 0 {
			t.Errorf("%s has no indicator", a.ID)
		}
		for _, i := range a.Indicators {
			named[i] = true
		}
	}
	for _, i := range aims.Indicators {
		if !named[i] {
			t.Errorf("no aim has the indicator %q", i)
		}
	}
	for _, p := range m.Principles {
		if !p.Empty() || p.Verified {
			t.Errorf("principle %s has a text that nobody has read: %+v", p.ID, p)
		}
	}
}

// An entry of the same id replaces the shipped one, a new one follows, and a file
// that replaces leaves nothing else.
func TestExtend(t *testing.T) {
	const own = `version: 1
url: https://example.gov/approach
aims:
  - {id: A1, aim: Ours, indicators: [trend]}
  - id: B1
    aim: {en: More, fr: Plus}
principles:
  - id: P1
    quotation: as the page has it
    source: {en: principle 1, fr: principe 1}
    verified: true
`
	f, problems := aims.Parse([]byte(own))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	shipped := aims.SharedApproach()
	m := shipped.Extend(f)
	if len(m.Aims) != len(shipped.Aims)+1 || m.Aims[0].Aim.In("fr") != "Ours" || !slices.Equal(m.Aims[0].Indicators, []aims.Indicator{aims.Trend}) {
		t.Errorf("aims %+v", m.Aims)
	}
	if last := m.Aims[len(m.Aims)-1]; last.ID != "B1" || last.Aim.In("fr") != "Plus" || last.Aim.In("de") != "More" {
		t.Errorf("the last aim is %+v", last)
	}
	if p := m.Principles[0]; !p.Verified || p.Empty() || p.URL != "https://example.gov/approach" {
		t.Errorf("principle %+v", p)
	}
	if m.URL != shipped.URL || shipped.Aims[0].Aim.In("en") == "Ours" {
		t.Error("extending changed what is extended")
	}
	_, problems = aims.Parse([]byte(strings.Replace(own, "version: 1", "version: 1\nreplace: yes", 1)))
	if len(problems) != 1 || !strings.Contains(problems[0].Format, "true, false") {
		t.Fatalf("replace: yes gives %v", problems)
	}
	f, problems = aims.Parse([]byte(strings.Replace(own, "version: 1", "version: 1\nreplace: true", 1)))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if m := shipped.Extend(f); len(m.Aims) != 2 || len(m.Principles) != 1 || m.URL != "https://example.gov/approach" {
		t.Errorf("a file that replaces gives %+v", m)
	}
}

func TestProblems(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"empty":             {"", `0:0: the file is empty; a file of aims begins with "version: 1"`},
		"no version":        {"aims: []", `1:1: version "" is not known to this program; write "version: 1"`},
		"another version":   {"version: 2", `1:1: version "2" is not known to this program; write "version: 1"`},
		"key":               {"version: 1\naim: []", `2:1: "aim" is not known here; did you mean "aims"?`},
		"indicator":         {"version: 1\naims:\n  - {id: A, indicators: [trends]}", `3:26: "trends" is not known here; did you mean "trend"?`},
		"no id":             {"version: 1\naims:\n  - aim: x", `3:5: it has no id; add one such as "id: P1"`},
		"twice":             {"version: 1\naims:\n  - id: A\n  - id: A", `4:5: the id "A" is given twice; give each its own`},
		"both":              {"version: 1\naims: [{id: A}]\nprinciples: [{id: A}]", `1:1: "A" is the id of an aim and of a principle; give each its own`},
		"unfounded":         {"version: 1\naims:\n  - {id: A, aim: x, verified: true}", `3:5: A is called verified without the words that were read and where they stand; add quotation and source, or write verified: false`},
		"address":           {"version: 1\nurl: javascript:alert(1)", `2:6: "javascript:alert(1)" is no address of a page; it begins with https://`},
		"alias":             {"version: &v 1\ndate: *v", `2:7: "*v" refers to another value; write the value out here`},
		"not a list":        {"version: 1\naims: {}", `2:7: expected a list of at most 200, each beginning with "- id: …"`},
		"syntax":            {"version: [", `1:0: not valid YAML: did not find expected node content`},
		"a second document": {"version: 1\n---\nversion: 1", `2:1: the file holds more than one YAML document (a line with ---); keep one`},
	} {
		_, problems := aims.Parse([]byte(c.file))
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d: ", p.Line, p.Column)+fmt.Sprintf(p.Format, p.Args...))
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, text, c.want)
		}
	}
}

// Whatever a file holds, reading it ends, and what is called verified has its words.
func FuzzParse(f *testing.F) {
	f.Add(aims.Source())
	f.Add([]byte("version: 1\naims: [{id: A, verified: true}]"))
	f.Add([]byte("version: 1\nreplace: true\nprinciples:\n  - id: P\n    quotation: \"x\ty\"\n    source: {fr: y}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, problems := aims.Parse(data)
		if len(problems) > 0 {
			return
		}
		for _, a := range slices.Concat(file.Aims, file.Principles) {
			if a.ID == "" || a.Verified && (a.Quotation == "" || len(a.Source) == 0) {
				t.Errorf("%+v was accepted", a)
			}
		}
	})
}
