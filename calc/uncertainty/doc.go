// Package uncertainty says how sure a footprint is, and how sure the difference
// between two is.
//
// Every published factor and every datum has a [Quantity] behind it that nobody
// knows exactly, with a distribution about its stated value (spread.go). Package
// calc writes the figures of an assessment out as sums of products of these
// ([calc.Expansion]); so a run costs products × draws, whatever the number of
// devices. There are two ways to an interval:
//
//   - [Analytic]: from the moments of each quantity and what it weighs, without
//     draws. It costs next to nothing, and every report has it.
//   - [Run]: by simulation. A quantity has one draw for all devices, all stages and
//     all assessments of the run (identity.go), so that the difference of two
//     assessments has its own interval, and two that are the same differ by nothing.
//
// Means are kept: each quantity varies such that the mean of a figure is the figure
// that is reported without uncertainty. Medians of skewed distributions lie below.
//
// The draws of a quantity come from a stream of its own, which hangs on its identity
// and the seed alone. The same seed gives the same bits on every machine, with any
// number of processors (portable.go), and a further factor changes no other draw.
//
// An interval speaks of what a total covers. What is missing from the total is
// missing from the interval too.
package uncertainty
