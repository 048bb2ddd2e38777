//go:build cue14

package main

import (
	"slices"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"
	"cuelang.org/go/cue/token"
)

// The KubeVela line whose CUE release this engine contains.
const engineLine = "1.11"

func newContext() *cue.Context { return cuecontext.New() }

// isOptionalField says whether a field is marked `?`.
func isOptionalField(field *ast.Field) bool { return field.Constraint == token.OPTION }

// isRequiredField says whether a field is marked `!`.
func isRequiredField(field *ast.Field) bool { return field.Constraint == token.NOT }

// storedSyntax is what this line makes a template of: the author's syntax.
func storedSyntax(parsed *ast.File) *ast.File { return parsed }

// storeTemplate leaves a printed template as it is, without the empty line where there are no imports.
func storeTemplate(text string) (string, error) { return strings.TrimLeft(text, "\n"), nil }

// takeImmutable takes the lines that say `+immutable` out of a description and says it as a keyword.
func takeImmutable(schema map[string]any, description string) string {
	lines := strings.Split(description, "\n")
	kept := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.TrimSpace(line) == immutableTag })
	if len(kept) == len(lines) {
		return description
	}
	schema["x-immutable"] = true
	return strings.Join(kept, "\n")
}
