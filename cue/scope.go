package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/ast/astutil"
	"cuelang.org/go/cue/token"
)

// declarationKind says what introduced a name.
type declarationKind int

const (
	fieldDeclaration declarationKind = iota
	letDeclaration
	aliasDeclaration
	loopDeclaration
	importDeclaration
)

// declaration is something that an identifier can mean.
type declaration struct {
	name string
	kind declarationKind
	at   token.Pos
	// node is the field, clause or import that declares it.
	node ast.Node
	// field is the field that is declared, or that an alias stands for.
	field *ast.Field
	// value is what stands behind a `let` or a field, or what a loop variable takes its values from.
	value ast.Expr
	spec  *ast.ImportSpec
	// key says that a loop variable takes the keys, not the values.
	key   bool
	scope *scope
	// parameter is the path of a field below `parameter`, when it is one.
	parameter *parameterPath
	used      bool
}

// parameterPath leads from `parameter` to a value; `[]` stands for an element of a list, `*` for a value of a map.
type parameterPath struct {
	steps []string
}

func (p *parameterPath) step(name string) *parameterPath {
	return &parameterPath{steps: append(p.steps[:len(p.steps):len(p.steps)], name)}
}

// scope holds the names that one body declares.
type scope struct {
	outer *scope
	node  ast.Node
	names map[string][]*declaration
}

// find are the declarations that a name means here: fields of one name in one body are one field in several pieces.
func (s *scope) find(name string) []*declaration {
	for ; s != nil; s = s.outer {
		if declared := s.names[name]; len(declared) > 0 {
			return declared
		}
	}
	return nil
}

func (s *scope) add(declared *declaration) {
	declared.scope = s
	s.names[declared.name] = append(s.names[declared.name], declared)
}

// walker goes through a file in the scopes of CUE.
type walker struct {
	scope *scope
	// clauses are the `for`, `if` and `let` clauses around the place, outermost first.
	clauses []ast.Clause
	// parameter is the path below `parameter` of the value around the place, when it is in one.
	parameter *parameterPath
	visit     func(visited *walker, node ast.Node)
	declared  []*declaration
}

// newWalker makes a walker that calls visit with every node, before what is in it, in the scope that the node stands in.
func newWalker(visit func(visited *walker, node ast.Node)) *walker {
	return &walker{visit: visit}
}

func (w *walker) file(parsed *ast.File) {
	w.within(parsed, func() {
		w.declare(parsed.Decls)
		for _, element := range parsed.Decls {
			w.node(element)
		}
	})
}

// within runs inside in a scope of its own.
func (w *walker) within(node ast.Node, inside func()) {
	outer, clauses, parameter := w.scope, w.clauses, w.parameter
	w.scope = &scope{outer: outer, node: node, names: map[string][]*declaration{}}
	inside()
	w.scope, w.clauses, w.parameter = outer, clauses, parameter
}

func (w *walker) add(declared *declaration) {
	w.scope.add(declared)
	w.declared = append(w.declared, declared)
}

// declare adds the names of a body to the scope, before anything in it is looked at.
func (w *walker) declare(body []ast.Decl) {
	for _, element := range body {
		switch known := element.(type) {
		case *ast.Field:
			w.declareField(known)
		case *ast.LetClause:
			w.add(&declaration{name: known.Ident.Name, kind: letDeclaration, at: known.Ident.Pos(), node: known, value: known.Expr})
		case *ast.Alias:
			w.add(&declaration{name: known.Ident.Name, kind: aliasDeclaration, at: known.Ident.Pos(), node: known, value: known.Expr})
		case *ast.ImportDecl:
			for _, spec := range known.Specs {
				if name, found := importedName(spec); found {
					w.add(&declaration{name: name, kind: importDeclaration, at: spec.Pos(), node: spec, spec: spec})
				}
			}
		}
	}
}

func (w *walker) declareField(field *ast.Field) {
	label := field.Label
	path := w.pathOf(field)
	if alias, found := label.(*ast.Alias); found {
		if _, pattern := alias.Expr.(*ast.ListLit); !pattern {
			w.add(&declaration{name: alias.Ident.Name, kind: aliasDeclaration, at: alias.Ident.Pos(), node: field, field: field, value: field.Value, parameter: path})
		}
		label, _ = alias.Expr.(ast.Label)
	}
	if named, found := label.(*ast.Ident); found {
		w.add(&declaration{name: named.Name, kind: fieldDeclaration, at: named.Pos(), node: field, field: field, value: field.Value, parameter: path})
	}
}

// pathOf is where a field of the body around the place stands below `parameter`; nil when it does not.
func (w *walker) pathOf(field *ast.Field) *parameterPath {
	name, _ := fieldName(field)
	switch {
	case w.parameter != nil && name != "":
		return w.parameter.step(name)
	case w.parameter != nil:
		return w.parameter.step("*")
	case name == "parameter" && w.isTop():
		return &parameterPath{}
	}
	return nil
}

// isTop says whether the place is the body of a file or of its field `template`, where definitions have their parameters.
func (w *walker) isTop() bool {
	if _, found := w.scope.node.(*ast.File); found {
		return true
	}
	around := w.scope.outer
	if around == nil || around.outer == nil {
		return false
	}
	field, found := around.node.(*ast.Field)
	_, top := around.outer.node.(*ast.File)
	if !found || !top {
		return false
	}
	name, _ := fieldName(field)
	return name == "template"
}

