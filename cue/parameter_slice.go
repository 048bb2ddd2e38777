package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/ast/astutil"
	"cuelang.org/go/cue/token"
)

// buildParameter evaluates `parameter` of a text, with nothing of the text but what it refers to: a template whose other parts
// cannot be evaluated, or not before long, still has parameters. `parameter` stands at the top or in `template`, as definitions in
// CUE form have it. Names that nothing in the text declares, such as `context` or a package of KubeVela, may be anything.
// The value does not exist when the text has no `parameter`.
func buildParameter(context *cue.Context, parsed *ast.File) (cue.Value, error) {
	body := parameterBody(parsed)
	slice := sliceOf(context, parsed, body)
	slice.cut()
	built := context.BuildFile(parsed)
	path := "parameter"
	if body != nil {
		path = "template.parameter"
	}
	value := built.LookupPath(cue.ParsePath(path))
	if !value.Exists() {
		if err := built.Err(); err != nil {
			return value, err
		}
		return value, nil
	}
	return value, value.Err()
}

// parameterBody is the struct `template` when `parameter` stands in it, and nil when it stands at the top.
func parameterBody(parsed *ast.File) *ast.StructLit {
	for _, field := range fieldsNamed(parsed.Decls, "template") {
		body, found := field.Value.(*ast.StructLit)
		if found && len(fieldsNamed(parsed.Decls, "parameter")) == 0 && len(fieldsNamed(body.Elts, "parameter")) > 0 {
			return body
		}
	}
	return nil
}

func fieldsNamed(body []ast.Decl, name string) []*ast.Field {
	var found []*ast.Field
	for _, element := range body {
		if field, isField := element.(*ast.Field); isField {
			if label, known := fieldName(field); known && label == name {
				found = append(found, field)
			}
		}
	}
	return found
}

// parameterSlice says which parts of a text take part in its `parameter`.
type parameterSlice struct {
	context *cue.Context
	parsed  *ast.File
	body    *ast.StructLit
	// uses are the declarations that each element of the outer bodies refers to.
	uses map[ast.Node][]*declaration
	// missing are the names that each of them uses and nothing declares.
	missing map[ast.Node][]string
	kept    map[ast.Node]bool
	unknown []string
}

func sliceOf(context *cue.Context, parsed *ast.File, body *ast.StructLit) *parameterSlice {
	slice := &parameterSlice{
		context: context, parsed: parsed, body: body, uses: map[ast.Node][]*declaration{}, missing: map[ast.Node][]string{}, kept: map[ast.Node]bool{},
	}
	slice.collect()
	roots := parsed.Decls
	if body != nil {
		roots = body.Elts
	}
	for _, field := range fieldsNamed(roots, "parameter") {
		slice.keep(field)
	}
	return slice
}

func (s *parameterSlice) collect() {
	var owner ast.Node
	newWalker(func(visited *walker, node ast.Node) {
		if s.isOuter(visited.scope.node) && isElement(node) {
			owner = node
		}
		name, found := node.(*ast.Ident)
		if !found {
			return
		}
		declared := visited.scope.find(name.Name)
		if len(declared) == 0 {
			s.missing[owner] = append(s.missing[owner], name.Name)
		}
		for _, each := range declared {
			if s.isOuter(each.scope.node) {
				s.uses[owner] = append(s.uses[owner], each)
			}
		}
	}).file(s.parsed)
}

func (s *parameterSlice) isOuter(node ast.Node) bool {
	return node == s.parsed || s.body != nil && node == s.body
}

func isElement(node ast.Node) bool {
	switch node.(type) {
	case *ast.Field, *ast.LetClause, *ast.Alias, *ast.EmbedDecl, *ast.Comprehension:
		return true
	}
	return false
}

func (s *parameterSlice) keep(node ast.Node) {
	if s.kept[node] {
		return
	}
	s.kept[node] = true
	for _, each := range s.uses[node] {
		if each.spec == nil {
			s.keep(each.node)
		} else if isStandardPackage(s.context, each.spec.Path.Value) {
			s.kept[each.spec] = true
		} else {
			s.unknown = append(s.unknown, each.name)
		}
	}
	for _, name := range s.missing[node] {
		if !isPredeclared(s.context, name) {
			s.unknown = append(s.unknown, name)
		}
	}
}

// cut leaves the parts in the text that are kept, and declares the names that are unknown as anything.
func (s *parameterSlice) cut() {
	if s.body != nil {
		s.body.Elts = s.keptOf(s.body.Elts)
		for _, field := range fieldsNamed(s.parsed.Decls, "template") {
			s.kept[field] = true
		}
	}
	s.forgetImports()
	s.parsed.Decls = s.keptOf(s.parsed.Decls)
	declared := map[string]bool{}
	for _, name := range s.unknown {
		if !declared[name] {
			declared[name] = true
			s.parsed.Decls = append(s.parsed.Decls, &ast.Field{Label: ast.NewIdent(name), Value: ast.NewIdent("_")})
		}
	}
	astutil.Resolve(s.parsed, func(token.Pos, string, ...interface{}) {})
}

func (s *parameterSlice) keptOf(body []ast.Decl) []ast.Decl {
	var kept []ast.Decl
	for _, element := range body {
		switch known := element.(type) {
		case *ast.Package:
			kept = append(kept, known)
		case *ast.ImportDecl:
			known.Specs = s.keptSpecs(known.Specs)
			if len(known.Specs) > 0 {
				kept = append(kept, known)
			}
		default:
			if s.kept[element] {
				kept = append(kept, element)
			}
		}
	}
	return kept
}

func (s *parameterSlice) keptSpecs(specs []*ast.ImportSpec) []*ast.ImportSpec {
	var kept []*ast.ImportSpec
	for _, spec := range specs {
		if s.kept[spec] {
			kept = append(kept, spec)
		}
	}
	return kept
}

// forgetImports takes the imports that are left out from the identifiers that were resolved to them.
func (s *parameterSlice) forgetImports() {
	dropped := map[ast.Node]bool{}
	for _, spec := range s.parsed.Imports {
		dropped[spec] = !s.kept[spec]
	}
	s.parsed.Imports = s.keptSpecs(s.parsed.Imports)
	ast.Walk(s.parsed, func(node ast.Node) bool {
		if name, found := node.(*ast.Ident); found && name.Node != nil && dropped[name.Node] {
			name.Node = nil
		}
		return true
	}, nil)
}

// isStandardPackage says whether this CUE release itself has a package, by its path in quotes.
func isStandardPackage(context *cue.Context, quoted string) bool {
	return context.CompileString("import imported "+quoted+"\nmember: imported.member").Err() == nil
}

// isPredeclared says whether this CUE release gives a name a meaning everywhere, as it does to `string` and `len`.
func isPredeclared(context *cue.Context, name string) bool {
	return ast.IsValidIdent(name) && context.CompileString("meaning: "+name).Err() == nil
}
