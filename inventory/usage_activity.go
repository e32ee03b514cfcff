package inventory

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"govfootprint/inventory/bill"
	"govfootprint/inventory/recognition"
	"govfootprint/quantity"
)

// An activityKind is a category of activities as lists name it.
type activityKind struct {
	kind              Kind
	category, variant string
	measures          []quantity.Unit // that its amounts are counted in; none for what only has a price
}

// activityKinds returns categories of activities by the words for them.
var activityKinds = sync.OnceValue(func() map[string]*activityKind {
	kinds := make(map[string]*activityKind)
	for line := range dataLines("activities.tsv") {
		k := &activityKind{kind: Kind(line[1])}
		k.category, k.variant, _ = strings.Cut(line[0], "/")
		for measure := range strings.SplitSeq(line[2], "|") {
			if measure != "" {
				k.measures = append(k.measures, quantity.MustParse(measure))
			}
		}
		for _, word := range append(strings.Split(line[3], "|"), line[0]) {
			key := words(word)
			if _, taken := kinds[key]; taken && key != words(line[0]) {
				defect("activities.tsv: " + word + " stands there twice")
			}
			kinds[key] = k
		}
	}
	return kinds
})

// isMeasureOf reports whether an activity can be counted in its measure: one of
// its category, or money of a year. What category nobody knows may be counted in
// anything.
func isMeasureOf(p *Profile) bool {
	if isMoneyMeasure(p.Measure) {
		return true
	}
	k := activityKinds()[words(p.Category)]
	return k == nil || k.category != p.Category || slices.Contains(measureNames(k.measures), p.Measure)
}

// usageList is the kind of the lists that usageReader reads.
const usageList recordKind = "usage"

// listsUsage reports whether most of the first rows of a list that somebody keeps
// are of a category of activities: a list of devices has categories and costs, too.
func listsUsage(s *recordSchema, hs []header, rows []row, says *sheetMapping) bool {
	at := slices.IndexFunc(hs, func(h header) bool {
		if rule, ok := says.ruleOf(h); ok {
			return rule.column == "category"
		}
		return s.meaningOf(h, nil).column == "category"
	})
	known, filled := activitiesIn(rows, at)
	return known*2 > filled
}

// activitiesIn returns how many cells of a column name an activity, of how many.
func activitiesIn(rows []row, at int) (known, filled int) {
	for _, r := range rows {
		if at < 0 || at >= len(r.cells) || len(r.cells[at].text) == 0 || len(r.cells[at].text) > maxHeaderText {
			continue
		}
		text, _ := cleanText(r.cells[at].text)
		filled++
		if activityKinds()[words(text)] != nil {
			known++
		}
	}
	return known, filled
}

// readActivity reads a row of a list that people keep: a category, an amount with
// its unit, or what was spent.
func (u *usageReader) readActivity(r *record) {
	k := activityKinds()[words(r.text("category"))]
	if k == nil && recognition.ReasonOfType(r.text("category")) == recognition.TotalRow {
		r.exclude(CodeTotalRow, "category", r.text("category"))
		return
	}
	if k == nil {
		r.reject(CodeActivityUnknown, "category", r.text("category"))
		return
	}
	when, ok := u.inPeriod(r)
	if !ok || u.isAgain(r) {
		return
	}
	provider := u.public(r, "provider", providerOf(k.kind, r.text("provider")), aboutThing)
	product := r.text("product")
	if k.category == "cloud-compute" { // a type that nobody knows may be one of a pack of the department's own
		product = cmp.Or(bill.InstanceType(provider, product), product)
	}
	p := Profile{Kind: k.kind, Category: k.category, Variant: k.variant, Manufacturer: provider, Model: strings.ToLower(u.public(r, "product", product, aboutThing))}
	if variant := words(r.text("variant")); p.Variant == "" && variant != "" {
		p.Variant = u.public(r, "variant", variant, aboutThing)
	}
	p.Country = u.place(r, provider)
	amount, ok := u.amountOf(r, k, &p, when)
	if !ok {
		return
	}
	if text := r.text("data_quality"); text != "" {
		if q, known := vocabularies()[fieldQuality].look(text); known {
			p.Quality = Quality(q.value)
		} else {
			r.note(CodeWordUnknown, Warning, "data_quality", quotable(text))
		}
	}
	if k.kind == Network {
		u.network(r, p, amount)
		return
	}
	u.add(r, p, amount, 1)
	r.assess()
}

