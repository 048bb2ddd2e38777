//go:build cue05

package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"
)

// The KubeVela line whose CUE release this engine contains.
const engineLine = "1.9"

func newContext() *cue.Context { return cuecontext.New() }

// isOptionalField says whether a field is marked `?`.
func isOptionalField(field *ast.Field) bool { return field.Optional.IsValid() }

// isRequiredField says whether a field is marked `!`, which this release does not know.
func isRequiredField(_ *ast.Field) bool { return false }
