package wording

import (
	"slices"
	"strings"

	"govfootprint/inventory"
)

// Problem says what is wrong with an inventory, in words.
func (c *Catalogue) Problem(p inventory.Problem) Message {
	args := Positional(p.Args)
	args["value"] = p.Value
	args["file"] = p.File
	args["sheet"] = p.Sheet
	args["row"] = p.Row
	args["column"] = p.Column
	args["all"] = listing(p.Args)
	args["rest"] = listing(p.Args[min(1, len(p.Args)):])
	if p.Code == inventory.CodeHeaderMissing || p.Code == inventory.CodeColumnsMissing {
		args["near"] = c.near(p.Args)
	}
	return c.Message(Inventory, string(p.Code), args)
}

// listing joins the arguments that are not empty.
func listing(args []string) string {
	stated := slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return arg == "" })
	return strings.Join(stated, ", ")
}

// near lists headers that were found beside the known ones that they resemble.
// The arguments are what is expected, then pairs.
func (c *Catalogue) near(args []string) string {
	var pairs []string
	for i := 1; i+1 < len(args); i += 2 {
		pairs = append(pairs, c.Label("near", args[i], args[i+1]))
	}
	return strings.Join(pairs, ", ")
}

// Position says where a problem is: file, sheet, row and column, as far as known.
func (c *Catalogue) Position(p inventory.Problem) string {
	var where []string
	if p.File != "" {
		where = append(where, p.File)
	}
	if p.Sheet != "" {
		where = append(where, c.Label("position.sheet", p.Sheet))
	}
	if p.Row > 0 {
		where = append(where, c.Label("position.row", p.Row))
	}
	if p.Column != "" {
		where = append(where, c.Label("position.column", p.Column))
	}
	return strings.Join(where, ", ")
}

// Sentence says where a problem is, what is wrong and what to do, on one line.
func (c *Catalogue) Sentence(p inventory.Problem) string {
	m := c.Problem(p)
	sentence := m.Text
	if where := c.Position(p); where != "" {
		sentence = c.Label("problem.only", where, sentence)
	}
	if m.Fix != "" {
		sentence += ". " + m.Fix
	}
	return sentence
}

// SheetReason names why a sheet was not read, in a few words that stand within
// a sentence.
func (c *Catalogue) SheetReason(why string) string {
	if key := "inspect.sheet." + why; c.Has(key) {
		return c.Label(key)
	}
	return Within(c.Reason(inventory.Code(why)))
}

// Reason names why rows were left out, in a few words.
func (c *Catalogue) Reason(code inventory.Code) string {
	return c.Message(Inventory, string(code), nil).Title
}
