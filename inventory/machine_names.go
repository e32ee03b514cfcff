package inventory

import (
	"slices"
	"strconv"
	"strings"
)

// Environments are few words, and what stands behind one is a remark, often a
// person: of “prod - J. Smith” the word is kept.
var environments = []struct {
	name  string
	words []string // the longer before those that they contain
}{
	{"pre-production", []string{"pre production", "pre prod", "preproduction", "preprod", "ppr"}},
	{"non-production", []string{"non production", "non prod", "nonprod", "hors production", "hors prod"}},
	{"disaster recovery", []string{"disaster recovery", "dr", "drp", "pra", "secours", "reprise", "plan de reprise"}},
	{"production", []string{"production", "prod", "prd", "live", "produktion"}}, //nolint:misspell // German
	{"acceptance", []string{"acceptance", "user acceptance", "uat", "recette", "homologation", "qualification", "qualif"}},
	{"integration", []string{"integration", "integ"}},
	{"staging", []string{"staging", "stage", "stg"}},
	{"development", []string{"development", "develop", "dev", "developpement", "entwicklung"}},
	{"test", []string{"test", "tests", "testing", "tst", "qa"}},
	{"training", []string{"training", "formation", "ecole"}},
	{"demonstration", []string{"demonstration", "demo"}},
	{"sandbox", []string{"sandbox", "bac a sable"}},
}

// environmentOf returns the environment that a text names, nothing for any other text.
func environmentOf(text string) string {
	w := " " + words(text) + " "
	for _, e := range environments {
		if slices.ContainsFunc(e.words, func(word string) bool { return strings.Contains(w, " "+word+" ") }) {
			return e.name
		}
	}
	return ""
}

// environment reads an environment.
func (r *record) environment() string {
	if known := environmentOf(r.text("environment")); known != "" {
		return known
	}
	return r.attribute("environment", aboutGroup)
}

// dropNames forgets names of machines and hosts that stand for an application, a
// service or a department. A plain word, such as payroll, names what runs there just
// as well, and is kept.
func (s *settlement) dropNames() {
	names := make(map[uint64]bool)
	for i := range s.virtual.machines {
		for _, n := range []hostName{s.virtual.machines[i].name, s.virtual.machines[i].host} {
			names[n.full], names[n.short] = true, true
		}
	}
	for _, g := range s.groups {
		names[g.name.full], names[g.name.short] = true, true
	}
	delete(names, 0)
	is := make(map[string]bool)
	dropped := func(b *bearer) (found bool) {
		for _, text := range []*string{&b.department, &b.application, &b.service} {
			known, looked := is[*text]
			if !looked {
				n := s.hash.host(*text)
				known = strings.ContainsAny(*text, "0123456789.-_") && (names[n.full] || names[n.short])
				is[*text] = known
			}
			if known {
				*text, found = "", true
			}
		}
		return found
	}
	counts := make(map[*machineList]*Problem)
	rows := make(map[*machineList]int)
	tell := func(list *machineList, row int) {
		rows[list]++
		if rows[list] == 1 {
			counts[list] = &Problem{Code: CodePersonalValue, Severity: Warning, File: list.place.file, Sheet: list.place.sheet, Row: row}
		}
	}
	says := make(map[*machineSays]*machineSays)
	for i := range s.virtual.machines {
		m := &s.virtual.machines[i]
		clean := says[m.says]
		if clean == nil {
			text := *m.says
			clean = m.says
			if dropped(&text.bearer) {
				clean = &text
			}
			says[m.says] = clean
		}
		if clean != m.says {
			m.says = clean
			tell(m.list, m.row)
		}
	}
	for i := range s.virtual.relations {
		if rel := &s.virtual.relations[i]; dropped(&rel.bearer) {
			tell(rel.list, rel.row)
		}
	}
	for _, list := range s.virtual.lists {
		if p := counts[list]; p != nil {
			p.Args = []string{strconv.Itoa(rows[list])}
			s.result.Problems.Add(*p)
		}
	}
}
