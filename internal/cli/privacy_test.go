package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"go.yaml.in/yaml/v3"

	"govfootprint/internal/cli"
)

// The promise of docs/privacy.md, tried from outside: markers are planted in
// every column of every layout that the program knows, as names, addresses,
// numbers and notes; every command that reads inventories is run; and every byte
// that any of them wrote is searched. The columns are read from the program's own
// lists of headers, so that one that is added tomorrow is tried tomorrow.

// stems are what all markers are made of, each in one kind of value. Nothing
// else that the program writes contains them.
var stems = []string{"qzx", "020 7946", "0207946", "44 7946", "447946", "3549327", "02:5a:7b", "02-5a-7b", "025a7b", "10.203.", "2001:db8:7a", "room 7391", "room: 7391", "room7391"}

// A form writes a personal value with a number of its own.
type form struct {
	name  string
	write func(n int) string
}

// word writes a number in letters, capitalised.
func word(n int) string {
	text := []byte("Qzx")
	for range 4 {
		text = append(text, "bdfgklmnprst"[n%12], "aeiou"[n/12%5])
		n /= 60
	}
	return string(text)
}

func person(n int) string { return "Jane " + word(n) }

// forms are what columns of people and identifiers hold.
var forms = []form{
	{"name", person},
	{"surname first", func(n int) string { return word(n) + ", Jane" }},
	{"e-mail", func(n int) string { return "jane." + word(n) + "@department.example" }},
	{"account", func(n int) string { return `CORP\j` + word(n) }},
	{"telephone", func(n int) string { return fmt.Sprintf("020 7946 %04d", n%10_000) }},
	{"mobile number", func(n int) string { return fmt.Sprintf("+44 7946 %06d", n) }},
	{"IMEI", func(n int) string { return fmt.Sprintf("3549327%08d", n) }},
	{"MAC", func(n int) string { return fmt.Sprintf("02:5A:7B:%02X:%02X:01", n/256%256, n%256) }},
	{"MAC with hyphens", func(n int) string { return fmt.Sprintf("02-5A-7B-%02X-%02X-01", n/256%256, n%256) }},
	{"MAC without marks", func(n int) string { return fmt.Sprintf("025A7B%02X%02XA1", n/256%256, n%256) }},
	{"IPv4", func(n int) string { return fmt.Sprintf("10.203.%d.%d", n/250%250, n%250+1) }},
	{"IPv6", func(n int) string { return fmt.Sprintf("2001:db8:7a::%x", n+1) }},
	{"note", func(n int) string { return "lent to " + person(n) + " until she is back, then to the stock" }},
	{"serial number", func(n int) string { return fmt.Sprintf("QZX%07d", n) }},
	{"host name", func(n int) string { return "LAPTOP-" + strings.ToUpper(word(n)) }},
	{"room", func(n int) string { return fmt.Sprintf("Room 7391%02d", n%100) }},
}

