package inventory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Source is one file to read. Open is called once or more: a column of dates
// that could be read two ways is looked at as a whole first. A reader that is
// also an io.ReaderAt, as *os.File is, spares a workbook from being held in memory.
type Source struct {
	Name string // as messages name it
	Size int64  // in bytes; -1 where it is not known
	Open func() (io.ReadCloser, error)

	packed *packing // what it was taken out of; nil for a file that was given as it is
}

// Options say how to read.
type Options struct {
	// Period is the reporting period; service is counted for it. Where it is
	// zero and the first source is an estate file, that file's period holds.
	Period         Period
	AsOf           Date   // end of observation for units still in use; zero: the last day of the period
	Observed       bool   // also sum units over observed lifetimes, for the basis `observed`
	DefaultCountry string // ISO 3166 code for rows that name no country
	KeepPersonal   bool   // count people's own devices also where no attribution is stated: the method has one
	Limits         Limits
	Allocation     Allocation // what hosts are split over their machines by, where these state it
	SpreadIdle     bool       // machines bear the whole host, also what of it none of them was promised
	Splits         bool       // keep how each part of a host came about, for [Estate.Splits]
	Mapping        *Mapping   // what people say about the files; nil for nothing
	// Counted reports whether factor packs have a figure for an activity in its measure;
	// nil: for all. Where they have none, a row goes by what it cost, if it says that.
	Counted func(Profile) bool
	Items   bool // tell rows apart, for [Result.Items]; takes memory for each of them
	Survey  bool // look at every column for [ColumnInfo.Filled] and what follows it; takes longer

	// Progress is told how many bytes of how many were read, from time to time;
	// total is -1 where a size is not known.
	Progress func(read, total int64)
	// OnProblem is told every problem as it is found, also those beyond Limits.Problems.
	OnProblem func(Problem)
}

// Result is what came of reading.
type Result struct {
	Estate   *Estate
	Problems *Problems
	Files    []FileInfo

	// Questions are what nobody but a person can answer, those first that most
	// units depend on. A mapping has the answers.
	Questions Questions

	// Items are the rows that were counted, where they were asked for; nil otherwise.
	Items *Items

	// UsageYear is the calendar year in which most of the usage begins (lines of
	// bills, for the most part), where there is some and none of it in the period; 0
	// otherwise.
	UsageYear int
}

// FileInfo says what a file was taken for.
type FileInfo struct {
	Name   string // one of an archive is named by both, export.zip/a.csv
	SHA256 string // of the file's bytes, hexadecimal; empty for a file that is larger than the limits. A file of an archive has its own
	Size   int64
	Format string // csv, xlsx, ods, xml (of Excel 2003), html, estate; empty where the file was refused before that was known

	Encoding  string // of a text: utf-8, utf-16le, windows-1252 …
	Delimiter string // of a text: the character between its cells

	Refused bool   // the file contributes nothing; a problem says why
	CopyOf  string // the file before it that holds the same bytes, where this one contributes nothing for that reason
	Sheets  []SheetInfo
}

// SheetInfo says what a table was taken for. A file without sheets has one
// without a name; a sheet with several tables has one for each.
type SheetInfo struct {
	Name      string
	Layout    string // name of the layout that its columns follow; empty where the sheet was skipped
	HeaderRow int    // as a spreadsheet counts; 0 where none was found
	Why       string // why the sheet was not read: hidden, mapping, or the code of the problem that says so
	Mapped    bool   // an entry of the mapping names the sheet
	List      string // what it lists where that is not devices: virtual_machines, data_centres, applications, usage …; empty for devices
	Rows      int64  // rows below the header that hold anything
	Assessed  int64  // of these, those not recognised too
	Rejected  int64
	Excluded  int64 // left out for a good reason
	Columns   []ColumnInfo

	Unrecognised int64 // of the assessed: listed, and in no total

	// Missing are columns that would make the result better: acquired, model, country, quantity, status.
	Missing []string
}

// ColumnInfo says what a column was taken for.
type ColumnInfo struct {
	Header string // as it stands in the file
	Field  string // canonical column, empty where the column is not read
	Why    string // why it is not read: personal, identifier, not_needed, duplicate, alternate, other_year, unknown, empty, mapping
	Item   string // category of the further item of a row that the column describes; empty for the row's own
	How    string // how that is known: header, layout, content, mapping; constant for a value that the mapping states for all rows; empty where nothing is
	Unit   string // of its numbers, where the header, the layout or the mapping says so

	Means   string // of a duplicate: the canonical column that it would be
	Instead string // of a duplicate: the header of the column that is read

	// Known only with [Options].Survey.
	Filled   int64     // rows that hold something in it
	Values   ValueKind // what these are; empty for columns that nobody may look into
	Distinct int       // different values among the first rows, up to a limit
	Samples  []string  // the most frequent values; only of columns that are read, or would be
}

