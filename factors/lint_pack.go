package factors

import (
	"strconv"
	"strings"
)

// lintPack checks what a pack says about itself.
func lintPack(p *Pack) []Issue {
	var issues []Issue
	file := packFileOf(p)
	if p.Licence == "" {
		issues = append(issues, newIssue(LicenceMissing).at(file, 0, 0).in("licence", ""))
	}
	if p.Published == "" {
		issues = append(issues, newIssue(PublishedMissing).at(file, 0, 0).in("published", ""))
	}
	return issues
}

// lintSources checks the sources of a pack, and that rows have one and a grade.
func lintSources(p *Pack, today string) []Issue {
	var issues []Issue
	file := packFileOf(p)
	uses := map[*Source]int{}
	for _, f := range p.Factors {
		if issue, wrong := sourceIssue(f); wrong {
			issues = append(issues, about(f, colSource, f.sourceID, issue))
		}
		if f.Quality == 0 {
			issues = append(issues, about(f, colQuality, "", newIssue(QualityMissing)))
		}
		uses[f.Source]++
	}
	for _, s := range p.Sources {
		add := func(issue Issue) { issues = append(issues, issue.at(file, s.line, 0).in("source", s.ID)) }
		if s.Licence == "" {
			add(newIssue(SourceNoLicence))
		}
		var lacks []string
		for _, field := range []struct{ name, value string }{{"title", s.Title}, {"publisher", s.Publisher}, {"year", s.Year}, {"url", s.URL}} {
			if field.value == "" {
				lacks = append(lacks, field.name)
			}
		}
		if len(lacks) > 0 {
			add(newIssue(SourceIncomplete, strings.Join(lacks, ", ")))
		}
		switch {
		case uses[s] == 0:
			add(newIssue(SourceUnused))
		case s.Expires != "" && today != "" && s.Expires < today: // ISO dates sort as text
			add(newIssue(SourceExpired, s.Expires, strconv.Itoa(uses[s])))
		}
	}
	return issues
}
