package inventory

import (
	"strings"

	"govfootprint/inventory/bill"
	"govfootprint/inventory/fold"
)

// A usageReader reads what was used of others' equipment. Each row becomes an
// activity: an amount in the measure of its category, or what it cost.
type usageReader struct {
	table    *recordTable
	isBill   bool   // its rows are lines of a cloud's bill
	provider string // that all of its lines are of, where the layout is one's own
	order    dateOrder
	mark     decimalMark

	figures map[Profile]bool       // whether packs have one for an activity
	classes map[string]*usageClass // of lines, by the texts that decide
	places  map[string]usagePlace  // by region
	filter  estateFilter           // of what names groups of people
	dates   map[string]dateRead    // by their texts
	byMonth bool                   // its dates are months, says their header
	days    *usageDays             // of the file
	home    *sheetPlace            // of the table, once a row of it is held
	scope   *usageScope            // what the bill is about
	seen    *usageSeen             // of the run; nil where there is one source only
	shown   map[string]string      // texts as messages may show them
	monies  map[moneyOf]string     // measures
	key     []byte
}

type moneyOf struct {
	currency string
	year     int
}

// show returns a text as a message may show it.
func (u *usageReader) show(text string) string {
	shown, ok := u.shown[text]
	if !ok {
		shown = quotable(text)
		if len(u.shown) < maxMemo {
			u.shown[text] = shown
		}
	}
	return shown
}

// usagePlace is where a region is.
type usagePlace struct {
	code  string
	known bool
}

// ownBills are the layouts of bills of one provider.
var ownBills = map[string]string{"azure-cost": "azure", "aws-cost": "aws", "google-cost": "gcp"}

func newUsageReader(t *recordTable) recordReader {
	u := &usageReader{
		table: t, provider: ownBills[t.info.Layout], isBill: t.isBill(),
		figures: make(map[Profile]bool), classes: make(map[string]*usageClass), places: make(map[string]usagePlace), dates: make(map[string]dateRead), shown: make(map[string]string), monies: make(map[moneyOf]string),
		days: t.sheet.file.usageDays(), seen: t.sheet.file.usageSeen(),
	}
	if u.isBill {
		u.scope = t.newScope()
	}
	if t.at["start"].unit == "month_first" || !u.isBill && strings.HasPrefix(t.sheet.reader.options.DefaultCountry, "US") {
		u.order = orderMonthFirst
	}
	switch t.at["start"].header.key {
	case "month", "mois":
		u.byMonth = true
	}
	if d, ok := t.sheet.doc.(*delimited); ok && d.delimiter == ';' {
		u.mark = commaMark // where the comma is taken by decimals
	}
	u.mark = t.sheet.says.markOr(u.mark)
	if t.sheet.says != nil && t.sheet.says.order != orderOpen {
		u.order = t.sheet.says.order
	}
	return u
}

// isBill reports whether the rows are lines of a cloud's bill: what a program writes,
// and a list that names services in place of categories of use.
func (t *recordTable) isBill() bool {
	if t.schema.kind != usageList || t.info.Layout != string(t.schema.kind) {
		return t.schema.kind == usageList
	}
	return !t.has("category") && t.constants["category"] == "" && (t.has("service_name") || t.has("meter") || t.has("usage_type") || t.has("product_text"))
}

func (u *usageReader) read(r *record) {
	r.items()
	if u.isBill {
		u.readLine(r)
		return
	}
	u.readActivity(r)
}

// number reads the number of a column; blank is one that says nothing.
func (u *usageReader) number(r *record, column string) (n Tally, blank, ok bool) {
	text := r.text(column)
	if text == "" {
		return Tally{}, true, true
	}
	parsed, ok := u.parse(r, column, text)
	return parsed.value, false, ok && parsed.unit == ""
}

