package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/parser"
)

// packageExports knows what an importing text can select of a package.
type packageExports interface {
	has(member string) bool
}

// findPackage finds a package of this CUE release's standard library, or one of KubeVela's that the context has; nil when there is none.
func findPackage(checks *cue.Context, context, path string) packageExports {
	quoted := literal.String.Quote(path)
	if isStandardPackage(checks, quoted) {
		return standardExports{checks, quoted}
	}
	texts, known := packageTexts[context][path]
	if !known {
		return nil
	}
	names := declaredExports{}
	for _, text := range texts {
		parsed, err := parser.ParseFile("-", text)
		if err != nil {
			continue
		}
		for _, element := range parsed.Decls {
			if field, found := element.(*ast.Field); found {
				if name, found := fieldName(field); found {
					names[name] = true
				}
			}
		}
	}
	return names
}

// standardExports asks CUE itself, by the quoted path of the package.
type standardExports struct {
	checks *cue.Context
	quoted string
}

func (known standardExports) has(member string) bool {
	if !ast.IsValidIdent(member) {
		return false
	}
	value := known.checks.CompileString("import imported " + known.quoted + "\nmember: imported." + member)
	return value.Err() == nil && value.LookupPath(cue.ParsePath("member")).Err() == nil
}

// declaredExports are the names of the fields of KubeVela's packages.
type declaredExports map[string]bool

func (names declaredExports) has(member string) bool { return names[member] }
