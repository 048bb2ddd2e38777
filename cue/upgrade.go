package main

import (
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/token"
)

type upgradeRequest struct {
	File file `json:"file"`
}

type upgradeResponse struct {
	Text    string   `json:"text"`
	Applied []string `json:"applied"`
}

// upgrade is the text as the automatic upgrade of KubeVela 1.11 rewrites it; the author's own text when there is nothing to do.
func upgrade(request upgradeRequest) (upgradeResponse, error) {
	known := newSources()
	parsed, err := known.parse(request.File.Name, request.File)
	if err != nil {
		return upgradeResponse{}, known.fail("parse", err)
	}
	upgraded, applied := upgradeFile(parsed)
	if len(applied) == 0 {
		return upgradeResponse{Text: request.File.Text, Applied: applied}, nil
	}
	text, err := format.Node(upgraded)
	if err != nil {
		return upgradeResponse{}, known.fail("format", err)
	}
	return upgradeResponse{Text: string(text), Applied: applied}, nil
}

// upgradeFile rewrites a definition's template as KubeVela 1.11 does before it compiles one (definitions.md 12.2), in place, and
// names the rewrites that did something: `list-arithmetic`, `error-field-label`. Every node that remains keeps its place in the
// author's text, new ones take the place of the operator's left side. A text in which a field hides the package `list` where it
// would be needed keeps its arithmetic: KubeVela falls back to the original then.
func upgradeFile(parsed *ast.File) (*ast.File, []string) {
	applied := []string{}
	if upgradeListArithmetic(parsed) {
		applied = append(applied, "list-arithmetic")
	}
	if quoteErrorLabels(parsed) {
		applied = append(applied, "error-field-label")
	}
	return parsed, applied
}

func quoteErrorLabels(parsed *ast.File) bool {
	changed := false
	ast.Walk(parsed, func(node ast.Node) bool {
		if field, found := node.(*ast.Field); found && isErrorLabel(field.Label) {
			field.Label = &ast.BasicLit{ValuePos: field.Label.Pos(), Kind: token.STRING, Value: `"error"`}
			changed = true
		}
		return true
	}, nil)
	return changed
}

// isErrorLabel says whether a label is `error` without quotes, which is the name of a function from CUE 0.14 on.
func isErrorLabel(label ast.Label) bool {
	named, found := label.(*ast.Ident)
	return found && named.Name == "error"
}
