//go:build cue09 || cue14

package main

import (
	"errors"
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/token"
)

// attachAddonPackages gives templates nothing: they have the standard library alone.
func attachAddonPackages(_ *build.Instance) error { return nil }

// compileContext gives a value also of a text that does not parse: KubeVela looks at its errors only when it has been joined.
func compileContext(known *sources, context file) (cue.Value, error) {
	return compileText(known, context)
}

// compileText is CompileString of CUE's context.
func compileText(known *sources, texts ...file) (cue.Value, error) {
	text := known.join("", texts...)
	if err := checkDepth(text); err != nil {
		return cue.Value{}, err
	}
	return newContext().CompileString(text), nil
}

// lookUpPathScript only says whether there is something at the path: the text is evaluated all the same.
func lookUpPathScript(context cue.Value, path string) (cue.Value, bool) {
	return context.LookupPath(cue.ParsePath(path)), false
}

func firstError(value cue.Value) error { return value.Err() }

// printValue is util.ToString of kubevela/pkg v1.9.3.
func printValue(value cue.Value) (string, error) {
	var printed ast.Node = value.Syntax(cue.Final(), cue.Docs(true), cue.All())
	switch node := printed.(type) {
	case *ast.StructLit:
		printed = &ast.File{Decls: withoutEllipsis(node.Elts)}
	case ast.Expr:
		ast.SetRelPos(node, token.NoSpace)
		printed = &ast.File{Decls: []ast.Decl{&ast.EmbedDecl{Expr: node}}}
	}
	text, err := format.Node(printed, format.Simplify())
	return strings.TrimSpace(string(text)), err
}

func compileNotes(known *sources, request notesRequest) (cue.Value, error) {
	value, err := compileText(known, behind(request.Context), request.File)
	if err != nil {
		return value, err
	}
	if err := value.Err(); err != nil {
		return value, failValue(known, "build", fmt.Errorf("build values for NOTES.cue: %w", err), value)
	}
	return value, nil
}

// compileSteps is CompileStringWithOptions of CueX with the packages of workflow steps, provider functions disabled.
func compileSteps(known *sources, texts ...file) (cue.Value, error) {
	parsed, err := known.parse("-", texts...)
	if err != nil {
		return cue.Value{}, err
	}
	instance := &build.Instance{}
	if err := instance.AddSyntax(parsed); err != nil {
		return cue.Value{}, err
	}
	if err := attachPackages(instance, defaultContext); err != nil {
		return cue.Value{}, err
	}
	return newContext().BuildInstance(instance), nil
}

// wrapSchemaError adds nothing to what CUE says of a text that does not parse.
func wrapSchemaError(err error) error { return err }

// lookForView wants one of the two fields.
func lookForView(value cue.Value) error {
	if value.LookupPath(cue.ParsePath("status")).Exists() || value.LookupPath(cue.ParsePath("export")).Exists() {
		return nil
	}
	return errors.New("no `status` or `export` field found in view")
}
