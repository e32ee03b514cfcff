package config_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"govfootprint/internal/config"
)

// What a manifest lists of settings of every form gives the same settings again.
func TestRestore(t *testing.T) {
	path := filepath.Join(t.TempDir(), config.FileName)
	const file = `
period: 2024-04-01/2025-03-31
country: CA-ON
basis: depreciated
electricity: market
pack: [equipment-ademe, cloud]
users: 1200
organisation: "Ministry: of = Examples"
pue: 1.45
lifetimes: {laptop: 4.5, monitor/24in: 7}
attribution: {personal: 0.25}
expensed: [monitor, dock]
contracts:
  - {name: "Wind, offshore", site: Leeds, share: 60%, factor: 0 kgCO2e/kWh, instrument: REGO, source: invoices}
  - {name: Rest, place: GB, factor: 25 gCO2e/kWh}
services:
  Passports v2.1: {unit: case, count: 1200}
  Visas: {unit: application, count: 30}
lang: fr
`
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	settings, err := config.Load(config.Place{File: path})
	if err != nil {
		t.Fatal(err)
	}
	var stated []config.Stated
	for _, v := range settings.Values() {
		stated = append(stated, config.Stated{Name: v.Name, Value: v.Value})
	}
	restored, err := config.Restore("report.xlsx", stated)
	if err != nil {
		t.Fatal(err)
	}
	var again []config.Stated
	for _, v := range restored.Values() {
		again = append(again, config.Stated{Name: v.Name, Value: v.Value})
	}
	if diff := cmp.Diff(stated, again); diff != "" {
		t.Errorf("restored settings differ (-written +restored):\n%s", diff)
	}
}

// Settings that this program does not know, and values that none wrote, are refused.
func TestRestoreRefuses(t *testing.T) {
	for _, stated := range []config.Stated{
		{Name: "horizon", Value: "2050"},
		{Name: "basis.x", Value: "1"},
		{Name: "lifetimes", Value: "4"},
		{Name: "basis", Value: "guessed"},
		{Name: "contracts[2].name", Value: "Wind"},
		{Name: "contracts[x].name", Value: "Wind"},
		{Name: "services.unit", Value: "case"},
		{Name: "pue", Value: "1e9"},
	} {
		if _, err := config.Restore("report.xlsx", []config.Stated{stated}); err == nil {
			t.Errorf("%+v is taken", stated)
		}
	}
}
