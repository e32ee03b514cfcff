package workbook

import "cmp"

// columnsRead writes what each column of the inventories was taken for.
func (b *book) columnsRead() {
	columns := b.columns(
		column{header: "file", width: 30}, column{header: "sheet", width: 20}, column{header: "header", width: 34},
		column{header: "taken_for", width: 20}, column{header: "number_unit", width: 10}, column{header: "because", width: 14}, column{header: "why_not", width: 60},
	)
	t := b.table(b.label("sheet.columns"), b.label("columns.title"), b.label("columns.note"), orange, 0, columns)
	for _, f := range b.report.Manifest.Files {
		for _, s := range f.Sheets {
			for _, c := range s.Columns {
				if c.Header == "" && c.Field == "" {
					continue
				}
				field, why := c.Field, ""
				switch {
				case c.Why == "alternate": // read where the first column of its header is blank
					field, why = c.Means, b.label("inspect.why.alternate")
				case c.Why == "unknown":
					why = b.label("columns.unknown")
				case c.Instead != "":
					why = b.label("inspect.instead", b.label("inspect.why."+c.Why), b.texts.Name("inspect.field", c.Means), c.Instead)
				case c.Why != "":
					why = b.label("inspect.why." + c.Why)
				}
				t.values(f.Name, s.Name, c.Header, cmp.Or(b.texts.Name("inspect.field", field), b.label("columns.not_read")), c.Unit, b.label("inspect.how."+c.How), why)
				t.end()
			}
			if len(s.Columns) == 0 && s.Why != "" {
				t.values(f.Name, s.Name, "", b.label("columns.not_read"), "", "", b.texts.SheetReason(s.Why))
				t.end()
			}
		}
	}
	t.done("Columns")
}
