package inventory

import (
	"bytes"
	"strconv"
)

// An aggregate return may have a column for each year: Category, 2022, 2023,
// 2024. They count the same devices again and again, so that one of them is
// read: the year of the period, or the last before it.

// bindYears takes the column of a year for the quantity.
func (t *table) bindYears(rows []row) {
	if t.states || t.has(fieldQuantity) || !t.has(fieldCategory) || t.has(fieldModel) {
		return
	}
	for i, head := range t.header.headers[:t.width] {
		if isYear(head.text) && t.infos[i].Field == "" && holdsCounts(rows, i) {
			t.years = append(t.years, i)
		}
	}
	if len(t.years) < 2 {
		t.years = nil
	}
}

// holdsCounts reports whether a column holds numbers and nothing else.
func holdsCounts(rows []row, index int) bool {
	numbers := 0
	for _, r := range rows {
		if index >= len(r.cells) {
			continue
		}
		text := bytes.TrimSpace(r.cells[index].text)
		if len(text) == 0 || len(text) == 1 && text[0] == '-' {
			continue
		}
		if len(text) > maxNumberText || !isNumberText(string(text)) {
			return false
		}
		numbers++
	}
	return numbers > 0
}

// chooseYear reads the column of the last year that is not after a given one,
// else of the first.
func (t *table) chooseYear(wanted int) {
	if len(t.years) == 0 {
		return
	}
	chosen, best := t.years[0], -1
	for _, i := range t.years {
		year, err := strconv.Atoi(t.header.headers[i].text)
		if err == nil && (best < 0 || year <= wanted && (year > best || best > wanted) || best > wanted && year < best) {
			chosen, best = i, year
		}
	}
	for _, i := range t.years {
		if i == chosen {
			continue
		}
		t.otherYears = append(t.otherYears, t.header.headers[i].text)
		t.infos[i].Why = whyOtherYear
	}
	head := t.header.headers[chosen]
	t.year = head.text
	t.infos[chosen] = ColumnInfo{Header: head.text, Field: fieldQuantity.String()}
	t.columns = append(t.columns, column{field: fieldQuantity, index: chosen, header: head})
	t.replace()
}
