package scenario

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	exprparser "github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"govfootprint/inventory"
	"govfootprint/inventory/mapping"
)

// Filter says which items a change concerns: a condition over the attributes of a
// profile, such as `category == "laptop" and age >= 4`.
//
// A number that the inventory does not state makes every comparison with it fail,
// also a negated one: whoever asks for laptops of four years and more, or of less,
// gets none whose age nobody knows. A text that is not stated is the empty text.
type Filter struct {
	At   Position
	Text string

	program  *vm.Program
	literals []literal // texts that attributes are compared with
}

// A literal is a text of a filter, with what it is compared with.
type literal struct {
	attribute *attribute
	text      string
	at        Position
}

// mostFilterNodes bounds how much there is in a filter; thousands of names in a list
// are a list that belongs into the inventory.
const mostFilterNodes = 1000

// filter reads a filter, refusing what is wrong with it where it stands.
func (p *parser) filter(t located) *Filter {
	f := &Filter{At: t.At, Text: t.Value}
	if f.Text == "" {
		p.Refuse(t.At, "where: the filter is empty; leave the key out to change everything")
		return nil
	}
	tree, err := exprparser.Parse(f.Text)
	if err != nil {
		p.refuseFilter(t, err)
		return nil
	}
	c := filterCheck{parser: p, source: t, filter: f}
	before := len(p.all)
	if c.kind(tree.Node) != conditionKind && len(p.all) == before {
		p.Refuse(t.At, "where: %q is no condition; compare it with something, such as category == \"laptop\"", f.Text)
	}
	if len(p.all) > before {
		return nil
	}
	canonical(tree.Node)
	options := []expr.Option{expr.Env(item{}), expr.AsBool(), expr.DisableAllBuiltins(), expr.MaxNodes(mostFilterNodes)}
	if f.program, err = expr.Compile(knownOnly(tree.Node, false).String(), options...); err != nil {
		p.refuseFilter(located{Text: t.Text}, err)
		return nil
	}
	return f
}

// refuseFilter places what the expression language says is wrong.
func (p *parser) refuseFilter(t located, err error) {
	where, message := t.At, err.Error()
	if e, ok := err.(*file.Error); ok { //nolint:errorlint // as the library returns it
		where, message = t.within(e.From), e.Message
	}
	message, _, _ = strings.Cut(message, "\n")
	token := ""
	if m := unexpected.FindStringSubmatch(message); m != nil {
		token = m[1]
	}
	switch {
	case token == "=":
		p.Refuse(where, "where: a single = sets something; write == to compare, such as category == \"laptop\"")
	case token != "":
		p.Refuse(where, "where: %q cannot stand here; write comparisons such as category == \"laptop\", joined with and, or", token)
	case strings.Contains(message, "unexpected token EOF"), strings.Contains(message, "unexpected end of expression"):
		p.Refuse(where, "where: the filter ends too early; a comparison has something on both sides, such as category == \"laptop\"")
	case strings.Contains(message, "literal not terminated"):
		p.Refuse(where, "where: a quotation mark is missing; each text stands between two, such as \"laptop\"")
	case strings.Contains(message, "unrecognized character"):
		p.Refuse(where, "where: this character cannot stand in a filter; write texts between straight quotation marks, such as category == \"laptop\"")
	case strings.Contains(message, "maximum allowed nodes"):
		p.Refuse(where, "where: the filter has too many parts; a long list is better a column of the inventory, to be filtered by")
	default:
		p.Refuse(where, "where: the filter cannot be read: %s", message)
	}
}

// unexpected is how the expression language names a token that it cannot use.
var unexpected = regexp.MustCompile(`^unexpected token \w+\("(.*)"\)`)

// matches reports whether the filter selects an item.
func (f *Filter) matches(machine *vm.VM, i *item) bool {
	if f == nil {
		return true
	}
	result, err := machine.Run(f.program, *i)
	selected, ok := result.(bool)
	return err == nil && ok && selected
}

// Matches reports whether the filter selects a profile of an estate that is assessed
// with a default country.
func (f *Filter) Matches(p *inventory.Profile, period inventory.Period, country string) bool {
	i := viewer{country, period.End.Month()}.item(p)
	return f.matches(&vm.VM{}, &i)
}

// filterKind is what a part of a filter is.
type filterKind int

const (
	noKind filterKind = iota // refused already
	conditionKind
	textKind
	numberKind
	listKind
)

