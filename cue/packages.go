package main

import (
	"fmt"
	"path"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/parser"
	"cuelang.org/go/cue/token"
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
			if !isKnownPackage(context, where) {
				continue
			}
			made, err := buildPackage(context, where)
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

// builtPackages keeps the instances, which evaluation does not change, as KubeVela keeps them.
var builtPackages = map[string]*build.Instance{}

// packageFiles is the files of all packages, as none of their positions is the author's.
var packageFiles = map[*token.File]bool{}

// buildPackage makes the instance of a package. Several texts are joined after parsing, as 1.9 adds KubeVela's part to the workflow's.
func buildPackage(context, where string) (*build.Instance, error) {
	key := context + " " + where
	if made, built := builtPackages[key]; built {
		return made, nil
	}
	var joined *ast.File
	for _, text := range packageTexts[context][where] {
		parsed, err := parser.ParseFile("-", text)
		if err != nil {
			return nil, fmt.Errorf("package %s: %w", where, err)
		}
		packageFiles[fileOf(parsed)] = true
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
	builtPackages[key] = made
	return made, nil
}
