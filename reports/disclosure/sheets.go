package disclosure

import "strings"

// NamesSheets reports whether any text of a view names a sheet of the workbook: where
// it is shown elsewhere, readers have to be told.
func (v *View) NamesSheets() bool {
	texts := append([]Text{v.Asks}, v.Notes...)
	for _, t := range v.Tables {
		texts = append(texts, t.Note)
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				if c == nil {
					continue
				}
				texts = append(texts, c.Words)
				if c.Gap != nil {
					texts = append(texts, c.Gap.Why, c.Gap.Give)
				}
			}
		}
	}
	for _, t := range texts {
		for _, label := range t.labels() {
			if strings.HasPrefix(label, "sheet.") {
				return true
			}
		}
	}
	return false
}
