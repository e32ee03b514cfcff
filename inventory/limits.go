package inventory

// Limits bound what reading may cost, so that a hostile or damaged file is
// refused with a message instead of exhausting the machine. A zero field means
// its default.
type Limits struct {
	FileBytes    int64 // size of one file; default 4 GiB
	UnzippedSize int64 // bytes that one file may unpack to; default 8 GiB
	UnzippedRate int64 // how many times its packed size a part may unpack to, once above 64 MiB; default 300
	SharedBytes  int64 // text that a workbook shares between cells; default 96 MiB
	HeldBytes    int64 // a workbook inside another file, which must be held in memory; default 64 MiB
	Sheets       int   // sheets of one workbook; default 2,000
	Rows         int64 // rows of one sheet; default 50,000,000
	Columns      int   // columns of one sheet; default 16,384, what a spreadsheet can hold
	// RepeatedCells bounds the cells that a few bytes of a workbook stand for: those
	// before a cell in a far column, and those that a repetition stands for, a
	// repeated row counting for 30 beside its cells. A sheet that is full to its last
	// row has 17 billion. Default 100,000,000.
	RepeatedCells int64
	CellBytes     int   // length of one cell; default 128 KiB, four times what a spreadsheet can hold
	HeaderRows    int   // lines among which the header is looked for; default 100
	Machines      int64 // virtual machines of a run, what runs on them, and data centres; default 1,000,000 each
	TextBytes     int64 // distinct text that an estate may hold: departments, sites, models; default 64 MiB
	Problems      int   // problems kept with their position; default 100,000, counts stay exact
}

// DefaultLimits returns the limits that apply where none are given.
func DefaultLimits() Limits {
	return Limits{
		FileBytes:     4 << 30,
		UnzippedSize:  8 << 30,
		UnzippedRate:  300,
		SharedBytes:   96 << 20,
		HeldBytes:     64 << 20,
		Sheets:        2_000,
		Rows:          50_000_000,
		Columns:       16_384,
		RepeatedCells: 100_000_000,
		CellBytes:     128 << 10,
		HeaderRows:    100,
		Machines:      1_000_000,
		TextBytes:     64 << 20,
		Problems:      100_000,
	}
}

// withDefaults fills the limits that are not given.
func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	fill := func(v *int64, or int64) {
		if *v <= 0 {
			*v = or
		}
	}
	fillInt := func(v *int, or int) {
		if *v <= 0 {
			*v = or
		}
	}
	fill(&l.FileBytes, d.FileBytes)
	fill(&l.UnzippedSize, d.UnzippedSize)
	fill(&l.UnzippedRate, d.UnzippedRate)
	fill(&l.SharedBytes, d.SharedBytes)
	l.SharedBytes = min(l.SharedBytes, 2<<30) // places in it are 32-bit numbers
	fill(&l.HeldBytes, d.HeldBytes)
	fillInt(&l.Sheets, d.Sheets)
	fill(&l.Rows, d.Rows)
	fillInt(&l.Columns, d.Columns)
	fill(&l.RepeatedCells, d.RepeatedCells)
	fillInt(&l.CellBytes, d.CellBytes)
	fillInt(&l.HeaderRows, d.HeaderRows)
	fill(&l.Machines, d.Machines)
	fill(&l.TextBytes, d.TextBytes)
	fillInt(&l.Problems, d.Problems)
	return l
}
