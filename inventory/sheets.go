package inventory

import (
	"slices"
	"strconv"
	"strings"
)

// The sheets of a workbook belong together: one may be the archive of another,
// a summary of it, or the same a year before. What is decided about that is
// decided here, and told.

// A fileRead gathers what the tables of one file hold.
type fileRead struct {
	reader *reader
	estate *Estate
	alone  bool // it has one sheet
	sheets []*sheetRead

	summaries []*summary
	counted   returnLedger // what was counted of it, to compare with other files
	network   networks
	days      *usageDays // on which something was used; nil where no list says so
	scopes    []*usageScope
	virtual   virtualLists
	holder    *hostHolder
}

// usageDays returns the days of the file on which something was used.
func (f *fileRead) usageDays() *usageDays {
	if f.days == nil {
		f.days = newUsageDays(f.reader.options.Period)
	}
	return f.days
}

// usageSeen returns what the run has seen of bills; nil where nothing can be there twice.
func (f *fileRead) usageSeen() *usageSeen {
	if len(f.reader.sources) < 2 {
		return nil
	}
	if f.reader.bills == nil {
		f.reader.bills = newUsageSeen()
	}
	return f.reader.bills
}

// A summary is a table that may only count what other tables list.
type summary struct {
	sheet  string
	row    int
	estate *Estate
}

// estateFor returns the estate that the items of a table go to: that of the
// file, or one of its own for what may be a summary of the rest.
func (f *fileRead) estateFor(s *sheetRead, t *table) *Estate {
	if !t.summarises() {
		return f.estate
	}
	part := &summary{sheet: s.name, row: t.header.row, estate: NewEstate(f.reader.options.Period)}
	f.summaries = append(f.summaries, part)
	return part.estate
}

// summarises reports whether a table only says how many there are of what: it
// names no model and no single device.
func (t *table) summarises() bool {
	if t.states || t.summed != nil {
		return !t.has(fieldModel) && !t.has(fieldManufacturer) && !t.has(fieldAcquired) && !slices.ContainsFunc(t.infos, func(c ColumnInfo) bool { return c.Why == whyIdentifier })
	}
	if len(t.wide) > 0 && !t.saysWhat() {
		return !slices.ContainsFunc(t.wide, func(g *wideGroup) bool { return !g.counts })
	}
	if !t.has(fieldCategory) || !t.has(fieldQuantity) || t.has(fieldModel) || t.has(fieldManufacturer) || t.has(fieldAcquired) || len(t.wide) > 0 {
		return false
	}
	return !slices.ContainsFunc(t.infos, func(c ColumnInfo) bool { return c.Why == whyIdentifier })
}

// close adds the tables that were set aside to the estate, but for those that
// count what is listed elsewhere in the file.
func (f *fileRead) close(report *reporter) error {
	var details []string
	var totals []Tally
	if len(f.summaries) > 0 {
		details, totals = f.details(), f.totals()
	}
	compared := len(f.reader.sources) > 1
	if compared && len(f.details()) > 0 {
		f.counted.lists = []listedFile{{report.file, holdingsOf(f.estate)}}
	}
	for _, part := range f.summaries {
		report.sheet = part.sheet
		units := unitsOf(part.estate)
		switch {
		case len(details) == 0:
		case slices.ContainsFunc(totals, func(t Tally) bool { return !units.IsZero() && t.Cmp(units) == 0 }) || namesSummary(part.sheet) && part.sheet != "":
			report.add(Problem{Code: CodeTableSummary, Severity: Warning, Row: part.row, Args: append([]string{units.String()}, details...)})
			continue
		default:
			report.add(Problem{Code: CodeTableMaybeSummary, Severity: Warning, Row: part.row, Args: append([]string{units.String()}, details...)})
		}
		if compared {
			f.counted.returns = append(f.counted.returns, returned{report.file, report.sheet, part.row, holdingsOf(part.estate)})
		}
		if f.estate.Len() == 0 && f.estate.counts.Read == 0 {
			f.estate = part.estate
			continue
		}
		if err := f.estate.Merge(part.estate); err != nil {
			return err
		}
	}
	report.sheet = ""
	f.snapshots(report)
	return nil
}

