package inventory

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
)

// Reading is three kinds of work that need not wait for one another: splitting a
// file into rows, converting rows into numbers, and finding those numbers'
// profile. Each has its goroutine, and hands on a thousand rows at a time. The
// result is the same as if one did everything: rows stay in order.

const (
	batchRows  = 1024
	batchBytes = 256 << 10
	batches    = 4 // on their way between two stages
)

// A rowBatch is rows on their way to conversion: the cells of the columns that
// are read, and of the others nothing.
type rowBatch struct {
	cells []cell
	names []cell // of the columns that name people, to compare with; they go no further
	rows  []batchRow
	bytes int // that its rows refer to

	settled chan struct{} // of a batch without rows: closed once all before it are converted
}

type batchRow struct {
	to         *converter
	number     int
	others     int  // cells of columns that are not read and hold something
	unbalanced bool // see row
	beyond     bool // holds something beyond the last header
	joined     bool // held an identifier in two halves
	kind       rowKind
	uncomputed int // columns that are read and hold a formula without its value

	identifier uint64         // keyed hash of what identifies the device
	identified identifierKind // of that
	serialled  bool           // the model was the serial number, and is blank now

	host hostRow // by what names it is known, where machines may run on it
}

func (b *rowBatch) reset() {
	clear(b.cells)
	clear(b.names)
	b.cells, b.names, b.rows, b.bytes = b.cells[:0], b.names[:0], b.rows[:0], 0
}

func (b *rowBatch) full() bool { return len(b.rows) >= batchRows || b.bytes >= batchBytes }

// put takes a row's cells of the columns of a view; what else it holds is only
// counted: filled cells with size bytes in all.
func (b *rowBatch) put(r *row, to *converter, kind rowKind, filled, size int) {
	t := to.table
	shifted := len(r.cells) > t.width && beyond(r.cells[t.width:])
	joined := shifted && joinIdentifiers(r, t.width)
	first := len(b.cells)
	uncomputed := 0
	for _, place := range t.places {
		switch {
		case place < 0:
			b.cells = append(b.cells, t.constants[^place])
		case place < len(r.cells):
			b.cells = append(b.cells, r.cells[place])
			if r.cells[place].uncomputed {
				uncomputed++
			}
		default:
			b.cells = append(b.cells, cell{})
		}
	}
	if t.alternates != nil {
		t.alternate(r, b.cells[len(b.cells)-len(t.places):])
	}
	if t.substates != nil {
		t.refineStatus(r, b.cells[first:])
	}
	if t.summed != nil {
		t.sum(r, b.cells[first:])
	}
	b.bytes += size
	if len(t.places) == len(r.cells) {
		filled = 0
	}
	for _, place := range t.names {
		if place < len(r.cells) {
			b.names = append(b.names, r.cells[place])
		} else {
			b.names = append(b.names, cell{})
		}
	}
	b.rows = append(b.rows, batchRow{
		to: to, number: r.number, others: filled, unbalanced: r.unbalanced,
		beyond: shifted && !joined, joined: joined, kind: kind, uncomputed: uncomputed,
	})
	if len(t.identifiers) > 0 && to.hash != nil {
		b.rows[len(b.rows)-1].identify(r, t, b.cells[first:], to.hash)
	}
	if to.hosts != nil {
		b.rows[len(b.rows)-1].host = t.hosts.of(r, to.hosts.hash)
	}
}

// identify hashes what identifies the device of a row: its serial number, else
// its tag. A model that is the serial number is none.
func (b *batchRow) identify(r *row, t *table, cells []cell, hash *identifierHash) {
	const least = 5
	for _, col := range t.identifiers {
		if col.place >= len(r.cells) {
			continue
		}
		text := r.cells[col.place].text
		if b.identified == noIdentifier {
			if sum, ok := hash.of(col.kind, text); ok {
				b.identifier, b.identified = sum, col.kind
			}
		}
		for _, i := range t.models {
			if len(text) >= least && bytes.Equal(cells[i].text, text) && bytes.IndexByte(text, ' ') < 0 {
				cells[i], b.serialled = cell{}, true
			}
		}
	}
}

func beyond(cells []cell) bool { return !(&row{cells: cells}).blank() }

// A tableBatch is contributions on their way to the profiles of an estate.
type tableBatch struct {
	estate        *Estate
	keys          []profileKey
	contributions []contribution
	rest          []restContribution
}

// restContribution is one that the table's integers cannot hold.
type restContribution struct {
	key     profileKey
	amounts Amounts
}

func (b *tableBatch) reset() {
	b.estate = nil
	b.keys, b.contributions, b.rest = b.keys[:0], b.contributions[:0], b.rest[:0]
}

// apply adds the contributions to the table of the estate.
func (b *tableBatch) apply() {
	e := b.estate
	for i := range b.keys {
		e.table.add(e.table.index(&b.keys[i]), &b.contributions[i])
	}
	for i := range b.rest {
		e.add(e.table.index(&b.rest[i].key), &b.rest[i].amounts)
	}
}

