// Package lever says what one step of each parameter is worth: a year more of
// lifetime, a tenth less electricity, a PUE lower by 0.1. It is there to find the
// scenario that is worth writing.
//
// A lever is a scenario of one step (package scenario), applied to the whole estate
// and assessed anew. What it is worth is the difference of two footprints, exactly as a
// comparison has it, and no derivative: the first year more of a lifetime L saves
// E/L − E/(L+1) a year, and the second less. Every lever acts on each item by itself, so
// that its parts by category are those of the same scenario for the category alone, and
// add up to the whole.
package lever
