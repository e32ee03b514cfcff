// Package boavizta makes a factor pack of exact models from the table of
// manufacturers' product footprints that the association Boavizta published
// (environmental-footprint-data). The table is under the Open Database License,
// which asks to share alike; so it is not shipped, and whoever downloads it makes the
// pack at home.
//
// # The way of a row
//
//	table.go      bytes → cells: encoding, delimiter, decimal mark, header
//	number.go     cells → numbers, without guessing; text.go, date.go likewise
//	sheet.go      a row → what one product sheet says, what is wrong with it
//	share.go      total × shares → stages, or why not
//	plausible.go  figures that a device of its category cannot have
//	name.go       the names under which an inventory may know the product
//	canonical.go  those names as the inventory's own reader writes them; naming.go asks once for all
//	spread.go     how the sheets of a category differ, and which stand out
//	merge.go      several sheets of one model → one
//	pack.go       pack.yaml, factors.csv, NOTICE
//	report.go     what was changed, left out or doubted, row by row; finding.go has the words
//
// # One pack from two dialects
//
// The table exists with commas and decimal points, and with semicolons and decimal
// commas. The second was made from the first by replacing, so it has commas inside
// names ("1,4GHz") and even addresses. Every cell is brought back before anything else
// looks at it, and whatever goes into the pack (its version and the hash of the table
// among it) is made from those cells: both dialects give the same bytes.
//
// # What a published total is good for
//
// A total is manufacturing, distribution, use and end of life together, with the use
// phase of the maker's own lifetime and electricity. The calculation adds its own use
// phase, so a total is never booked whole: what remains after the share of use is. A
// total without that share is not used.
package boavizta
