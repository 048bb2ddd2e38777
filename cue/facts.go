package main

import (
	"slices"
	"sort"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/token"
)

type factsRequest struct {
	Files   []file `json:"files"`
	Context string `json:"context"`
	Line    string `json:"line"`
}

type factsResponse struct {
	Files []fileFacts `json:"files"`
}

// fileFacts is the CueFacts of registry/engine/types.ts.
type fileFacts struct {
	File           string          `json:"file"`
	Package        string          `json:"package,omitempty"`
	Imports        []importFact    `json:"imports"`
	TopLevel       []nameFact      `json:"topLevel"`
	ParameterReads []parameterRead `json:"parameterReads"`
	ContextReads   []placed        `json:"contextReads"`
	ListArithmetic []operatorFact  `json:"listArithmetic"`
	ErrorLabels    []position      `json:"errorLabels"`
	Unresolved     []nameFact      `json:"unresolved"`
	Unused         []unusedFact    `json:"unused"`
	RequiredFields []position      `json:"requiredFields"`
}

type importFact struct {
	position
	Path    string   `json:"path"`
	Used    bool     `json:"used"`
	Known   bool     `json:"known"`
	Missing []string `json:"missing"`
}

type nameFact struct {
	position
	Name string `json:"name"`
}

type unusedFact struct {
	nameFact
	Kind string `json:"kind"`
}

type operatorFact struct {
	position
	Operator string `json:"operator"`
}

type parameterRead struct {
	placed
	Guarded bool `json:"guarded"`
}

func newFileFacts(name string) fileFacts {
	return fileFacts{
		File: name, Imports: []importFact{}, TopLevel: []nameFact{}, ParameterReads: []parameterRead{}, ContextReads: []placed{},
		ListArithmetic: []operatorFact{}, ErrorLabels: []position{}, Unresolved: []nameFact{}, Unused: []unusedFact{}, RequiredFields: []position{},
	}
}

// facts tells how the texts of one package use what they declare, from their syntax trees: nothing is evaluated, and names are
// followed from text to text. Of a text that does not parse nothing is told.
func facts(request factsRequest) (factsResponse, error) {
	known := newSources()
	all := newProgram()
	var texts []*programText
	for _, text := range request.Files {
		parsed, err := known.parse(text.Name, text)
		if _, bound := err.(*boundError); bound {
			return factsResponse{}, err
		}
		if err != nil || parsed == nil {
			texts = append(texts, nil)
			continue
		}
		texts = append(texts, all.read(parsed))
	}
	made := factsResponse{Files: []fileFacts{}}
	reporter := &factReporter{known: known, program: all, checks: newContext(), context: request.Context, predeclared: map[string]bool{}}
	for index, text := range texts {
		each := newFileFacts(request.Files[index].Name)
		if text != nil {
			reporter.report(text, &each)
		}
		made.Files = append(made.Files, each)
	}
	return made, nil
}

// factReporter turns what was read into facts with the author's positions.
type factReporter struct {
	known   *sources
	program *program
	// checks answers what CUE itself declares.
	checks      *cue.Context
	context     string
	predeclared map[string]bool
}

func (r *factReporter) report(text *programText, into *fileFacts) {
	into.Package = text.parsed.PackageName()
	r.reportDeclarations(text, into)
	r.reportImports(text, into)
	r.reportReads(text, into)
	for _, operation := range text.arithmetic {
		if r.program.isListArithmetic(operation) {
			r.reportArithmetic(operation, into)
		}
	}
}

// reportArithmetic tells where the operators of a chain stand: of several in one line the first.
func (r *factReporter) reportArithmetic(operation *ast.BinaryExpr, into *fileFacts) {
	var operators []operatorFact
	for inner, found := operation, true; found && inner.Op == operation.Op; inner, found = inner.X.(*ast.BinaryExpr) {
		r.at(inner.OpPos, func(at position) {
			if last := len(operators) - 1; last >= 0 && operators[last].Line == at.Line {
				operators = operators[:last]
			}
			operators = append(operators, operatorFact{at, operation.Op.String()})
		})
	}
	slices.Reverse(operators)
	into.ListArithmetic = append(into.ListArithmetic, operators...)
}

