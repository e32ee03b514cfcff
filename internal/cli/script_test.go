package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"govfootprint/internal/cli"
	"govfootprint/inventory/inventorytest"
	"govfootprint/reports/page/pagetest"
	"govfootprint/reports/result"
)

var update = flag.Bool("update", false, "write what the scripts expect from what they get")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"govfootprint": mainForScripts})
}

// mainForScripts is package main with a clock that stands still and a build
// that never changes, so that the scripts can say what they expect.
func mainForScripts() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	app := &cli.App{
		Streams: &cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr},
		Environ: os.Environ(),
		UserDir: os.Getenv("XDG_CONFIG_HOME"),
		Now:     func() time.Time { return time.Date(2026, time.February, 1, 12, 0, 0, 0, time.UTC) },
		Build:   cli.Build{Version: "v0.0.0-test"},
	}
	status := app.Run(ctx, os.Args[1:])
	stop()
	os.Exit(int(status))
}

// TestScripts runs the scripts in testdata/script: input, commands, and what
// they say, in one file each.
func TestScripts(t *testing.T) {
	testscript.Run(t, scripts("testdata/script"))
}

func scripts(dir string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("GORACE", "atexit_sleep_ms=0") // some hundred commands would each wait a second
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ends":      ends,
			"jsonnear":  jsonNear,
			"jsonhas":   jsonHas,
			"jsonvalid": jsonValid,
			"big":       big,
			"same":      same,
			"table":     table,
			"gzip":      gzip,
			"setcell":   setCell,
			"sheets":    sheets,
			"noformula": noFormula,
			"goodpage":  goodPage,

			"sametotals": sameTotals,
		},
	}
}

// table writes a CSV file in other formats, as the names of the files to write
// tell: `table inventory.csv inventory.xlsx inventory.ods`.
func table(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: table INVENTORY.csv FILE…")
	}
	r := csv.NewReader(strings.NewReader(ts.ReadFile(args[0])))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	ts.Check(err)
	for _, name := range args[1:] {
		path := ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
		data, err := inventorytest.Format(filepath.Base(path), rows)
		ts.Check(err)
		ts.Check(os.WriteFile(path, data, 0o644))
	}
}

// gzip packs a file: `gzip inventory.csv inventory.csv.gz`.
func gzip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: gzip FILE FILE.gz")
	}
	data, err := inventorytest.Gzip([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

// ends runs a command that must end with a status, as in
// `ends 3 govfootprint assess inventory.csv`.
func ends(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: ends STATUS COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// jsonNear compares a number in a JSON file with the one expected:
// `jsonnear report.json totals.gwp.value 42214 5e-05`.
func jsonNear(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: jsonnear FILE PATH VALUE RELATIVE-TOLERANCE")
	}
	got, err := jsonNumber(ts.ReadFile(args[0]), args[1])
	ts.Check(err)
	want, err := decimal.NewFromString(args[2])
	ts.Check(err)
	tolerance, err := decimal.NewFromString(args[3])
	ts.Check(err)
	near := got.Sub(want).Abs().LessThanOrEqual(want.Abs().Mul(tolerance))
	if near == neg {
		ts.Fatalf("%s: %s is %s, want %s within %s of it (near: %v)", args[0], args[1], got, want, tolerance, near)
	}
}

// jsonNumber finds a number, or a string that is one, by its path: keys and
// indexes separated by points; [key=value] finds the element of a list.
func jsonNumber(text, path string) (decimal.Decimal, error) {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var node any
	if err := decoder.Decode(&node); err != nil {
		return decimal.Decimal{}, err
	}
	for step := range strings.SplitSeq(path, ".") {
		node = descend(node, step)
	}
	switch v := node.(type) {
	case json.Number:
		return decimal.NewFromString(v.String())
	case string:
		return decimal.NewFromString(v)
	}
	return decimal.Decimal{}, fmt.Errorf("%s: there is no number, but %v", path, node)
}

func descend(node any, step string) any {
	switch v := node.(type) {
	case map[string]any:
		return v[step]
	case []any:
		key, value, _ := strings.Cut(step, "=")
		for i, element := range v {
			fields, _ := element.(map[string]any)
			if strconv.Itoa(i) == step || (fields != nil && value != "" && fmt.Sprint(fields[key]) == value) {
				return element
			}
		}
	}
	return nil
}

// jsonHas compares a value in a JSON file with the one expected, as text:
// `jsonhas report.json schema urn:govfootprint:result:1`.
func jsonHas(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 3 {
		ts.Fatalf("usage: jsonhas FILE PATH VALUE")
	}
	var node any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &node))
	for step := range strings.SplitSeq(args[1], ".") {
		node = descend(node, step)
	}
	if got, want := fmt.Sprint(node), strings.Join(args[2:], " "); (got == want) == neg {
		ts.Fatalf("%s: %s is %q, want %q (equal: %v)", args[0], args[1], got, want, neg)
	}
}

// jsonValid checks a comparison against the schema that it names: `jsonvalid compare.json`.
func jsonValid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: jsonvalid FILE")
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(result.ComparisonSchema))
	ts.Check(err)
	compiler := jsonschema.NewCompiler()
	ts.Check(compiler.AddResource("urn:test", schema))
	compiled, err := compiler.Compile("urn:test")
	ts.Check(err)
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(compiled.Validate(value))
}

