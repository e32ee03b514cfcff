// Package disclosure works out the tables that governments owe, or are asked
// for, from a report: the scopes of the GHG Protocol, the returns of the United
// Kingdom, New Zealand and Australia, ADEME's checklist for information systems,
// circularity, data centres, equivalences, and the aims of the Shared Approach.
//
// A [View] is tables of typed cells: words, figures with their unit, and gaps
// with why there is no figure and what to give. It is worked out once, by [Of],
// and shown by each format in its own way. A figure says, as an [Expression], how
// it follows from cells that stand elsewhere, so that a workbook can write a
// formula and nobody types a number twice.
//
// A view holds what its framework asks for as far as that was read; each names its
// sources. What an inventory cannot know is a gap, never a zero.
package disclosure