// details names the sheets with tables that list devices, or the rows of their
// headers in a file without sheets.
func (f *fileRead) details() []string {
	var names []string
	for _, s := range f.sheets {
		for _, r := range s.regions {
			if r.table.summarises() {
				continue
			}
			name := s.name
			if f.alone || name == "" {
				name = strconv.Itoa(r.table.header.row)
			}
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// totals returns the numbers of units that a summary may give: all that is
// listed, all that is assessed, or all that is in service.
func (f *fileRead) totals() []Tally {
	var assessed, inService Tally
	for p, a := range f.withHosts() {
		assessed = assessed.Add(a.Units)
		if p.Status == "" || p.Status == InService {
			inService = inService.Add(a.Units)
		}
	}
	return []Tally{unitsOf(f.estate).Add(f.virtual.heldUnits()), assessed, inService}
}

// unitsOf returns the units that a table lists, those that were left out included.
func unitsOf(e *Estate) Tally {
	var sum Tally
	for _, a := range e.All() {
		sum = sum.Add(a.Units)
	}
	for code, x := range e.counts.Excluded {
		if code != CodeTotalRow {
			sum = sum.Add(x.Units)
		}
	}
	return sum
}

// namesSummary reports whether a sheet is called a summary.
func namesSummary(sheet string) bool {
	w := " " + words(sheet) + " "
	return slices.ContainsFunc([]string{" summary ", " pivot ", " pivot table ", " totals ", " dashboard ", " overview ", " statistics ", " stats ", " counts ", " synthese ", " recap ", " recapitulatif ", " tableau croise ", " tcd ", " resume ", " statistiques ", " zusammenfassung ", " resumen "},
		func(name string) bool { return strings.Contains(w, name) })
}

// snapshots warns of sheets with the same columns whose names are years or
// months: states of one inventory, of which all are counted.
func (f *fileRead) snapshots(report *reporter) {
	groups := make(map[string][]string)
	var order []string
	for _, s := range f.sheets {
		if len(s.regions) == 0 {
			continue
		}
		rest, dated := undated(s.name)
		if !dated {
			continue
		}
		key := rest + "\x00" + strings.Join(headerKeys(s.regions[0].table.header.headers), "\x00")
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], s.name)
	}
	for _, key := range order {
		if names := groups[key]; len(names) > 1 {
			report.add(Problem{Code: CodeSheetsSnapshots, Severity: Warning, Args: names})
		}
	}
}

// undated returns a sheet's name without years, months and quarters, and whether
// it had any.
func undated(name string) (rest string, dated bool) {
	var kept []string
	for w := range strings.FieldsSeq(words(splitDigits(name))) {
		switch {
		case isYear(w), len(w) >= 3 && monthNames()[w] > 0:
			dated = true
		case strings.Trim(w, "0123456789") == "", w == "q", w == "fy", w == "t", w == "as", w == "at", w == "of", w == "au":
		default:
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " "), dated
}

// goneNames are names of sheets that hold what is no longer there, as words.
var goneNames = []string{
	"disposed", "disposal", "disposals", "disposed of", "archive", "archived", "archives", "retired", "retirements", "decommissioned", "scrapped", "written off", "write offs",
	"e waste", "ewaste", "weee", "sold", "donated", "auctioned", "recycled", "surplused", "mis au rebut", "mise au rebut", "rebut", "rebuts", "sorties", "sortis", "sorties d inventaire",
	"reforme", "reformes", "cede", "cedes", "cessions", "deee", "archivage", //nolint:misspell // French
	"ausgemustert", "ausgesondert", "entsorgt", "bajas", "dados de baja", "afgevoerd",
}

// namesGone reports whether a sheet is named as one of things that are gone.
func namesGone(sheet string) bool {
	w := " " + words(sheet) + " "
	return slices.ContainsFunc(goneNames, func(name string) bool { return strings.Contains(w, " "+name+" ") })
}

// assume gives the rows of a table what the name of their sheet says of them.
func (s *sheetRead) assume(t *table) {
	t.chooseYear(s.reader.options.Period.End.Time().Year())
	if !t.has(fieldStatus) && namesGone(s.name) {
		t.setConstant(fieldStatus, string(Disposed), header{})
		s.report.add(Problem{Code: CodeSheetDisposed, Severity: Warning, Row: t.header.row})
	}
}

// templateSheets are the sheets of the tool's own template beside the inventory.
var templateSheets = []string{"Notes", "Lists"}

// isTemplate reports whether the sheets are those of the tool's own template.
func isTemplate(heads []sheetHead) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(heads, func(h sheetHead) bool { return h.name == name })
	}
	return has("Inventory") && !slices.ContainsFunc(templateSheets, func(name string) bool { return !has(name) })
}

// categoryGaps reports whether a table's types are written in the first row of
// runs only, as if the blank ones below meant the same; row is the first blank.
func (t *table) categoryGaps(rows []row) (row int, gaps bool) {
	if t.has(fieldModel) || t.has(fieldSubcategory) || t.has(fieldChassis) || !t.has(fieldCategory) {
		return 0, false
	}
	filled, blank, first := 0, 0, 0
	for _, r := range rows {
		if r.blank() {
			continue
		}
		cells := 0
		for _, c := range r.cells {
			if len(c.text) > 0 {
				cells++
			}
		}
		for _, col := range t.columns {
			if col.field != fieldCategory || col.index < 0 {
				continue
			}
			switch {
			case col.index < len(r.cells) && len(r.cells[col.index].text) > 0:
				filled++
			case filled > 0 && cells >= 2:
				if blank == 0 {
					first = r.number
				}
				blank++
			}
		}
	}
	return first, filled >= 2 && blank >= filled
}