// setCell changes one cell of a workbook, as a person would with a spreadsheet
// program that works nothing out: `setcell report.xlsx changed.xlsx Factors J5 99`.
// A value that is no number is a text, one that begins with = a formula. A cell may be
// given by what it holds: `A=country` is the first one of column A that reads so, and
// what follows the = is a pattern.
func setCell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: setcell FROM TO SHEET CELL VALUE")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet, cell, value := args[2], args[3], args[4]
	if column, pattern, by := strings.Cut(cell, "="); by {
		cell = cellThatReads(ts, f, sheet, column, pattern)
	}
	if number, err := strconv.ParseFloat(value, 64); err == nil {
		ts.Check(f.SetCellValue(sheet, cell, number))
	} else if formula, ok := strings.CutPrefix(value, "="); ok {
		ts.Check(f.SetCellFormula(sheet, cell, formula))
	} else {
		ts.Check(f.SetCellStr(sheet, cell, value))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

// goodPage checks that web pages are built as they should be, and that no text became
// a part of them: `goodpage report.html`.
func goodPage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: goodpage FILE…")
	}
	for _, name := range args {
		if wrong := pagetest.Check([]byte(ts.ReadFile(name))); len(wrong) > 0 {
			ts.Fatalf("%s: %s", name, strings.Join(wrong, "\n"))
		}
	}
}

// cellThatReads finds the first cell of a column whose whole text matches a pattern.
func cellThatReads(ts *testscript.TestScript, f *excelize.File, sheet, column, pattern string) string {
	at, err := excelize.ColumnNameToNumber(column)
	ts.Check(err)
	matches := regexp.MustCompile("^(?:" + pattern + ")$")
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	for n, row := range rows {
		if len(row) >= at && matches.MatchString(row[at-1]) {
			return column + strconv.Itoa(n+1)
		}
	}
	ts.Fatalf("no cell in column %s of the sheet %s reads %s", column, sheet, pattern)
	return ""
}

// sheets writes sheets of a workbook as a text that a person can review, a row to a
// line, each formula behind its value: `sheets compare.xlsx sheets.txt Comparison Waterfall`.
func sheets(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: sheets WORKBOOK TO SHEET…")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	var text strings.Builder
	for _, sheet := range args[2:] {
		fmt.Fprintf(&text, "%s\n", sheet)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		ts.Check(err)
		for r, row := range rows {
			var cells []string
			for c, value := range row {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				ts.Check(err)
				formula, err := f.GetCellFormula(sheet, name)
				ts.Check(err)
				if number, err := strconv.ParseFloat(value, 64); err == nil {
					value = strconv.FormatFloat(number, 'g', 9, 64)
				}
				if formula != "" {
					value += " {=" + formula + "}"
				}
				if value != "" {
					cells = append(cells, excelizeColumn(c+1)+" "+strings.ReplaceAll(value, "\n", " / "))
				}
			}
			if len(cells) > 0 {
				fmt.Fprintf(&text, "%3d  %s\n", r+1, strings.Join(cells, " | "))
			}
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text.String()), 0o644))
}

func excelizeColumn(n int) string {
	name, err := excelize.ColumnNumberToName(n)
	if err != nil {
		return ""
	}
	return name
}

// noFormula looks for texts of an inventory that became a formula: a cell of a CSV
// file that begins as one, or a formula of a workbook that holds the mark of the
// inventory's texts: `noformula MARK report.xlsx report.csv`.
func noFormula(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: noformula MARK FILE…")
	}
	for _, name := range args[1:] {
		found := false
		if strings.HasSuffix(name, ".csv") {
			r := csv.NewReader(strings.NewReader(ts.ReadFile(name)))
			r.FieldsPerRecord = -1
			rows, err := r.ReadAll()
			ts.Check(err)
			for _, cell := range slices.Concat(rows...) {
				found = found || strings.Contains(cell, args[0])
				_, err := strconv.ParseFloat(cell, 64)
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && err != nil {
					ts.Fatalf("%s: the cell %q begins as a formula", name, cell)
				}
			}
		} else {
			z, err := zip.OpenReader(ts.MkAbs(name))
			ts.Check(err)
			for _, part := range z.File {
				content, err := fs.ReadFile(z, part.Name)
				ts.Check(err)
				found = found || bytes.Contains(content, []byte(args[0]))
				for _, formula := range regexp.MustCompile(`<f>[^<]*`).FindAll(content, -1) {
					if bytes.Contains(formula, []byte(args[0])) {
						ts.Fatalf("%s: %s: the formula %s holds a text of the inventory", name, part.Name, formula)
					}
				}
			}
			ts.Check(z.Close())
		}
		if !found {
			ts.Fatalf("%s does not hold %q at all", name, args[0])
		}
	}
}

// big writes a file of so many bytes of comments.
func big(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big FILE BYTES")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat("# 345678\n", n/9+1)), 0o600))
}

// same compares two files byte for byte, without printing them.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same FILE FILE")
	}
	a, b := ts.ReadFile(args[0]), ts.ReadFile(args[1])
	if bytes.Equal([]byte(a), []byte(b)) == neg {
		ts.Fatalf("%s and %s: same = %v", args[0], args[1], !neg)
	}
}

// sameTotals compares the totals and breakdowns of two results to the last
// digit; a row that was split in two is two rows, so rows may differ.
func sameTotals(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sametotals FILE FILE")
	}
	var a, b struct {
		Totals    any `json:"totals"`
		Breakdown any `json:"breakdown"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &a))
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &b))
	withoutRows(a.Totals)
	withoutRows(b.Totals)
	withoutRows(a.Breakdown)
	withoutRows(b.Breakdown)
	if a.Totals == nil {
		ts.Fatalf("%s has no totals", args[0])
	}
	if diff := cmp.Diff(a, b); diff != "" {
		ts.Fatalf("%s and %s differ:\n%s", args[0], args[1], diff)
	}
}

func withoutRows(node any) {
	switch v := node.(type) {
	case map[string]any:
		delete(v, "rows")
		delete(v, "rows_covered")
		for _, inner := range v {
			withoutRows(inner)
		}
	case []any:
		for _, inner := range v {
			withoutRows(inner)
		}
	}
}
