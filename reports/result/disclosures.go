package result

import (
	"govfootprint/reports"
	"govfootprint/reports/disclosure"
	"govfootprint/reports/wording"
)

// disclosed is a view of package disclosure.
type disclosed struct {
	Key     string           `json:"key"`
	Title   string           `json:"title"`
	OwedBy  string           `json:"owed_by,omitempty"`
	Sources []disclosedFrom  `json:"sources,omitempty"`
	Notes   []string         `json:"notes,omitempty"`
	Tables  []disclosedTable `json:"tables"`
}

type disclosedFrom struct {
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
}

type disclosedTable struct {
	Key     string            `json:"key"`
	Title   string            `json:"title"`
	Note    string            `json:"note,omitempty"`
	Columns []disclosedColumn `json:"columns"`
	Rows    []disclosedRow    `json:"rows"`
}

type disclosedColumn struct {
	Key  string `json:"key"`
	Head string `json:"head"`
}

type disclosedRow struct {
	Key   string                   `json:"key"`
	Cells map[string]disclosedCell `json:"cells"`
}

type disclosedCell struct {
	Value *text  `json:"value,omitempty"`
	Unit  string `json:"unit,omitempty"`
	Text  string `json:"text,omitempty"`
	Gap   string `json:"gap,omitempty"`
	Give  string `json:"give,omitempty"`
	None  bool   `json:"not_applicable,omitempty"`
}

// disclosures lists the tables that governments owe.
func disclosures(r *reports.Report, texts *wording.Catalogue) []disclosed {
	list := []disclosed{}
	for _, v := range disclosure.Of(r) {
		d := disclosed{Key: string(v.Key), Title: v.Title.In(texts), Tables: []disclosedTable{}}
		if v.Duty != nil {
			d.OwedBy = v.Duty.Who.In(texts)
			for _, s := range v.Duty.Sources {
				d.Sources = append(d.Sources, disclosedFrom{s.Title, s.URL})
			}
		}
		for _, n := range v.Notes {
			d.Notes = append(d.Notes, n.In(texts))
		}
		for _, t := range v.Tables {
			d.Tables = append(d.Tables, disclosedTableOf(t, texts))
		}
		list = append(list, d)
	}
	return list
}

func disclosedTableOf(t *disclosure.Table, texts *wording.Catalogue) disclosedTable {
	out := disclosedTable{Key: t.Key, Title: t.Title.In(texts), Note: t.Note.In(texts), Columns: []disclosedColumn{}, Rows: []disclosedRow{}}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, disclosedColumn{c.Key, c.Head.In(texts)})
	}
	for _, r := range t.Rows {
		row := disclosedRow{Key: r.Key, Cells: make(map[string]disclosedCell)}
		for i, c := range r.Cells {
			if cell, ok := disclosedCellOf(c, texts); ok {
				row.Cells[t.Columns[i].Key] = cell
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// disclosedCellOf is a cell, and whether there is anything in it.
func disclosedCellOf(c *disclosure.Cell, texts *wording.Catalogue) (disclosedCell, bool) {
	if c == nil {
		return disclosedCell{}, false
	}
	out := disclosedCell{Text: c.Words.In(texts), None: c.None}
	if c.Figure != nil {
		value := c.Figure.Value.String()
		out.Value, out.Unit = &value, string(c.Figure.Unit)
	}
	if c.Gap != nil {
		out.Gap, out.Give = c.Gap.Why.In(texts), c.Gap.Give.In(texts)
	}
	return out, out != disclosedCell{}
}
