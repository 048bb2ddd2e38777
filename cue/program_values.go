package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// How far values are followed in one answer: names may stand for each other in circles, and each may stand for several values.
const (
	maxValueDepth = 24
	maxValueSteps = 5_000
	maxAllSteps   = 3_000_000
)

// isListArithmetic says whether the operands of a sum or product are lists: one that is makes the other one, unless it is a text.
func (p *program) isListArithmetic(operation *ast.BinaryExpr) bool {
	return p.arithmeticAt(operation, 0)
}

func (p *program) arithmeticAt(operation *ast.BinaryExpr, depth int) bool {
	operands := []ast.Expr{operation.X, operation.Y}
	if operation.Op == token.ADD {
		operands = addendsOf(operation)
	}
	list := false
	for _, operand := range operands {
		if isText(operand) {
			return false
		}
		list = list || p.listAt(operand, depth)
	}
	return list
}

func addendsOf(sum *ast.BinaryExpr) []ast.Expr {
	operands := []ast.Expr{sum.Y}
	left := sum.X
	for inner, found := left.(*ast.BinaryExpr); found && inner.Op == sum.Op; inner, found = left.(*ast.BinaryExpr) {
		operands = append(operands, inner.Y)
		left = inner.X
	}
	return append(operands, left)
}

func isText(operand ast.Expr) bool {
	switch known := operand.(type) {
	case *ast.BasicLit:
		return known.Kind == token.STRING
	case *ast.Interpolation:
		return true
	case *ast.ParenExpr:
		return isText(known.X)
	}
	return false
}

// isList says whether a value is a list wherever it is one at all, as far as its syntax tells.
func (p *program) isList(value ast.Expr) bool { return p.listAt(value, 0) }

