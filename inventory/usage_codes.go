package inventory

// Why rows of a list of usage cannot be used. Row, Column and Value are set.
const (
	// CodeActivityUnknown: the category of a row is none of an activity. Rejected.
	CodeActivityUnknown Code = "activity_unknown"
	// CodeAmountMissing: a row has neither an amount nor what was spent. Rejected.
	// Args: the units that its category is counted in, none for money alone.
	CodeAmountMissing Code = "amount_missing"
	// CodeAmountInvalid: an amount or a cost is no number, or an amount is below 0. Rejected.
	CodeAmountInvalid Code = "amount_invalid"
	// CodeUsageUnit: the unit of an amount is missing, not known, or none of its
	// category. Rejected. Args: the units that would do.
	CodeUsageUnit Code = "usage_unit"
	// CodeUsageAbsurd: an amount, or what was spent, is more than the world uses in a
	// year. Rejected. Args: that bound, the measure.
	CodeUsageAbsurd Code = "usage_absurd"
	// CodeCurrencyUnknown: the currency of what was spent is missing or not known. Rejected.
	CodeCurrencyUnknown Code = "currency_unknown"
)

// Why rows of a list of usage are left out.
const (
	// CodeUsageOutsidePeriod: used before or after the period. Args: its first and last day.
	CodeUsageOutsidePeriod Code = "usage_outside_period"
	// CodeUsageZero: the amount is zero: nothing was used.
	CodeUsageZero Code = "usage_zero"
	// CodeUsageUncounted: a line of a bill without a price, whose amount is none of
	// equipment: requests, keys, addresses. Value: the service.
	CodeUsageUncounted Code = "usage_uncounted"
	// CodeUsageElsewhere: another line of the bill counts the same. Value: the service.
	CodeUsageElsewhere Code = "usage_elsewhere"
	// CodeUsageInOtherFile: another file of the run has the same line. Value: the service.
	CodeUsageInOtherFile Code = "usage_in_other_file"
	// CodeNetworkTwice: data that a network carried, of a department that states its
	// lines as well. Row: the first. Args: how many rows.
	CodeNetworkTwice Code = "network_twice"
	// CodeChargeTax and those below: a line of a bill charges for no use. Value: its kind.
	CodeChargeTax    Code = "charge_tax"
	CodeChargeCredit Code = "charge_credit"
	CodeChargeRefund Code = "charge_refund" // also a negative amount or price
	// CodeChargeCorrection: usage that was billed before is taken back; it was counted
	// as billed, and still is.
	CodeChargeCorrection Code = "charge_correction"
	// CodeChargeDiscount: also what cancels a price that a savings plan pays.
	CodeChargeDiscount   Code = "charge_discount"
	CodeChargeAdjustment Code = "charge_adjustment" // of money; rounding
	// CodeChargeCommitment: the price of a reservation or savings plan; what it is
	// used for stands in other lines.
	CodeChargeCommitment Code = "charge_commitment"
	CodeChargeUnknown    Code = "charge_unknown"
	// CodeUserDeleted: a person who has left.
	CodeUserDeleted Code = "user_deleted"
	// CodeUserUnlicensed: a person without a licence.
	CodeUserUnlicensed Code = "user_unlicensed"
)

// CodeUsageLarge doubts a row that counts: its amount, or what was spent, is more
// than a government of a million people is likely to use in a year. Warning. Args:
// that bound, the measure.
const CodeUsageLarge Code = "usage_large"

// What was assumed of lists of usage, told once for a list.
const (
	// CodeUsageBySpend: nothing says how much was used, so what it cost stands in.
	// Warning. Value: the service. Args: how many rows.
	CodeUsageBySpend Code = "usage_by_spend"
	// CodeUsageNoFigure: no pack has a figure for an amount, so what it cost stands in.
	// Warning. Value: the instance type, the service or the unit. Args: how many rows.
	CodeUsageNoFigure Code = "usage_no_figure"
	// CodeUsageUnitUnread: an amount has no unit, or none that its category is counted
	// in, so what it cost stands in. Warning. Value: the unit. Args: how many rows.
	CodeUsageUnitUnread Code = "usage_unit_unread"
	// CodeUsageNotSpend: rows have an amount and a price; the amount counts, the
	// price does not. Note. Args: how many rows.
	CodeUsageNotSpend Code = "usage_not_spend"
	// CodeUsageThroughout: users, lines or stored data without a time are taken to
	// last throughout the period. Warning. Value: the unit. Args: how many rows.
	CodeUsageThroughout Code = "usage_throughout"
	// CodeUsageSnapshot: licences on one day are taken to be held throughout the
	// period. Note. Args: how many rows.
	CodeUsageSnapshot Code = "usage_snapshot"
	// CodeUsageRegionUnknown: a region of a cloud is not known; the default country
	// applies. Warning. Value: the region. Args: how many rows.
	CodeUsageRegionUnknown Code = "usage_region_unknown"
	// CodeUsagePartial: the lists of usage cover only some days of the period, and
	// nothing makes up for the others. Warning. Args: days with lines, days of the period.
	CodeUsagePartial Code = "usage_partial"
)
