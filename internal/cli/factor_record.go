package cli

import (
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/factors"
)

// factorRecord is a factor as the factors commands write it.
type factorRecord struct {
	Pack         string       `json:"pack"`
	ID           string       `json:"id"`
	Subject      string       `json:"subject"`
	Property     string       `json:"property"`
	Stage        string       `json:"stage,omitempty"`
	Impact       string       `json:"impact,omitempty"`
	Place        string       `json:"place,omitempty"`
	Year         int          `json:"year,omitempty"`
	Value        string       `json:"value"`
	Low          string       `json:"low,omitempty"`
	High         string       `json:"high,omitempty"`
	Unit         string       `json:"unit"`
	Distribution string       `json:"distribution,omitempty"`
	Quality      string       `json:"quality,omitempty"`
	Source       sourceRecord `json:"source"`
	Note         string       `json:"note,omitempty"`
	File         string       `json:"file,omitempty"`
	Line         int          `json:"line,omitempty"`
}

type sourceRecord struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Year      string `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Licence   string `json:"licence,omitempty"`
}

func recordOf(f *factors.Factor) factorRecord {
	r := factorRecord{
		ID: f.ID, Subject: f.Subject, Property: string(f.Property), Stage: f.StageText(), Impact: string(f.Impact),
		Place: f.Place, Year: f.Year, Value: f.Value.String(), Low: nullText(f.Low), High: nullText(f.High),
		Unit: f.Unit.String(), Distribution: string(f.Distribution), Quality: f.Quality.String(), Note: f.Note,
		File: f.File, Line: f.Line,
	}
	if f.Pack != nil {
		r.Pack = f.Pack.Ref()
	}
	if s := f.Source; s != nil {
		r.Source = sourceRecord{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Year: s.Year, URL: s.URL, Licence: s.Licence}
	}
	return r
}

func nullText(d decimal.NullDecimal) string {
	if !d.Valid {
		return ""
	}
	return d.Decimal.String()
}

// citation returns a source as a reader would look for it.
func (s sourceRecord) citation() string {
	var parts []string
	for _, part := range []string{s.Publisher, s.Title, s.Year} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return s.ID
	}
	return strings.Join(parts, ", ")
}