// at calls tell with the author's position, when there is one.
func (r *factReporter) at(place token.Pos, tell func(at position)) {
	if at := r.known.position(place); at != nil {
		tell(*at)
	}
}

func (r *factReporter) reportDeclarations(text *programText, into *fileFacts) {
	for _, element := range text.parsed.Decls {
		field, found := element.(*ast.Field)
		if !found {
			continue
		}
		if name, found := fieldName(field); found {
			r.at(field.Label.Pos(), func(at position) { into.TopLevel = append(into.TopLevel, nameFact{at, toValidText(name)}) })
		}
	}
	for _, field := range text.fields {
		if isErrorLabel(field.Label) {
			r.at(field.Label.Pos(), func(at position) { into.ErrorLabels = append(into.ErrorLabels, at) })
		}
		if isRequiredField(field) {
			r.at(field.Label.Pos(), func(at position) { into.RequiredFields = append(into.RequiredFields, at) })
		}
	}
	for _, declared := range text.declared {
		if kind := r.unusedKind(declared); kind != "" {
			r.at(declared.at, func(at position) {
				into.Unused = append(into.Unused, unusedFact{nameFact{at, toValidText(declared.name)}, kind})
			})
		}
	}
}

// unusedKind is empty for what is used, or may be without anything in the texts that says so.
func (r *factReporter) unusedKind(declared *declaration) string {
	switch {
	case declared.kind == letDeclaration && !declared.used:
		return "let"
	case declared.kind == aliasDeclaration && !declared.used:
		return "alias"
	case declared.kind == fieldDeclaration && isHidden(declared.name) && !r.program.mentioned[declared.name]:
		return "hidden"
	}
	return ""
}

func isHidden(name string) bool { return len(name) > 1 && name[0] == '_' }

func (r *factReporter) reportImports(text *programText, into *fileFacts) {
	for _, spec := range text.imports {
		path, err := literal.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		members, used := text.members[spec]
		fact := importFact{Path: toValidText(path), Used: used, Missing: []string{}}
		exports := findPackage(r.checks, r.context, path)
		fact.Known = exports != nil
		if fact.Known {
			fact.Missing = missingOf(exports, members)
		}
		r.at(spec.Pos(), func(at position) {
			fact.position = at
			into.Imports = append(into.Imports, fact)
		})
	}
}

func missingOf(exports packageExports, members map[string]bool) []string {
	missing := []string{}
	for member := range members {
		if !exports.has(member) {
			missing = append(missing, toValidText(member))
		}
	}
	sort.Strings(missing)
	return missing
}

func (r *factReporter) reportReads(text *programText, into *fileFacts) {
	for _, each := range text.reads {
		root, steps := r.program.rootOf(each.root, each.steps, 0)
		switch {
		case root == "parameter":
			r.at(each.node.Pos(), func(at position) {
				into.ParameterReads = append(into.ParameterReads, parameterRead{placed{at, toValidPath(steps)}, r.program.isGuarded(each, steps)})
			})
		case root == "context":
			r.at(each.node.Pos(), func(at position) { into.ContextReads = append(into.ContextReads, placed{at, toValidPath(steps)}) })
		case len(r.program.meaning(each.root)) == 0 && !r.isPredeclared(each.root.Name):
			r.at(each.root.Pos(), func(at position) {
				into.Unresolved = append(into.Unresolved, nameFact{at, toValidText(each.root.Name)})
			})
		}
	}
}

func (r *factReporter) isPredeclared(name string) bool {
	known, found := r.predeclared[name]
	if !found {
		known = isPredeclared(r.checks, name)
		r.predeclared[name] = known
	}
	return known
}

func toValidPath(steps []string) []string {
	path := make([]string, len(steps))
	for index, step := range steps {
		path[index] = toValidText(step)
	}
	return path
}
