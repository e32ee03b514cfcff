// Package comparison puts scenarios beside a baseline, and a year beside the one
// before: what each change does to every figure, exactly.
//
// The changes of a scenario are made one after the other, and the footprint is worked
// out anew after each. What a change does is the difference to the footprint before
// it, so that the changes of a scenario add up to its difference to the last digit.
// What one change does depends on those before it: of "half as many" and "twice as
// long", the second acts on half. The order is that of the file.
package comparison
