package inventory

// bindWithoutHeader binds the columns of a sheet that has no header row, by what
// its first rows hold. All rows are then items: header.index of the table is -1
// and header.row 0. It reports false where the cells do not tell enough.
func bindWithoutHeader(rows []row) (*table, bool) { return bindByContent(rows) }
