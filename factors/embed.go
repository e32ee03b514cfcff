package factors

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

//go:embed all:data
var embedded embed.FS

// defaultFile lists the packs that a run uses when it names none.
const defaultFile = "default.yaml"

// Embedded returns the packs that the program carries, as folders
// PACK/VERSION, beside default.yaml.
func Embedded() fs.FS {
	data, err := fs.Sub(embedded, "data")
	if err != nil {
		panic(err) //nolint:forbidigo // the folder is compiled in
	}
	return data
}

// EmbeddedPacks loads every embedded pack in every version, sorted by name and
// version. They are read more strictly than other packs: every row must have its
// source and its grade.
func EmbeddedPacks() ([]*Pack, error) { return loadAll(Embedded()) }

// Default loads the packs that a run uses when it names none, in their order.
func Default() ([]*Pack, error) { return defaultPacks(Embedded()) }

// loadAll loads the packs of a tree of folders PACK/VERSION.
func loadAll(data fs.FS) ([]*Pack, error) {
	dirs, err := fs.Glob(data, "*/*/"+packFile)
	if err != nil {
		return nil, err
	}
	packs := make([]*Pack, 0, len(dirs))
	var errs []error
	for _, file := range dirs {
		p, err := loadEmbedded(data, path.Dir(file))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		packs = append(packs, p)
	}
	slices.SortFunc(packs, func(a, b *Pack) int {
		if d := strings.Compare(a.Name, b.Name); d != 0 {
			return d
		}
		return compareVersions(a.Version, b.Version)
	})
	return packs, errors.Join(errs...)
}

// loadEmbedded loads one pack of a tree, more strictly than [LoadPack]: every
// row has its source and its grade, the pack its layer, and the folder says which
// pack it holds.
func loadEmbedded(data fs.FS, dir string) (*Pack, error) {
	l := &loader{fsys: data, units: map[string]parsedUnit{}, strict: true}
	p := l.load(dir)
	if p != nil {
		if want := path.Join(p.Name, p.Version); want != dir {
			l.add(newIssue(FolderMismatch, dir, want).at(path.Join(dir, packFile), 0, 0))
		}
	}
	if err := l.err(); err != nil {
		return nil, err
	}
	return p, nil
}

func defaultPacks(data fs.FS) ([]*Pack, error) {
	refs, err := defaultRefs(data)
	if err != nil {
		return nil, err
	}
	packs := make([]*Pack, 0, len(refs))
	var errs []error
	for _, ref := range refs {
		name, version, _ := strings.Cut(ref, "@")
		dir := path.Join(name, version)
		if _, err := fs.Stat(data, path.Join(dir, packFile)); version == "" || err != nil {
			errs = append(errs, fmt.Errorf("%s: %q is not among the packs of this program; each entry must be NAME@VERSION, with its pack in the folder NAME/VERSION", defaultFile, ref))
			continue
		}
		p, err := loadEmbedded(data, dir)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		packs = append(packs, p)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return packs, nil
}

// defaultRefs reads the list of default packs.
func defaultRefs(data fs.FS) ([]string, error) {
	content, err := fs.ReadFile(data, defaultFile)
	if err != nil {
		return nil, fmt.Errorf("the list of default packs: %w", err)
	}
	var list struct {
		Packs []string `yaml:"packs"`
	}
	decoder := yaml.NewDecoder(strings.NewReader(string(content)))
	decoder.KnownFields(true)
	if err := decoder.Decode(&list); err != nil {
		return nil, fmt.Errorf("%s: %w", defaultFile, err)
	}
	if len(list.Packs) == 0 {
		return nil, fmt.Errorf("%s: lists no packs", defaultFile)
	}
	return list.Packs, nil
}