// Read reads inventories into one estate. What is wrong with a file, a column or
// a row becomes a problem of the result, and the rest is read; a file that
// cannot be read to its end contributes nothing. The error is for what the
// caller must deal with: a cancelled context, options that make no sense, a
// source that cannot be opened or fails while it is read ([SourceError]).
func Read(ctx context.Context, sources []Source, options Options) (*Result, error) {
	r, err := newReader(ctx, sources, options)
	if err != nil {
		return nil, err
	}
	defer r.close()
	for i := range r.sources {
		if err := r.readSource(i); err != nil {
			return nil, err
		}
	}
	r.settleVirtual()
	r.settleNetworks()
	if r.days != nil {
		r.days.tell(r.result.Problems)
		r.result.UsageYear = r.days.otherYear()
	}
	r.ledger.tell(r.result.Problems)
	r.returns.tell(r.result.Problems)
	r.tellOverlaps()
	r.mapping.unused(r.result.Problems)
	r.result.Questions.sort()
	r.separateItems()
	result := r.result // apart from the reader, which remembers every identifier
	return &result, nil
}

// A reader reads the sources of one run.
type reader struct {
	ctx      context.Context //nolint:containedctx // of one run of Read, handed to each source's input
	sources  []Source
	options  Options
	result   Result
	read     int64 // bytes of the sources before
	total    int64
	sheets   map[int]int            // how many a source has, once it was opened
	siblings map[int][]siblingSheet // what the sheets of each source show, once it was asked for
	archives []*unpacked            // open until everything is read
	skipped  map[int]*unpacked      // by their first source: archives that hold more than is read
	seen     seenFiles              // those read
	hash     *identifierHash
	ledger   identifierLedger // of what was assessed
	returns  returnLedger     // likewise
	days     *usageDays       // on which something was used; nil where no list says so
	bills    *usageSeen       // lines of bills; nil before there are any
	network  networks         // of the files that were read
	scopes   []*usageScope    // of lists of use, to find two of the same
	virtual  virtualLists     // of the files that were read
	mapping  *mappingUse
	items    *itemLedger // of the rows that were counted; nil where nobody asked for them
}

func newReader(ctx context.Context, sources []Source, options Options) (*reader, error) {
	r := &reader{ctx: ctx, options: options, hash: newIdentifierHash(), mapping: options.Mapping.use()}
	r.options.Limits = options.Limits.withDefaults()
	if options.Items {
		r.items = new(itemLedger)
	}
	if err := r.unpack(sources); err != nil {
		return nil, err
	}
	if err := r.settle(); err != nil {
		r.close()
		return nil, err
	}
	for _, src := range r.sources {
		if src.Size < 0 {
			r.total = -1
			break
		}
		r.total += src.Size
	}
	r.result = Result{Estate: NewEstate(r.options.Period), Problems: NewProblems(r.options.Limits.Problems)}
	r.result.Problems.hook = options.OnProblem
	return r, nil
}

// unpack opens the archives among the sources.
func (r *reader) unpack(sources []Source) error {
	for _, source := range sources {
		u, err := unpack(r.ctx, source, r.options.Limits)
		if err != nil {
			r.close()
			return err
		}
		r.archives = append(r.archives, u)
		if len(u.skipped) > 0 {
			if r.skipped == nil {
				r.skipped = make(map[int]*unpacked)
			}
			r.skipped[len(r.sources)] = u
		}
		r.sources = append(r.sources, u.sources...)
	}
	return nil
}

// close closes the archives. They were only read, so nothing can be lost.
func (r *reader) close() {
	for _, u := range r.archives {
		_ = u.close()
	}
}

// settle completes the options.
func (r *reader) settle() error {
	if r.options.Period == (Period{}) {
		for _, src := range r.sources {
			period, isEstate, err := estatePeriod(r.ctx, src)
			if err != nil {
				return err
			}
			if isEstate {
				r.options.Period = period
				break
			}
		}
	}
	if p := r.options.Period; !p.Start.Known() || !p.End.Known() || p.Start > p.End {
		return errors.New("inventory: no reporting period: state one such as 2025, or 2024-04-01/2025-03-31")
	}
	if !r.options.AsOf.Known() {
		r.options.AsOf = r.options.Period.End
	}
	if country := r.options.DefaultCountry; country != "" {
		code, ok := parseCountry(country)
		if !ok {
			return fmt.Errorf("inventory: default country %q: want an ISO 3166 code such as GB or CA-ON, or a country's name", country)
		}
		r.options.DefaultCountry = code
	}
	return nil
}

