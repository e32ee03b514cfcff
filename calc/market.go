package calc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
	"govfootprint/inventory"
)

var residualMixes = fixedLadder(residualMix)

// marketBased returns what one kWh of a driver's electricity stands for by
// contract, and whether anything is known about it:
//
//	Σ share(contract) · factor(contract) + (1 − Σ share) · residual mix
//
// with the location-based factor where no pack has a residual mix, which is
// said. Losses and upstream are those of the location: a contract changes who
// is paid for the electricity, not the wires it comes through. It holds for gwp
// alone; contracts state no other impact.
func (v *evaluation) marketBased(located *term) (perKWh *term, known bool) {
	if !v.hasMarket() {
		return nil, false
	}
	contracts := v.contractsFor(v.place, v.site, v.hosting)
	unit := v.units[factors.GWP].perKWh.String()
	rest := given("all electricity", one, "1", fromFormula)
	var args []*term
	for _, c := range contracts {
		share := given("share of "+c.Name, c.Share, "1", fromMethod)
		factor := given(strings.TrimSpace(c.Name+" "+c.Instrument), c.Factor, "kgCO2e/kWh", fromMethod)
		args = append(args, productOf("under contract: "+c.Name, unit, share, factor))
		rest = differenceOf("not under contract", "1", rest, share)
	}
	if !rest.value.IsZero() {
		other, residual := v.uncontracted(located)
		if other == nil {
			return nil, false
		}
		known = residual
		args = append(args, productOf("not under contract", unit, rest, other))
	}
	return sumOf("market-based electricity", unit, args...), known || len(contracts) > 0
}

// hasMarket reports whether the run knows anything market-based at all.
func (e *engine) hasMarket() bool { return e.residual || len(e.method.Contracts) > 0 }

// uncontracted returns what stands for electricity without a contract, and
// whether it is a residual mix.
func (v *evaluation) uncontracted(located *term) (*term, bool) {
	match := v.find(residualMixes, v.place, want{factors.PropertyImpact, factors.Use, "", factors.GWP})
	if match != nil {
		if t := v.inUnit("residual mix", match, v.units[factors.GWP].perKWh); t != nil {
			if g := v.grid(v.place, factors.GWP); g != nil {
				t = g.after(t)
			}
			return t, true
		}
	}
	v.note(note{code: MarketByLocation, severity: Assumption, stage: factors.Use, impact: factors.GWP, place: v.place})
	return located, false
}

// contractsFor returns the contracts that supply electricity at a place and
// site. What is used at home or in colocation is bought by others: only a contract
// that names the site covers it.
func (e *engine) contractsFor(place, site string, hosting inventory.Hosting) []Contract {
	others := hosting == inventory.Home || hosting == inventory.Colocation
	var applicable []Contract
	for _, c := range e.method.Contracts {
		switch {
		case c.Site != "" && c.Site != site,
			c.Site == "" && others,
			c.Place != "" && !slices.Contains(factors.PlacesFor(place), strings.ToUpper(c.Place)):
		default:
			applicable = append(applicable, c)
		}
	}
	return applicable
}

// ContractsError says that contracts promise more than all the electricity of a place.
type ContractsError struct {
	Place, Site string
	Contracts   []string
	Share       decimal.Decimal
}

func (err *ContractsError) Error() string {
	where := err.Place
	if err.Site != "" {
		where += ", site " + err.Site
	}
	return fmt.Sprintf("electricity contracts %s together supply %s times the electricity of %s: lower their shares to 1 or less, or give them different places or sites",
		strings.Join(err.Contracts, ", "), err.Share, where)
}

// checkContracts returns an error where a driver's contracts promise more than
// all of its electricity.
func (e *engine) checkContracts(d *driver) error {
	total := decimal.Zero
	var names []string
	for _, c := range e.contractsFor(d.place, d.site, d.hosting) {
		total = total.Add(c.Share)
		names = append(names, c.Name)
	}
	if total.GreaterThan(one) {
		return &ContractsError{Place: d.place, Site: d.site, Contracts: names, Share: total}
	}
	return nil
}

// MarketError says that a market-based view was asked for of electricity about
// which nothing market-based is known: it would be the location-based one under
// another name.
type MarketError struct{}

func (*MarketError) Error() string {
	return "a market-based view needs to know the market: state the department's electricity contracts in the settings (contracts), " +
		"or add the residual mix of the place to a factor pack (electricity/residual-mix); or choose the location-based view"
}
