package boavizta

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"govfootprint/factors"
)

// PackName is the name of the pack, the same for every import, so that two can be compared.
const PackName = "boavizta-pcf"

// rulesVersion stands in the pack's version. It goes up when the rules of the
// import change, for then the same table makes another pack.
const rulesVersion = "1"

const (
	tableAddress = "https://github.com/Boavizta/environmental-footprint-data"
	licence      = "ODbL-1.0 (database), DbCL-1.0 (contents)"
	duties       = "attribution; whoever publishes the pack, or a database made of it, publishes it under ODbL 1.0"
	attribution  = "Contains information from the Boavizta environmental-footprint-data database (" + tableAddress + "), which is made available under the Open Database License 1.0 (https://opendatacommons.org/licenses/odbl/1-0/)."
	tableSource  = "boavizta"
)

// files writes the pack of the models.
func (r *Result) files(models []model, opts Options) map[string][]byte {
	w := &packWriter{ids: idsOf(models), sources: map[string]*source{}}
	for i := range models {
		w.add(&models[i])
	}
	w.csv.Flush()
	return map[string][]byte{
		"pack.yaml":   w.packFile(r, opts),
		"factors.csv": w.table.Bytes(),
		"NOTICE":      []byte(notice),
	}
}

type packWriter struct {
	table   bytes.Buffer
	csv     *csv.Writer
	ids     map[string]string // of subjects
	sources map[string]*source
	rows    int
}

// source is one product sheet.
type source struct {
	id, url, maker string
	year           int
	products       []string
}

func (w *packWriter) add(m *model) {
	if w.csv == nil {
		w.csv = csv.NewWriter(&w.table)
		w.write(factors.Columns...)
	}
	for i := range m.footprint {
		f := &m.footprint[i]
		w.factor(m, f, string(factors.PropertyImpact), f.stage, string(factors.GWP), "kgCO2e/unit")
	}
	parameter := func(f *figure, property factors.Property, unit, what string) {
		if f != nil {
			f.note = what + " " + f.note
			w.factor(m, f, string(property), "", "", unit)
		}
	}
	parameter(m.energy, factors.PropertyAnnualEnergy, "kWh/year", "Declared typical energy consumption, a test pattern and not office practice.")
	parameter(m.lifetime, factors.PropertyLifetime, "year", "Lifetime assumed by the manufacturer.")
	parameter(m.mass, factors.PropertyMass, "kg", "Declared weight.")
}

func (w *packWriter) factor(m *model, f *figure, property, stage, impact, unit string) {
	name := property
	if stage != "" {
		name = stage + "." + impact
	}
	low, high, shape := "", "", ""
	if f.low.Valid && f.high.Valid {
		low, high, shape = f.low.Decimal.String(), f.high.Decimal.String(), string(factors.Lognormal)
	}
	w.write(w.ids[m.subject]+"."+name, m.subject, property, stage, impact, "", "", f.value.String(), low, high, unit, shape, w.source(f), f.grade, f.note)
	w.rows++
}

func (w *packWriter) write(cells ...string) {
	_ = w.csv.Write(cells) // into memory
}

// source returns the id of the sheet that a figure stands in, and notes what it is of.
func (w *packWriter) source(f *figure) string {
	id := tableSource
	if f.url != "" {
		sum := sha256.Sum256([]byte(f.url))
		id = "sheet-" + hex.EncodeToString(sum[:6])
	}
	s := w.sources[id]
	if s == nil {
		s = &source{id: id, url: f.url, maker: f.sheets[0].maker}
		w.sources[id] = s
	}
	for _, sheet := range f.sheets {
		s.year = max(s.year, sheet.date.year)
		if !slices.Contains(s.products, sheet.product) {
			s.products = append(s.products, sheet.product)
		}
		s.maker = min(s.maker, sheet.maker)
	}
	return id
}

