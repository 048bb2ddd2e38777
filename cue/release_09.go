//go:build cue09

package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"
	"cuelang.org/go/cue/token"
)

// The KubeVela line whose CUE release this engine contains.
const engineLine = "1.10"

func newContext() *cue.Context { return cuecontext.New() }

// isOptionalField says whether a field is marked `?`.
func isOptionalField(field *ast.Field) bool { return field.Constraint == token.OPTION }

// isRequiredField says whether a field is marked `!`.
func isRequiredField(field *ast.Field) bool { return field.Constraint == token.NOT }
