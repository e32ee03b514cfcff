// Package parquet writes the results as a Parquet file: the table of package
// tidy with types, for programs that analyse data.
//
// Numbers are decimals with eighteen places, of thirty-eight digits at most, which
// is what the programs that read Parquet agree on; a value with more places is
// rounded half to even, and stands beside with all its digits as a text. What is
// not stated or does not apply is null. Texts stand as they are, for no program
// that reads Parquet takes them for formulas.
package parquet

import (
	"errors"
	"fmt"
	"io"

	pq "github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"

	"govfootprint/reports"
	"govfootprint/reports/tidy"
)

// Schema names the table and its version, in the metadata of a file.
const Schema = "govfootprint-results/1"

// rowsPerGroup is how many rows are held in memory before they are written.
const rowsPerGroup = 50_000

// A row is a part of a result: one component of a stage, of an impact, in a
// scope, of a line. Its columns are those of the CSV.
type row struct {
	Line         int64  `parquet:"line"`
	Category     string `parquet:"category,optional,dict"`
	Variant      string `parquet:"variant,optional,dict"`
	Manufacturer string `parquet:"manufacturer,optional,dict"`
	Model        string `parquet:"model,optional,dict"`
	Department   string `parquet:"department,optional,dict"`
	Site         string `parquet:"site,optional,dict"`
	Country      string `parquet:"country,optional,dict"`
	Hosting      string `parquet:"hosting,optional,dict"`
	Service      string `parquet:"service,optional,dict"`
	Status       string `parquet:"status,optional,dict"`
	Ownership    string `parquet:"ownership,optional,dict"`
	Condition    string `parquet:"condition,optional,dict"`
	Acquired     string `parquet:"acquired,optional,dict"`
	Retired      string `parquet:"retired,optional,dict"`
	Rows         int64  `parquet:"rows"`
	Units        number `parquet:"units,decimal(18:38)"`

	Kind        string  `parquet:"kind,dict"`
	Application string  `parquet:"application,optional,dict"`
	Environment string  `parquet:"environment,optional,dict"`
	Capacity    string  `parquet:"capacity,optional,dict"`
	Amount      *number `parquet:"amount,optional,decimal(18:38)"`
	Measure     string  `parquet:"measure,optional,dict"`

	Stage       string  `parquet:"stage,dict"`
	Component   string  `parquet:"component,dict"`
	Impact      string  `parquet:"impact,dict"`
	Scope       string  `parquet:"scope,optional,dict"`
	Value       number  `parquet:"value,decimal(18:38)"`
	Low         *number `parquet:"low,optional,decimal(18:38)"`
	Median      *number `parquet:"median,optional,decimal(18:38)"`
	High        *number `parquet:"high,optional,decimal(18:38)"`
	Unit        string  `parquet:"unit,dict"`
	Grade       string  `parquet:"grade,optional,dict"`
	Calculation string  `parquet:"calculation,dict"`
	Factors     string  `parquet:"factors,optional,dict"`
	ValueExact  string  `parquet:"value_exact"`
}

// Write writes the table. The same report gives the same bytes.
func Write(w io.Writer, r *reports.Report) error {
	writer := pq.NewGenericWriter[row](w,
		pq.Compression(&pq.Snappy),
		pq.MaxRowsPerRowGroup(rowsPerGroup),
		pq.CreatedBy(r.Manifest.Program, r.Manifest.Version, ""),
		pq.KeyValueMetadata("govfootprint.schema", Schema),
		pq.KeyValueMetadata("govfootprint.period", r.Period.String()),
		pq.KeyValueMetadata("govfootprint.basis", string(r.Method.WithDefaults().Basis)),
		pq.KeyValueMetadata("govfootprint.electricity", string(r.View())),
	)
	return errors.Join(writeLines(writer, r), writer.Close())
}

// writeLines writes the rows of every line.
func writeLines(writer *pq.GenericWriter[row], r *reports.Report) error {
	units := make(map[string]string, len(r.Impacts))
	for _, i := range r.Impacts {
		units[string(i.Key)] = i.Unit
	}
	factors := tidy.Factors(r)
	intervals, err := tidy.Intervals(r)
	if err != nil {
		return err
	}
	var rows []row
	for line := range r.Lines {
		common, err := attributes(&line)
		if err != nil {
			return err
		}
		common.Factors = factors[line.Group]
		rows = rows[:0]
		for _, c := range line.Cells {
			part := common
			part.Stage, part.Component, part.Impact, part.Scope = string(c.Stage), string(c.Component), string(c.Impact), string(c.Scope)
			part.Unit, part.ValueExact = units[string(c.Impact)], c.Value.String()
			if part.Value, err = toNumber(c.Value); err != nil {
				return fmt.Errorf("line %d: %w", line.Number, err)
			}
			low, median, high := intervals(&line, &c)
			for _, end := range []struct {
				text string
				to   **number
			}{{low, &part.Low}, {median, &part.Median}, {high, &part.High}} {
				if *end.to, err = known(end.text); err != nil {
					return fmt.Errorf("line %d: %w", line.Number, err)
				}
			}
			rows = append(rows, part)
		}
		if _, err := writer.Write(rows); err != nil {
			return err
		}
	}
	return nil
}

// known returns a number that is empty where it is not known.
func known(text string) (*number, error) {
	if text == "" {
		return nil, nil //nolint:nilnil // null is what it is in the file
	}
	value, err := decimal.NewFromString(text)
	if err != nil {
		return nil, err
	}
	n, err := toNumber(value)
	return &n, err
}

// attributes are what all rows of a line have in common.
func attributes(line *reports.Line) (row, error) {
	p := &line.Profile
	common := row{
		Line: int64(line.Number), Category: p.Category, Variant: p.Variant, Manufacturer: p.Manufacturer, Model: p.Model,
		Department: p.Department, Site: p.Site, Country: p.Country, Hosting: string(p.Hosting), Service: p.Service,
		Status: string(p.Status), Ownership: string(p.Ownership), Condition: string(p.Condition),
		Acquired: p.Acquired.String(), Retired: p.Retired.String(), Rows: line.Amounts.Rows,
		Kind: string(p.Kind), Application: p.Application, Environment: p.Environment, Capacity: string(p.Capacity), Measure: p.Measure,
		Grade: line.Grade.String(), Calculation: line.Group,
	}
	var err error
	if common.Units, err = toNumber(line.Amounts.Units.Decimal()); err != nil {
		return row{}, fmt.Errorf("line %d: %w", line.Number, err)
	}
	if p.Kind.Activity() {
		amount, err := toNumber(line.Amounts.Activity.Decimal())
		if err != nil {
			return row{}, fmt.Errorf("line %d: %w", line.Number, err)
		}
		common.Amount = &amount
	}
	return common, nil
}
