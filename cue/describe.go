package main

import (
	"encoding/json"

	"cuelang.org/go/cue"
)

type describeRequest struct {
	File file   `json:"file"`
	Line string `json:"line"`
}

type describeResponse struct {
	Parameters []parameter `json:"parameters"`
	Closed     bool        `json:"closed"`
}

// parameterShape and parameter are those of schemas/parameter.ts.
type parameterShape struct {
	Type        string            `json:"type"`
	Default     json.RawMessage   `json:"default,omitempty"`
	Const       json.RawMessage   `json:"const,omitempty"`
	Enum        []json.RawMessage `json:"enum,omitempty"`
	Constraints []string          `json:"constraints,omitempty"`
	Closed      bool              `json:"closed,omitempty"`
	Fields      []parameter       `json:"fields,omitempty"`
	Element     *parameterShape   `json:"element,omitempty"`
	OneOf       []parameterShape  `json:"oneOf,omitempty"`
}

type parameter struct {
	parameterShape
	Name      string `json:"name"`
	Optional  bool   `json:"optional"`
	Required  bool   `json:"required"`
	Usage     string `json:"usage,omitempty"`
	Short     string `json:"short,omitempty"`
	Alias     string `json:"alias,omitempty"`
	Ignore    bool   `json:"ignore,omitempty"`
	Immutable bool   `json:"immutable,omitempty"`
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
}

// describe reads the parameter tree of a text. Only `parameter` and what it refers to are evaluated. What nests deeper than 24
// levels, or refers to itself, is told by its kind alone from there on.
func describe(request describeRequest) (describeResponse, error) {
	known := newSources()
	made, err := readParameter(newContext(), known, request.File.Name, request.File)
	if err != nil {
		return describeResponse{}, err
	}
	return describeResponse{Parameters: toParameters(made.allFields()), Closed: made.closed}, nil
}

// readParameter is the shape of `parameter` in a text; one without fields when it has none.
func readParameter(context *cue.Context, known *sources, alias string, text file) (*shape, error) {
	parsed, err := known.parse(alias, text)
	if err != nil {
		return nil, known.fail("parse", err)
	}
	value, err := buildParameter(context, parsed)
	if err != nil {
		return nil, known.fail("build", err)
	}
	if !value.Exists() {
		return &shape{kind: "struct"}, nil
	}
	return newShaper(known).shape(value, 0), nil
}

func toParameters(fields []*parameterField) []parameter {
	made := make([]parameter, 0, len(fields))
	for _, field := range fields {
		each := parameter{
			parameterShape: toParameterShape(field.shape),
			Name:           toValidText(field.name),
			Optional:       field.optional,
			Required:       field.required,
			Usage:          field.directives.usage,
			Short:          field.directives.short,
			Alias:          field.directives.alias,
			Ignore:         field.directives.ignore,
			Immutable:      field.directives.immutable,
		}
		if field.at != nil {
			each.File, each.Line, each.Column = field.at.File, field.at.Line, field.at.Column
		}
		made = append(made, each)
	}
	return made
}

func toParameterShape(made *shape) parameterShape {
	result := parameterShape{
		Type: made.kind, Default: made.fallback, Const: made.constant, Enum: made.enum, Constraints: made.constraints, Closed: made.closed,
	}
	if made.kind == "struct" {
		result.Fields = toParameters(made.fields)
	}
	if made.element != nil {
		element := toParameterShape(made.element)
		result.Element = &element
	}
	for _, alternative := range made.oneOf {
		result.OneOf = append(result.OneOf, toParameterShape(alternative))
	}
	return result
}
