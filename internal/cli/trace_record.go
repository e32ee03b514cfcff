package cli

import (
	"govfootprint/calc"
	"govfootprint/reports/wording"
)

// traceRecord is a trace as explain writes it for programs: whole, with decimals
// as strings so that no digit is lost.
type traceRecord struct {
	Label    string        `json:"label"`
	Value    string        `json:"value"`
	Unit     string        `json:"unit,omitempty"`
	Formula  string        `json:"formula,omitempty"`
	From     string        `json:"from,omitempty"`
	Group    string        `json:"group,omitempty"`
	Factor   *factorRecord `json:"factor,omitempty"`
	Found    *foundRecord  `json:"found,omitempty"`
	Children []traceRecord `json:"children,omitempty"`
}

type foundRecord struct {
	Subject  string         `json:"subject,omitempty"`
	By       string         `json:"by"`
	Grade    string         `json:"grade,omitempty"`
	Shadowed []shadowRecord `json:"shadowed,omitempty"`
}

type shadowRecord struct {
	ID     string `json:"id"`
	Pack   string `json:"pack"`
	Value  string `json:"value"`
	Unit   string `json:"unit"`
	Reason string `json:"reason"`
}

// traceRecordOf copies a trace, down to a depth (0: all of it).
func traceRecordOf(texts *wording.Catalogue, n *calc.Trace, depth int) traceRecord {
	r := traceRecord{Label: texts.Trace(n), Value: n.Value.String(), Unit: n.Unit, Formula: n.Formula, From: texts.Say(n.Source), Group: n.Group}
	if m := n.Factor; m != nil {
		factor := recordOf(m.Factor)
		r.Factor = &factor
		r.Found = &foundRecord{Subject: m.Factor.Subject, By: foundBy(texts, m), Grade: m.Grade.String()}
		for _, s := range m.Shadowed {
			shadow := recordOf(s.Factor)
			r.Found.Shadowed = append(r.Found.Shadowed, shadowRecord{shadow.ID, shadow.Pack, shadow.Value, shadow.Unit, texts.Say(s.Reason.String())})
		}
	}
	if depth == 1 {
		return r
	}
	for _, child := range n.Children {
		r.Children = append(r.Children, traceRecordOf(texts, child, max(0, depth-1)))
	}
	return r
}
