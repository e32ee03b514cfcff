package cli

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"govfootprint/factors"
	"govfootprint/internal/config"
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
		return nil, fmt.Errorf("the packs in the program: %w", err)
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
		return nil, settings.Refuse(config.Factors, err.Error())
	}
	library, err := factors.NewLibrary(selected...)
	if err != nil {
		return nil, err
	}
	library, err = library.With(own...)
	if err != nil {
		return nil, settings.Refuse(config.Factors, err.Error())
	}
	return library, nil
}

// refusePacks says about each pack that was named but is not there.
func refusePacks(settings *config.Settings, err error) error {
	load, ok := errors.AsType[*factors.LoadError](err)
	if !ok {
		return settings.Refuse(config.Pack, err.Error())
	}
	refused := &config.Error{}
	for _, issue := range load.Issues {
		refused.Problems = append(refused.Problems, config.Problem{Origin: settings.Origin(config.Pack), Message: issue.Error()})
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
		return nil, fmt.Errorf("%s: is a file; a factor pack is a folder with a pack.yaml and CSV files in it", dir)
	}
	pack, err := factors.LoadPack(os.DirFS(dir), ".")
	if load, ok := errors.AsType[*factors.LoadError](err); ok {
		return nil, &packError{dir: dir, issues: inFolder(dir, load.Issues)}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
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

func (e *packError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "the factor pack in %s cannot be used", e.dir)
	for i, issue := range e.issues {
		if i == mostIssues {
			fmt.Fprintf(&b, "\n… and %s; 'govfootprint factors lint %s' lists them", count(len(e.issues)-i, "more problem", "more problems"), e.dir)
			break
		}
		fmt.Fprintf(&b, "\n%s", issue.Error())
	}
	return b.String()
}
