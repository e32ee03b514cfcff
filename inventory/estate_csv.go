package inventory

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

// An estate file is CSV in UTF-8. Its first line says what it is and what became
// of the rows, its second names the columns, each further line is a profile with
// its amounts, in canonical order:
//
//	# govfootprint estate; format=2; period=2025; read=3; assessed=2; rejected=0; excluded=virtual_machine:1:4
//	kind,category,variant,…,observed_days
//	hardware,laptop,14in,dell,latitude,latitude 5420,stated,in_service,…
//
// It holds what an estate holds, to the last digit, so that estates of many
// departments merge exactly. It holds no personal data. A text that a
// spreadsheet would take for a formula has an apostrophe before it.

// estateMagic begins every estate file.
const estateMagic = "# govfootprint estate;"

// estateFormat is the version of the format. A reader refuses others.
const estateFormat = "2"

// estateColumns are the columns of an estate file: the attributes of a profile in
// the order in which profiles are compared, then the amounts.
var estateColumns = []string{
	"kind", "category", "variant", "manufacturer", "family", "model", "recognition", "measure",
	"status", "ownership", "condition", "hosting", "end_of_life", "quality", "energy", "capacity",
	"department", "site", "country", "service", "application", "environment", "acquired", "retired", "lifetime_years", "attribution", "config", "room",
	"rows", "units", "full", "days", "activity", "rate_full", "rate_days", "observed_full", "observed_days",
}

const estateAttributes = 28 // columns before the amounts

