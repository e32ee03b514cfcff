// Package verify reads a report's workbook again and compares it with another,
// cell by cell. The workbook may come from anybody: what is read of it is bounded
// by the limits of package inventory, nothing in it is run, and no link followed.
package verify
