// Package scenario reads scenario files and applies them: declared changes to what
// an assessment is made from, in order, each with the items that it concerns, what
// happens to them and why.
//
// A scenario is applied to an estate, never to rows: it costs as much as the estate
// has profiles, however many devices those stand for. What it is applied to stays as
// it is; each change gives a new [State], so that the difference which each makes can
// be told ([Scenario.Steps]).
//
// Which items a change concerns is an expression over the attributes of a profile
// ([Filter]), in the language of github.com/expr-lang/expr with what cannot be told
// of a profile left out: no functions, no loops, nothing that does not end.
//
// Whatever is wrong with a file is told at once, with line and column, in an [*Error].
// What is right and yet may not be meant is a [Note]: a filter that matches nothing,
// a change that undoes another.
package scenario