// WriteCSV writes the estate as an estate file.
func (e *Estate) WriteCSV(w io.Writer) error {
	b := bufio.NewWriter(w)
	if _, err := fmt.Fprintln(b, e.manifest()); err != nil {
		return err
	}
	out := csv.NewWriter(b)
	if err := out.Write(estateColumns); err != nil {
		return err
	}
	record := make([]string, len(estateColumns))
	for p, a := range e.Sorted() {
		copy(record, []string{
			string(p.Kind), p.Category, p.Variant, p.Manufacturer, p.Family, p.Model, string(p.Recognition), p.Measure,
			string(p.Status), string(p.Ownership), string(p.Condition), string(p.Hosting), p.EndOfLife, string(p.Quality), string(p.Energy), string(p.Capacity),
			p.Department, p.Site, p.Country, p.Service, p.Application, p.Environment, p.Acquired.String(), p.Retired.String(), p.Lifetime, p.Attribution, p.Config, p.Room,
		})
		for i, text := range record[:estateAttributes] {
			record[i] = disarm(text)
		}
		record[estateAttributes] = strconv.FormatInt(a.Rows, 10)
		for i, t := range []Tally{a.Units, a.Full, a.Days, a.Activity, a.RateFull, a.RateDays, a.ObservedFull, a.ObservedDays} {
			record[estateAttributes+1+i] = ""
			if !t.IsZero() {
				record[estateAttributes+1+i] = t.String()
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// manifest returns the first line of an estate file.
func (e *Estate) manifest() string {
	var excluded []string
	for _, code := range slices.Sorted(maps.Keys(e.counts.Excluded)) {
		x := e.counts.Excluded[code]
		excluded = append(excluded, fmt.Sprintf("%s:%d:%s", code, x.Rows, x.Units))
	}
	return fmt.Sprintf("%s format=%s; period=%s; read=%d; assessed=%d; rejected=%d; excluded=%s",
		estateMagic, estateFormat, e.period, e.counts.Read, e.counts.Assessed, e.counts.Rejected, strings.Join(excluded, ","))
}

// disarm keeps a spreadsheet from taking a text for a formula; rearm takes that back.
func disarm(text string) string {
	if text != "" && (strings.IndexByte("=+-@\t\r'", text[0]) >= 0 || beginsWide(text)) {
		return "'" + text
	}
	return text
}

// beginsWide reports whether a text begins with the full-width form of a sign by
// which formulas begin; some spreadsheets take it for the narrow one.
func beginsWide(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("＝＋－＠", first)
}

func rearm(text string) string { return strings.TrimPrefix(text, "'") }

// EstateFormatError tells what is wrong with an estate file.
type EstateFormatError struct {
	Line   int
	Column string // empty where the whole line is wrong
	Value  string
	Want   string
}

func (err *EstateFormatError) Error() string {
	where := fmt.Sprintf("estate file, line %d", err.Line)
	if err.Column != "" {
		where += ", column " + err.Column
	}
	return fmt.Sprintf("%s: %q; want %s", where, err.Value, err.Want)
}

// ReadCSV reads an estate file. An error about its contents is an [EstateFormatError].
func ReadCSV(r io.Reader) (*Estate, error) {
	e, _, err := readEstateCSV(r, DefaultLimits(), nil)
	var why *refusal
	switch {
	case err == nil:
		return e, nil
	case errors.As(err, &why) && why.code == CodeEstateDamaged:
		return nil, &EstateFormatError{Line: why.row, Column: why.column, Value: why.value, Want: strings.Join(why.args, ", ")}
	case errors.As(err, &why) && why.code == CodeLimitExceeded:
		return nil, &EstateFormatError{Line: why.row, Want: "no more than " + why.args[1] + " " + why.args[0]}
	}
	return nil, err
}

// EstatePeriod returns the period of a source that is an estate file, and
// whether it is one. It reads no more than the first line.
func EstatePeriod(ctx context.Context, src Source) (Period, bool, error) {
	u, err := unpack(ctx, src, DefaultLimits())
	if err != nil {
		return Period{}, false, err
	}
	defer u.close()
	for _, source := range u.sources {
		if period, is, err := estatePeriod(ctx, source); is || err != nil {
			return period, is, err
		}
	}
	return Period{}, false, nil
}

func estatePeriod(ctx context.Context, src Source) (Period, bool, error) {
	in := &input{ctx: ctx, source: src, limits: DefaultLimits()}
	head, err := readHead(in)
	if err != nil {
		return Period{}, false, ignoreRefusal(err)
	}
	if !strings.HasPrefix(string(head), estateMagic) {
		return Period{}, false, nil
	}
	line, _, _ := strings.Cut(string(head), "\n")
	if e, err := parseManifest(line); err == nil {
		return e.period, true, nil
	}
	return Period{}, false, nil // what is wrong with it, Read says
}

// badEstate is the refusal of an estate file.
func badEstate(line int, column, value, want string) *refusal {
	return &refusal{code: CodeEstateDamaged, row: line, column: column, value: quotable(value), args: []string{want}}
}

// parseManifest reads the first line of an estate file into an empty estate with its counts.
func parseManifest(line string) (*Estate, error) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(line), estateMagic)
	if !ok {
		return nil, badEstate(1, "", line, "a line that begins with "+estateMagic)
	}
	values := make(map[string]string)
	for item := range strings.SplitSeq(rest, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(item), "=")
		values[key] = value
	}
	if values["format"] != estateFormat {
		return nil, badEstate(1, "format", values["format"], "format "+estateFormat+", which this version reads")
	}
	period, err := ParsePeriod(values["period"])
	if err != nil {
		return nil, badEstate(1, "period", values["period"], "a year, or a first and last day")
	}
	e := NewEstate(period)
	for _, count := range []struct {
		key  string
		into *int64
	}{{"read", &e.counts.Read}, {"assessed", &e.counts.Assessed}, {"rejected", &e.counts.Rejected}} {
		n, err := strconv.ParseInt(values[count.key], 10, 64)
		if err != nil || n < 0 {
			return nil, badEstate(1, count.key, values[count.key], "a count")
		}
		*count.into = n
	}
	if values["excluded"] == "" {
		return e, nil
	}
	for item := range strings.SplitSeq(values["excluded"], ",") {
		parts := strings.Split(item, ":")
		if len(parts) != 3 {
			return nil, badEstate(1, "excluded", item, "reason:rows:units")
		}
		rows, err := strconv.ParseInt(parts[1], 10, 64)
		units, ok := parseAmount(parts[2])
		if err != nil || rows < 0 || !ok || !isCode(parts[0]) {
			return nil, badEstate(1, "excluded", item, "reason:rows:units")
		}
		e.exclude(Code(parts[0]), rows, units)
	}
	return e, nil
}

// isCode reports whether a text is written like a problem code.
func isCode(text string) bool {
	for _, r := range text {
		if (r < 'a' || r > 'z') && r != '_' {
			return false
		}
	}
	return text != "" && len(text) <= 64
}

// parseAmount reads an amount of an estate file; none is below 0.
func parseAmount(text string) (Tally, bool) {
	if text == "" {
		return Tally{}, true
	}
	if micro, ok := parseMicro(text); ok {
		return Tally{micro: micro}, true
	}
	const longest = 80
	if len(text) > longest || strings.ContainsAny(text, "eE-+") {
		return Tally{}, false
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return Tally{}, false
	}
	return DecimalTally(d), true
}

// foundRows is told the rows of new profiles; nil for nobody.
type foundRows func(row int)

func (f foundRows) tell(isNew bool, row int) {
	if f != nil && isNew {
		f(row)
	}
}

// readEstateCSV reads an estate file within limits. What is personal in it is
// removed, for others may have made it; personal counts the profiles concerned. found
// is told the row of each profile of the result, in their order.
func readEstateCSV(r io.Reader, limits Limits, found foundRows) (e *Estate, personal int64, err error) {
	s := newDelimitedScanner(r, ',', false, limits.withDefaults(), &rowHint{cells: len(estateColumns)})
	e, err = readEstateHead(s)
	if err != nil {
		return nil, 0, err
	}
	text, rows := int64(0), int64(0)
	var filter estateFilter
	var once profilesOnce
	for {
		r, err := s.next()
		if errors.Is(err, io.EOF) {
			if rows != e.counts.Assessed { // lines were lost, or added
				return nil, 0, badEstate(1, "assessed", strconv.FormatInt(e.counts.Assessed, 10), strconv.FormatInt(rows, 10)+", the sum of the column rows; lines are missing or changed")
			}
			return e, personal, nil
		}
		if err != nil {
			return nil, 0, atRow(err, r.number)
		}
		if r.blank() {
			continue
		}
		if len(r.cells) != len(estateColumns) {
			return nil, 0, badEstate(r.number, "", strconv.Itoa(len(r.cells)), strconv.Itoa(len(estateColumns))+" cells")
		}
		before := e.distinct()
		p, a, bad := parseProfile(r.cells)
		if bad >= 0 {
			return nil, 0, badEstate(r.number, estateColumns[bad], string(r.cells[bad].text), estateWants(estateColumns[bad]))
		}
		if rows += a.Rows; rows < 0 {
			return nil, 0, badEstate(r.number, estateColumns[estateAttributes], string(r.cells[estateAttributes].text), "fewer rows")
		}
		stated, profiles := p, e.Len()
		cleaned := filter.clean(&p)
		if cleaned {
			personal++
		}
		e.Add(p, a)
		found.tell(e.Len() > profiles, r.number)
		if !once.take(&stated, &p, cleaned, e.Len() > profiles) {
			return nil, 0, badEstate(r.number, "", "", "a profile that no line above has; amounts of one profile stand in one line")
		}
		if e.distinct() > before {
			for _, c := range r.cells[:estateAttributes] {
				text += int64(len(c.text))
			}
		}
		if text > limits.TextBytes {
			return nil, 0, atRow(overLimit("distinct_text", limits.TextBytes), r.number)
		}
	}
}

// readEstateHead reads the two lines above the profiles: what the estate is, and
// the columns.
func readEstateHead(s *delimitedScanner) (*Estate, error) {
	first, err := s.next()
	if errors.Is(err, io.EOF) {
		return nil, badEstate(1, "", "", "a line that begins with "+estateMagic)
	}
	if err != nil {
		return nil, err
	}
	line := make([]string, len(first.cells)) // the exclusions are separated by commas, too
	for i, c := range first.cells {
		line[i] = string(c.text)
	}
	e, err := parseManifest(strings.Join(line, ","))
	if err != nil {
		return nil, err
	}
	second, err := s.next()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if !slices.EqualFunc(second.cells, estateColumns, func(c cell, name string) bool { return string(c.text) == name }) {
		return nil, badEstate(2, "", "", "the columns "+strings.Join(estateColumns, ","))
	}
	return e, nil
}

// distinct returns how many distinct values the estate holds.
func (e *Estate) distinct() int {
	n := len(e.devices.values)
	for _, column := range textColumns {
		n += len(e.texts[column].values)
	}
	return n
}

// parseProfile reads a line of an estate file; bad is the column that makes no sense.
func parseProfile(cells []cell) (p Profile, a Amounts, bad int) {
	text := func(i int) string { return rearm(string(cells[i].text)) }
	p = Profile{
		Kind: Kind(text(0)), Category: text(1), Variant: text(2), Manufacturer: text(3), Family: text(4), Model: text(5), Recognition: Recognition(text(6)), Measure: text(7),
		Status: Status(text(8)), Ownership: Ownership(text(9)), Condition: Condition(text(10)), Hosting: Hosting(text(11)), EndOfLife: text(12), Quality: Quality(text(13)), Energy: EnergyRate(text(14)), Capacity: Capacity(text(15)),
		Department: text(16), Site: text(17), Country: text(18), Service: text(19), Application: text(20), Environment: text(21), Lifetime: text(24), Attribution: text(25), Config: text(26), Room: text(27),
	}
	for i, words := range estateVocabularies {
		if value := text(i); value != "" && !slices.Contains(words, value) && !(i == energyColumn && isTypicalShare(value)) {
			return p, a, i
		}
	}
	var err error
	if p.Acquired, err = ParseMonth(text(22)); err != nil {
		return p, a, 22
	}
	if p.Retired, err = ParseMonth(text(23)); err != nil {
		return p, a, 23
	}
	if p.Lifetime != "" && !isCanonicalAmount(strings.TrimPrefix(p.Lifetime, furtherLives)) {
		return p, a, 24
	}
	if p.Attribution != "" && !isCanonicalAmount(p.Attribution) {
		return p, a, 25
	}
	if unit, err := quantity.Parse(p.Measure); p.Measure != "" && (err != nil || unit.String() != p.Measure) || p.Kind.Activity() != (p.Measure != "") {
		return p, a, 7
	}
	if config, err := ParseConfiguration(p.Config); err != nil || config.String() != p.Config {
		return p, a, 26
	}
	if room, err := ParseRoom(p.Room); err != nil || room.String() != p.Room {
		return p, a, 27
	}
	if a.Rows, err = strconv.ParseInt(text(estateAttributes), 10, 64); err != nil || a.Rows < 0 {
		return p, a, estateAttributes
	}
	for i, into := range []*Tally{&a.Units, &a.Full, &a.Days, &a.Activity, &a.RateFull, &a.RateDays, &a.ObservedFull, &a.ObservedDays} {
		column := estateAttributes + 1 + i
		t, ok := parseAmount(text(column))
		if !ok {
			return p, a, column
		}
		*into = t
	}
	bad = badAmount(&p, &a)
	return p, a, bad
}

// badAmount returns the column of an amount that the profile cannot have, -1 for none.
func badAmount(p *Profile, a *Amounts) int {
	const units, full, activity = estateAttributes + 1, estateAttributes + 2, estateAttributes + 4
	if p.Kind.Activity() {
		switch {
		case !isMeasureOf(p):
			return 7
		case !a.Units.IsZero():
			return units
		case !a.Full.IsZero():
			return full
		case a.Activity.Sign() <= 0:
			return activity
		}
		return -1
	}
	switch {
	case p.Capacity == "" && (a.Rows > 0) != (a.Units.Sign() > 0): // a row is a unit at least, or a share of one; parts of a host have one row together
		return units
	case a.Full.Cmp(a.Units) > 0:
		return full
	case !a.Activity.IsZero():
		return activity
	}
	return -1
}

// isCanonicalAmount reports whether a text is an amount as estates write it.
func isCanonicalAmount(text string) bool {
	amount, ok := parseAmount(text)
	return text != "" && ok && amount.String() == text
}

// energyColumn is the place of the energy rate among the columns of an estate file.
const energyColumn = 14

// isTypicalShare reports whether a text is an energy rate that only a scenario makes.
func isTypicalShare(text string) bool {
	factor, ok := EnergyRate(text).Typical()
	return ok && text == string(TypicalTimes(factor))
}

// estateVocabularies are the values that columns with a small vocabulary may have.
var estateVocabularies = map[int][]string{
	0:            {string(Hardware), string(Cloud), string(Software), string(Network)},
	6:            {string(Stated), string(ByIdentifier), string(ByModel), string(ByFamily), string(ByKeyword), string(Contradicted), string(Unresolved)},
	8:            {string(InService), string(InStock), string(Retired), string(Disposed), string(Lost)},
	9:            {string(Owned), string(Leased), string(Personal)},
	10:           {string(New), string(Remanufactured), string(Refurbished), string(Reused)},
	11:           {string(Office), string(Home), string(ServerRoom), string(DataCentre), string(Colocation), string(PublicCloud)},
	12:           {"reuse", "recycling", "recovery", "landfill", "unknown"},
	13:           {string(HighQuality), string(MediumQuality), string(LowQuality)},
	energyColumn: {string(RateMeasured), string(RatePowered), string(RatePower), string(RateHours)},
	15:           {string(Allocated), string(Idle)},
}

// estateWants says what a column of an estate file accepts.
func estateWants(column string) string {
	i := slices.Index(estateColumns, column)
	switch words, ok := estateVocabularies[i]; {
	case ok:
		return "one of " + strings.Join(words, ", ") + ", or nothing"
	case column == "lifetime_years":
		return "a number of years such as 5, or default+2 for two years beyond the usual"
	case column == "acquired", column == "retired":
		return "a month such as 2025-03, or nothing"
	case column == "measure":
		return "a unit that the activity is counted in such as vCPU.h, GB or GBP2025, and nothing for hardware"
	case column == "activity":
		return "a number above 0 for an activity, and nothing for hardware"
	case column == "full":
		return "no more than the units, and nothing for an activity"
	case column == "units":
		return "a number above 0 where there are rows, and 0 where there are none"
	case column == "room":
		return "what is known of a data centre such as pue=1.4;wue=0.3, or nothing"
	case column == "config":
		return "a configuration such as casing=rack;cpu_units=2, or nothing"
	}
	return "a number of 0 or more"
}

// withDefaultCountry returns the estate with the country filled in where none is stated.
func (e *Estate) withDefaultCountry(country string) *Estate {
	filled := NewEstate(e.period)
	for p, a := range e.All() {
		if p.Country == "" {
			p.Country = country
		}
		filled.Add(p, a)
	}
	filled.CountRows(e.counts)
	return filled
}
