package result

import (
	_ "embed"
	"encoding/json"
	"io"

	"govfootprint/inventory"
	"govfootprint/reports"
	"govfootprint/reports/wording"
)

// InspectionSchema is the JSON Schema (2020-12) of what [WriteInspection] writes.
//
//go:embed inspection.schema.json
var InspectionSchema []byte

// WriteInspection writes an inspection as JSON.
func WriteInspection(w io.Writer, in *reports.Inspection, opt Options) error {
	texts, err := wording.In(opt.Language)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(inspectionOf(in, texts))
}

type inspection struct {
	Schema     string          `json:"schema"`
	Period     string          `json:"period"`
	Country    string          `json:"country,omitempty"`
	Rows       rows            `json:"rows"`
	Units      text            `json:"units"`
	Files      []inspectedFile `json:"files"`
	Levels     []level         `json:"recognised"`
	Categories []categoryCount `json:"categories"`
	Questions  []question      `json:"questions"`
	Problems   []problem       `json:"problems"`
	Omitted    int64           `json:"problems_omitted,omitempty"`
}

type inspectedFile struct {
	Name      string           `json:"name"`
	SHA256    string           `json:"sha256"`
	Size      int64            `json:"size"`
	Format    string           `json:"format,omitempty"`
	Encoding  string           `json:"encoding,omitempty"`
	Delimiter string           `json:"delimiter,omitempty"`
	Refused   bool             `json:"refused"`
	Sheets    []inspectedSheet `json:"sheets"`
}

type inspectedSheet struct {
	Name         string            `json:"name,omitempty"`
	Layout       string            `json:"layout,omitempty"`
	Header       int               `json:"header_row,omitempty"`
	Why          string            `json:"not_read,omitempty"`
	Rows         int64             `json:"rows"`
	Assessed     int64             `json:"assessed"`
	Unrecognised int64             `json:"unrecognised"`
	Excluded     int64             `json:"excluded"`
	Rejected     int64             `json:"rejected"`
	Missing      []string          `json:"missing,omitempty"`
	Columns      []inspectedColumn `json:"columns"`
}

type inspectedColumn struct {
	columnRead

	Filled   int64    `json:"filled"`
	Values   string   `json:"values,omitempty"`
	Distinct int      `json:"distinct,omitempty"`
	Samples  []string `json:"samples,omitempty"`
}

type level struct {
	Level    string   `json:"level"`
	Units    text     `json:"units"`
	Rows     int64    `json:"rows"`
	Examples []string `json:"examples"`
}

type categoryCount struct {
	Category string `json:"category"`
	Units    text   `json:"units"`
	Rows     int64  `json:"rows"`
}

type question struct {
	Kind         string `json:"kind"`
	Field        string `json:"field,omitempty"`
	Manufacturer string `json:"manufacturer,omitempty"`
	Text         string `json:"text"`
	Units        text   `json:"units"`
	Rows         int64  `json:"rows"`
	Suggestion   string `json:"suggestion,omitempty"`
}

func inspectionOf(in *reports.Inspection, texts *wording.Catalogue) inspection {
	d := inspection{
		Schema: "urn:govfootprint:inspection:1", Period: in.Period.String(), Country: in.Country, Rows: rowsOf(in.Rows), Units: in.Units.String(),
		Files: []inspectedFile{}, Levels: []level{}, Categories: []categoryCount{}, Questions: []question{}, Problems: []problem{}, Omitted: in.Problems.Omitted,
	}
	for _, f := range in.Files {
		d.Files = append(d.Files, inspectedFileOf(f))
	}
	for _, l := range in.Levels {
		d.Levels = append(d.Levels, level{string(l.Key), l.Units.String(), l.Rows, append([]string{}, l.Examples...)})
	}
	for _, k := range in.Kinds {
		d.Categories = append(d.Categories, categoryCount{k.Category, k.Units.String(), k.Rows})
	}
	for _, q := range in.Questions.All {
		field := q.Field
		if q.Kind != inventory.AskWord {
			field = ""
		}
		d.Questions = append(d.Questions, question{string(q.Kind), field, q.Manufacturer, q.Text, q.Units.String(), q.Rows, q.Suggestion})
	}
	for _, p := range in.Problems.Items {
		d.Problems = append(d.Problems, problemOf(p, texts))
	}
	return d
}

func inspectedFileOf(f inventory.FileInfo) inspectedFile {
	out := inspectedFile{
		Name: f.Name, SHA256: f.SHA256, Size: f.Size, Format: f.Format, Encoding: f.Encoding, Delimiter: f.Delimiter, Refused: f.Refused,
		Sheets: []inspectedSheet{},
	}
	for _, s := range f.Sheets {
		sheet := inspectedSheet{
			Name: s.Name, Layout: s.Layout, Header: s.HeaderRow, Why: s.Why, Missing: s.Missing,
			Rows: s.Rows, Assessed: s.Assessed, Unrecognised: s.Unrecognised, Excluded: s.Excluded, Rejected: s.Rejected, Columns: []inspectedColumn{},
		}
		for _, c := range s.Columns {
			sheet.Columns = append(sheet.Columns, inspectedColumn{columnOf(c), c.Filled, string(c.Values), c.Distinct, c.Samples})
		}
		out.Sheets = append(out.Sheets, sheet)
	}
	return out
}