// A pipeline is the two later stages of reading a sheet. The rows of all its
// tables go through it, in order.
type pipeline struct {
	report    *reporter
	out       *tableBatch
	rows      chan *rowBatch
	spareRows chan *rowBatch
	adds      chan *tableBatch
	spareAdds chan *tableBatch
	stopped   chan struct{} // closed when conversion ends early
	converted chan error
	added     chan error

	filling *rowBatch
}

func startPipeline(report *reporter) *pipeline {
	p := &pipeline{
		report: report, out: new(tableBatch),
		rows: make(chan *rowBatch, batches), spareRows: make(chan *rowBatch, batches+2),
		adds: make(chan *tableBatch, batches), spareAdds: make(chan *tableBatch, batches+2),
		stopped:   make(chan struct{}),
		converted: make(chan error, 1), added: make(chan error, 1),
		filling: new(rowBatch),
	}
	go p.convert()
	go p.add()
	return p
}

// put hands a row to the conversion by a view of its table. It reports false
// once conversion has ended early.
func (p *pipeline) put(r *row, to *converter, kind rowKind, filled, size int) bool {
	p.filling.put(r, to, kind, filled, size)
	if !p.filling.full() {
		return true
	}
	return p.send()
}

func (p *pipeline) send() bool {
	select {
	case p.rows <- p.filling:
	case <-p.stopped:
		return false
	}
	select {
	case p.filling = <-p.spareRows:
		p.filling.reset()
	default:
		p.filling = new(rowBatch)
	}
	return true
}

// settle waits until every row that was put has been converted, or conversion has
// ended early. Only then may the first stage report, or begin another table: the
// second does both for each row, and what they say stays in the order of the rows.
// It does nothing before the first table has begun.
func (p *pipeline) settle() {
	if p == nil || len(p.filling.rows) > 0 && !p.send() {
		return
	}
	settled := make(chan struct{})
	select {
	case p.rows <- &rowBatch{settled: settled}:
	case <-p.stopped:
		return
	}
	select {
	case <-settled:
	case <-p.stopped:
	}
}

// finish waits until every row that was put has reached its profile.
func (p *pipeline) finish() error {
	if len(p.filling.rows) > 0 {
		p.send()
	}
	close(p.rows)
	err := <-p.converted
	if addErr := <-p.added; err == nil {
		err = addErr
	}
	return err
}

// convert is the second stage.
func (p *pipeline) convert() {
	defer close(p.adds)
	err := guarded(func() error {
		for batch := range p.rows {
			if batch.settled != nil {
				close(batch.settled)
				continue
			}
			if err := p.convertBatch(batch); err != nil {
				return err
			}
			select {
			case p.spareRows <- batch:
			default:
			}
			p.handOn()
		}
		return nil
	})
	close(p.stopped)
	p.converted <- err
}

// add is the third stage. It goes on receiving whatever happens, so that the
// second never waits in vain.
func (p *pipeline) add() {
	err := guarded(func() error {
		for batch := range p.adds {
			if batch.estate != nil {
				batch.apply()
			}
			select {
			case p.spareAdds <- batch:
			default:
			}
		}
		return nil
	})
	for range p.adds { // after a defect, let the second stage come to its end
	}
	p.added <- err
}

// guarded turns a panic, which is a defect of this package, into an error: in a
// goroutine nobody else could.
func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("inventory: internal error, please report it: %s\n%s", defectText(p), debug.Stack())
		}
	}()
	return do()
}

// handOn gives what was converted to the third stage.
func (p *pipeline) handOn() {
	p.adds <- p.out
	select {
	case p.out = <-p.spareAdds:
		p.out.reset()
	default:
		p.out = new(tableBatch)
	}
}

// defectText says what a panic was about, without what it may have been about:
// the message of a library may quote a cell.
func defectText(cause any) string {
	if err, ok := cause.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a panic of type %T", cause)
}

// convertBatch converts the rows of a batch.
func (p *pipeline) convertBatch(b *rowBatch) error {
	at, namesAt := 0, 0
	for i := range b.rows {
		r := &b.rows[i]
		c := r.to
		if p.out.estate != c.estate {
			if p.out.estate != nil {
				p.handOn()
			}
			p.out.estate = c.estate
		}
		c.out = p.out
		if r.beyond {
			c.report.note(noteKey{code: CodeCellsBeyondHeader}, Warning, r.number, "", nil)
		}
		if r.joined {
			c.report.note(noteKey{code: CodeIdentifierSplit}, Note, r.number, "", nil)
		}
		c.shifted = r.beyond
		width, names := len(c.table.columns), len(c.table.names)
		cells := b.cells[at : at+width]
		c.people = b.names[namesAt : namesAt+names]
		at, namesAt = at+width, namesAt+names
		if r.uncomputed > 0 {
			c.noteUncomputed(r.number, cells)
		}
		c.identifier, c.identifierKind, c.host = r.identifier, r.identified, r.host
		if r.serialled {
			c.noteText(CodePersonalValue, fieldModel)
		}
		c.convert(row{r.number, cells, r.unbalanced}, r.others, r.kind)
		if c.failed != nil {
			return c.failed
		}
		if err := p.report.full(); err != nil {
			return atRow(err, r.number)
		}
	}
	return nil
}