// filterCheck goes through a filter before it is compiled: it has the words for what
// is wrong, and knows the vocabularies.
type filterCheck struct {
	parser *parser
	source located
	filter *Filter
}

func (c *filterCheck) wrong(n ast.Node, format string, args ...any) filterKind {
	c.parser.Refuse(c.source.within(n.Location().From), format, args...)
	return noKind
}

// kind returns what a part of a filter is.
func (c *filterCheck) kind(n ast.Node) filterKind {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return c.name(n)
	case *ast.StringNode:
		return textKind
	case *ast.IntegerNode, *ast.FloatNode:
		return numberKind
	case *ast.BoolNode:
		return conditionKind
	case *ast.UnaryNode:
		return c.unary(n)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.ArrayNode:
		for _, inner := range n.Nodes {
			if k := c.kind(inner); k != textKind && k != numberKind && k != noKind {
				return c.wrong(inner, "where: a list holds texts or numbers, such as [\"laptop\", \"desktop\"]")
			}
		}
		return listKind
	}
	return c.wrong(n, "where: a filter has no functions and nothing of the kind; it compares with ==, !=, <, <=, >, >=, in, contains, startsWith, endsWith and matches, and joins with and, or, not")
}

func (c *filterCheck) name(n *ast.IdentifierNode) filterKind {
	isNumber, ok := names[n.Value]
	if !ok {
		all := slices.Sorted(maps.Keys(names))
		return c.wrong(n, "where: there is no attribute %q%s", n.Value, hint(n.Value, all, mapping.Messagef("; there are %s", strings.Join(all, ", "))))
	}
	if isNumber {
		return numberKind
	}
	return textKind
}

func (c *filterCheck) unary(n *ast.UnaryNode) filterKind {
	inner := c.kind(n.Node)
	want := numberKind
	if n.Operator == "not" || n.Operator == "!" {
		want = conditionKind
	}
	if inner == want || inner == noKind {
		return inner
	}
	if want == numberKind {
		return c.wrong(n, "where: %q goes before a number", n.Operator)
	}
	return c.wrong(n, "where: %q goes before a condition, such as not (category == \"laptop\")", n.Operator)
}

func (c *filterCheck) binary(n *ast.BinaryNode) filterKind {
	left, right := c.kind(n.Left), c.kind(n.Right)
	if left == noKind || right == noKind {
		return noKind
	}
	both := func(k filterKind) bool { return left == k && right == k }
	result := conditionKind
	fits := false
	switch n.Operator {
	case "and", "&&", "or", "||":
		fits = both(conditionKind)
	case "==", "!=":
		fits = both(textKind) || both(numberKind)
	case "<", "<=", ">", ">=":
		fits = both(numberKind)
	case "in":
		fits = (left == textKind || left == numberKind) && right == listKind
	case "contains", "startsWith", "endsWith", "matches":
		fits = both(textKind)
	case "+", "-", "*", "/":
		fits, result = both(numberKind), numberKind
	}
	if !fits {
		return c.wrong(n, "where: %q cannot stand between these two: texts are compared with texts, numbers with numbers, and conditions are joined with and, or", n.Operator)
	}
	return c.vocabulary(n, result)
}

// vocabulary refuses texts that an attribute never has.
func (c *filterCheck) vocabulary(n *ast.BinaryNode, result filterKind) filterKind {
	a, other := compared(n)
	if a == nil || n.Operator != "==" && n.Operator != "!=" && n.Operator != "in" {
		return result
	}
	for _, text := range texts(other) {
		value, known := a.known(text.Value)
		if value == unknownPlace && a.name == "country" {
			result = c.wrong(text, "where: %q is no country; write its ISO 3166 code such as GB, its English name, or a region such as CA-ON", text.Value)
			continue
		}
		if !known {
			result = c.wrong(text, "where: no item has the %s %q%s", a.name, text.Value, a.meant(text.Value))
			continue
		}
		c.filter.literals = append(c.filter.literals, literal{a, value, c.source.within(text.Location().From)})
	}
	return result
}

// texts returns the texts of a literal or of a list of them.
func texts(n ast.Node) []*ast.StringNode {
	switch n := n.(type) {
	case *ast.StringNode:
		return []*ast.StringNode{n}
	case *ast.ArrayNode:
		var all []*ast.StringNode
		for _, inner := range n.Nodes {
			if s, ok := inner.(*ast.StringNode); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}
