package main

import (
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
)

// constraintsOf are the parts of a conjunction that say more than a type, as CUE text.
func constraintsOf(value cue.Value, depth int) []string {
	if depth > maxExpressions {
		return nil
	}
	operator, operands := value.Expr()
	var found []string
	switch operator {
	case cue.AndOp:
		for _, operand := range operands {
			for _, text := range constraintsOf(operand, depth+1) {
				found = appendNew(found, text)
			}
		}
		return found
	case cue.SelectorOp, cue.IndexOp:
		if target := cue.Dereference(value); target.Pos() != value.Pos() {
			return constraintsOf(target, depth+1)
		}
		return nil
	}
	expression := expressionOf(value)
	if name, found := expression.(*ast.Ident); found && isPlainType(name.Name) {
		return nil
	}
	if text := textOf(expression); text != "" {
		return []string{text}
	}
	return nil
}

func appendNew(texts []string, added string) []string {
	for _, text := range texts {
		if text == added {
			return texts
		}
	}
	return append(texts, added)
}

func isPlainType(name string) bool {
	switch strings.TrimPrefix(name, "__") {
	case "string", "bytes", "int", "number", "float", "bool", "null", "_":
		return true
	}
	return false
}

// expressionOf is the expression that a value was written as; nil when it was written in several pieces.
func expressionOf(value cue.Value) ast.Expr {
	switch source := value.Source().(type) {
	case *ast.Field:
		return source.Value
	case *ast.Ellipsis:
		return source.Type
	case *ast.Comprehension:
		expression, _ := value.Syntax(cue.Raw()).(ast.Expr)
		return expression
	case ast.Expr:
		return source
	}
	return nil
}

func textOf(expression ast.Expr) string {
	if expression == nil {
		return ""
	}
	text, err := format.Node(expression)
	if err != nil {
		return ""
	}
	return shorten(string(text))
}

func shorten(text string) string {
	runes := []rune(text)
	if len(runes) > maxTextRunes {
		return string(runes[:maxTextRunes]) + "…"
	}
	return text
}
