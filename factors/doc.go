// Package factors holds the published figures that a footprint is made of: it
// loads them from packs, checks them, and finds the one that fits best.
//
// # Packs
//
// A pack is a folder with a pack.yaml, which says what the pack is, and CSV
// files, one factor a row, with exactly these columns:
//
//	id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note
//
// [LoadPack] reads one, strictly, and returns everything that is wrong with it
// at once, each issue with its file, line and column. A pack is immutable: its
// content has a hash, and a new figure makes a new version.
//
// # Subjects
//
// A subject is written in lower case with single spaces:
//
//	laptop                   a category; hardware is the root of all
//	laptop/14in              a sub-category
//	laptop@dell              a category of one maker
//	dell:latitude            a family of models
//	dell:latitude 5420       a model
//	electricity/generation   anything that is not a device has a root of its own:
//	                         electricity, electricity-projection, component, freight,
//	                         equivalence, data-centre, currency
//
// # The ladder
//
// [Library.Find] looks for a factor subject by subject, from the exact model to
// the mass-based fallback. On the first rung where any factor applies, the
// highest layer wins; within it the nearest place (region, country, group,
// world, then factors that state no place); within that the preferred of several
// subjects of equal rank; then the nearest year (the same, the nearest earlier,
// the nearest later, then factors that state no year); and last the pack that
// was selected later. Everything that lost on this rung is kept with the reason,
// in the order in which it would have won.
//
// # Grades
//
// How near a factor is to what was asked decides how good it can be. The rung
// sets where the grade starts, and distance in place and time makes it worse:
//
//	exact model                              A
//	family                                   B
//	maker and category                       B
//	sub-category                             B
//	category                                 C
//	mass-based fallback                      E
//	no ladder (electricity, components, …)   A
//
//	place, where it matters (electricity):   region or country 0, group 1 worse, world 2 worse
//	year, of factors that have one:          0 to 2 years off 0, 3 to 5 years 1 worse, more 2 worse
//
// Grades worse than E are E. The result is never better than the factor's own
// quality, which its pack states; where it states none, that is E.
package factors
