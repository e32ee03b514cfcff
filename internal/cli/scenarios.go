package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"govfootprint/calc/comparison"
	"govfootprint/calc/scenario"
	"govfootprint/examples/policy-choices/scenarios"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports/wording"
)

// loadScenarios reads scenario files, and says of all of them what is wrong.
func (a *App) loadScenarios(paths []string) (all []*scenario.Scenario, read []inventory.FileInfo, err error) {
	wrong := &scenario.Error{}
	for i, path := range paths {
		if slices.ContainsFunc(paths[:i], func(other string) bool { return sameTarget(path, other) }) {
			return nil, nil, usageErrorf("%s is given twice; a scenario stands beside the baseline once", path)
		}
		name, data, err := readScenario(path)
		if err != nil {
			return nil, nil, err
		}
		s, err := scenario.Parse(name, data)
		if refused, ok := errors.AsType[*scenario.Error](err); ok {
			wrong.Problems = append(wrong.Problems, refused.Problems...)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		sum := sha256.Sum256(data)
		read = append(read, inventory.FileInfo{Name: name, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(data)), Format: "scenario"})
		if scenarios.Has(data) {
			translateScenario(s, a.texts)
		}
		all = append(all, besideFile(s, filepath.Dir(path)))
	}
	if len(wrong.Problems) > 0 {
		return nil, nil, wrong
	}
	return all, read, nil
}

// translateScenario has a ready scenario speak the language of the reports. Its file
// stays in English; what somebody else wrote is nobody's to translate.
func translateScenario(s *scenario.Scenario, texts *wording.Catalogue) {
	s.Name, s.Description = texts.Say(s.Name), texts.Say(s.Description)
	for i := range s.Changes {
		c := &s.Changes[i]
		c.Name, c.Reason = texts.Say(c.Name), texts.Say(c.Reason)
	}
}

// readScenario reads a scenario file, but no more of it than is reasonable; or one
// that comes with the program, where there is no file of that name.
func readScenario(path string) (name string, data []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		ready, known := scenarios.Ready(path)
		if known {
			return path + ".yaml", ready, nil
		}
		if errors.Is(err, fs.ErrNotExist) && filepath.Ext(path) == "" {
			return "", nil, errorf("%s: there is no such file, and no such scenario in the program%s", path,
				hintElse(path, scenarios.Names(), phrase("; there are %s", strings.Join(scenarios.Names(), ", "))))
		}
		return "", nil, notReadable(path, err)
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, scenario.MostBytes+1)) // Parse says what is wrong with more
	if err != nil {
		return "", nil, notReadable(path, err)
	}
	return path, data, nil
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
