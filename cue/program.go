package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// program is what was read in the texts of one package.
type program struct {
	// means are the declarations that each identifier refers to within its own text.
	means map[*ast.Ident][]*declaration
	// fields are the top-level fields of all texts: those of one package see each other's.
	fields map[string][]*declaration
	// mentioned are the names of hidden fields that some text reads.
	mentioned map[string]bool
	// tests are the parameters that are there when a condition holds.
	tests map[*ast.IfClause][]*read
	// guards are the results of following each test to its parameter.
	guards map[*ast.IfClause][][]string
	// parameters are the declarations of `parameter` itself.
	parameters []*declaration
	// steps and allSteps count how far values were followed, for one answer and for all.
	steps, allSteps int
}

// programText is what was read in one text.
type programText struct {
	parsed     *ast.File
	declared   []*declaration
	fields     []*ast.Field
	imports    []*ast.ImportSpec
	members    map[*ast.ImportSpec]map[string]bool
	arithmetic []*ast.BinaryExpr
	reads      []*read
}

// read is an identifier with the names that are selected of it.
type read struct {
	root  *ast.Ident
	steps []string
	node  ast.Expr
	// clauses are those around the read, and condition the one that it stands in.
	clauses   []ast.Clause
	condition *ast.IfClause
	// safe says that nothing breaks when there is no such value: it is compared with `_|_`, or is a default with something else to take.
	safe bool
}

func newProgram() *program {
	return &program{
		means: map[*ast.Ident][]*declaration{}, fields: map[string][]*declaration{}, mentioned: map[string]bool{},
		tests: map[*ast.IfClause][]*read{}, guards: map[*ast.IfClause][][]string{},
	}
}

// reader collects what one text does while a walker goes through it.
type reader struct {
	program *program
	text    *programText
	// consumed are parts of a selection or sum that is told as a whole.
	consumed  map[ast.Node]bool
	safe      map[ast.Node]bool
	absent    map[ast.Node]bool
	condition map[ast.Node]*ast.IfClause
}

func (p *program) read(parsed *ast.File) *programText {
	text := &programText{parsed: parsed, members: map[*ast.ImportSpec]map[string]bool{}}
	for _, element := range parsed.Decls {
		if imports, found := element.(*ast.ImportDecl); found {
			text.imports = append(text.imports, imports.Specs...)
		}
	}
	collected := &reader{
		program: p, text: text,
		consumed: map[ast.Node]bool{}, safe: map[ast.Node]bool{}, absent: map[ast.Node]bool{}, condition: map[ast.Node]*ast.IfClause{},
	}
	walked := newWalker(collected.visit)
	walked.file(parsed)
	text.declared = walked.declared
	for _, declared := range walked.declared {
		if _, top := declared.scope.node.(*ast.File); top && declared.kind == fieldDeclaration {
			p.fields[declared.name] = append(p.fields[declared.name], declared)
		}
		if declared.kind == fieldDeclaration && declared.parameter != nil && len(declared.parameter.steps) == 0 {
			p.parameters = append(p.parameters, declared)
		}
	}
	return text
}

func (r *reader) visit(visited *walker, node ast.Node) {
	switch known := node.(type) {
	case *ast.Field:
		r.text.fields = append(r.text.fields, known)
	case *ast.IfClause:
		mark(known.Condition, func(inner ast.Node) { r.condition[inner] = known })
	case *ast.BinaryExpr:
		r.operation(known)
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr:
		if !r.consumed[node] {
			r.selection(visited, known.(ast.Expr))
		}
	}
}

// mark calls see with a node and everything in it.
func mark(node ast.Node, see func(inner ast.Node)) {
	ast.Walk(node, func(inner ast.Node) bool {
		see(inner)
		return true
	}, nil)
}

func (r *reader) operation(operation *ast.BinaryExpr) {
	switch operation.Op {
	case token.ADD, token.MUL:
		if !r.consumed[operation] {
			r.text.arithmetic = append(r.text.arithmetic, operation)
		}
		for inner, found := operation.X.(*ast.BinaryExpr); found && inner.Op == operation.Op; inner, found = inner.X.(*ast.BinaryExpr) {
			if r.consumed[inner] {
				break
			}
			r.consumed[inner] = true
		}
	case token.OR:
		for _, operand := range []ast.Expr{operation.X, operation.Y} {
			if preferred, found := operand.(*ast.UnaryExpr); found && preferred.Op == token.MUL {
				mark(preferred.X, func(inner ast.Node) { r.safe[inner] = true })
			}
		}
	case token.EQL, token.NEQ:
		for tested, other := range map[ast.Expr]ast.Expr{operation.X: operation.Y, operation.Y: operation.X} {
			if _, bottom := other.(*ast.BottomLit); bottom {
				mark(tested, func(inner ast.Node) {
					r.safe[inner] = true
					r.absent[inner] = r.absent[inner] || operation.Op == token.EQL
				})
			}
		}
	}
}

