package main

import (
	"fmt"
	"path"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/parser"
)

// The contexts that decide which of KubeVela's packages a text may import (ImportContext in registry/engine/types.ts); `plain` has none.
const (
	plainContext    = "plain"
	defaultContext  = "default"
	workloadContext = "workload"
	configContext   = "config"
)

// attachPackages gives an instance those of KubeVela's packages that its files import and the context has.
func attachPackages(instance *build.Instance, context string) error {
	attached := map[string]bool{}
	for _, each := range instance.Files {
		for _, spec := range importsOf(each) {
			where, err := literal.Unquote(spec.Path.Value)
			if err != nil || attached[where] {
				continue
			}
			attached[where] = true
			texts, known := packageTexts[context][where]
			if !known {
				continue
			}
			made, err := buildPackage(where, texts)
			if err != nil {
				return err
			}
			instance.Imports = append(instance.Imports, made)
		}
	}
	return nil
}

// isKnownPackage says whether a path is one of KubeVela's packages in a context.
func isKnownPackage(context, where string) bool {
	_, known := packageTexts[context][where]
	return known
}

// importsOf lists the imports that stand in a file; its own list leaves some out after files were joined.
func importsOf(of *ast.File) []*ast.ImportSpec {
	var found []*ast.ImportSpec
	for _, declaration := range of.Decls {
		if imports, isImport := declaration.(*ast.ImportDecl); isImport {
			found = append(found, imports.Specs...)
		}
	}
	return found
}

// buildPackage makes the instance of a package. Several texts are joined after parsing, as 1.9 adds KubeVela's part to the workflow's.
func buildPackage(where string, texts []string) (*build.Instance, error) {
	var joined *ast.File
	for _, text := range texts {
		parsed, err := parser.ParseFile("-", text)
		if err != nil {
			return nil, fmt.Errorf("package %s: %w", where, err)
		}
		if joined == nil {
			joined = parsed
			continue
		}
		joined.Decls = append(joined.Decls, parsed.Decls...)
	}
	made := &build.Instance{PkgName: path.Base(where), ImportPath: where}
	if err := made.AddSyntax(joined); err != nil {
		return nil, fmt.Errorf("package %s: %w", where, err)
	}
	return made, nil
}
