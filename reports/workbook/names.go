package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"govfootprint/factors"
)

// What somebody writes formulas with has a name, the same in every language: totals
// (Total_gwp, Total_gwp_use), parameters (Parameter_lifetime_laptop), and every table
// (Lines, Factors). The sheet Method lists them.

// cellName is a name and what it names.
type cellName struct{ name, what string }

// mostParameterNames bounds the parameters that have a name.
const mostParameterNames = 500

// define names cells of a sheet.
func (b *book) define(name, what, sheet, cells string) {
	if b.err != nil {
		return
	}
	name = b.unusedName(name)
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: quoted(sheet) + "!" + cells}))
	b.cellNames = append(b.cellNames, cellName{name, what + " – " + quoted(sheet) + "!" + strings.ReplaceAll(cells, "$", "")})
}

// unusedName makes a name of a text: letters, digits and lines, unlike any other whatever
// the case, for a spreadsheet program does not tell cases apart.
func (b *book) unusedName(text string) string {
	var s strings.Builder
	for _, r := range text {
		if r < 128 && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			s.WriteRune(r)
		} else if !strings.HasSuffix(s.String(), "_") {
			s.WriteByte('_')
		}
	}
	const longest = 200 // of 255
	base := strings.TrimRight(s.String(), "_")
	base = base[:min(len(base), longest)]
	name := base
	if b.namesTaken == nil {
		b.namesTaken = make(map[string]bool)
	}
	for n := 2; b.namesTaken[strings.ToLower(name)]; n++ {
		name = base + "_" + strconv.Itoa(n)
	}
	b.namesTaken[strings.ToLower(name)] = true
	return name
}

// nameTotal names a total on the Breakdown.
func (b *book) nameTotal(impact factors.Impact, stage factors.Stage, what string, column int) {
	name := "Total_" + string(impact)
	if stage != "" {
		name += "_" + string(stage)
	}
	b.define(name, what, b.label("sheet.breakdown"), fixed(column, totalRow))
}

// nameParameter names the value of a parameter.
func (b *book) nameParameter(p parameter, what string, row int) {
	if len(b.live.settings.list) > mostParameterNames {
		return
	}
	name := "Parameter_" + p.label
	if p.category != "" {
		name += "_" + p.category
	}
	b.define(name, what, b.label("sheet.parameters"), fixed(parameterValue, row))
}

// nameTable takes note of the name of a table.
func (b *book) nameTable(name, sheet string) {
	b.cellNames = append(b.cellNames, cellName{b.unusedName(name), b.label("names.table", sheet)})
}

// nameCount names how many rows or units there are.
func (b *book) nameCount(name, what string, column int) {
	b.define("Total_"+name, what, b.label("sheet.breakdown"), fixed(column, totalRow))
}
