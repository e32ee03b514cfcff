package calc

import "govfootprint/inventory"

// The scopes follow the GHG Protocol for an organisation that uses IT:
//
//	electricity on the own estate                     2
//	its losses and upstream                           3.3
//	hardware bought, its published distribution in    3.2, 3.1 if expensed
//	freight with its own factor                       3.4
//	end of life of own devices                        3.5
//	electricity at home                               3.7
//	leased or co-located equipment                    3.8
//	activities of others: cloud, software, networks   3.1
//
// Three cases that the table leaves open. The upstream of electricity outside
// scope 2 stays in the category of that electricity, for category 3 is about
// energy that the organisation buys. Equipment in colocation is bought all the
// same: its electricity is 3.8, the rest 3.2 and 3.5; only leased equipment is
// 3.8 in all stages. A personal device is not bought by the department: it is
// in 3.7 with the people who work on it, except for electricity that it draws in
// the department's rooms.

// hardwareScope is the scope of making a device.
func (v *evaluation) hardwareScope() Scope {
	switch {
	case v.kind.Activity():
		return ScopeGoods
	case v.ownership == inventory.Leased:
		return ScopeLeased
	case v.ownership == inventory.Personal:
		return ScopeCommuting
	case v.expensed[v.category]:
		return ScopeGoods
	default:
		return ScopeCapitalGoods
	}
}

// freightScope is the scope of freight that has its own factor.
func (v *evaluation) freightScope() Scope { return v.unlessOwned(ScopeTransport) }

// wasteScope is the scope of the end of life.
func (v *evaluation) wasteScope() Scope { return v.unlessOwned(ScopeWaste) }

func (v *evaluation) unlessOwned(owned Scope) Scope {
	switch v.ownership {
	case inventory.Leased:
		return ScopeLeased
	case inventory.Personal:
		return ScopeCommuting
	default:
		return owned
	}
}

// electricityScope is the scope of the electricity that a device draws.
func (v *evaluation) electricityScope() Scope {
	switch {
	case v.kind.Activity():
		return ScopeGoods
	case v.hosting == inventory.Colocation:
		return ScopeLeased
	case v.hosting == inventory.Home:
		return ScopeCommuting
	case v.ownership == inventory.Leased:
		return ScopeLeased
	case v.ownership == inventory.Personal && v.hosting == "":
		return ScopeCommuting
	default:
		return Scope2
	}
}

// upstreamScope is the scope of losses and upstream of electricity.
func upstreamScope(electricity Scope) Scope {
	if electricity == Scope2 {
		return ScopeFuelAndEnergy
	}
	return electricity
}
