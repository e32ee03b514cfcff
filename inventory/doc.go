// Package inventory turns a department's files into an estate: what they hold of
// devices, compressed to profiles and exact amounts, with every problem placed
// at its row. Personal data does not pass it.
//
// The files of the package follow a row on its way: packed, sniff,
// encoding, delimited, workbook, ods, excel_2003 and html_table find out what a
// file is and split it into rows; header, layout and
// columns decide what its columns mean; number, date_parse, country, vocabulary
// convert cells; package recognition says what a row describes; convert_row puts a
// row together; profile_table adds it to its profile; estate_csv writes the result
// down. What words and headers mean is data, in the folder of that name.
//
// BenchmarkRead measures the whole against encoding/csv; how to run it is said there.
package inventory
