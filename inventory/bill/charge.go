package bill

import (
	"strings"
	"sync"

	"govfootprint/inventory/fold"
)

// Marks are what a line says of the kind of charge that it is. What the bill does
// not have stays empty.
type Marks struct {
	Provider    string
	Type        string // FOCUS ChargeCategory, AWS LineItemType, Azure ChargeType, Google cost_type
	Class       string // FOCUS ChargeClass
	Pricing     string // FOCUS PricingCategory, Azure PricingModel
	Status      string // FOCUS CommitmentDiscountStatus
	Publisher   string // FOCUS PublisherName, Azure PublisherType, AWS LegalEntity or bill/BillingEntity
	Service     string
	Description string
}

// Kind says what a line charges for. Kinds are codes; reports have the words.
type Kind string

// The kinds of charges.
const (
	Usage              Kind = "usage"
	CommitmentUsed     Kind = "commitment_used"     // usage that a reservation or a savings plan pays for
	CommitmentUnused   Kind = "commitment_unused"   // what is left of one: paid, not used
	CommitmentPurchase Kind = "commitment_purchase" // its price, whose usage is in other lines
	Purchase           Kind = "purchase"            // something bought once or by subscription: a domain, a certificate
	Marketplace        Kind = "marketplace"         // software and services of others
	Support            Kind = "support"             // people's help
	Tax                Kind = "tax"
	Credit             Kind = "credit"
	Refund             Kind = "refund"
	Discount           Kind = "discount" // also what cancels the price of usage that a savings plan pays for
	Rounding           Kind = "rounding"
	Adjustment         Kind = "adjustment" // of an amount of money
	Correction         Kind = "correction" // of usage that was billed before, with its sign
	UnknownCharge      Kind = "unknown_charge"
)

// Used reports whether the line's quantity was used: then [Classify] says of what.
func (k Kind) Used() bool {
	return k == Usage || k == CommitmentUsed || k == Correction
}

// Spent reports whether the line's money buys something that a line of usage does
// not have: where nothing says what was used, spend on it stands in. Taxes, credits,
// discounts and the prices of commitments are no purchase of more. A bill with no
// word for the kind of its charges is one of usage.
func (k Kind) Spent() bool {
	return k.Used() || k == Purchase || k == Marketplace || k == Support
}

type chargeWord struct {
	words string
	kind  Kind
}

type chargeTable struct {
	exact map[string]map[string]Kind
	about []chargeWord
}

var charges = sync.OnceValue(func() *chargeTable {
	t := &chargeTable{exact: make(map[string]map[string]Kind)}
	for line := range dataLines("charges.tsv", 3) {
		for name := range strings.SplitSeq(line[2], "|") {
			if line[0] == "about" {
				t.about = append(t.about, chargeWord{fold.Words(name), Kind(line[1])})
				continue
			}
			if t.exact[line[0]] == nil {
				t.exact[line[0]] = make(map[string]Kind)
			}
			t.exact[line[0]][fold.Words(name)] = Kind(line[1])
		}
	}
	return t
})

// Charge says what kind of charge a line is. What is no usage by its type is what the
// type says; of usage, the class, the publisher and the words of the service and
// the description say more. A line without a type is usage, one with a type that is
// not known is unknown.
func Charge(m Marks) Kind {
	t := charges()
	look := func(field, text string) Kind { return t.exact[field][fold.Words(cut(text))] }
	kind := look("type", m.Type)
	if kind == "" {
		if !fold.IsPlaceholder(fold.Words(cut(m.Type))) {
			return UnknownCharge
		}
		kind = Usage
	}
	if kind == Adjustment || kind == Usage || kind == Purchase {
		if about := t.mentions(m.Service, m.Description); about != "" && (kind != Adjustment || about == Rounding) {
			return about
		}
	}
	if (kind == Usage || kind == Purchase) && isOthers(m.Provider, m.Publisher) {
		return Marketplace
	}
	if kind == Purchase && isCommitment(m) {
		return CommitmentPurchase
	}
	if kind != Usage {
		return kind
	}
	for _, more := range []Kind{look("class", m.Class), look("status", m.Status), look("pricing", m.Pricing)} {
		if more != "" {
			return more
		}
	}
	return Usage
}

// mentions returns the kind of charge that the words of a line name.
func (t *chargeTable) mentions(texts ...string) Kind {
	for _, text := range texts {
		key := " " + fold.Words(cut(text)) + " "
		for _, about := range t.about {
			if strings.Contains(key, " "+about.words+" ") {
				return about.kind
			}
		}
	}
	return ""
}

// isCommitment reports whether a purchase is one of a reservation or a savings plan.
func isCommitment(m Marks) bool {
	if charges().exact["pricing"][fold.Words(cut(m.Pricing))] == CommitmentUsed {
		return true
	}
	key := " " + fold.Words(cut(m.Description)) + " "
	for _, words := range []string{" reserved ", " reservation ", " savings plan ", " savings plans ", " commitment ", " committed use "} {
		if strings.Contains(key, words) {
			return true
		}
	}
	return false
}

// isOthers reports whether somebody else than the provider made what is sold.
func isOthers(provider, publisher string) bool {
	key := fold.Words(cut(publisher))
	if fold.IsPlaceholder(key) {
		return false
	}
	if strings.Contains(" "+key+" ", " marketplace ") {
		return true
	}
	seller := Provider(publisher)
	_, known := providers().names[seller]
	return !known && Provider(provider) != "" && key != Provider(provider)
}
