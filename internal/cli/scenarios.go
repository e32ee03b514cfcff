package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/factors"
)

// loadScenarios reads scenario files, and says of all of them what is wrong.
func loadScenarios(paths []string) ([]*scenario.Scenario, error) {
	var scenarios []*scenario.Scenario
	wrong := &scenario.Error{}
	for i, path := range paths {
		for _, other := range paths[:i] {
			if sameTarget(path, other) {
				return nil, usageErrorf("%s is given twice; a scenario stands beside the baseline once", path)
			}
		}
		data, err := readScenario(path)
		if err != nil {
			return nil, err
		}
		s, err := scenario.Parse(path, data)
		if refused, ok := errors.AsType[*scenario.Error](err); ok {
			wrong.Problems = append(wrong.Problems, refused.Problems...)
			continue
		}
		if err != nil {
			return nil, err
		}
		scenarios = append(scenarios, besideFile(s, filepath.Dir(path)))
	}
	if len(wrong.Problems) > 0 {
		return nil, wrong
	}
	return scenarios, nil
}

// readScenario reads a scenario file, but no more of it than is reasonable.
func readScenario(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, notReadable(path, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, scenario.MostBytes+1)) // Parse says what is wrong with more
	if err != nil {
		return nil, notReadable(path, err)
	}
	return data, nil
}

// besideFile makes the folders that a scenario names relative to its file, so that it
// means the same from whichever folder it is used.
func besideFile(s *scenario.Scenario, dir string) *scenario.Scenario {
	for _, c := range s.Changes {
		if packs, ok := c.Action.(*scenario.Packs); ok {
			for i, folder := range packs.Folders {
				if !filepath.IsAbs(folder) {
					packs.Folders[i] = filepath.Join(dir, folder)
				}
			}
		}
	}
	return s
}

// choosePacks puts packs of the program and of folders above a library: a scenario
// that asks for other factors.
func (a *App) choosePacks(below *factors.Library, names, folders []string) (*factors.Library, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, err
	}
	var chosen []*factors.Pack
	for _, name := range names {
		selected, err := factors.Select(available, []string{name})
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(selected, func(p *factors.Pack) bool { return p.Name == name || p.Ref() == name })
		chosen = append(chosen, selected[at])
	}
	for _, folder := range folders {
		pack, err := a.loadPack(folder)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, pack)
	}
	return below.With(chosen...)
}

// otherFamilies returns the library with each pack of the program in the place of the
// one of its family that is selected: publishers that measure the same equipment in
// another way.
func otherFamilies(library *factors.Library) ([]comparison.With, error) {
	available, err := factors.EmbeddedPacks()
	if err != nil {
		return nil, err
	}
	var others []comparison.With
	for _, pack := range available {
		instead := slices.ContainsFunc(library.Packs(), func(p *factors.Pack) bool { return p.Family == pack.Family && p.Name != pack.Name })
		if pack.Family != equipmentFamily || !instead {
			continue
		}
		other, err := library.With(pack)
		if err != nil {
			return nil, err
		}
		others = append(others, comparison.With{Name: pack.Ref(), Library: other})
	}
	return others, nil
}

// equipmentFamily is the family of packs with figures of devices.
const equipmentFamily = "equipment"