// fieldName is the name of a field without its alias; false when it is a pattern or computed.
func fieldName(field *ast.Field) (string, bool) {
	label := field.Label
	if alias, found := label.(*ast.Alias); found {
		label, _ = alias.Expr.(ast.Label)
	}
	if label == nil {
		return "", false
	}
	return labelName(label)
}

// importedName is what a text calls an imported package.
func importedName(spec *ast.ImportSpec) (string, bool) {
	info, err := astutil.ParseImportSpec(spec)
	return info.Ident, err == nil && info.Ident != ""
}

func (w *walker) node(node ast.Node) {
	if isMissing(node) {
		return
	}
	w.visit(w, node)
	switch known := node.(type) {
	case *ast.StructLit:
		w.within(known, func() {
			w.declare(known.Elts)
			for _, element := range known.Elts {
				w.node(element)
			}
		})
	case *ast.ListLit:
		path := w.parameter
		if path != nil {
			w.parameter = path.step("[]")
		}
		for _, element := range known.Elts {
			w.node(element)
		}
		w.parameter = path
	case *ast.Field:
		w.field(known)
	case *ast.LetClause:
		w.node(known.Expr)
	case *ast.Alias:
		w.node(known.Expr)
	case *ast.EmbedDecl:
		w.node(known.Expr)
	case *ast.Ellipsis:
		w.node(known.Type)
	case *ast.Comprehension:
		w.comprehension(known)
	case *ast.BinaryExpr:
		w.node(known.X)
		w.node(known.Y)
	case *ast.UnaryExpr:
		w.node(known.X)
	case *ast.ParenExpr:
		w.node(known.X)
	case *ast.CallExpr:
		w.node(known.Fun)
		for _, argument := range known.Args {
			w.node(argument)
		}
	case *ast.SelectorExpr:
		w.node(known.X)
	case *ast.IndexExpr:
		w.node(known.X)
		w.node(known.Index)
	case *ast.SliceExpr:
		w.node(known.X)
		w.node(known.Low)
		w.node(known.High)
	case *ast.Interpolation:
		for _, element := range known.Elts {
			w.node(element)
		}
	}
}

// isMissing looks at interfaces that hold nothing, and at those of an expression that was left out.
func isMissing(node ast.Node) bool {
	if node == nil {
		return true
	}
	body, found := node.(*ast.StructLit)
	return found && body == nil
}

// field looks at a field's label in the scope around it, and at its value in one that knows the aliases of both.
func (w *walker) field(field *ast.Field) {
	path := w.pathOf(field)
	label := field.Label
	alias, hasAlias := label.(*ast.Alias)
	if hasAlias {
		label, _ = alias.Expr.(ast.Label)
	}
	w.within(field, func() {
		switch known := label.(type) {
		case *ast.ListLit:
			if hasAlias {
				w.add(&declaration{name: alias.Ident.Name, kind: aliasDeclaration, at: alias.Ident.Pos(), node: field, field: field, value: field.Value, parameter: path})
			}
			w.pattern(known)
		case *ast.ParenExpr, *ast.Interpolation:
			w.node(known)
		}
		value := field.Value
		if named, found := value.(*ast.Alias); found {
			w.add(&declaration{name: named.Ident.Name, kind: aliasDeclaration, at: named.Ident.Pos(), node: field, field: field, value: named.Expr, parameter: path})
			value = named.Expr
		}
		w.parameter = path
		w.node(value)
	})
}

// pattern looks at the label `[Name=string]`: the name means the label of the field that matched.
func (w *walker) pattern(pattern *ast.ListLit) {
	for _, element := range pattern.Elts {
		if named, found := element.(*ast.Alias); found {
			w.add(&declaration{name: named.Ident.Name, kind: aliasDeclaration, at: named.Ident.Pos()})
			element = named.Expr
		}
		w.parameter = nil
		w.node(element)
	}
}

// comprehension puts each clause into the scope of those before it.
func (w *walker) comprehension(comprehension *ast.Comprehension) {
	w.within(comprehension, func() {
		around := w.parameter
		for _, clause := range comprehension.Clauses {
			w.parameter = nil
			w.visit(w, clause)
			switch known := clause.(type) {
			case *ast.ForClause:
				w.node(known.Source)
				w.loop(known)
			case *ast.IfClause:
				w.node(known.Condition)
			case *ast.LetClause:
				w.node(known.Expr)
				w.add(&declaration{name: known.Ident.Name, kind: letDeclaration, at: known.Ident.Pos(), node: known, value: known.Expr})
			}
			w.clauses = append(w.clauses[:len(w.clauses):len(w.clauses)], clause)
		}
		w.parameter = around
		w.node(comprehension.Value)
	})
}

func (w *walker) loop(clause *ast.ForClause) {
	for _, name := range []*ast.Ident{clause.Key, clause.Value} {
		if name != nil {
			w.add(&declaration{name: name.Name, kind: loopDeclaration, at: name.Pos(), node: clause, value: clause.Source, key: name == clause.Key})
		}
	}
}
