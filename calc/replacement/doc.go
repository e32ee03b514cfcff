// Package replacement says when replacing a device pays: for each category, kind of
// device and impact, how much less electricity the new one must use, and from which
// age of the old one on.
//
// The making of the old device is past, whatever is done with it now. What a decision
// changes is the old one's electricity on the one side, and the new one's making,
// distribution, end of life and electricity on the other:
//
//	keeping costs a year     U
//	replacing costs a year   E/L + (1 − x)·U
//
// with U what the use of the old one causes in a year, E what the new one bears over
// its whole life besides its use, L the years that it is used, and x the share by
// which it uses less electricity. So replacing pays where x exceeds the break-even
// improvement r = E/(L·U) (breakeven.go).
//
// This is the reasoning of S. Prakash, R. Liu, K. Schischke and L. Stobbe, Timely
// replacement of a notebook under consideration of environmental aspects (UBA Texte
// 45/2012, Öko-Institut and Fraunhofer IZM), whose amortisation periods come out of
// the same equations (breakeven_internal_test.go).
package replacement