func (p *program) listAt(value ast.Expr, depth int) bool {
	if !p.mayFollow(depth) {
		return false
	}
	switch known := value.(type) {
	case *ast.ListLit:
		return true
	case *ast.ParenExpr:
		return p.listAt(known.X, depth+1)
	case *ast.Alias:
		return p.listAt(known.Expr, depth+1)
	case *ast.UnaryExpr:
		return known.Op == token.MUL && p.listAt(known.X, depth+1)
	case *ast.SliceExpr:
		return p.listAt(known.X, depth+1)
	case *ast.CallExpr:
		return returnsList(known)
	case *ast.BinaryExpr:
		switch known.Op {
		case token.OR, token.AND, token.MUL:
			return p.listAt(known.X, depth+1) || p.listAt(known.Y, depth+1)
		case token.ADD:
			return p.arithmeticAt(known, depth+1)
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
		for _, each := range p.valuesOf(value, depth+1) {
			if p.listAt(each, depth+1) {
				return true
			}
		}
	}
	return false
}

func (p *program) mayFollow(depth int) bool {
	if depth == 0 {
		p.steps = 0
	}
	p.steps++
	p.allSteps++
	return depth < maxValueDepth && p.steps < maxValueSteps && p.allSteps < maxAllSteps
}

// listFunctions are the functions of CUE's library that make lists, by package.
var listFunctions = map[string]map[string]bool{
	"list":    {"Concat": true, "Drop": true, "FlattenN": true, "Range": true, "Repeat": true, "Reverse": true, "Slice": true, "Sort": true, "SortStable": true, "SortStrings": true, "Take": true},
	"regexp":  {"FindAll": true, "FindAllSubmatch": true, "FindSubmatch": true},
	"strings": {"Fields": true, "Split": true, "SplitAfter": true, "SplitAfterN": true, "SplitN": true},
}

func returnsList(call *ast.CallExpr) bool {
	selector, found := call.Fun.(*ast.SelectorExpr)
	if !found {
		return false
	}
	root, found := selector.X.(*ast.Ident)
	if !found {
		return false
	}
	name, _ := labelName(selector.Sel)
	return listFunctions[root.Name][name]
}

// valuesOf are the expressions that an identifier or a selection stands for.
func (p *program) valuesOf(reference ast.Expr, depth int) []ast.Expr {
	if !p.mayFollow(depth) {
		return nil
	}
	var found []ast.Expr
	switch known := reference.(type) {
	case *ast.Ident:
		for _, declared := range p.meaning(known) {
			if declared.value != nil && declared.kind != loopDeclaration {
				found = append(found, declared.value)
			}
		}
	case *ast.SelectorExpr:
		if name, plain := labelName(known.Sel); plain {
			found = p.selected(known.X, name, depth+1)
		}
	case *ast.IndexExpr:
		if name := indexName(known.Index); name != computed && name != "[]" {
			found = p.selected(known.X, name, depth+1)
		}
	}
	return found
}

func (p *program) selected(from ast.Expr, name string, depth int) []ast.Expr {
	var found []ast.Expr
	for _, field := range p.fieldsOf(from, name, depth) {
		found = append(found, field.Value)
	}
	return found
}

// fieldsOf are the fields of a name in the structs that a value may be made of.
func (p *program) fieldsOf(value ast.Expr, name string, depth int) []*ast.Field {
	if !p.mayFollow(depth) {
		return nil
	}
	switch known := value.(type) {
	case *ast.StructLit:
		return p.fieldsIn(known.Elts, name, depth+1)
	case *ast.ParenExpr:
		return p.fieldsOf(known.X, name, depth+1)
	case *ast.Alias:
		return p.fieldsOf(known.Expr, name, depth+1)
	case *ast.UnaryExpr:
		return p.fieldsOf(known.X, name, depth+1)
	case *ast.BinaryExpr:
		return append(p.fieldsOf(known.X, name, depth+1), p.fieldsOf(known.Y, name, depth+1)...)
	case *ast.CallExpr:
		if called, found := known.Fun.(*ast.Ident); found && called.Name == "close" && len(known.Args) == 1 {
			return p.fieldsOf(known.Args[0], name, depth+1)
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
		var found []*ast.Field
		for _, each := range p.valuesOf(value, depth+1) {
			found = append(found, p.fieldsOf(each, name, depth+1)...)
		}
		return found
	}
	return nil
}

func (p *program) fieldsIn(body []ast.Decl, name string, depth int) []*ast.Field {
	found := fieldsNamed(body, name)
	for _, element := range body {
		switch known := element.(type) {
		case *ast.EmbedDecl:
			found = append(found, p.embeddedFields(known.Expr, name, depth)...)
		case *ast.Comprehension:
			found = append(found, p.embeddedFields(known, name, depth)...)
		}
	}
	return found
}

func (p *program) embeddedFields(embedded ast.Expr, name string, depth int) []*ast.Field {
	if comprehension, found := embedded.(*ast.Comprehension); found {
		return p.fieldsOf(comprehension.Value, name, depth+1)
	}
	return p.fieldsOf(embedded, name, depth+1)
}

// parameterFields are the fields that a path below `parameter` leads to.
func (p *program) parameterFields(steps []string) []*ast.Field {
	var values []ast.Expr
	for _, declared := range p.parameters {
		values = append(values, declared.value)
	}
	var fields []*ast.Field
	for _, step := range steps {
		fields = nil
		if step == "[]" || step == "*" {
			values = elementsOf(values, 0)
			continue
		}
		for _, value := range values {
			fields = append(fields, p.fieldsOf(value, step, 0)...)
		}
		values = nil
		for _, field := range fields {
			values = append(values, field.Value)
		}
	}
	return fields
}

// elementsOf are the types of the elements of lists, and of the fields that a pattern describes.
func elementsOf(values []ast.Expr, depth int) []ast.Expr {
	var found []ast.Expr
	for _, value := range values {
		if depth > maxValueDepth {
			break
		}
		switch known := value.(type) {
		case *ast.ListLit:
			for _, element := range known.Elts {
				if rest, open := element.(*ast.Ellipsis); open {
					element = rest.Type
				}
				found = append(found, element)
			}
		case *ast.StructLit:
			for _, element := range known.Elts {
				if field, isField := element.(*ast.Field); isField {
					if _, plain := fieldName(field); !plain {
						found = append(found, field.Value)
					}
				}
			}
		case *ast.BinaryExpr:
			found = append(found, elementsOf([]ast.Expr{known.X, known.Y}, depth+1)...)
		case *ast.UnaryExpr:
			found = append(found, elementsOf([]ast.Expr{known.X}, depth+1)...)
		case *ast.ParenExpr:
			found = append(found, elementsOf([]ast.Expr{known.X}, depth+1)...)
		}
	}
	return found
}

// isOptionalParameter says whether every piece of a parameter's declaration is marked `?`.
func (p *program) isOptionalParameter(steps []string) bool {
	fields := p.parameterFields(steps)
	for _, field := range fields {
		if !isOptionalField(field) {
			return false
		}
	}
	return len(fields) > 0
}

// hasDefault says whether a parameter has a value of its own: a default, or one that is fixed.
func (p *program) hasDefault(steps []string) bool {
	for _, field := range p.parameterFields(steps) {
		if hasOwnValue(field.Value) {
			return true
		}
	}
	return false
}

func hasOwnValue(value ast.Expr) bool {
	switch known := value.(type) {
	case *ast.BasicLit, *ast.ListLit:
		return true
	case *ast.ParenExpr:
		return hasOwnValue(known.X)
	case *ast.UnaryExpr:
		return known.Op == token.MUL
	case *ast.BinaryExpr:
		return known.Op == token.OR && (hasMark(known.X) || hasMark(known.Y)) || known.Op == token.AND && (hasOwnValue(known.X) || hasOwnValue(known.Y))
	}
	return false
}

func hasMark(value ast.Expr) bool {
	switch known := value.(type) {
	case *ast.ParenExpr:
		return hasMark(known.X)
	case *ast.UnaryExpr:
		return known.Op == token.MUL
	case *ast.BinaryExpr:
		return known.Op == token.OR && (hasMark(known.X) || hasMark(known.Y))
	}
	return false
}
