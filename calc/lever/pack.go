package lever

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/quantity"
)

// Names of the packs that the levers Grid and PUE ask for.
const (
	GridPack = "grid-less-10"
	PUEPack  = "pue-less-01"
)

// packTable is the file of such a pack that has its factors.
const packTable = "factors.csv"

// Beginnings of the subjects of electricity, and of the rooms of cloud providers.
const (
	electricitySubject = "electricity/"
	cloudSubject       = "data-centre/cloud"
)

// gridPack returns the climate factors of electricity that an assessment rests on, nine
// tenths of each: what a cleaner grid would be. The other impacts of a kWh do not
// follow from its greenhouse gas, and stay as they are. It is nil where no such factor
// is used.
func gridPack(baseline *calc.Assessment) *factors.Pack {
	pack := &factors.Pack{
		Name: GridPack, Title: "A tenth less greenhouse gas in each kWh",
		Description: "Nine tenths of the climate factors of electricity that the assessment rests on.",
	}
	return changed(pack, baseline, func(f *factors.Factor) (decimal.Decimal, bool) {
		return f.Value.Mul(decimal.New(9, -1)), strings.HasPrefix(f.Subject, electricitySubject) && f.Impact == factors.GWP
	})
}

// puePack returns the PUEs of the packs that an assessment rests on, each lower by a
// step, to 1 at the least; nil where there are none. Those of cloud providers are not
// the department's to lower.
func puePack(baseline *calc.Assessment) *factors.Pack {
	pack := &factors.Pack{
		Name: PUEPack, Title: "PUE lower by 0.1",
		Description: "The PUEs of the packs that the assessment rests on, each lower by 0.1, to 1 at the least.",
	}
	return changed(pack, baseline, func(f *factors.Factor) (decimal.Decimal, bool) {
		return lowered(f.Value), f.Property == factors.PropertyPUE && !strings.HasPrefix(f.Subject, cloudSubject) && lowered(f.Value).LessThan(f.Value)
	})
}

// changed fills a pack with the factors that an assessment rests on and that to gives
// another value. The spread stays in proportion: a figure that is wrong now is as wrong
// then. It is nil where there are none.
func changed(pack *factors.Pack, baseline *calc.Assessment, to func(*factors.Factor) (decimal.Decimal, bool)) *factors.Pack {
	pack.Version, pack.Layer, pack.Licence = "1", factors.Scenario, "as the packs that the figures are from"
	pack.Description += " An assumption, and nobody's publication."
	seen, sources := make(map[*factors.Factor]bool), make(map[string]bool)
	for _, used := range baseline.Factors() {
		f := used.Match.Factor
		value, wanted := to(f)
		if !wanted || seen[f] || f.Value.IsZero() {
			continue
		}
		seen[f] = true
		other := *f
		other.Pack, other.File, other.Line = pack, packTable, len(pack.Factors)+2
		other.Value = value
		other.Low, other.High = inProportion(f.Low, value, f.Value), inProportion(f.High, value, f.Value)
		pack.Factors = append(pack.Factors, &other)
		if f.Source != nil && !sources[f.Source.ID] {
			sources[f.Source.ID] = true
			pack.Sources = append(pack.Sources, f.Source)
		}
	}
	if len(pack.Factors) == 0 {
		return nil
	}
	return pack
}

// inProportion returns an end of a factor's range for another value: end · value / was,
// rounded once.
func inProportion(end decimal.NullDecimal, value, was decimal.Decimal) decimal.NullDecimal {
	scaled, err := quantity.Divide(end.Decimal.Mul(value), was, quantity.Scale)
	return decimal.NullDecimal{Decimal: scaled, Valid: end.Valid && err == nil}
}

// PackFiles returns the files of a pack, by their names in its folder, as the program
// reads them.
func PackFiles(p *factors.Pack) map[string][]byte {
	var y strings.Builder
	fmt.Fprintf(&y, "name: %s\nversion: %s\ntitle: %s\ndescription: %s\nlicence: %s\nlayer: %s\nsources:\n",
		p.Name, quoted(p.Version), quoted(p.Title), quoted(p.Description), quoted(p.Licence), p.Layer)
	for _, s := range p.Sources {
		fmt.Fprintf(&y, "  - id: %s\n", s.ID)
		for _, field := range [][2]string{{"title", s.Title}, {"publisher", s.Publisher}, {"year", s.Year}, {"url", s.URL}, {"licence", s.Licence}, {"redistribution", s.Redistribution}} {
			if field[1] != "" {
				fmt.Fprintf(&y, "    %s: %s\n", field[0], quoted(field[1]))
			}
		}
	}
	var table bytes.Buffer
	w := csv.NewWriter(&table)
	rows := [][]string{{"id", "subject", "property", "stage", "impact", "place", "year", "value", "low", "high", "unit", "distribution", "source", "quality", "note"}}
	for _, f := range p.Factors {
		year, source, quality := "", "", ""
		if f.Year != 0 {
			year = strconv.Itoa(f.Year)
		}
		if f.Source != nil {
			source = f.Source.ID
		}
		if f.Quality != 0 {
			quality = f.Quality.String()
		}
		rows = append(rows, []string{
			f.ID, f.Subject, string(f.Property), string(f.Stage), string(f.Impact), f.Place, year, f.Value.String(), stated(f.Low), stated(f.High),
			f.Unit.String(), string(f.Distribution), source, quality, f.Note,
		})
	}
	_ = w.WriteAll(rows) // a buffer refuses nothing
	return map[string][]byte{"pack.yaml": []byte(y.String()), packTable: table.Bytes()}
}

func stated(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}
