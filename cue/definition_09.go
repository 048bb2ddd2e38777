//go:build cue09 || cue14

package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/parser"
	definition "github.com/oam-dev/kubevela/pkg/definition/ast"
)

// encodeStatus turns native CUE in the status into texts, with KubeVela's own code.
func encodeStatus(field *ast.Field) error { return definition.EncodeMetadata(field) }

// compileMetadata gives a value also when it has errors: KubeVela meets them field by field.
func compileMetadata(text string) (cue.Value, error) {
	parsed, err := parser.ParseFile("-", text, parser.ParseComments)
	if err != nil {
		return cue.Value{}, err
	}
	instance := &build.Instance{}
	if err := instance.AddSyntax(parsed); err != nil {
		return cue.Value{}, err
	}
	return newContext().BuildInstance(instance), nil
}
