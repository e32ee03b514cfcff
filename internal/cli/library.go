package cli

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"govfootprint/factors"
	"govfootprint/internal/config"
	"govfootprint/reports/wording"
)

// packs returns the factor packs that the settings select, the stronger later:
// the default ones and those chosen by name, then the folders. A folder's pack
// replaces the default one of its family; of two folders neither does, because
// the person chose both.
func (a *App) packs(settings *config.Settings) ([]*factors.Pack, error) {
	library, err := a.library(settings)
	if err != nil {
		return nil, err
	}
	return library.Packs(), nil
}

// library returns the packs that the settings select as one library.
func (a *App) library(settings *config.Settings) (*factors.Library, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, errorf("the packs in the program: %w", err)
	}
	selected, err := factors.Select(available, settings.Packs)
	if err != nil {
		return nil, refusePacks(settings, err)
	}
	own, err := a.ownPacks(settings)
	if err != nil {
		return nil, err
	}
	if _, err := factors.NewLibrary(own...); err != nil {
		return nil, settings.Refuse(config.Factors, err)
	}
	library, err := factors.NewLibrary(selected...)
	if err != nil {
		return nil, err
	}
	library, err = library.With(own...)
	if err != nil {
		return nil, settings.Refuse(config.Factors, err)
	}
	return library, nil
}

// refusePacks says about each pack that was named but is not there.
func refusePacks(settings *config.Settings, err error) error {
	load, ok := errors.AsType[*factors.LoadError](err)
	if !ok {
		return settings.Refuse(config.Pack, err)
	}
	refused := &config.Error{}
	for _, issue := range load.Issues {
		refused.Problems = append(refused.Problems, config.Problem{Origin: settings.Origin(config.Pack), Why: issue})
	}
	return refused
}

// ownPacks loads the folders that the settings name.
func (a *App) ownPacks(settings *config.Settings) ([]*factors.Pack, error) {
	var packs []*factors.Pack
	var problems []error
	for _, dir := range settings.Factors {
		pack, err := a.loadPack(dir)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		packs = append(packs, pack)
	}
	return packs, errors.Join(problems...)
}

// loadPack loads a pack from a folder of the person's. The error names its
// files as the person would.
func (a *App) loadPack(dir string) (*factors.Pack, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, notReadable(dir, err)
	}
	if !info.IsDir() {
		return nil, errorf("%s: is a file; a factor pack is a folder with a pack.yaml and CSV files in it", dir)
	}
	pack, err := factors.LoadPack(os.DirFS(dir), ".")
	if load, ok := errors.AsType[*factors.LoadError](err); ok {
		return nil, &packError{dir: dir, issues: inFolder(dir, load.Issues)}
	}
	if err != nil {
		return nil, errorf("%s: %w", dir, err)
	}
	pack.Dir = dir
	for _, f := range pack.Factors {
		f.File = filepath.Join(dir, f.File)
	}
	return pack, nil
}

// inFolder returns the issues with their files named from where the person stands.
func inFolder(dir string, issues []factors.Issue) []factors.Issue {
	placed := make([]factors.Issue, len(issues))
	for i, issue := range issues {
		if issue.File != "" && !path.IsAbs(issue.File) {
			issue.File = filepath.Join(dir, issue.File)
		}
		placed[i] = issue
	}
	return placed
}

// packError is a pack that cannot be used.
type packError struct {
	dir    string
	issues []factors.Issue
}

// mostIssues is how many issues of a pack a message lists; factors lint lists all.
const mostIssues = 20

func (e *packError) Error() string { return e.phrase(factors.Issue.Error).String() }

// In returns the error in a language.
func (e *packError) In(c *wording.Catalogue) string {
	return c.Sayf("%s", e.phrase(c.IssueSentence))
}

func (e *packError) phrase(sentence func(factors.Issue) string) wording.Phrase {
	listed := e.issues[:min(mostIssues, len(e.issues))]
	var more wording.Phrase
	if rest := len(e.issues) - len(listed); rest > 0 {
		more = phrase("\n… and %s; 'govfootprint factors lint %s' lists them", count(rest, "more problem", "more problems"), e.dir)
	}
	var b strings.Builder
	for _, issue := range listed {
		b.WriteString("\n" + sentence(issue))
	}
	return phrase("the factor pack in %s cannot be used%s%s", e.dir, b.String(), more)
}
