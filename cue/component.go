package main

import (
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
)

// scriptKey is the field that KubeVela puts a resource under, in the scope of the context.
const scriptKey = "zz_output__"

type componentRequest struct {
	Context file     `json:"context"`
	File    file     `json:"file"`
	Locate  []string `json:"locate"`
}

type componentResponse struct {
	Package string    `json:"package,omitempty"`
	Output  *exported `json:"output,omitempty"`
}

// renderComponent is toObject of KubeVela's pkg/addon/render.go up to the JSON of `output`.
func renderComponent(request componentRequest) (*componentResponse, error) {
	known := newSources()
	context, err := compileContext(known, request.Context)
	if err != nil {
		return nil, err
	}
	// KubeVela trims the text first; blank lines in front are kept out of the parser's sight and in the author's count.
	text := file{Name: request.File.Name, Text: strings.TrimRight(request.File.Text, " \t\n\v\f\r")}
	script, err := known.parse("-", text)
	if err != nil {
		return nil, known.fail("parse", fmt.Errorf("parse script: %w", err))
	}
	response := &componentResponse{Package: script.PackageName()}
	if path, isPath := toPathText(script, text.Text); isPath {
		found, final := lookUpPathScript(context, path)
		if !found.Exists() {
			return response.without(known, notFoundError(path))
		}
		if final {
			return response.export(known, found, request.Locate)
		}
	}
	printed, err := printValue(context)
	if err != nil {
		return nil, known.fail("print", err)
	}
	scope, err := known.parse("-", file{Text: printed})
	if err != nil {
		return nil, known.fail("parse", fmt.Errorf("parse script: %w", err))
	}
	putUnderKey(script)
	instance := &build.Instance{}
	joined := joinFiles(scope, script)
	if err := instance.AddSyntax(joined); err != nil {
		return nil, known.fail("build", err)
	}
	if err := attachAddonPackages(instance); err != nil {
		return nil, err
	}
	value := newContext().BuildInstance(instance)
	if err := firstError(value); err != nil {
		return nil, failValue(known, "build", err, value, context)
	}
	under := value.LookupPath(cue.ParsePath(scriptKey))
	if !under.Exists() {
		return nil, known.fail("lookup", notFoundError(scriptKey))
	}
	return response.export(known, under, request.Locate)
}

func (r *componentResponse) export(known *sources, under cue.Value, locate []string) (*componentResponse, error) {
	output := under.LookupPath(cue.ParsePath("output"))
	if !output.Exists() {
		return r, nil
	}
	var err error
	if r.Output, err = exportValue(known, output, locate); err != nil {
		return nil, failValue(known, "export", err, output)
	}
	return r, nil
}

// without answers a look-up that found nothing: KubeVela leaves a file out when the path that it misses is `output`.
func (r *componentResponse) without(known *sources, err notFoundError) (*componentResponse, error) {
	if err == "output" {
		return r, nil
	}
	return nil, known.fail("lookup", err)
}

// toPathText says whether a resource is only a path into the context, and which.
func toPathText(script *ast.File, text string) (string, bool) {
	if len(script.Imports) != 0 || len(script.Decls) != 1 {
		return "", false
	}
	embedded, isEmbedded := script.Decls[0].(*ast.EmbedDecl)
	if !isEmbedded {
		return "", false
	}
	switch embedded.Expr.(type) {
	case *ast.SelectorExpr, *ast.IndexExpr, *ast.Ident:
		return strings.TrimSpace(text), true
	}
	return "", false
}

// putUnderKey moves everything but imports under scriptKey; the package clause goes there too, and is no longer one.
func putUnderKey(script *ast.File) {
	var imports, others []ast.Decl
	for _, declaration := range script.Decls {
		if _, isImport := declaration.(*ast.ImportDecl); isImport {
			imports = append(imports, declaration)
			continue
		}
		others = append(others, declaration)
	}
	var value ast.Expr = &ast.StructLit{Elts: others}
	if len(others) == 1 {
		if embedded, isEmbedded := others[0].(*ast.EmbedDecl); isEmbedded {
			value = embedded.Expr
		}
	}
	script.Decls = append(imports, &ast.Field{Label: ast.NewIdent(scriptKey), Value: value})
}

// joinFiles makes one file of several. Imports are gathered by their alias alone, so that of several without one only the first counts, as in KubeVela.
func joinFiles(files ...*ast.File) *ast.File {
	joined := &ast.File{}
	seen := map[string]bool{}
	for _, each := range files {
		for _, spec := range each.Imports {
			if alias := spec.Name.String(); !seen[alias] {
				seen[alias] = true
				joined.Imports = append(joined.Imports, spec)
			}
		}
		joined.Decls = append(joined.Decls, each.Decls...)
	}
	return joined
}
