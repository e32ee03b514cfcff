package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"strings"

	"govfootprint/internal/config"
	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// mappings are the mapping files of a run.
type mappings struct {
	mapping *inventory.Mapping
	files   []mappingFile
}

// A mappingFile is one of them, as it was read.
type mappingFile struct {
	path string
	data []byte
	sum  string // SHA-256, hexadecimal
}

// loadMappings reads the mapping files that the settings name.
func loadMappings(settings *config.Settings) (*mappings, error) {
	m := &mappings{}
	var parsed []*mapping.File
	for _, path := range settings.Mappings {
		data, err := readMapping(path)
		if err != nil {
			return nil, settings.Refuse(config.Mapping, err)
		}
		file, err := mapping.Parse(path, data)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, file)
		sum := sha256.Sum256(data)
		m.files = append(m.files, mappingFile{path, data, hex.EncodeToString(sum[:])})
	}
	var err error
	if m.mapping, err = inventory.NewMapping(parsed...); err != nil {
		return nil, err
	}
	return m, nil
}

// readMapping reads a mapping file, but no more of it than is reasonable.
func readMapping(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, notReadable(path, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mapping.MostBytes+1)) // Parse says what is wrong with more
	if err != nil {
		return nil, notReadable(path, err)
	}
	return data, nil
}

// String names the files and what they held, for the manifest of a report.
func (m *mappings) String() string {
	var names []string
	for _, f := range m.files {
		names = append(names, fmt.Sprintf("%s (SHA-256 %s)", f.path, f.sum))
	}
	return strings.Join(names, ", ")
}
