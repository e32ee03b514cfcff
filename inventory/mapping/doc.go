// Package mapping reads and writes mapping files: what a person says about the
// inventories of a department where their headers and words do not say it, or
// say it wrongly. It knows the form of such a file, with the line and column of
// everything in it; what the fields, categories and words in it mean is for
// package inventory to judge.
//
// A mapping file is YAML, strictly: one document of mappings, lists and plain
// text. Aliases, anchors, tags, repeated and unknown keys are refused, so that a
// slip of the pen is seen and no file can grow in memory.
package mapping
