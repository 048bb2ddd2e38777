//go:build cue05 || cue09

package main

import (
	"fmt"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/parser"
	"cuelang.org/go/tools/fix"
)

// storedSyntax is what this line makes a template of: the text as CUE's own fixes rewrite it.
func storedSyntax(parsed *ast.File) *ast.File { return fix.File(parsed) }

// storeTemplate formats a printed template once more.
func storeTemplate(text string) (string, error) {
	parsed, err := parser.ParseFile("-", text, parser.ParseComments)
	if err != nil {
		return "", fmt.Errorf("failed to parse file during format cue string: %w", err)
	}
	formatted, err := format.Node(storedSyntax(parsed), format.Simplify())
	if err != nil {
		return "", fmt.Errorf("failed to format node during formating cue string: %w", err)
	}
	return string(formatted), nil
}

// takeImmutable leaves descriptions alone: this line knows no immutable parameters.
func takeImmutable(_ map[string]any, description string) string { return description }
