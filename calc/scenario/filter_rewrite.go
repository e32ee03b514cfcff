package scenario

import "github.com/expr-lang/expr/ast"

// compared returns the attribute that a comparison is of and what it is compared
// with; nil where it is of none that is text.
func compared(b *ast.BinaryNode) (*attribute, ast.Node) {
	name, other := b.Left, b.Right
	if _, ok := name.(*ast.IdentifierNode); !ok {
		name, other = other, name
	}
	if id, ok := name.(*ast.IdentifierNode); ok {
		return attributeOf(id.Value), other
	}
	return nil, nil
}

// canonical brings the texts of a filter into the form that profiles have them in:
// Dell becomes dell, United Kingdom GB.
func canonical(n ast.Node) { ast.Walk(&n, canonicalTexts{}) }

type canonicalTexts struct{}

// Visit is that of an [ast.Visitor].
func (canonicalTexts) Visit(node *ast.Node) { //nolint:gocritic // the interface of the library
	b, ok := (*node).(*ast.BinaryNode)
	if !ok || b.Operator == "matches" {
		return
	}
	a, other := compared(b)
	if a == nil || a.read == nil {
		return
	}
	for _, text := range texts(other) {
		if canonical := a.read(text.Value); canonical != unknownPlace {
			text.Value = canonical
		}
	}
}

// knownOnly returns a condition, negated if asked for, that fails where it compares
// a number that is not stated. Such a number is NaN, which is unequal to itself: so
// each comparison C with a number x becomes x == x and C, and a not moves inwards,
// past and or, until it stands before a comparison.
func knownOnly(n ast.Node, negated bool) ast.Node {
	switch c := n.(type) {
	case *ast.UnaryNode:
		if c.Operator == "not" || c.Operator == "!" {
			return knownOnly(c.Node, !negated)
		}
	case *ast.BinaryNode:
		isAnd := c.Operator == "and" || c.Operator == "&&"
		if isAnd || c.Operator == "or" || c.Operator == "||" {
			operator := "or"
			if isAnd != negated {
				operator = "and"
			}
			return &ast.BinaryNode{Operator: operator, Left: knownOnly(c.Left, negated), Right: knownOnly(c.Right, negated)}
		}
	}
	result := n
	if negated {
		result = &ast.UnaryNode{Operator: "not", Node: n}
	}
	var found numberNames
	ast.Walk(&n, &found)
	for _, name := range found.names {
		known := &ast.BinaryNode{Operator: "==", Left: &ast.IdentifierNode{Value: name}, Right: &ast.IdentifierNode{Value: name}}
		result = &ast.BinaryNode{Operator: "and", Left: known, Right: result}
	}
	return result
}

// numberNames are the names of numbers in a comparison.
type numberNames struct{ names []string }

// Visit is that of an [ast.Visitor].
func (f *numberNames) Visit(node *ast.Node) { //nolint:gocritic // the interface of the library
	if id, ok := (*node).(*ast.IdentifierNode); ok && names[id.Value] {
		f.names = append(f.names, id.Value)
	}
}
