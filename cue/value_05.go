//go:build cue05

package main

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/token"
)

// newValue is value.NewValue of kubevela/workflow v0.6.1: the rewrite, the packages, and no look at the errors of the value.
func newValue(known *sources, texts ...file) (cue.Value, error) {
	parsed, err := known.parse("-", texts...)
	if err != nil {
		return cue.Value{}, err
	}
	instance := &build.Instance{}
	if err := instance.AddSyntax(kubevelafixFile(parsed)); err != nil {
		return cue.Value{}, err
	}
	if err := attachPackages(instance, defaultContext); err != nil {
		return cue.Value{}, err
	}
	return newContext().BuildInstance(instance), nil
}

// attachAddonPackages gives templates the packages of workflow steps, which this line does without being asked.
func attachAddonPackages(instance *build.Instance) error {
	return attachPackages(instance, defaultContext)
}

func compileContext(known *sources, context file) (cue.Value, error) {
	value, err := newValue(known, context)
	if err != nil {
		return value, known.fail("parse", err)
	}
	return value, nil
}

// lookUpPathScript is what a resource means that is only a path: the value there, instead of a resource.
func lookUpPathScript(context cue.Value, path string) (cue.Value, bool) {
	return context.LookupPath(fieldPath(path)), true
}

// firstError looks at every value that can be reached, not only at the one that is given.
func firstError(value cue.Value) error {
	if !value.Exists() {
		return errors.New("empty value")
	}
	if err := value.Err(); err != nil {
		return err
	}
	var first error
	value.Walk(func(each cue.Value) bool {
		if err := each.Eval().Err(); err != nil {
			first = err
			return false
		}
		return true
	}, nil)
	return first
}

// printValue is sets.ToString of kubevela/workflow v0.6.1, bytes printed as strings.
func printValue(value cue.Value) (string, error) {
	syntax := value.Syntax(cue.All(), cue.ResolveReferences(true), cue.DisallowCycles(true), cue.Docs(true), cue.Attributes(true))
	var printed *ast.File
	switch node := syntax.(type) {
	case *ast.File:
		printed = node
	case *ast.StructLit:
		printed = &ast.File{Decls: withoutEllipsis(node.Elts)}
	case ast.Expr:
		ast.SetRelPos(node, token.NoSpace)
		printed = &ast.File{Decls: []ast.Decl{&ast.EmbedDecl{Expr: node}}}
	default:
		return "", fmt.Errorf("Unsupported node type %T", node)
	}
	ast.Walk(printed, nil, printBytesAsString)
	text, err := format.Node(printed)
	return string(bytes.TrimSpace(text)), err
}

func printBytesAsString(node ast.Node) {
	basic, isBasic := node.(*ast.BasicLit)
	if !isBasic || basic.Kind != token.STRING || !strings.HasPrefix(basic.Value, "'") {
		return
	}
	info, start, _, err := literal.ParseQuotes(basic.Value, basic.Value)
	if err != nil || info.IsDouble() {
		return
	}
	if text, err := info.Unquote(basic.Value[start:]); err == nil {
		basic.Value = `"` + text + `"`
	}
}

func compileNotes(known *sources, request notesRequest) (cue.Value, error) {
	value, err := newValue(known, behind(request.Context), request.File)
	if err != nil {
		return value, known.fail("parse", fmt.Errorf("build values for NOTES.cue: %w", err))
	}
	return value, nil
}

// compileSteps compiles with the packages of workflow steps and the rewrite.
func compileSteps(known *sources, texts ...file) (cue.Value, error) {
	return newValue(known, texts...)
}

// wrapSchemaError says what a text could not be parsed for.
func wrapSchemaError(err error) error { return prefixed("fail to parse the template:", err) }

// lookForView wants one of the two fields, and that it can be printed.
func lookForView(value cue.Value) error {
	problems := make([]error, 2)
	for index, name := range []string{"status", "export"} {
		if !value.LookupPath(fieldPath(name)).Exists() {
			problems[index] = notFoundError(name)
		}
	}
	if problems[0] != nil && problems[1] != nil {
		return fmt.Errorf("no `status` or `export` field found in view: %v, %v", problems[0], problems[1])
	}
	for index, name := range []string{"status", "export"} {
		if problems[index] == nil {
			_, problems[index] = printValue(value.LookupPath(fieldPath(name)))
		}
	}
	if problems[0] != nil && problems[1] != nil {
		return fmt.Errorf("connot get string from` status` or `export`: %v, %v", problems[0], problems[1])
	}
	return nil
}
