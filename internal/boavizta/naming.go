package boavizta

import (
	"context"
	"strings"
)

// naming reads the names of all rows and asks once for all of them.
type naming struct {
	findings *[]Finding
	rows     []*named
	makers   []string // of the names to recognise
	names    []string
	devices  []device
}

// named is a row with its names.
type named struct {
	row          *tableRow
	maker, name  string
	first, count int // its names among those to recognise
	given        []bool
	naming       *naming
}

func (n *naming) report(code Code, row *tableRow, product string, args ...string) {
	f := Finding{Code: code, Row: row.row, Product: product, Args: args}
	if code != NameMissing {
		f.Column, f.Value = columnNames[colName], row.cells[colName]
	}
	*n.findings = append(*n.findings, f)
}

// read takes the names of a row. Rows that have none are reported.
func (n *naming) read(row *tableRow) {
	maker, name := row.cells[colManufacturer], row.cells[colName]
	product := productName(maker, name)
	switch {
	case row.broken:
		return
	case isBlank(maker) || isBlank(name):
		n.report(NameMissing, row, product)
		return
	case len(maker) > longestName || len(name) > longestName:
		n.report(NameUnusable, row, shown(product), "expected a name of not more than 150 characters")
		return
	}
	mended := mendName(uncut(name, row.numbers[colScreen].number, row.cells[colSources]))
	if mended != name || row.mended {
		n.report(NameMended, row, product, shown(mended))
	}
	r := &named{row: row, maker: maker, name: mended, first: len(n.names), naming: n}
	models := severalNames(strings.ToLower(maker), mended)
	if len(models) > 1 {
		n.report(NameSeveral, row, product, strings.Join(models, "; "))
	}
	for _, model := range models {
		for _, name := range namesOfModel(strings.ToLower(maker), model) {
			n.makers, n.names = append(n.makers, maker), append(n.names, name.text)
			r.given = append(r.given, name.given)
			r.count++
		}
	}
	n.rows = append(n.rows, r)
}

// productName is maker and name for people, the maker once.
func productName(maker, name string) string {
	if strings.HasPrefix(strings.ToLower(name), strings.ToLower(maker)+" ") {
		return name
	}
	return strings.TrimSpace(maker + " " + name)
}

func (n *naming) recognise(ctx context.Context) (err error) {
	n.devices, err = canonicalModels(ctx, n.makers, n.names)
	return err
}

// sheet returns what the names of a row tell: the models, and the category, which
// goes by the name before the table's filing.
func (r *named) sheet() *sheet {
	s := &sheet{row: r.row.row, name: r.name, maker: r.maker, product: productName(r.maker, r.name)}
	variant := ""
	for i, d := range r.naming.devices[r.first : r.first+r.count] {
		subject := d.subject()
		if subject == "" {
			continue
		}
		if !s.claims(subject) {
			s.models = append(s.models, claim{subject, r.given[i]})
		}
		if s.category == "" && d.category != "" {
			s.category, variant = d.category, d.variant
		}
	}
	filed := categories[strings.ToLower(r.row.cells[colSubcategory])]
	switch {
	case s.category == "":
		s.category = filed
	case filed != "" && filed != s.category && (!misfiled[filed] || r.fits(filed) && !r.fits(s.category)):
		s.category, variant = filed, ""
	case filed != "" && filed != s.category:
		*r.naming.findings = append(*r.naming.findings, Finding{
			Code: CategoryOther, Row: s.row, Product: s.product, Column: columnNames[colSubcategory], Value: r.row.cells[colSubcategory],
			Args: []string{filed, s.category},
		})
	}
	s.kind = joinKind(s.category, variant)
	return s
}

// fits reports whether weight and screen are those of a category: an all-in-one of 24
// inches and 10 kg is no laptop, whatever its name resembles.
func (r *named) fits(category string) bool {
	limits := boundsOf(category)
	weight, screen := r.row.numbers[colWeight].number, r.row.numbers[colScreen].number
	return (!weight.Valid || weight.Decimal.IsZero() || within(weight.Decimal, limits.mass)) &&
		(!screen.Valid || screen.Decimal.IsZero() || within(screen.Decimal, limits.screen))
}

// misfiled are the categories into which the table also puts devices of another; at
// the others, monitors among them, it is the surer of the two.
var misfiled = map[string]bool{"desktop": true, "laptop": true, "workstation": true, "tablet": true, "server": true}

func (s *sheet) claims(subject string) bool {
	for _, c := range s.models {
		if c.subject == subject {
			return true
		}
	}
	return false
}
