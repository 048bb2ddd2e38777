package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/ast/astutil"
	"cuelang.org/go/cue/token"
)

// listNames are the names, and `outer.inner` pairs of names, of which some field in the text looks like a list.
type listNames map[string]bool

func upgradeListArithmetic(parsed *ast.File) bool {
	names := collectListNames(parsed)
	rewrites := map[*ast.BinaryExpr]*ast.CallExpr{}
	ast.Walk(parsed, func(node ast.Node) bool {
		if operation, found := node.(*ast.BinaryExpr); found {
			if call := names.rewrite(operation); call != nil {
				rewrites[operation] = call
			}
		}
		return true
	}, nil)
	if len(rewrites) == 0 || isListHidden(parsed, rewrites) {
		return false
	}
	astutil.Apply(parsed, nil, func(cursor astutil.Cursor) bool {
		if operation, found := cursor.Node().(*ast.BinaryExpr); found && rewrites[operation] != nil {
			cursor.Replace(names.rewrite(operation))
		}
		return true
	})
	importList(parsed)
	astutil.Resolve(parsed, func(token.Pos, string, ...interface{}) {})
	return true
}

// rewrite makes the call that stands for a list operation; nil when the operands do not look like one.
func (names listNames) rewrite(operation *ast.BinaryExpr) *ast.CallExpr {
	switch operation.Op {
	case token.ADD:
		operands := names.addends(operation)
		if operands == nil {
			return nil
		}
		for index, operand := range operands {
			ast.SetRelPos(operand, spaceBefore(index))
		}
		list := &ast.ListLit{Lbrack: operation.Pos().WithRel(token.NoSpace), Elts: operands, Rbrack: operation.End().WithRel(token.NoSpace)}
		return callOfList(operation, "Concat", list)
	case token.MUL:
		list, count := operation.X, operation.Y
		if !names.isList(list) {
			list, count = count, list
		}
		if !names.isList(list) || !names.isNumber(count) {
			return nil
		}
		ast.SetRelPos(list, token.NoSpace)
		ast.SetRelPos(count, token.Blank)
		return callOfList(operation, "Repeat", list, count)
	}
	return nil
}

func spaceBefore(index int) token.RelPos {
	if index == 0 {
		return token.NoSpace
	}
	return token.Blank
}

func callOfList(operation *ast.BinaryExpr, function string, arguments ...ast.Expr) *ast.CallExpr {
	at := operation.Pos()
	return &ast.CallExpr{
		Fun: &ast.SelectorExpr{
			X:   &ast.Ident{NamePos: at, Name: "list"},
			Sel: &ast.Ident{NamePos: at.WithRel(token.NoSpace), Name: function},
		},
		Lparen: at.WithRel(token.NoSpace),
		Args:   arguments,
		Rparen: operation.End().WithRel(token.NoSpace),
	}
}

// addends are the operands of `a + b + …`; nil unless all of them look like lists. What is a `list.Concat` already is taken apart.
func (names listNames) addends(sum ast.Expr) []ast.Expr {
	if operation, found := sum.(*ast.BinaryExpr); found && operation.Op == token.ADD {
		left, right := names.addends(operation.X), names.addends(operation.Y)
		if _, nested := operation.Y.(*ast.BinaryExpr); nested || left == nil || right == nil {
			return nil
		}
		return append(left, right...)
	}
	if !names.isList(sum) {
		return nil
	}
	if call, found := sum.(*ast.CallExpr); found && isListFunction(call, "Concat") && len(call.Args) == 1 {
		if list, found := call.Args[0].(*ast.ListLit); found && len(list.Elts) > 0 {
			return append([]ast.Expr{}, list.Elts...)
		}
	}
	return []ast.Expr{sum}
}

// isListFunction says whether a call is `list.Name(…)` with one of the names, or with any when none is given.
func isListFunction(call *ast.CallExpr, functions ...string) bool {
	selector, found := call.Fun.(*ast.SelectorExpr)
	if !found {
		return false
	}
	if root, found := selector.X.(*ast.Ident); !found || root.Name != "list" {
		return false
	}
	name, _ := labelName(selector.Sel)
	for _, function := range functions {
		if function == name {
			return true
		}
	}
	return len(functions) == 0
}

