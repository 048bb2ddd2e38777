package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/ast/astutil"
	"cuelang.org/go/cue/token"
)

// kubevelafixFile gives loops over a parameter something to loop over when the parameter is absent: `for k in parameter.foo`
// becomes `for k in *parameter.foo | {}`, as KubeVela 1.6.0 to 1.10.3 does before it builds an addon template (rendering.md
// section 10). Only comprehensions that stand directly in the body of a file or struct are rewritten, none inside the body of
// such a comprehension, and none behind an `if parameter.foo != _|_` among the same clauses. The file is changed in place.
func kubevelafixFile(parsed *ast.File) *ast.File {
	fixLoops(parsed.Decls)
	return parsed
}

func fixLoops(body []ast.Decl) {
	for _, declaration := range body {
		if comprehension, found := declaration.(*ast.Comprehension); found {
			fixClauses(comprehension.Clauses)
			continue
		}
		fixLoopsWithin(declaration)
	}
}

// fixLoopsWithin looks for the outermost struct bodies in a node.
func fixLoopsWithin(node ast.Node) {
	astutil.Apply(node, func(cursor astutil.Cursor) bool {
		if body, found := cursor.Node().(*ast.StructLit); found {
			fixLoops(body.Elts)
			return false
		}
		return true
	}, nil)
}

func fixClauses(clauses []ast.Clause) {
	guarded := map[string]bool{}
	for _, clause := range clauses {
		switch known := clause.(type) {
		case *ast.IfClause:
			if name, found := testedParameter(known.Condition); found {
				guarded[name] = true
			}
		case *ast.ForClause:
			if name, found := selectedParameter(known.Source); found && !guarded[name] {
				known.Source = orEmptyStruct(known.Source)
				continue
			}
		}
		fixLoopsWithin(clause)
	}
}

// orEmptyStruct makes `*source | {}`.
func orEmptyStruct(source ast.Expr) ast.Expr {
	at := source.Pos()
	return &ast.BinaryExpr{
		X:     &ast.UnaryExpr{OpPos: at, Op: token.MUL, X: source},
		OpPos: at,
		Op:    token.OR,
		Y:     &ast.StructLit{Lbrace: at, Rbrace: at},
	}
}

// testedParameter is the field of `parameter` that a condition `parameter.name… != _|_` tests.
func testedParameter(condition ast.Expr) (string, bool) {
	comparison, found := condition.(*ast.BinaryExpr)
	if !found || comparison.Op != token.NEQ {
		return "", false
	}
	if _, found := comparison.Y.(*ast.BottomLit); !found {
		return "", false
	}
	return selectedParameter(comparison.X)
}

// selectedParameter is the first name behind `parameter` in `parameter.name…` or `parameter["name"]…`; empty when it is computed.
func selectedParameter(selection ast.Expr) (string, bool) {
	var inner ast.Expr
	name := ""
	switch known := selection.(type) {
	case *ast.SelectorExpr:
		inner = known.X
		name, _ = labelName(known.Sel)
	case *ast.IndexExpr:
		inner = known.X
		if literal, found := known.Index.(*ast.BasicLit); found && literal.Kind == token.STRING {
			name, _ = labelName(literal)
		}
	default:
		return "", false
	}
	if root, found := inner.(*ast.Ident); found {
		return name, root.Name == "parameter"
	}
	return selectedParameter(inner)
}