// input returns a source ready for reading.
func (r *reader) input(i int) *input {
	return &input{ctx: r.ctx, source: r.sources[i], limits: r.options.Limits, size: r.sources[i].Size}
}

// readSource reads one source and merges what it holds. Only what the caller
// must deal with is an error.
func (r *reader) readSource(i int) error {
	in := r.input(i)
	before := r.read
	in.told = func(read int64) {
		if r.options.Progress != nil {
			r.options.Progress(before+read, r.total)
		}
	}
	report := newReporter(r.result.Problems, in.source.Name, r.options.Limits)
	info := FileInfo{Name: in.source.Name}
	r.tellSkipped(i)
	copyOf, err := r.copyOf(in)
	if err != nil {
		return err
	}
	if copyOf != "" {
		report.add(Problem{Code: CodeFileDuplicate, Severity: Warning, Args: []string{copyOf}})
		info.CopyOf = copyOf
		return r.finish(in, info)
	}
	sheets, lists, returns := len(r.ledger.sheets), len(r.returns.lists), len(r.returns.returns)
	file := &fileRead{reader: r, estate: NewEstate(r.options.Period)}
	estate, err := r.readFile(i, in, report, &info, file)
	if err == nil {
		info.SHA256, err = in.hashed()
	}
	var why *refusal
	switch {
	case errors.As(err, &why) && !isReadError(err):
		info.Refused = true
		r.bills.forget(i)
		r.ledger.forget(sheets)
		r.returns.lists, r.returns.returns = r.returns.lists[:lists], r.returns.returns[:returns]
		report.refused(why, Rejected)
		if why.code != CodeLimitExceeded && in.size <= hashedThoughRefused {
			if info.SHA256, err = in.hashed(); errors.As(err, &why) {
				err = nil
			}
			if err != nil {
				return err
			}
		}
	case err != nil:
		return err
	case r.result.Estate.Len() == 0 && r.result.Estate.counts.Read == 0:
		r.result.Estate = estate // the only one with anything in it so far
	default:
		if err := r.result.Estate.Merge(estate); err != nil {
			return err
		}
	}
	if !info.Refused {
		r.virtual.take(&file.virtual)
		r.network.take(&file.network)
		r.days = r.days.merge(file.days)
		r.scopes = append(r.scopes, file.scopes...)
		r.seen.add(in)
	}
	return r.finish(in, info)
}

// hashedThoughRefused is the size up to which a file that was refused is named
// with its sum: nothing rests on it, and to read a large file for it takes long.
const hashedThoughRefused = 64 << 20

// finish adds what is known of a file to the result. The sum of one that was
// unpacked is that of the file as it was given, which the person has.
func (r *reader) finish(in *input, info FileInfo) error {
	info.SHA256, info.Size = in.sum, in.size
	r.read += max(in.size, 0)
	if p := in.source.packed; p != nil && !p.part && in.sum != "" {
		file := &input{ctx: r.ctx, source: p.file, limits: r.options.Limits, size: p.file.Size}
		sum, err := file.hashed()
		if err != nil {
			return err
		}
		info.SHA256, info.Size = sum, file.size
	}
	r.result.Files = append(r.result.Files, info)
	return nil
}

// readFile reads one source into an estate of its own, so that a file that
// turns out to be damaged leaves nothing behind.
func (r *reader) readFile(i int, in *input, report *reporter, info *FileInfo, file *fileRead) (*Estate, error) {
	doc, kind, err := openDocument(in)
	if err != nil {
		return nil, err
	}
	if kind == kindEstate {
		info.Format = "estate"
		return r.readEstate(in, report)
	}
	defer doc.close()
	info.describe(doc)
	report.encoding(doc)
	heads := doc.sheets()
	if r.sheets == nil {
		r.sheets = make(map[int]int)
	}
	r.sheets[i] = len(heads)
	file.alone = len(heads) == 1
	own := isTemplate(heads)
	visible := slices.ContainsFunc(heads, func(head sheetHead) bool { return !head.hidden })
	var missing *refusal // why the last sheet without a table has none
	tables, skipped := 0, 0
	questions := newQuestions()
	for s, head := range heads {
		name := publicSheetName(head.name, s)
		report.sheet = name
		if own && slices.Contains(templateSheets, head.name) {
			continue
		}
		says := r.mapping.sheetOf(in.source.Name, head.name)
		if left, leave := leaveSheet(head, name, says, visible, report); leave {
			info.Sheets = append(info.Sheets, left)
			if says.skip {
				skipped++
			}
			continue
		}
		sheet := &sheetRead{reader: r, source: i, doc: doc, index: s, name: name, file: file, report: report, says: says, questions: questions}
		file.sheets = append(file.sheets, sheet)
		tablesOfSheet, err := sheet.read()
		var why *refusal
		if errors.As(err, &why) {
			tablesOfSheet[0].Why = string(why.code)
		}
		sheet.settlePlaces(len(r.result.Files), len(info.Sheets))
		info.Sheets = append(info.Sheets, tablesOfSheet...)
		switch {
		case err == nil:
			tables++
		case errors.As(err, &why) && (why.code == CodeHeaderMissing || why.code == CodeColumnsMissing || why.code == CodeOtherList || why.code == CodeListIncomplete):
			if missing == nil || missing.code == CodeHeaderMissing {
				missing = why
			}
			if len(heads) > 1 {
				report.refused(why, Note)
			}
		default:
			return nil, err
		}
	}
	info.decoded(doc, report.legacy)
	report.sheet = ""
	r.result.Questions.merge(questions)
	if tables == 0 && skipped == 0 {
		if err := r.withoutTables(heads, missing, report); err != nil {
			return nil, err
		}
	}
	if err := file.close(report); err != nil {
		return nil, err
	}
	r.returns.lists = append(r.returns.lists, file.counted.lists...)
	r.returns.returns = append(r.returns.returns, file.counted.returns...)
	return file.estate, nil
}

