package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/parser"
)

// baseContext is what KubeVela puts behind templates that it checks or makes schemas of (BaseTemplate of pkg/cue and pkg/schema).
const baseContext = `
context: {
  name: string
  config?: [...{
    name: string
    value: string
  }]
  ...
}
`

type definitionRequest struct {
	File file   `json:"file"`
	Line string `json:"line"`
}

type definitionResponse struct {
	Name        string            `json:"name"`
	Type        string            `json:"type"`
	Alias       string            `json:"alias"`
	Description string            `json:"description"`
	Annotations map[string]string `json:"annotations"`
	Labels      map[string]string `json:"labels"`
	Attributes  json.RawMessage   `json:"attributes"`
	Ignored     []ignoredKey      `json:"ignored"`
	Template    string            `json:"template"`
	Positions   []placed          `json:"positions"`
}

type ignoredKey struct {
	position
	Key string `json:"key"`
}

// readDefinition is FromCUEString of KubeVela's pkg/definition/definition.go up to the check of the spec.
func readDefinition(request definitionRequest) (*definitionResponse, error) {
	known := newSources()
	parsed, err := known.parse("-", request.File)
	if err != nil {
		return nil, known.fail("parse", err)
	}
	parts := &definitionParts{known: known, file: request.File.Name}
	// The places are read before the tree is rewritten.
	parts.places = findPlaces(known, parsed)
	if err := parts.split(storedSyntax(parsed)); err != nil {
		return nil, err
	}
	importText, err := printDeclarations(parts.imports)
	if err != nil {
		return nil, known.fail("format", fmt.Errorf("failed to encode import decls to string: %w", err))
	}
	metadataText, err := printDeclarations(parts.metadata)
	if err != nil {
		return nil, known.fail("format", fmt.Errorf("failed to encode metadata decls to string: %w", err))
	}
	templateText, err := printDeclarations(parts.template)
	if err != nil {
		return nil, known.fail("format", fmt.Errorf("failed to encode template decls to string: %w", err))
	}
	metadata, err := compileMetadata(metadataText)
	if err != nil {
		return nil, parts.fail("metadata", err)
	}
	template, err := storeTemplate(importText + templateText)
	if err != nil {
		return nil, known.fail("format", err)
	}
	if err := checkTemplate(template); err != nil {
		return nil, known.fail("template", err)
	}
	return parts.read(metadata, template)
}

// definitionParts is a definition taken apart.
type definitionParts struct {
	known    *sources
	file     string
	imports  []ast.Decl
	metadata []ast.Decl
	template []ast.Decl
	places   []placed
}

// split sorts the declarations; anything that is neither an import nor a field is dropped, a package clause too.
func (p *definitionParts) split(parsed *ast.File) error {
	for _, declaration := range parsed.Decls {
		switch each := declaration.(type) {
		case *ast.ImportDecl:
			p.imports = append(p.imports, each)
		case *ast.Field:
			if err := p.sort(each); err != nil {
				return err
			}
		}
	}
	if len(p.metadata) == 0 {
		return p.failAt(nil, errors.New("no metadata found, invalid"))
	}
	if len(p.template) == 0 {
		return p.failAt(nil, errors.New("no template found, invalid"))
	}
	return nil
}

func (p *definitionParts) sort(field *ast.Field) error {
	label := ""
	switch named := field.Label.(type) {
	case *ast.Ident:
		label = named.Name
	case *ast.BasicLit:
		label = named.Value
	}
	switch label {
	case "":
		return p.failAt(field, errors.New("found unexpected decl when parsing cue: "))
	case "template":
		body, isStruct := field.Value.(*ast.StructLit)
		if !isStruct {
			return p.failAt(field.Value, errors.New("unexpected decl found in template: no struct literal"))
		}
		p.template = append(p.template, body.Elts...)
		return nil
	}
	if err := encodeStatus(field); err != nil {
		err = fmt.Errorf("failed to parse metadata %s: %w", label, err)
		return p.failAt(p.findStatus(field, err.Error()), err)
	}
	p.metadata = append(p.metadata, field)
	return nil
}

// failAt makes an error of the definition at a node of the author's text.
func (p *definitionParts) failAt(at ast.Node, err error) error {
	made := diagnostic{Stage: "definition", Message: err.Error(), Path: []string{}, Also: []position{}}
	if at != nil {
		made.Position = p.known.position(at.Pos())
	}
	return &contentError{message: err.Error(), diagnostics: []diagnostic{made}}
}

// fail makes an error of metadata, which KubeVela prints and compiles apart: the places come from the paths.
func (p *definitionParts) fail(stage string, err error) error {
	found := p.known.diagnose(stage, err)
	for index, each := range found {
		if each.Position == nil && len(each.Path) > 0 {
			found[index].Position = p.place(each.Path[1:])
		}
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: found}
}

func printDeclarations(declarations []ast.Decl) (string, error) {
	text, err := format.Node(&ast.File{Decls: declarations}, format.Simplify())
	if err != nil {
		return "", fmt.Errorf("failed to encode cue: %w", err)
	}
	return strings.TrimSpace(string(text)) + "\n", nil
}

// checkTemplate finds what KubeVela finds: it compiles the template and then looks at the errors of parsing alone.
func checkTemplate(template string) error {
	parsed, err := parser.ParseFile("-", template+"\n"+baseContext, parser.ParseComments)
	if err != nil {
		return err
	}
	instance := &build.Instance{}
	if err := instance.AddSyntax(parsed); err != nil {
		return err
	}
	return nil
}

// read is FromCUE of KubeVela's pkg/definition/definition.go, without what it writes.
func (p *definitionParts) read(metadata cue.Value, template string) (*definitionResponse, error) {
	made := &definitionResponse{
		Annotations: map[string]string{},
		Labels:      map[string]string{},
		Attributes:  json.RawMessage("{}"),
		Ignored:     []ignoredKey{},
		Template:    template,
		Positions:   p.places,
	}
	definitions, err := metadata.Fields()
	if err != nil {
		return nil, p.fail("metadata", err)
	}
	for count := 0; definitions.Next(); count++ {
		if count > 0 {
			err := fmt.Errorf("duplicated definition name found, %s and %s", made.Name, definitions.Label())
			return nil, p.fail("metadata", err)
		}
		made.Name = definitions.Label()
		fields, err := definitions.Value().Fields()
		if err != nil {
			return nil, p.fail("metadata", err)
		}
		for fields.Next() {
			if err := p.readField(made, fields.Label(), fields.Value()); err != nil {
				return nil, p.fail("metadata", err)
			}
		}
	}
	return made, nil
}

func (p *definitionParts) readField(made *definitionResponse, key string, value cue.Value) (err error) {
	switch key {
	case "type":
		made.Type, err = value.String()
	case "alias":
		made.Alias, err = value.String()
	case "description":
		made.Description, err = value.String()
	case "annotations":
		err = value.Decode(&made.Annotations)
	case "labels":
		err = value.Decode(&made.Labels)
	case "attributes":
		attributes := map[string]any{}
		if err = value.Decode(&attributes); err == nil {
			made.Attributes, err = json.Marshal(attributes)
		}
	default:
		p.ignore(made, key)
		return nil
	}
	if err == nil {
		p.ensurePlace(made, key)
	}
	return err
}

func (p *definitionParts) ignore(made *definitionResponse, key string) {
	if at := p.place([]string{key}); at != nil {
		made.Ignored = append(made.Ignored, ignoredKey{position: *at, Key: key})
	}
}
