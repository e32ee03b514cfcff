package inventory

import (
	"slices"
	"strconv"
	"time"
)

// doubtDates looks for the trace of a well-known accident: a spreadsheet program
// that takes the month for first reads 03/04/2021 as 4 March and makes it a real
// date, and leaves 17/04/2021 as text because there is no month 17. The column
// then holds real dates up to the 12th, and text after it. What was meant, only
// the original file says.
func (j *judge) doubtDates() {
	const fewDates, fewTexts = 5, 3
	for _, c := range slices.Clone(j.table.columns) {
		if !slices.Contains(dateFields, c.field) {
			continue
		}
		dates, texts := 0, 0
		for text, rows := range j.sample(c.index).values {
			p, status := parseDate(text)
			switch _, err := time.Parse(time.DateOnly, text); {
			case status != dateOK || p.precision != precisionDay || p.serial:
			case err == nil && p.date.Time().Day() > 12, p.ambiguous(), err != nil && p.order == orderOpen:
				dates, texts = -1<<30, -1<<30
			case err == nil:
				dates += rows
			default:
				texts += rows
			}
		}
		if dates >= fewDates && texts >= fewTexts {
			j.tell(CodeDateSwapped, c.index, strconv.Itoa(dates), strconv.Itoa(texts))
		}
	}
}
