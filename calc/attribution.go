package calc

import (
	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// attributionShare returns the share a (0..1) of a unit's impact that the
// department bears, nil for all of it:
//
//	the row's own, else the method's for the ownership, else 1
//
// It multiplies every stage. ADEME's rules for information systems give
// (213 × 8) / (213 × 8 + 365 × 3.5) = 57 % for a personal device used for work,
// 85 % for a company device open to private use: policies, so the user states
// them. A personal device without one is borne whole, which is said.
func (v *evaluation) attributionShare() *term {
	if v.ownShare != "" {
		share, err := decimal.NewFromString(v.ownShare)
		if err == nil && isShare(share) {
			return shareTerm(share, fromInventory)
		}
		v.note(note{code: InvalidAttribution, severity: Caution, category: v.category, args: [2]string{v.ownShare}})
	}
	owner := v.ownership
	if owner == "" {
		owner = inventory.Owned
	}
	if share, stated := v.method.Attribution[owner]; stated {
		v.note(note{code: AttributionFromMethod, severity: Assumption, category: v.category, args: [2]string{string(owner), share.String()}})
		return shareTerm(share, fromMethod)
	}
	if owner == inventory.Personal {
		v.note(note{code: PersonalBorneWhole, severity: Assumption, category: v.category})
	}
	return nil
}

func shareTerm(share decimal.Decimal, source string) *term {
	if share.Equal(one) {
		return nil
	}
	return given("share borne by the department", share, "1", source)
}