// amountOf returns the amount of a row in a measure of its category, which it sets,
// or what it cost: where it states no amount, or one that no pack has a figure for.
// A row with neither is rejected.
func (u *usageReader) amountOf(r *record, k *activityKind, p *Profile, when usageTime) (amount Tally, ok bool) {
	text := r.text("amount")
	n, ok := parsedNumber{}, text == ""
	if text != "" {
		n, ok = u.parse(r, "amount", text)
	}
	if !ok || n.value.Sign() < 0 {
		r.reject(CodeAmountInvalid, "amount", text)
		return Tally{}, false
	}
	unit := cmp.Or(r.text("unit"), text[len(text)-min(len(n.unit), len(text)):], r.at["amount"].unit) // 50 TB, Amount (TB)
	if text != "" && !isMoneyText(unit) && (unit != "" || len(k.measures) > 0 || u.costs(r)) {
		amount, held, known := u.measured(k, p, n.value, unit, when)
		switch {
		case n.value.Sign() == 0 && (unit != "" || !u.costs(r)):
			r.exclude(CodeUsageZero, "amount", text)
			return Tally{}, false
		case !known && !u.costs(r):
			r.reject(CodeUsageUnit, "unit", unit, measureNames(k.measures)...)
			return Tally{}, false
		case !known:
			r.note(CodeUsageUnitUnread, Warning, "amount", quotable(unit))
		case !u.isPossible(r, "amount", p.Measure, amount):
			return Tally{}, false
		case !u.costs(r) || u.hasFigure(*p):
			u.tellMeasured(r, unit, held, when)
			return amount, true
		default:
			r.note(CodeUsageNoFigure, Warning, "amount", quotable(unit))
		}
	}
	return u.spentOn(r, k, p, when)
}

// spentOn returns what a row cost.
func (u *usageReader) spentOn(r *record, k *activityKind, p *Profile, when usageTime) (Tally, bool) {
	spent, measure, ok := u.spendOf(r, when)
	switch {
	case !ok:
		return Tally{}, false
	case measure == "":
		r.reject(CodeAmountMissing, "amount", "", measureNames(k.measures)...)
		return Tally{}, false
	case spent.IsNegative():
		r.exclude(CodeChargeRefund, "spend", "")
		return Tally{}, false
	case spent.IsZero():
		r.exclude(CodeUsageZero, "spend", r.text("spend"))
		return Tally{}, false
	}
	p.Measure = measure
	return DecimalTally(spent), u.isPossible(r, "spend", measure, DecimalTally(spent))
}

// hasFigure reports whether the packs have a figure for an activity in its measure.
// Activities are asked about once.
func (u *usageReader) hasFigure(p Profile) bool {
	counted := u.table.sheet.reader.options.Counted
	if counted == nil {
		return true
	}
	p.Department, p.Service, p.Application, p.Environment = "", "", "", ""
	p.Recognition = Stated
	has, known := u.figures[p]
	if !known {
		has = counted(p)
		if len(u.figures) < maxMemo {
			u.figures[p] = has
		}
	}
	return has
}

// measured converts an amount to a measure of its category, which it sets; held
// tells that it is a state that lasts.
func (u *usageReader) measured(k *activityKind, p *Profile, n Tally, unit string, when usageTime) (amount Tally, held, ok bool) {
	over := u.table.sheet.file.estate.period
	if when.lasts {
		over = Period{when.start, when.end}
	}
	converted, measure, held, ok := usageAmount(n.Decimal(), unit, k.measures, over)
	if !ok {
		return Tally{}, false, false
	}
	p.Measure = measure
	return DecimalTally(converted), held, true
}

// tellMeasured says what was assumed of an amount that counts.
func (u *usageReader) tellMeasured(r *record, unit string, held bool, when usageTime) {
	if held && !when.lasts {
		r.note(CodeUsageThroughout, Warning, "unit", quotable(unit))
	}
	if r.text("spend") != "" {
		r.note(CodeUsageNotSpend, Note, "spend", "")
	}
}

func isMoneyText(unit string) bool {
	_, _, is := moneyWord(unit)
	return is
}

// activityNames returns the categories of activities.
func activityNames() (names []string) {
	for _, k := range activityKinds() {
		if name := strings.TrimSuffix(k.category+"/"+k.variant, "/"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func measureNames(measures []quantity.Unit) []string {
	names := make([]string, len(measures))
	for i, m := range measures {
		names[i] = m.String()
	}
	return names
}

// providerOf returns the name of a provider as packs have it.
func providerOf(kind Kind, text string) string {
	if kind == Cloud {
		return bill.Provider(text)
	}
	name, _ := shorten(words(text), maxAttribute)
	return name
}
