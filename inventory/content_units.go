package inventory

import "slices"

// guessUnits tells the unit of columns that state none from the size of their
// numbers as a whole: a fleet whose median is 16384 has megabytes, not gigabytes.
// A canonical header implies its unit. The guess is told of the rows that use it.
func (j *judge) guessUnits() {
	for i := range j.table.columns {
		c := &j.table.columns[i]
		guess := unitGuesses[c.field]
		if guess == nil || c.unit != "" || c.header.key == headerKey(c.field.String()).key {
			continue
		}
		n := j.numbers(c.index)
		if len(n) < fewRows {
			continue
		}
		if unit := guess(n); unit != "" {
			c.unit, c.guessed = unit, true
		}
	}
}

// sizes are the numbers of a column without a unit of their own, in order.
type sizes []float64

func (n sizes) median() float64 { return n[len(n)/2] }
func (n sizes) least() float64  { return n[0] }
func (n sizes) most() float64   { return n[len(n)-1] }

// numbers returns the numbers of a column among the first rows.
func (j *judge) numbers(index int) sizes {
	var n sizes
	for _, r := range j.rows {
		if index >= len(r.cells) || len(r.cells[index].text) > maxNumberText {
			continue
		}
		text, _ := cleanText(r.cells[index].text)
		if p, ok := parseNumber(text, pointMark, r.cells[index].number); ok && p.unit == "" && p.value.Sign() > 0 {
			n = append(n, p.value.Decimal().InexactFloat64())
		}
	}
	slices.Sort(n)
	return n
}

// unitGuesses return the unit that the sizes of a column's numbers betray, empty
// for the canonical one or for doubt.
var unitGuesses = map[field]func(sizes) string{
	fieldMemoryGB:       memoryUnit,
	fieldSSDGB:          driveUnit,
	fieldLifetime:       lifetimeUnit,
	fieldLifetimeBefore: lifetimeUnit,
	fieldLifetimeAfter:  lifetimeUnit,
	fieldAnnualKWh: func(n sizes) string {
		switch {
		case n.median() < 0.5 && n.most() < 20: // a laptop uses 20 kWh a year, a server 4,000
			return "MWh"
		case n.median() >= 20_000 && n.least() >= 1000:
			return "Wh"
		}
		return ""
	},
	fieldPower: func(n sizes) string {
		if n.most() < 5 && n.median() < 1 {
			return "kW"
		}
		return ""
	},
	fieldScreenInches: func(n sizes) string {
		if n.most() > 110 || n.median() >= 50 && n.least() > 25 && n[0] != 55 { // televisions have 55 inches and more
			return "cm"
		}
		return ""
	},
	fieldAttribution: func(n sizes) string {
		if n.most() > 1 && n.most() <= 100 && n.median() > 1 {
			return "%"
		}
		return ""
	},
}

// memoryUnit returns the unit in which the median of memories is nearest to 32 GB:
// 16 are gigabytes, 16384 megabytes, 16777216 kilobytes.
func memoryUnit(n sizes) string { return nearestUnit(n.median(), 32, 1, 4096, 1024) }

// driveUnit does the same for drives, around 512 GB; their makers count in thousands.
func driveUnit(n sizes) string {
	if n.most() < 16 {
		return "TB"
	}
	return nearestUnit(n.median(), 512, 30, 200_000, 1000)
}

// nearestUnit returns the unit, of GB, MB, KB and B, in which a number of
// gigabytes lies within bounds and nearest to the usual one, by ratio. It is
// empty for GB.
func nearestUnit(number, usual, least, most, step float64) string {
	best, ratio := "", 0.0
	for _, unit := range []string{"", "MB", "KB", "B"} {
		if number >= least && number <= most {
			away := max(number/usual, usual/number)
			if ratio == 0 || away <= ratio {
				best, ratio = unit, away
			}
		}
		number /= step
	}
	return best
}

// lifetimeUnit takes 36, 48 and 60 for months.
func lifetimeUnit(n sizes) string {
	if n.least() >= 12 && n.median() >= 24 {
		return "months"
	}
	return ""
}
