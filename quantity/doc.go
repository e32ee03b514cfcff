// Package quantity gives decimals their units, and refuses sums and
// conversions that make no sense.
//
// A [Unit] is parsed from text that is written in full, the way factor packs
// and inventories write it: kgCO2e/unit, gCO2e/kWh, kgCO2e/(t.km), kWh/year,
// mm2, 1. Every unit has a [Dimension] (what it measures) and an exact scale
// (how much of it), so that a conversion between units of one dimension is exact
// wherever the result is a finite decimal, and otherwise rounded once, half to
// even, at [Scale] decimal places.
//
// # Grammar
//
//	unit    = "1" | product [ "/" factor ]... | "1/" factor ...
//	product = factor [ "." factor ]...            (also "·" and "*")
//	factor  = symbol [ "^" digit ] | "(" product ")"
//
// Several divisions in a row divide by each: kgCO2e/unit/year is
// kgCO2e/(unit.year). A product after a division needs its parentheses:
// kgCO2e/t.km is refused, because readers disagree about it.
// Lengths take a plain exponent: mm2, cm2, m3.
//
// # Symbols
//
//   - numbers: 1, % (a hundredth)
//   - mass mg g kg t kt Mt, and lb; energy J Wh with prefixes m k M G T; power W likewise
//   - time s min h day week month year. A year is 365 days and a month a
//     twelfth of it, the convention of ADEME, the SCI specification and the
//     manufacturers' sheets; the length of a reporting period is no business of
//     units.
//   - length nm µm mm cm m km in mile, with 2 and 3 for areas and volumes; L with m c h k, and gal (US)
//   - data B and bit, with k M G T P E, and KiB MiB GiB TiB
//   - radioactivity Bq; amount of substance mol; toxicity CTUh CTUe; land use Pt; disease incidence
//   - things that are counted, each a dimension of its own because a figure per
//     server is no figure per person: unit (also item, device, piece), user,
//     person, passenger, FTE, household, vCPU, core, meal, search, email,
//     message, prompt, response, token, page, subscription, account, mailbox,
//     transaction, night, block … and any other in braces: {cup of tea}
//   - money by ISO 4217 code, optionally with the year of its prices: GBP, USD2022
//   - impacts, open-ended: an amount, the substance it is expressed in, and `eq`:
//     kgSbeq, molH+eq, kBqU235eq, kgCFC-11eq, kgNMVOCeq. Amounts are a mass,
//     mol or Bq. Carbon dioxide may drop the q: kgCO2e. Whatever the substance,
//     it is a dimension of its own, so a pack may bring an impact this package
//     has never heard of; a bare kgCO2 is refused, for it leaves out the other gases.
//
// Common spellings are understood (tonne, litre, hour, yr, kgCO2eq, "kg CO2e")
// and written back in canonical form.
package quantity