func (names listNames) isList(operand ast.Expr) bool {
	switch known := operand.(type) {
	case *ast.ListLit:
		return true
	case *ast.CallExpr:
		return isListFunction(known)
	case *ast.Ident:
		return names[known.Name]
	case *ast.SelectorExpr:
		outer, isName := known.X.(*ast.Ident)
		inner, isPlain := known.Sel.(*ast.Ident)
		return isName && isPlain && names[outer.Name+"."+inner.Name]
	}
	return false
}

// isNumber takes a name that is not known for a list to be a number.
func (names listNames) isNumber(operand ast.Expr) bool {
	switch known := operand.(type) {
	case *ast.BasicLit:
		return known.Kind == token.INT || known.Kind == token.FLOAT
	case *ast.Ident:
		return !names[known.Name]
	case *ast.UnaryExpr:
		return names.isNumber(known.X)
	}
	return false
}

// collectListNames looks at lists, list functions and disjunctions with them first, then at results of arithmetic until no more are found.
func collectListNames(parsed *ast.File) listNames {
	names := listNames{}
	for grown := true; grown; {
		grown = false
		names.visitFields(parsed, func(field *ast.Field, keys []string) {
			if names[keys[len(keys)-1]] || !(looksLikeList(field.Value) || names.isListResult(field.Value)) {
				return
			}
			grown = true
			for _, key := range keys {
				names[key] = true
			}
		})
	}
	return names
}

// visitFields calls visit with every field that has an identifier for a label, and its name: alone, then behind the field around it.
func (names listNames) visitFields(parsed *ast.File, visit func(field *ast.Field, keys []string)) {
	outer := map[*ast.Field]string{}
	ast.Walk(parsed, func(node ast.Node) bool {
		field, found := node.(*ast.Field)
		if !found {
			return true
		}
		label, found := field.Label.(*ast.Ident)
		if !found {
			return true
		}
		keys := []string{label.Name}
		if around, found := outer[field]; found {
			keys = append(keys, around+"."+label.Name)
		}
		visit(field, keys)
		if body, found := field.Value.(*ast.StructLit); found {
			for _, element := range body.Elts {
				if inner, found := element.(*ast.Field); found {
					outer[inner] = label.Name
				}
			}
		}
		return true
	}, nil)
}

func looksLikeList(value ast.Expr) bool {
	switch known := value.(type) {
	case *ast.ListLit:
		return true
	case *ast.CallExpr:
		return isListFunction(known)
	case *ast.BinaryExpr:
		return known.Op == token.OR && (looksLikeList(known.X) || looksLikeList(known.Y))
	case *ast.UnaryExpr:
		return looksLikeList(known.X)
	}
	return false
}

func (names listNames) isListResult(value ast.Expr) bool {
	operation, found := value.(*ast.BinaryExpr)
	if !found {
		return false
	}
	switch operation.Op {
	case token.ADD:
		return names.isList(operation.X) && names.isList(operation.Y)
	case token.MUL:
		return names.isList(operation.X) && names.isNumber(operation.Y) || names.isNumber(operation.X) && names.isList(operation.Y)
	}
	return false
}

// isListHidden says whether the name `list` means a field, a `let` or a loop variable at one of the places where it is to mean the package.
func isListHidden(parsed *ast.File, rewrites map[*ast.BinaryExpr]*ast.CallExpr) bool {
	hidden := false
	seen := newWalker(func(visited *walker, node ast.Node) {
		operation, found := node.(*ast.BinaryExpr)
		if !found || rewrites[operation] == nil {
			return
		}
		for _, declared := range visited.scope.find("list") {
			hidden = hidden || declared.kind != importDeclaration
		}
	})
	seen.file(parsed)
	return hidden
}

func importList(parsed *ast.File) {
	for _, spec := range parsed.Imports {
		if spec.Path != nil && spec.Path.Value == `"list"` {
			return
		}
	}
	spec := &ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: `"list"`}}
	declaration := &ast.ImportDecl{Specs: []*ast.ImportSpec{spec}}
	at := 0
	for at < len(parsed.Decls) {
		if _, found := parsed.Decls[at].(*ast.Package); !found {
			if _, found := parsed.Decls[at].(*ast.CommentGroup); !found {
				break
			}
		}
		at++
	}
	parsed.Decls = append(parsed.Decls[:at:at], append([]ast.Decl{declaration}, parsed.Decls[at:]...)...)
	parsed.Imports = append([]*ast.ImportSpec{spec}, parsed.Imports...)
}
