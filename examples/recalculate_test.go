//go:build libreoffice

package examples_test

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/internal/cli"
)

// precision is how far a recalculated value may be from the engine's, relative to it.
const precision = 1e-9

// TestRecalculate has LibreOffice work out the workbook of every example, in each
// language: no formula is an error, and each gives the
// value that the program wrote beside it.
//
//	make recalculate
func TestRecalculate(t *testing.T) {
	dir := t.TempDir()
	var written []string
	for _, a := range assessments(t) {
		for _, language := range []string{"en", "fr"} {
			path := filepath.Join(dir, fmt.Sprintf("%s-%s.xlsx", a.folder, language))
			a.write(t, path, "--lang", language, "--items")
			written = append(written, path)
		}
	}
	for i, path := range recalculated(t, written) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".xlsx"), func(t *testing.T) { sameFormulas(t, written[i], path, 100) })
	}
}

// TestRecalculateComparison does the same with comparisons: of scenarios with their
// baseline, and of a year with the one before.
func TestRecalculateComparison(t *testing.T) {
	dir := t.TempDir()
	var written []string
	for n, c := range comparisons(t) {
		for _, language := range []string{"en", "fr"} {
			path := filepath.Join(dir, fmt.Sprintf("%s-%d-%s.xlsx", c.folder, n+1, language))
			c.write(t, path, "--lang", language)
			written = append(written, path)
		}
	}
	for i, path := range recalculated(t, written) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".xlsx"), func(t *testing.T) { sameFormulas(t, written[i], path, 10) })
	}
}

// TestChangedFactor changes factors in the workbook of each example, one at a
// time, has LibreOffice work it out, and compares every line and every slice with
// what the engine finds with a pack that holds the changed factor.
func TestChangedFactor(t *testing.T) {
	dir := t.TempDir()
	type change struct {
		name, id string
		engine   string // workbook by the engine
	}
	var (
		changes []change
		edited  []string
	)
	for _, a := range assessments(t) {
		original := filepath.Join(dir, a.folder+".xlsx")
		a.write(t, original)
		for _, f := range factorsToChange(t, original) {
			name := a.folder + " " + f.id
			base := filepath.Join(dir, strings.NewReplacer(" ", "-", ":", "-", "/", "-").Replace(name))
			setFactor(t, original, base+".xlsx", f)
			a.write(t, base+"-engine.xlsx", f.packs(t, a.folder, base)...)
			changes, edited = append(changes, change{name, f.id, base + "-engine.xlsx"}), append(edited, base+".xlsx")
		}
	}
	for i, path := range recalculated(t, edited) {
		t.Run(changes[i].name, func(t *testing.T) { sameResults(t, path, changes[i].engine) })
	}
}

// assessment is the first command of an example that works out a footprint.
type assessment struct {
	folder string
	args   []string // without its outputs
}

func assessments(t *testing.T) []assessment {
	t.Helper()
	found, err := filepath.Glob("*/commands.txt")
	if err != nil || len(found) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var list []assessment
	for _, commands := range found {
		for _, line := range commandLines(t, commands) {
			words := strings.Fields(line)
			if words[1] != "assess" {
				continue
			}
			list = append(list, assessment{filepath.Dir(commands), withoutOutputs(words[1:])})
			break
		}
	}
	return list
}

// comparisons are the commands of examples that write a comparison as a workbook, or
// look back on the year before.
func comparisons(t *testing.T) []assessment {
	t.Helper()
	found, err := filepath.Glob("*/commands.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []assessment
	for _, commands := range found {
		for _, line := range commandLines(t, commands) {
			words := strings.Fields(line)
			if words[1] == "compare" && (slices.Contains(words, "-o") || slices.Contains(words, "--since")) {
				list = append(list, assessment{filepath.Dir(commands), withoutOutputs(words[1:])})
			}
		}
	}
	if len(list) < 2 {
		t.Fatalf("%d comparisons found, there is one of scenarios and one of years at least", len(list))
	}
	return list
}

// withoutOutputs returns the words of a command without what it writes, and how.
func withoutOutputs(words []string) []string {
	var args []string
	for i := 0; i < len(words); i++ {
		if slices.Contains([]string{"-o", "--format", "--problems", "--rejected", "--lang"}, words[i]) {
			i++
			continue
		}
		args = append(args, words[i])
	}
	return args
}

// write runs the command and writes its workbook.
func (a assessment) write(t *testing.T, path string, more ...string) {
	t.Helper()
	before, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(a.folder); err != nil { // the settings file is found there
		t.Fatal(err)
	}
	defer func() {
		if err := os.Chdir(before); err != nil {
			t.Fatal(err)
		}
	}()
	args := slices.Concat(a.args, []string{"-o", path, "--quiet"}, more)
	if status, _, errOut := run(t.Context(), args); status != cli.ExitDone && status != cli.ExitIncomplete {
		t.Fatalf("%s: govfootprint %s: status %d\n%s", a.folder, strings.Join(args, " "), status, errOut)
	}
}

// recalculateAlways is the setting by which LibreOffice works every formula out
// when it reads a workbook, instead of trusting the values beside them.
const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// recalculated has LibreOffice read workbooks, work them out, and write them again.
func recalculated(t *testing.T, paths []string) []string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not installed (soffice is not in the PATH)")
	}
	out, profile := t.TempDir(), t.TempDir()
	if err := os.Mkdir(filepath.Join(profile, "user"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculateAlways), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	if message, err := exec.CommandContext(t.Context(), program, append(args, paths...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, message)
	}
	list := make([]string, len(paths))
	for i, path := range paths {
		list[i] = filepath.Join(out, filepath.Base(path))
	}
	return list
}

