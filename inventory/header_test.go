package inventory

import (
	"slices"
	"testing"
)

func TestHeaderKey(t *testing.T) {
	for text, want := range map[string][2]string{
		"annual_kwh": {"annualkwh", ""}, "Annual energy (kWh)": {"annualenergy", "kWh"}, "Annual-Energy [kWh/year]": {"annualenergy", "kWh/year"}, "RAM (MB)": {"ram", "MB"},
		"Type (IT)": {"typeit", ""}, "Date d'achat": {"datedachat", ""}, "paysDUtilisation": {"paysdutilisation", ""}, "N° de série": {"ndeserie", ""}, "Share (%)": {"share", "%"},
		"CAT  ": {"cat", ""}, "Model0": {"model0", ""}, "Checked Out To: Email": {"checkedouttoemail", ""}, "": {"", ""}, "()": {"", ""},
	} {
		if h := headerKey(text); h.key != want[0] || h.unit != want[1] {
			t.Errorf("headerKey(%q) = %q %q, want %q", text, h.key, h.unit, want)
		}
	}
}

func rowsOf(lines ...[]string) []headerRow {
	var rows []headerRow
	for i, line := range lines {
		var hs []header
		for _, text := range line {
			hs = append(hs, headerKey(text))
		}
		rows = append(rows, headerRow{row: i + 1, index: i, headers: hs})
	}
	return rows
}

func TestFindHeader(t *testing.T) {
	for name, c := range map[string]struct {
		lines [][]string
		want  int // row; 0 for none
	}{
		"first":               {[][]string{{"Category", "Model"}, {"Laptop", "X"}}, 1},
		"below titles":        {[][]string{{"IT inventory"}, {"Prepared by", "somebody"}, {"Category", "Model", "Quantity"}, {"Laptop", "X", "2"}}, 3},
		"one column":          {[][]string{{"Model"}, {"Latitude"}}, 1},
		"one word of a title": {[][]string{{"Status"}, {"fine"}}, 0},
		"the better of two":   {[][]string{{"Location", "Notes"}, {"Category", "Model", "Location", "Notes"}}, 2},
		"the first of two":    {[][]string{{"Category", "Model"}, {"Category", "Model"}}, 1},
		"not data with devices in it": {[][]string{
			{"Kind of thing", "Fabricant", "Which one", "Qté", "Statut", "Emplacement"},
			{"Casque", "Jabra", "Evolve2", "1", "In use", "HQ"},
			{"Téléphone intelligent", "Apple", "iPhone 12", "1", "In use", "HQ"},
		}, 1},
		"data only": {[][]string{{"1", "2"}, {"Dell", "Latitude"}}, 0},
		"none":      {nil, 0},
	} {
		h, ok := findHeader(rowsOf(c.lines...))
		if ok != (c.want > 0) || h.row != c.want {
			t.Errorf("%s: row %d, want %d", name, h.row, c.want)
		}
	}
}

func TestBindColumns(t *testing.T) {
	rows := rowsOf([]string{"Type", "Category", "Vendor", "Make", "Model", "Model Number", "User", "lastUserName", "Serial", "Mojo", "", "Model0"})
	table := bindColumns(rows[0], nil)
	var got []string
	for _, c := range table.infos {
		got = append(got, c.Header+":"+c.Field+c.Why)
	}
	want := []string{
		"Type:duplicate", "Category:category", "Vendor:duplicate", "Make:manufacturer", "Model:model", "Model Number:model_number",
		"User:personal", "lastUserName:personal", "Serial:identifier", "Mojo:unknown", ":empty", "Model0:duplicate",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The data files say each thing once.
func TestDataFiles(t *testing.T) {
	for line := range dataLines("headers.tsv") {
		if len(line) != 2 {
			t.Errorf("headers.tsv: %q", line)
		}
	}
	for line := range dataLines("words.tsv") {
		if len(line) != 3 {
			t.Errorf("words.tsv: %q", line)
		}
	}
	if len(headers().meanings) < 500 || len(places().countries) < 500 {
		t.Error("data files are not read whole")
	}
}

func FuzzHeader(f *testing.F) {
	f.Add("Category\tModel (kWh)\tDate d'achat")
	f.Fuzz(func(_ *testing.T, line string) {
		cells := []cell{}
		for i := range len(line) {
			if i%7 == 0 {
				cells = append(cells, cell{text: []byte(line[i:min(len(line), i+7)])})
			}
		}
		rows := []headerRow{{row: 1, headers: headersOf(cells)}}
		if h, ok := findHeader(rows); ok {
			bindColumns(h, nil)
		}
		nearHeaders(rows)
	})
}
