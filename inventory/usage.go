package inventory

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

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

	classes map[string]*usageClass // of lines, by the texts that decide
	places  map[string]usagePlace  // by region
	filter  estateFilter           // of what names groups of people
	days    *usageDays             // of the run
	seen    *usageSeen             // of the run; nil where there is one source only
	key     []byte
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
		table: t, provider: ownBills[t.info.Layout], isBill: t.info.Layout != string(t.schema.kind),
		classes: make(map[string]*usageClass), places: make(map[string]usagePlace),
		days: t.sheet.file.usageDays(), seen: t.sheet.file.usageSeen(),
	}
	if t.at["start"].unit == "month_first" || !u.isBill && strings.HasPrefix(t.sheet.reader.options.DefaultCountry, "US") {
		u.order = orderMonthFirst
	}
	if d, ok := t.sheet.doc.(*delimited); ok && d.delimiter == ';' && !u.isBill {
		u.mark = commaMark // where the comma is taken by decimals
	}
	return u
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
	cell, has := r.cell(column)
	if !has {
		return Tally{}, true, true
	}
	text := r.text(column)
	if text == "" {
		return Tally{}, true, true
	}
	parsed, ok := parseNumber(text, u.mark, cell.number || u.isBill)
	if !ok || parsed.unit != "" {
		return Tally{}, false, false
	}
	if parsed.ambiguous {
		r.note(CodeDecimalGuessed, Warning, column, text, decimalMarkName(u.mark))
	}
	return parsed.value, false, true
}

// period reports whether a row lies in the reporting period, by the day on which
// it begins; one that does not say when does.
func (u *usageReader) inPeriod(r *record) (start Date, ok bool) {
	text := r.text("start")
	if text == "" {
		return 0, true
	}
	parsed, status := parseDate(text)
	if status != dateOK {
		r.reject(CodeDateInvalid, "start", text)
		return 0, false
	}
	start = parsed.in(u.order)
	if parsed.ambiguous() && !u.isBill {
		r.note(CodeDateOrderGuessed, Warning, "start", text, orderName(u.order))
	}
	period := u.table.sheet.file.estate.period
	if start < period.Start || start > period.End {
		r.exclude(CodeUsageOutsidePeriod, "start", text, period.Start.String(), period.End.String())
		return start, false
	}
	end := start
	if p, status := parseDate(r.text("end")); status == dateOK {
		end = max(start, p.in(u.order))
	}
	u.days.see(start, end)
	return start, true
}

// place returns the country of a row, by its own country or its region.
func (u *usageReader) place(r *record, provider string) string {
	if text := r.text("country"); text != "" {
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
	key := provider + "\x00" + text
	p, ok := u.places[key]
	if !ok {
		p.code, p.known = bill.Region(provider, text)
		if !p.known && !u.isBill {
			p.code, p.known = parseCountry(text)
		}
		if len(u.places) < maxMemo {
			u.places[key] = p
		}
	}
	if !p.known {
		r.note(CodeUsageRegionUnknown, Warning, column, quotable(text))
	}
	return p.code
}

// group returns a text that names a part of the organisation, a service or an
// application, without what is personal.
func (u *usageReader) group(r *record, column string) string {
	if known := environmentOf(r.text(column)); known != "" && column == "environment" {
		return known
	}
	text, _ := shorten(r.text(column), maxAttribute)
	clean := u.filter.text(text, aboutGroup)
	if clean != fold.Visible(text) {
		r.note(CodePersonalValue, Warning, column, "")
	}
	return clean
}

// add adds an activity to the estate; rows is 1 for the row itself, 0 for what it
// uses besides.
func (u *usageReader) add(r *record, p Profile, amount Tally, rows int64) {
	p.Recognition = Stated
	p.Department, p.Service = u.group(r, "department"), u.group(r, "service")
	p.Application, p.Environment = u.group(r, "application"), u.group(r, "environment")
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

// money returns the measure of an amount of money: its currency with the year.
func money(currency string, year int) (measure string, ok bool) {
	code := strings.ToUpper(strings.TrimSpace(currency))
	if len(code) != 3 {
		return "", false
	}
	unit, err := parseUnitText(code + strconv.Itoa(year))
	return unit, err == nil
}

// spendOf returns what a row cost and in which money. A row without money says so
// by blank; one whose money cannot be used is rejected.
func (u *usageReader) spendOf(r *record, start Date) (amount decimal.Decimal, measure string, ok bool) {
	n, blank, valid := u.number(r, "spend")
	if valid && (blank || n.Sign() == 0) {
		if billed, none, fine := u.number(r, "billed"); fine && !none {
			n, blank = billed, false
		}
	}
	switch {
	case !valid:
		r.reject(CodeNumberInvalid, "spend", r.text("spend"))
		return decimal.Zero, "", false
	case blank:
		return decimal.Zero, "", true
	}
	year := u.table.sheet.file.estate.period.End.Time().Year()
	if start.Known() {
		year = start.Time().Year()
	}
	measure, known := money(r.text("currency"), year)
	if !known {
		r.reject(CodeCurrencyUnknown, "currency", r.text("currency"))
		return decimal.Zero, "", false
	}
	return n.Decimal(), measure, true
}