// idsOf gives each subject the first part of its factors' ids. Subjects whose
// letters and digits are the same (a 5-1 and a 51) are told apart by a hash, not
// by their order, so that ids stay from import to import.
func idsOf(models []model) map[string]string {
	uses := map[string]int{}
	for _, m := range models {
		uses[slug(m.subject)]++
	}
	ids := map[string]string{}
	for _, m := range models {
		id := slug(m.subject)
		if uses[id] > 1 || len(id) > longestID || id == "" || id[0] == '+' {
			sum := sha256.Sum256([]byte(m.subject))
			id = strings.TrimRight(id[:min(len(id), longestID)], "-") + "-" + hex.EncodeToString(sum[:4])
		}
		ids[m.subject] = strings.TrimLeft(id, "+-")
	}
	return ids
}

const longestID = 70

func slug(subject string) string {
	return strings.Join(strings.FieldsFunc(subject, func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '+')
	}), "-")
}

// packFile writes pack.yaml. Everything from the table is quoted.
func (w *packWriter) packFile(r *Result, opts Options) []byte {
	version := "0"
	if r.Newest.known() {
		version = strings.ReplaceAll(r.Newest.iso(), "-", ".")
	}
	version += "+" + r.ContentSHA256[:8] + ".r" + rulesVersion
	if opts.Lifetimes {
		version += ".lifetimes"
	}
	var b bytes.Buffer
	line := func(key, value string) { fmt.Fprintf(&b, "%s: %s\n", key, strconv.Quote(value)) }
	b.WriteString("# Made by `govfootprint factors import boavizta`; import again rather than edit.\n")
	line("name", PackName)
	line("version", version)
	line("title", "Exact models, from manufacturers' product carbon footprints")
	line("description", fmt.Sprintf("Footprints without use, typical energy and mass of exact models, made of the Boavizta table of product footprints as it was downloaded: "+
		"newest entry %s, %d rows, SHA-256 of its content %s (cells in the order of the published columns, the same for both dialects). Rules and corrections: docs/factors.md; what they did: import-report.txt. %s",
		r.newestText(), r.Rows, r.ContentSHA256, attribution))
	if r.Newest.known() {
		line("published", r.Newest.iso())
	}
	line("licence", licence)
	line("layer", factors.Base.String())
	b.WriteString("sources:\n")
	for _, s := range slices.SortedFunc(maps.Values(w.sources), func(a, b *source) int { return cmp.Compare(a.id, b.id) }) {
		s.write(&b, r)
	}
	return b.Bytes()
}

func (s *source) write(b *bytes.Buffer, r *Result) {
	title, publisher, year, url := "Product footprint table", "Boavizta", r.newestYear(), tableAddress
	if s.url != "" {
		slices.Sort(s.products)
		title = "Product carbon footprint sheet, " + s.products[0]
		if more := len(s.products) - 1; more > 0 {
			title += fmt.Sprintf(" and %d more", more)
		}
		publisher, year, url = s.maker+" (sheet), Boavizta (database)", "undated", s.url
		if s.year != 0 {
			year = strconv.Itoa(s.year)
		}
	}
	fmt.Fprintf(b, "  - id: %s\n    title: %s\n    publisher: %s\n    year: %s\n    url: %s\n    licence: %s\n    redistribution: %s\n",
		s.id, strconv.Quote(title), strconv.Quote(publisher), strconv.Quote(year), strconv.Quote(url), strconv.Quote(licence), strconv.Quote(duties))
}

const notice = attribution + `

Any rights in individual contents of the database are licensed under the Database Contents
License 1.0 (https://opendatacommons.org/licenses/dbcl/1-0/).

This pack is a derivative database. Use it as you like within your organisation. Whoever
publishes it, or another database made of it, must publish that under the Open Database
License 1.0, keep this notice, and may not lock it up. A report made with it (totals,
charts, a workbook) is a produced work: it may have any licence, and must say that it
contains information from the database, as the sources in a report do.

The sheets themselves belong to their manufacturers.
`