// parse reads a number of a column. Programs write bills with a point and nothing
// else, unless a spreadsheet has written them anew.
func (u *usageReader) parse(r *record, column, text string) (parsedNumber, bool) {
	cell, _ := r.cell(column)
	parsed, ok := parseNumber(text, u.mark, cell.number || u.isBill && strings.IndexByte(text, ',') < 0)
	if ok && parsed.ambiguous && !r.sheet.says.statesMark() {
		r.noteOnce(CodeDecimalGuessed, Warning, column, text, decimalMarkName(u.mark))
	}
	return parsed, ok
}

// place returns the country of a row, by its own country or its region.
func (u *usageReader) place(r *record, provider string) string {
	if text := r.text("country"); text != "" {
		if code, ok := r.sheet.reader.mapping.country(text); ok {
			return code
		}
		if code, ok := parseCountry(text); ok {
			return code
		}
		r.note(CodeCountryUnknown, Warning, "country", quotableField(text, fieldCountry), u.table.sheet.reader.options.DefaultCountry)
	}
	column := "region"
	text := r.text(column)
	if text == "" {
		column = "region_name"
		text = r.text(column)
	}
	if text == "" {
		if !u.isBill {
			return u.table.sheet.reader.options.DefaultCountry
		}
		text = bill.UsageRegion(r.text("usage_type"))
		column = "usage_type"
	}
	if text == "" {
		return ""
	}
	u.key = append(append(append(u.key[:0], provider...), 0), text...)
	p, ok := u.places[string(u.key)]
	if !ok {
		p.code, p.known = bill.Region(provider, text)
		if !p.known && !u.isBill {
			p.code, p.known = parseCountry(text)
		}
		if len(u.places) < maxMemo {
			u.places[string(u.key)] = p
		}
	}
	if !p.known {
		r.note(CodeUsageRegionUnknown, Warning, column, u.show(text))
	}
	return p.code
}

// group returns a text that names a part of the organisation, a service or an
// application, without what is personal.
func (u *usageReader) group(r *record, column string) string {
	if known := environmentOf(r.text(column)); known != "" && column == "environment" {
		return known
	}
	return u.public(r, column, r.text(column), aboutGroup)
}

// public returns a text of a column without what is personal.
func (u *usageReader) public(r *record, column, text string, kind textKind) string {
	if text == "" {
		return ""
	}
	text, _ = shorten(text, maxAttribute)
	clean := u.filter.text(text, kind)
	if namesOnePerson(clean) {
		clean = ""
	}
	if clean != fold.Visible(text) {
		r.note(CodePersonalValue, Warning, column, "")
	}
	return clean
}

// namesOnePerson reports whether a text is nothing but somebody's name. Lists of
// usage have no column of people to compare with, so that the shape decides.
func namesOnePerson(text string) bool {
	_, given := nameShape(text)
	return given && !namesakes()[words(text)]
}

// stated returns a profile as its row states it: with the parts of the organisation
// that it is of.
func (u *usageReader) stated(r *record, p Profile) Profile {
	p.Recognition = Stated
	p.item = u.table.sheet.reader.items.see(u.origin(), r.line.number)
	p.Department, p.Service = u.group(r, "department"), u.group(r, "service")
	p.Application, p.Environment = u.group(r, "application"), u.group(r, "environment")
	return p
}

// add adds an activity to the estate; rows is 1 for the row itself, 0 for what it
// uses besides.
func (u *usageReader) add(r *record, p Profile, amount Tally, rows int64) {
	u.addStated(u.stated(r, p), amount, rows)
}

// addStated is the same for a profile as its row states it.
func (u *usageReader) addStated(p Profile, amount Tally, rows int64) {
	if p.Kind == Cloud {
		p.Hosting = PublicCloud
	}
	file := u.table.sheet.file
	texts := file.estate.distinct()
	file.estate.Add(p, Amounts{Rows: rows, Activity: amount})
	if file.estate.distinct() > texts {
		u.table.sheet.report.countText(len(p.Model) + len(p.Department) + len(p.Service) + len(p.Application) + len(p.Environment))
	}
}