// selection takes `root.a["b"]…` apart, as far as the names are plain.
func (r *reader) selection(visited *walker, selection ast.Expr) {
	root, steps := r.takeApart(selection)
	if root == nil {
		return
	}
	declared := visited.scope.find(root.Name)
	r.program.means[root] = declared
	for _, each := range declared {
		each.used = true
		if each.spec != nil {
			members := r.text.members[each.spec]
			if members == nil {
				members = map[string]bool{}
				r.text.members[each.spec] = members
			}
			if len(steps) > 0 {
				members[steps[0]] = true
			}
		}
	}
	for _, name := range append([]string{root.Name}, steps...) {
		if isHidden(name) {
			r.program.mentioned[name] = true
		}
	}
	made := &read{
		root: root, steps: steps, node: selection, clauses: visited.clauses,
		condition: r.condition[selection], safe: r.safe[selection],
	}
	r.text.reads = append(r.text.reads, made)
	if made.condition != nil && !r.absent[selection] {
		r.program.tests[made.condition] = append(r.program.tests[made.condition], made)
	}
}

// takeApart marks the parts of a selection as told; nil when what is selected from is not an identifier.
func (r *reader) takeApart(selection ast.Expr) (*ast.Ident, []string) {
	switch known := selection.(type) {
	case *ast.Ident:
		r.consumed[known] = true
		return known, nil
	case *ast.ParenExpr:
		return r.takeApart(known.X)
	case *ast.SelectorExpr:
		r.consumed[known] = true
		root, steps := r.takeApart(known.X)
		name, found := labelName(known.Sel)
		if root == nil || !found {
			return root, steps
		}
		return root, r.extend(known.X, steps, name)
	case *ast.IndexExpr:
		r.consumed[known] = true
		root, steps := r.takeApart(known.X)
		if root == nil {
			return nil, nil
		}
		return root, r.extend(known.X, steps, indexName(known.Index))
	}
	return nil, nil
}

// computed stands for a name that only evaluation could tell; what is selected behind it is not told.
const computed = "\x00"

func (r *reader) extend(inner ast.Expr, steps []string, name string) []string {
	if len(steps) > 0 && steps[len(steps)-1] == computed {
		return steps
	}
	return append(steps[:len(steps):len(steps)], name)
}

func indexName(index ast.Expr) string {
	text, found := index.(*ast.BasicLit)
	switch {
	case found && text.Kind == token.STRING:
		name, _ := labelName(text)
		return name
	case found && text.Kind == token.INT:
		return "[]"
	}
	return computed
}

// meaning are the declarations of an identifier in its own text, or the fields of that name in the others.
func (p *program) meaning(name *ast.Ident) []*declaration {
	if declared := p.means[name]; len(declared) > 0 {
		return declared
	}
	return p.fields[name.Name]
}

// maxFollowed bounds chains of names that stand for each other.
const maxFollowed = 32

// rootOf follows aliases, `let` clauses and loop variables to `parameter` or `context`; empty when they lead elsewhere.
func (p *program) rootOf(root *ast.Ident, steps []string, depth int) (string, []string) {
	if last := len(steps) - 1; last >= 0 && steps[last] == computed {
		steps = steps[:last]
	}
	declared := p.meaning(root)
	if len(declared) == 0 {
		if root.Name == "parameter" || root.Name == "context" {
			return root.Name, steps
		}
		return "", nil
	}
	for _, each := range declared {
		if found, path := p.rootOfDeclaration(each, steps, depth); found != "" {
			return found, path
		}
	}
	return "", nil
}

func (p *program) rootOfDeclaration(declared *declaration, steps []string, depth int) (string, []string) {
	if declared.parameter != nil {
		return "parameter", append(append([]string{}, declared.parameter.steps...), steps...)
	}
	if declared.kind == fieldDeclaration {
		if _, top := declared.scope.node.(*ast.File); top && declared.name == "context" {
			return "context", steps
		}
		return "", nil
	}
	if declared.value == nil || declared.key || depth > maxFollowed {
		return "", nil
	}
	silent := &reader{consumed: map[ast.Node]bool{}}
	root, first := silent.takeApart(declared.value)
	if root == nil || len(first) > 0 && first[len(first)-1] == computed {
		return "", nil
	}
	if declared.kind == loopDeclaration {
		first = append(first[:len(first):len(first)], p.elementStep(declared.value))
	}
	return p.rootOf(root, append(first[:len(first):len(first)], steps...), depth+1)
}

func (p *program) elementStep(source ast.Expr) string {
	if p.isList(source) {
		return "[]"
	}
	return "*"
}
