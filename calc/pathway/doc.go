// Package pathway runs an estate through the years to a horizon: as it is used and
// replaced now, and by scenarios.
//
// Of each year it makes the estate that an inventory would show, and assesses that as
// ever: the booking of embodied impact is that of the chosen basis. Devices leave when
// they have reached the lifetime that the assessment plans with, and as many like them
// come in the same month, so that units are conserved: what changes their number is a
// scenario that says so, or a growth that was stated. Nothing is thrown away early,
// unless a scenario removes it.
//
// All is done on profiles. A profile is parted where a part of its units takes a change
// up and the other does not yet; parts that have become the same again are one again.
package pathway