// withoutTables returns why a file without a table that is read is refused, nothing
// for one that the others do without.
func (r *reader) withoutTables(heads []sheetHead, missing *refusal, report *reporter) error {
	err := noTable(heads, missing, report)
	if !r.notNeeded(missing) {
		return err
	}
	if len(heads) == 1 {
		report.refused(missing, Note)
	}
	return nil
}

// notNeeded reports whether a file that lists nothing that is read is one that the
// others do without: sheets of RVTools that were exported one by one.
func (r *reader) notNeeded(why *refusal) bool {
	return why != nil && why.code == CodeOtherList && slices.Equal(why.args, []string{machineDetails}) && len(r.sources) > 1
}

// machineDetails is what a layout is refused for that others of its program make up for.
const machineDetails = "machine_details"

// noTable returns why a file without a table is refused: for what was missing on
// its sheets. Where there is but one, it is named as the place.
func noTable(heads []sheetHead, missing *refusal, report *reporter) error {
	if missing == nil {
		return refuse(CodeFileDamaged, "workbook", "has no sheets")
	}
	if len(heads) == 1 {
		report.sheet = publicSheetName(heads[0].name, 0)
	}
	return missing
}

// describe tells what a document was taken for.
func (info *FileInfo) describe(doc document) {
	info.Format = doc.format()
	if d, ok := doc.(*delimited); ok {
		info.Encoding, info.Delimiter = d.encoding, string(d.delimiter)
	}
}

// decoded tells the encoding of a text of which not all was UTF-8.
func (info *FileInfo) decoded(doc document, legacy bool) {
	d, ok := doc.(*delimited)
	if !ok || info.Encoding != encodingUTF8 {
		return
	}
	switch count := d.counted.Load(); {
	case count != nil:
		info.Encoding = count.of()
	case legacy:
		info.Encoding = encodingWindows1252
	}
}

// leaveSheet reports whether a sheet is left alone: the mapping says so, or it is
// hidden while others can be seen and the mapping does not ask for it.
func leaveSheet(head sheetHead, name string, says *sheetMapping, othersVisible bool, report *reporter) (SheetInfo, bool) {
	switch {
	case says.skip:
		report.add(Problem{Code: CodeSheetSkipped, Severity: Note})
		return SheetInfo{Name: name, Why: whyMapping, Mapped: true}, true
	case head.hidden && othersVisible && !says.read:
		report.add(Problem{Code: CodeSheetHidden, Severity: Note})
		return SheetInfo{Name: name, Why: whyHidden}, true
	}
	return SheetInfo{}, false
}

// readEstate reads an estate file.
func (r *reader) readEstate(in *input, report *reporter) (*Estate, error) {
	s, err := in.stream()
	if err != nil {
		return nil, err
	}
	defer s.close()
	var rows []int
	var found foundRows
	if r.items != nil {
		found = func(row int) { rows = append(rows, row) }
	}
	estate, personal, err := readEstateCSV(s, r.options.Limits, found)
	if err != nil {
		return nil, err
	}
	estate.tellApart(r.items, &sheetPlace{file: in.source.Name}, rows)
	if personal > 0 {
		report.add(Problem{Code: CodePersonalValue, Severity: Warning, Args: []string{strconv.FormatInt(personal, 10)}})
	}
	if estate.period != r.options.Period {
		return nil, refuse(CodeEstatePeriod, r.options.Period.String(), estate.period.String())
	}
	if r.options.DefaultCountry != "" {
		estate = estate.withDefaultCountry(r.options.DefaultCountry)
	}
	return estate, nil
}