func openBook(t *testing.T, path string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// sameFormulas compares the value of each formula, of which there are at least so many,
// with that in another workbook.
func sameFormulas(t *testing.T, written, again string, least int) {
	original, recalculated := openBook(t, written), openBook(t, again)
	formulas := 0
	for _, sheet := range original.GetSheetList() {
		values, now := rowsOf(t, original, sheet), rowsOf(t, recalculated, sheet)
		for r, row := range values {
			for c, want := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, err := original.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				formulas++
				got := ""
				if r < len(now) && c < len(now[r]) {
					got = now[r][c]
				}
				if !near(got, want) {
					t.Errorf("%s!%s = %s: LibreOffice finds %q, the program wrote %s", sheet, cell, formula, got, want)
				}
			}
		}
	}
	if formulas < least {
		t.Errorf("there are %d formulas; results are formulas", formulas)
	}
}

func near(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && math.Abs(x-y) <= precision*math.Abs(y)
}

// factorAt is a factor and its row on the sheet Factors.
type factorAt struct {
	row          int
	id, packRef  string
	property     string
	value, units float64
}

// factorsToChange picks two factors of different kinds, on which the most units rest.
func factorsToChange(t *testing.T, path string) []factorAt {
	t.Helper()
	best := make(map[string]factorAt)
	for i, row := range rowsOf(t, openBook(t, path), "Factors")[4:] {
		f := factorAt{row: i + 5, id: row[0], packRef: row[1], property: row[4] + " " + row[5]}
		f.value, _ = strconv.ParseFloat(row[9], 64)
		if len(row) > 19 {
			f.units, _ = strconv.ParseFloat(row[19], 64)
		}
		if had, seen := best[f.property]; f.value > 0 && (!seen || f.units > had.units) {
			best[f.property] = f
		}
	}
	var list []factorAt
	for _, f := range best {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b factorAt) int {
		return cmp.Or(cmp.Compare(b.units, a.units), strings.Compare(a.property, b.property))
	})
	return list[:min(2, len(list))]
}

// changed is what a factor is multiplied with.
const changed = 1.25

// setFactor writes a workbook with a factor changed, as a person would.
func setFactor(t *testing.T, from, to string, f factorAt) {
	t.Helper()
	book := openBook(t, from)
	if err := book.SetCellValue("Factors", "J"+strconv.Itoa(f.row), f.value*changed); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

// packs copies the factor's pack with the factor changed, and returns the flags
// for it and for the packs of the example's own, in their order.
func (f factorAt) packs(t *testing.T, example, to string) []string {
	t.Helper()
	name, version, _ := strings.Cut(f.packRef, "@")
	from := filepath.Join("..", "factors", "data", name, version)
	_, err := os.Stat(from)
	shipped := err == nil
	found, err := filepath.Glob(filepath.Join(example, "*", "pack.yaml"))
	if err != nil || len(found) > 1 || !shipped && len(found) == 0 {
		t.Fatalf("%s: has %d packs of its own, and uses %s: %v", example, len(found), f.packRef, err)
	}
	var flags []string
	for _, own := range found {
		if !shipped {
			from = filepath.Dir(own)
			continue
		}
		flags = append(flags, "--factors", filepath.Base(filepath.Dir(own)))
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	tables, err := filepath.Glob(filepath.Join(to, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		data, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			if row[slices.Index(rows[0], "id")] != f.id {
				continue
			}
			for _, column := range []string{"value", "low", "high"} {
				at := slices.Index(rows[0], column)
				if value, err := strconv.ParseFloat(row[at], 64); err == nil {
					row[at] = strconv.FormatFloat(value*changed, 'f', -1, 64)
				}
			}
		}
		var b strings.Builder
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(table, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return append(flags, "--factors", to)
}

// sameResults compares the lines, slices and totals of two workbooks.
func sameResults(t *testing.T, recalculated, engine string) {
	got, want := openBook(t, recalculated), openBook(t, engine)
	for sheet, key := range map[string]func([]string) string{
		"Breakdown": func(row []string) string { return row[0] + " › " + row[1] },
		"Lines":     func(row []string) string { return "line " + row[0] },
	} {
		wanted := make(map[string][]string)
		for _, row := range rowsOf(t, want, sheet)[4:] {
			wanted[key(row)] = row
		}
		for _, row := range rowsOf(t, got, sheet)[4:] {
			other, ok := wanted[key(row)]
			if !ok {
				t.Errorf("%s: the engine has no %s", sheet, key(row))
				continue
			}
			for c := range min(len(row), len(other)) {
				if _, err := strconv.ParseFloat(row[c], 64); err == nil && !near(row[c], other[c]) {
					t.Errorf("%s, %s, column %d: the workbook gives %s, the engine %s", sheet, key(row), c+1, row[c], other[c])
				}
			}
		}
	}
}
