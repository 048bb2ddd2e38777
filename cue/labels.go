package main

import (
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
)

// labelName is the name that a label stands for, without quotes; false when it is computed.
func labelName(label ast.Label) (string, bool) {
	switch named := label.(type) {
	case *ast.Ident:
		return named.Name, true
	case *ast.BasicLit:
		name, err := literal.Unquote(named.Value)
		if err != nil {
			return named.Value, true
		}
		return name, true
	}
	return "", false
}

// unquoteLabel takes the quotes from a label as CUE prints it in a path.
func unquoteLabel(label string) string {
	if !strings.HasPrefix(label, `"`) {
		return label
	}
	name, err := literal.Unquote(label)
	if err != nil {
		return label
	}
	return name
}