// keptForms are how personal values turn up in columns that are read.
var keptForms = slices.Concat(forms[1:12], []form{
	{"labelled", func(n int) string { return "Staff: " + person(n) }},
	{"pupil", func(n int) string { return "Student: " + person(n) }},
	{"French label", func(n int) string { return "Utilisateur : " + person(n) }},
	{"title", func(n int) string { return "Mrs " + word(n) }},
	{"remote", func(n int) string { return "Remote - J " + word(n) }},
	{"home of", func(n int) string { return "Home of " + person(n) }},
	{"possessive", func(n int) string { return "Jane " + word(n) + "'s laptop" }},
	{"possessive alone", func(n int) string { return word(n) + "’s laptop" }},
	{"assigned", func(n int) string { return "assigned to " + person(n) }},
	{"host name", func(n int) string { return "LAPTOP-" + strings.ToUpper(word(n)) }},
	{"user of the row", person},
	{"laptop of the user of the row", func(n int) string { return person(n) + " laptop" }},
	{"account of the user of the row", func(n int) string { return strings.ToLower(word(n)) }},
	{"account behind a maker", func(n int) string { return "Dell-" + word(n) }},
	{"title and house", func(n int) string { return "Ms " + word(n) + " house" }},
	{"title and office", func(n int) string { return "Mr J " + word(n) + "'s office" }},
	{"office of", func(n int) string { return "Office of Jane " + word(n) }},
	{"product and name", func(n int) string { return "Latitude 5420 " + person(n) }},
	{"product and name in brackets", func(n int) string { return "Latitude 5420 (" + person(n) + ")" }},
	{"product for a name", func(n int) string { return "Latitude 5420 for Jane " + word(n) }},
	{"product and title", func(n int) string { return "Latitude 5420, Mrs " + word(n) }},
	{"product and telephone", func(n int) string { return fmt.Sprintf("Latitude 5420 020 7946 %04d", n%10_000) }},
	{"product and e-mail", func(n int) string { return "Latitude 5420 jane." + word(n) + "@department.example" }},
	{"product and account", func(n int) string { return `Latitude 5420 CORP\j` + word(n) }},
	{"product and serial number", func(n int) string { return fmt.Sprintf("Latitude 5420 SN QZX%04d", n%10_000) }},
	{"name and product", func(n int) string { return word(n) + ", Jane - Latitude 5420" }},
	{"bank account", iban},
	{"bank account with spaces", func(n int) string {
		text := iban(n)
		return text[:4] + " " + text[4:8] + " " + text[8:12] + " " + text[12:16] + " " + text[16:20] + " " + text[20:]
	}},
	{"street and town", func(n int) string { return "12 " + word(n) + " Street Leeds" }},
})

// alone are forms that only what stands beside them shows to be personal.
var alone = []string{"account of the user of the row", "account behind a maker"}

// iban writes the number of a bank account, with the check digits that it needs:
// 98 less what is left of the number, GB00 and letters as numbers, divided by 97.
func iban(n int) string {
	account := fmt.Sprintf("QZXB%014d", n)
	rest := 0
	for _, c := range account + "GB00" {
		if c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return fmt.Sprintf("GB%02d%s", 98-rest, account)
}

// placeForms turn up in columns of places and departments only.
var placeForms = []form{
	{"address", func(n int) string { return "12 " + word(n) + " Street, Leeds LS1 4AP" }},
	{"French address", func(n int) string { return "7 rue " + word(n) + ", 75002 Paris" }},
	{"room", func(n int) string { return fmt.Sprintf("Building 4, Room 7391%02d", n%100) }},
	{"labelled room", func(n int) string { return fmt.Sprintf("Room: 7391%02d", n%100) }},
}

// kept are values that make a row count, by canonical column.
var kept = map[string]string{
	"category": "Laptop", "manufacturer": "Dell Inc.", "model": "Latitude 5420", "quantity": "1", "status": "In use", "department": "Finance", "site": "Leeds",
	"country": "GB", "acquired": "2023-03-31", "ownership": "Owned", "hosting": "Office", "condition": "New", "service": "Payroll", "lifetime_years": "5",
}

// A planted inventory is a table with markers in it.
type planted struct {
	name string
	rows [][]string // the header first
}

// known is what the program knows of headers, as its data files say.
type known struct {
	byMeaning map[string][]string // canonical column, !personal, !identifier, !not_needed
	layouts   []knownLayout
}

type knownLayout struct {
	Name     string            `yaml:"name"`
	Requires []string          `yaml:"requires"`
	Any      [][]string        `yaml:"any"`
	Columns  map[string]string `yaml:"columns"`
	Refuse   string            `yaml:"refuse"`
}

func knownHeaders(t *testing.T) known {
	t.Helper()
	const data = "../../inventory/data/"
	k := known{byMeaning: make(map[string][]string)}
	text, err := os.ReadFile(data + "headers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		meaning, headers, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for header := range strings.SplitSeq(headers, "|") {
			header, _, _ = strings.Cut(header, "@")
			k.byMeaning[meaning] = append(k.byMeaning[meaning], header)
		}
	}
	text, err = os.ReadFile(data + "layouts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, &k.layouts); err != nil {
		t.Fatal(err)
	}
	if len(k.byMeaning["!personal"]) < 100 || len(k.layouts) < 5 {
		t.Fatalf("only %d personal headers and %d layouts: has the form of the data changed?", len(k.byMeaning["!personal"]), len(k.layouts))
	}
	return k
}

