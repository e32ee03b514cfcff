package inventory

import (
	"cmp"
	"strings"

	"govfootprint/inventory/bill"
)

// A usageClass is what lines with the same texts are uses of.
type usageClass struct {
	charge   bill.Kind
	use      bill.Use
	used     bool
	provider string
}

// decidingColumns are the columns of a bill that say what a line is a use of.
var decidingColumns = [...]string{
	"provider", "charge_type", "charge_class", "pricing", "commitment", "publisher", "service_category", "service_name", "sub_service", "product_text",
	"meter", "usage_type", "operation", "description", "instance_type", "resource_type", "unit",
}

// mostClasses bounds the classes that are remembered.
const mostClasses = 1 << 15

// class returns what a line is a use of.
func (u *usageReader) class(r *record) *usageClass {
	u.key = u.key[:0]
	for _, column := range decidingColumns {
		if cell, ok := r.cell(column); ok {
			u.key = append(append(u.key, cell.text...), 0)
		}
	}
	if _, unit := u.counted(r); unit != "unit" {
		u.key = append(append(u.key, r.text(unit)...), 1)
	}
	if r.has("details") { // which name machines; of them only the instance type decides
		u.key = append(u.key, bill.Compact(u.line(r)).InstanceType...)
	}
	if c, ok := u.classes[string(u.key)]; ok {
		return c
	}
	line := u.line(r)
	c := &usageClass{provider: line.Provider}
	c.charge = bill.Charge(bill.Marks{
		Provider: line.Provider, Type: r.text("charge_type"), Class: r.text("charge_class"), Pricing: r.text("pricing"), Status: r.text("commitment"),
		Publisher: r.text("publisher"), Service: line.Service, Description: line.Description,
	})
	c.use, c.used = bill.Classify(line)
	if len(u.classes) < mostClasses {
		u.classes[string(u.key)] = c
	}
	return c
}

// counted returns the column of a line's amount and that of its unit. Where a bill
// has what was consumed and what was priced, it is what was consumed; where that
// says nothing, or not of what, what was priced.
func (u *usageReader) counted(r *record) (amount, unit string) {
	if r.text("amount") != "" && r.text("unit") != "" || r.text("pricing_amount") == "" || r.text("pricing_unit") == "" {
		return "amount", "unit"
	}
	return "pricing_amount", "pricing_unit"
}

// line returns what a row says of what it charges for.
func (u *usageReader) line(r *record) bill.Line {
	_, unit := u.counted(r)
	return bill.Line{
		Provider: cmp.Or(u.provider, bill.Provider(r.text("provider"))), ServiceCategory: r.text("service_category"), Service: r.text("service_name"),
		SubService: r.text("sub_service"), Product: r.text("product_text"), Meter: r.text("meter"), UsageType: r.text("usage_type"), Operation: r.text("operation"),
		Description: r.text("description"), InstanceType: r.text("instance_type"), ResourceType: r.text("resource_type"),
		Details: r.text("details"), Unit: r.text(unit),
	}
}

// readLine reads a line of a bill: by what it used, where it says so, else by
// what it cost.
func (u *usageReader) readLine(r *record) {
	c := u.class(r)
	if !c.charge.Spent() && !c.charge.Used() {
		r.exclude(chargeCodes[c.charge], "charge_type", r.text("charge_type"))
		return
	}
	when, ok := u.inPeriod(r)
	if !ok || u.isAgain(r) {
		return
	}
	u.scope.see(u, r, c.provider, when)
	column, _ := u.counted(r)
	quantity, blank, ok := u.number(r, column)
	if !ok {
		r.reject(CodeAmountInvalid, column, r.text(column))
		return
	}
	switch {
	case quantity.Sign() < 0 && c.charge == bill.Correction:
		r.exclude(CodeChargeCorrection, column, r.text(column))
	case quantity.Sign() < 0:
		r.exclude(CodeChargeRefund, column, r.text(column))
	case c.charge.Used() && c.used && !blank:
		u.addUse(r, c, quantity, when)
	case c.charge.Used() && (c.use.Because == bill.Elsewhere || c.use.Because == bill.OtherSide || c.use.Because == bill.Commitment):
		r.exclude(CodeUsageElsewhere, u.named(), u.name(r))
	default:
		if u.addSpend(r, c, when) {
			r.note(CodeUsageBySpend, Warning, u.named(), u.show(u.name(r)))
		}
	}
}

