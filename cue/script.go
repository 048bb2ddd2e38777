package main

import (
	"strconv"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
)

// behind is a text that another one follows.
func behind(text file) file {
	return file{Name: text.Name, Text: text.Text + "\n"}
}

func withoutEllipsis(elements []ast.Decl) []ast.Decl {
	kept := []ast.Decl{}
	for _, element := range elements {
		if _, isEllipsis := element.(*ast.Ellipsis); !isEllipsis {
			kept = append(kept, element)
		}
	}
	return kept
}

// fieldPath makes a path of one name as kubevela/workflow does: a name with dots or brackets is a path, a number is a name.
func fieldPath(name string) cue.Path {
	if unquoted, err := strconv.Unquote(name); err == nil {
		name = unquoted
	}
	if _, err := strconv.ParseInt(name, 10, 64); err == nil {
		return cue.MakePath(cue.Str(name))
	}
	if name == "" || strings.ContainsAny(name, ".[") {
		return cue.ParsePath(name)
	}
	if !strings.HasPrefix(name, "_") && !strings.HasPrefix(name, "#") {
		name = `"` + name + `"`
	}
	return cue.ParsePath(name)
}