// planter numbers markers.
type planter struct{ n int }

func (p *planter) next() int { p.n++; return p.n }

// unread plants all forms, row by row, in columns that are not read.
func (p *planter) unread(name string, base map[string]string, headers []string) planted {
	out := planted{name: name}
	columns := slices.Sorted(maps.Keys(base))
	out.rows = append(out.rows, append(slices.Clone(columns), headers...))
	for r := range forms {
		var row []string
		for _, c := range columns {
			row = append(row, base[c])
		}
		for c := range headers {
			row = append(row, forms[(r+c)%len(forms)].write(p.next()))
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// read plants forms in a column that is read, one row for each form, with the
// name of the same person in the user's column.
func (p *planter) read(column string, list []form) planted {
	out := planted{name: "kept-" + column}
	columns := slices.Sorted(maps.Keys(kept))
	if !slices.Contains(columns, column) {
		columns = append(columns, column)
	}
	out.rows = append(out.rows, append(slices.Clone(columns), "User", "Serial number"))
	for _, f := range list {
		n := p.next()
		var row []string
		for _, c := range columns {
			if c == column {
				row = append(row, f.write(n))
			} else {
				row = append(row, kept[c])
			}
		}
		out.rows = append(out.rows, append(row, person(n), fmt.Sprintf("QZX%07d", n)))
	}
	return out
}

// headers plants forms where the headers should be, beside those that make the
// table one.
func (p *planter) headers(name string, list []form) planted {
	columns := slices.Sorted(maps.Keys(kept))
	head, row := slices.Clone(columns), []string{}
	for _, c := range columns {
		row = append(row, kept[c])
	}
	for _, f := range list {
		head, row = append(head, f.write(p.next())), append(row, "x")
	}
	return planted{name: name, rows: [][]string{head, row, row, row}}
}

// plant makes all inventories.
func plant(t *testing.T) []planted {
	t.Helper()
	k := knownHeaders(t)
	p := &planter{}
	var all []planted
	const width = 60
	for _, meaning := range []string{"!personal", "!identifier", "!not_needed"} {
		i := 0
		for headers := range slices.Chunk(k.byMeaning[meaning], width) {
			i++
			all = append(all, p.unread(fmt.Sprintf("%s-%d", meaning[1:], i), kept, headers))
		}
	}
	all = append(all, p.unread("unknown", kept, []string{"Something nobody knows", "Who has it", "Custom1", "Téléphone portable perso", "Last user's desk"}))
	for _, l := range k.layouts {
		if len(l.Any) > 0 {
			l.Requires = slices.Concat(l.Requires, l.Any[0])
		}
		if l.Refuse != "" { // a list of something else
			all = append(all, p.unread("layout-"+l.Name, nil, l.Requires))
			continue
		}
		base := maps.Clone(kept)
		var headers []string
		for _, header := range slices.Concat(l.Requires, slices.Sorted(maps.Keys(l.Columns))) {
			switch meaning := l.Columns[header]; {
			case slices.Contains(headers, header) || base[header] != "":
			case meaning != "" && meaning[0] != '!':
				if kept[meaning] != "" {
					delete(base, meaning)
					base[header] = kept[meaning]
				}
			case meaning == "" && isKept(k, header):
				base[header] = ""
			default:
				headers = append(headers, header)
			}
		}
		// The first personal headers are those by which layouts are known.
		all = append(all, p.unread("layout-"+l.Name, base, append(headers, k.byMeaning["!personal"][100:120]...)))
	}
	all = append(all, p.headers("headers-people", forms), p.headers("headers-kept", keptForms), p.headers("headers-places", slices.Concat(placeForms, forms[:1])))
	for i, f := range slices.Concat(keptForms, forms[:1]) {
		if !slices.Contains(alone, f.name) {
			all = append(all, p.headers(fmt.Sprintf("headers-%d", i), []form{f}))
		}
	}
	for meaning := range k.byMeaning {
		if meaning[0] == '!' {
			continue
		}
		list := keptForms
		if slices.Contains([]string{"site", "department", "service"}, meaning) {
			list = slices.Concat(keptForms, placeForms)
		}
		all = append(all, p.read(meaning, list))
	}
	slices.SortFunc(all, func(a, b planted) int { return strings.Compare(a.name, b.name) })
	return all
}

// isKept reports whether a header stands for a canonical column.
func isKept(k known, header string) bool {
	for meaning, headers := range k.byMeaning {
		if meaning[0] != '!' && slices.ContainsFunc(headers, func(h string) bool { return strings.EqualFold(h, header) }) {
			return true
		}
	}
	return false
}

// writeCSV writes an inventory as a file.
func (p planted) writeCSV(t *testing.T, dir string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(p.rows); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, p.name+".csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// writeWorkbook writes all inventories as sheets of one workbook.
func writeWorkbook(t *testing.T, path string, all []planted) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, p := range all {
		name := p.name[:min(len(p.name), 31)]
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range p.rows {
			cells := make([]any, len(row))
			for c, text := range row {
				cells[c] = text
			}
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
}

func TestNoPersonalValueIsWritten(t *testing.T) {
	all := plant(t)
	in, out, home, tmp := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", tmp)
	var files []string
	for _, p := range all {
		files = append(files, p.writeCSV(t, in))
	}
	book := filepath.Join(in, "all.xlsx")
	writeWorkbook(t, book, all)
	data, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(in, "cut.xlsx")
	headless := filepath.Join(in, "headless.csv")
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	_, below, _ := bytes.Cut(text, []byte("\n"))
	for path, data := range map[string][]byte{cut: data[:len(data)/2], headless: below} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if found := search(data); len(found) == 0 {
		t.Fatal("the search does not find the markers in the inventories themselves")
	}

	run := func(args ...string) string {
		t.Helper()
		streams, _, stdout, stderr := cli.Test()
		app := &cli.App{
			Streams: streams, UserDir: home, Now: func() time.Time { return time.Date(2026, time.February, 1, 12, 0, 0, 0, time.UTC) },
			Build: cli.Build{Version: "v0.0.0-test"},
		}
		app.Run(context.Background(), args)
		for name, b := range map[string]*bytes.Buffer{"standard output": stdout, "standard error": stderr} {
			reportFound(t, strings.Join(args[:1], " ")+" … "+args[len(args)-1]+": "+name, b.Bytes())
		}
		return stdout.String()
	}
	at := func(name string) string { return filepath.Join(out, name) }
	settings := []string{"--period", "2025", "--country", "GB"}
	for kind, inputs := range map[string][]string{"csv": files, "xlsx": {book}} {
		assess := append(append([]string{"assess"}, inputs...), settings...)
		run(append(assess, "--verbose", "--items", "-o", at(kind+".xlsx"), "-o", at(kind+".json"), "-o", at(kind+"-report.csv"), "--problems", at(kind+"-problems.csv"), "--rejected", at(kind+"-rejected.xlsx"))...)
		run(append(assess, "-o", "-", "--format", "json")...)
		for _, format := range []string{"csv", "xlsx", "summary"} {
			run(append(assess, "--format", format)...)
		}
		run(append(append(append([]string{"estate"}, inputs...), settings...), "-o", at(kind+"-estate.csv"))...)
		run("assess", at(kind+"-estate.csv"), "--country", "GB", "--verbose", "--format", "json")
		run("estate", "merge", at(kind+"-estate.csv"), "--verbose")
		run(append(append(append([]string{"explain"}, inputs...), settings...), "--verbose", "--groups", "0")...)
		run(append(append(append([]string{"explain"}, inputs...), settings...), "--format", "json")...)
		compare := append(append(append([]string{"compare"}, inputs...), settings...), "--draws", "100", "--verbose")
		run(append(compare, "-s", "longer-life", "-o", at(kind+"-compare.xlsx"), "-o", at(kind+"-compare.json"), "-o", at(kind+"-compare.csv"))...)
		run(append(compare, "--since", inputs[0])...)
		levers := append(append(append([]string{"levers"}, inputs...), settings...), "--draws", "100", "--verbose", "--newer-uses", "-5%/year")
		run(append(levers, "--scenarios", at(kind+"-levers"), "-o", at(kind+"-levers.xlsx"), "-o", at(kind+"-levers.json"), "-o", at(kind+"-levers.csv"))...)
		pathway := append(append(append([]string{"pathway"}, inputs...), settings...), "--draws", "100", "--verbose", "--to", "2028", "-s", "longer-life")
		run(append(pathway, "-o", at(kind+"-pathway.xlsx"), "-o", at(kind+"-pathway.json"), "-o", at(kind+"-pathway.csv"))...)
		inspect := append(append([]string{"inspect"}, inputs...), settings...)
		run(append(inspect, "--problems", at(kind+"-inspect-problems.csv"))...)
		run(append(inspect, "--format", "json")...)
		run(append(inspect, "-o", at(kind+"-mapping.yaml"))...)
		wantRead(t, at(kind+".json"), all)
	}
	for _, file := range files { // each alone, as its layout and evidence are its own
		name := filepath.Base(file)
		run(append([]string{"estate", file, "--verbose", "-o", at("alone-" + name), "--rejected", at("alone-rejected-" + name), "--problems", at("alone-problems-" + name)}, settings...)...)
	}
	for _, file := range []string{cut, headless} {
		run(append([]string{"assess", file, "--verbose"}, settings...)...)
		run(append([]string{"estate", file}, settings...)...)
	}
	for _, dir := range []string{out, home, tmp} {
		searchFolder(t, dir)
	}
	if entries, _ := os.ReadDir(tmp); len(entries) > 0 {
		t.Errorf("temporary files are left behind: %v", entries)
	}
}

// Commands that read inventories must be among those that the test above runs.
func TestEveryCommandThatReadsIsSearched(t *testing.T) {
	searched := []string{"assess", "compare", "estate", "estate merge", "explain", "inspect", "levers", "pathway"}
	for path, example := range cli.HelpExamples() {
		name := strings.TrimPrefix(path, "govfootprint ")
		if strings.Contains(example, name+" inventory.") && !slices.Contains(searched, name) {
			t.Errorf("%s reads inventories; run it in TestNoPersonalValueIsWritten", path)
		}
	}
}

// wantRead wants the markers to have been read: rows were, and most count.
func wantRead(t *testing.T, path string, all []planted) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var report struct {
		Rows struct {
			Read     int64 `json:"read"`
			Assessed int64 `json:"assessed"`
		} `json:"rows"`
	}
	if err := json.Unmarshal(text, &report); err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, p := range all {
		want += len(p.rows) - 1
	}
	if got := report.Rows.Read; got < int64(want)*3/4 || report.Rows.Assessed < got/2 {
		t.Errorf("%s: of %d rows %d were read and %d assessed", filepath.Base(path), want, got, report.Rows.Assessed)
	}
}

func searchFolder(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		reportFound(t, filepath.Base(path), data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func reportFound(t *testing.T, where string, data []byte) {
	t.Helper()
	for _, found := range search(data) {
		t.Errorf("%s holds a personal value: %s", where, found)
	}
}

// search returns the surroundings of the first marker of each kind in some
// bytes, also in the files of an archive, and in other encodings.
func search(data []byte) (found []string) {
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				continue
			}
			inner, _ := io.ReadAll(r)
			_ = r.Close()
			for _, text := range search(inner) {
				found = append(found, f.Name+": "+text)
			}
		}
		return found
	}
	lower := bytes.ToLower(data)
	for _, stem := range stems {
		for encoding, want := range inEncodings(stem) {
			text := lower
			if encoding == "base64" {
				text = data
			}
			if i := bytes.Index(text, want); i >= 0 {
				found = append(found, fmt.Sprintf("%q (%s)", data[max(0, i-60):min(len(data), i+60)], encoding))
			}
		}
	}
	return found
}

// inEncodings returns the bytes that a text would be.
func inEncodings(text string) map[string][]byte {
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	encodings := map[string][]byte{"UTF-8": []byte(text), "UTF-16LE": little, "UTF-16BE": big}
	if len(text) >= 6 { // shorter ones are in base64 by chance
		encodings["base64"] = []byte(base64.RawStdEncoding.EncodeToString([]byte(text[:len(text)/3*3])))
	}
	return encodings
}