// addUse adds what a line used; where no pack has a figure for that, what it cost.
func (u *usageReader) addUse(r *record, c *usageClass, quantity Tally, when usageTime) {
	if quantity.Sign() == 0 {
		column, _ := u.counted(r)
		r.exclude(CodeUsageZero, column, r.text(column))
		return
	}
	place := u.place(r, c.provider)
	uses := append([]bill.Use{c.use}, c.use.Also...)
	profile := func(use bill.Use) Profile {
		return Profile{
			Kind: Cloud, Category: use.Category, Variant: use.Variant, Manufacturer: c.provider, Model: use.Product, Measure: use.Measure, Country: place,
		}
	}
	if u.costs(r) && !u.hasFigure(profile(c.use)) {
		if u.addSpend(r, c, when) {
			r.note(CodeUsageNoFigure, Warning, u.named(), quotable(cmp.Or(c.use.Product, u.name(r))))
		}
		return
	}
	if column, _ := u.counted(r); !u.isPossible(r, column, c.use.Measure, DecimalTally(c.use.Amount(quantity.Decimal()))) {
		return
	}
	for i, use := range uses {
		amount := DecimalTally(use.Amount(quantity.Decimal()))
		rows := int64(0)
		if i == 0 {
			rows = 1
		}
		u.add(r, profile(use), amount, rows)
	}
	r.assess()
	if u.hasSpend() {
		r.note(CodeUsageNotSpend, Note, "spend", "")
	}
}

func (u *usageReader) hasSpend() bool { return u.table.has("spend") }

// costs reports whether a line has a price above zero.
func (u *usageReader) costs(r *record) bool {
	for _, column := range [...]string{"spend", "billed"} {
		if n, _, blank, ok := u.spentIn(r, column); ok && !blank && n.IsPositive() {
			return true
		}
	}
	return false
}

// addSpend adds a line by what it cost, and reports whether it counts: nothing says
// how much was used, or no pack has a figure for that.
func (u *usageReader) addSpend(r *record, c *usageClass, when usageTime) bool {
	spent, measure, ok := u.spendOf(r, when)
	switch {
	case !ok:
	case spent.IsNegative():
		r.exclude(CodeChargeRefund, "spend", "")
	case measure == "" || spent.IsZero():
		r.exclude(CodeUsageUncounted, u.named(), u.name(r))
	case u.isPossible(r, "spend", measure, DecimalTally(spent)):
		p := Profile{Kind: Cloud, Category: "cloud-service", Manufacturer: c.provider, Model: strings.ToLower(u.public(r, u.named(), u.name(r), aboutThing)), Measure: measure, Country: u.place(r, c.provider)}
		switch {
		case c.charge == bill.Marketplace, c.use.Because == bill.Software:
			p.Kind, p.Category = Software, "licence"
		case c.charge == bill.Support:
			p.Kind, p.Category = Software, "managed-service"
		}
		u.add(r, p, DecimalTally(spent), 1)
		r.assess()
		return true
	}
	return false
}

// named is the column that names what was billed.
func (u *usageReader) named() string {
	if u.table.has("service_name") {
		return "service_name"
	}
	return "product"
}

func (u *usageReader) name(r *record) string { return r.text(u.named()) }

// chargeCodes say why lines are left out.
var chargeCodes = map[bill.Kind]Code{
	bill.Tax: CodeChargeTax, bill.Credit: CodeChargeCredit, bill.Refund: CodeChargeRefund, bill.Discount: CodeChargeDiscount,
	bill.Rounding: CodeChargeAdjustment, bill.Adjustment: CodeChargeAdjustment,
	bill.CommitmentPurchase: CodeChargeCommitment, bill.CommitmentUnused: CodeChargeCommitment,
	bill.UnknownCharge: CodeChargeUnknown,
}
