package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/encoding/openapi"
)

type schemaRequest struct {
	File file   `json:"file"`
	Line string `json:"line"`
}

type schemaResponse struct {
	Schema map[string]any `json:"schema"`
}

// makeSchema is ParsePropertiesToSchema of KubeVela: the OpenAPI schema of `parameter`.
func makeSchema(request schemaRequest) (*schemaResponse, error) {
	known := newSources()
	value, err := compileSteps(known, behind(request.File), file{Text: baseContext})
	if err != nil {
		return nil, known.fail("parse", wrapSchemaError(err))
	}
	if err := value.Err(); err != nil {
		return nil, failValue(known, "build", err, value)
	}
	parameter := refineParameter(value)
	schema, err := generateSchema(parameter)
	if err != nil {
		return nil, failSchema(known, err, value)
	}
	return &schemaResponse{Schema: schema}, nil
}

// failSchema makes the error of a schema that cannot be made; a parameter that CUE finds nothing wrong with stands at its own place.
func failSchema(known *sources, err error, value cue.Value) error {
	made := known.diagnose("schema", err)
	for index := range made {
		if made[index].Position == nil {
			made[index].Position = known.position(value.LookupPath(cue.ParsePath("parameter")).Pos())
		}
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: made}
}

// refineParameter puts `parameter` under a definition of its own, an empty one when there is none.
func refineParameter(value cue.Value) cue.Value {
	context := value.Context()
	parameter := value.LookupPath(cue.ParsePath("parameter"))
	if parameter.IncompleteKind() == cue.BottomKind {
		return context.CompileString("#parameter: {}")
	}
	return context.CompileString("{}").FillPath(cue.MakePath(cue.Def("parameter")), parameter)
}

// generateSchema runs CUE's generator and makes of its text what KubeVela's OpenAPI library makes of it.
func generateSchema(parameter cue.Value) (schema map[string]any, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("invalid cue definition to generate open api: %v", problem)
		}
	}()
	text, err := openapi.Gen(parameter, &openapi.Config{ExpandReferences: true})
	if err != nil {
		return nil, err
	}
	var document struct {
		Components struct {
			Schemas map[string]map[string]any `json:"schemas"`
		} `json:"components"`
	}
	if err := json.Unmarshal(text, &document); err != nil {
		return nil, err
	}
	schema, found := document.Components.Schemas["parameter"]
	if !found {
		// What stands for the capability's name is never filled in by KubeVela.
		return nil, fmt.Errorf("cannot generate OpenAPI v3 JSON schema for capability %%s: %%v")
	}
	normalizeSchema(schema)
	titleSchema("", schema)
	return schema, nil
}

// Keywords that KubeVela's OpenAPI library leaves out when they say nothing.
var droppedWhenEmpty = map[string]bool{
	"allOf": true, "anyOf": true, "oneOf": true, "enum": true, "required": true, "properties": true,
	"type": true, "title": true, "format": true, "description": true, "pattern": true,
	"uniqueItems": true, "exclusiveMinimum": true, "exclusiveMaximum": true, "nullable": true, "readOnly": true,
	"writeOnly": true, "allowEmptyValue": true, "deprecated": true, "minLength": true, "minItems": true, "minProperties": true,
}

// normalizeSchema drops what the library does not write again, at every depth that it knows.
func normalizeSchema(schema map[string]any) {
	for keyword, value := range schema {
		if value == nil || droppedWhenEmpty[keyword] && isEmpty(value) {
			delete(schema, keyword)
		}
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		if listed, isList := schema[keyword].([]any); isList {
			for _, each := range listed {
				normalizeIfSchema(each)
			}
		}
	}
	for _, keyword := range []string{"not", "items", "additionalProperties"} {
		normalizeIfSchema(schema[keyword])
	}
	if properties, isMap := schema["properties"].(map[string]any); isMap {
		for _, each := range properties {
			normalizeIfSchema(each)
		}
	}
}

func normalizeIfSchema(value any) {
	if schema, isSchema := value.(map[string]any); isSchema {
		normalizeSchema(schema)
	}
}

func isEmpty(value any) bool {
	switch each := value.(type) {
	case string:
		return each == ""
	case bool:
		return !each
	case float64:
		return each == 0
	case []any:
		return len(each) == 0
	case map[string]any:
		return len(each) == 0
	}
	return false
}

// titleSchema is FixOpenAPISchema of KubeVela: titles are field names, descriptions are cut to their usage.
func titleSchema(name string, schema map[string]any) {
	switch schema["type"] {
	case "object":
		if properties, isMap := schema["properties"].(map[string]any); isMap {
			for key, each := range properties {
				if property, isSchema := each.(map[string]any); isSchema {
					titleSchema(key, property)
				}
			}
		}
	case "array":
		if items, isSchema := schema["items"].(map[string]any); isSchema {
			titleSchema("", items)
		}
	}
	if name != "" {
		schema["title"] = name
	}
	description, _ := schema["description"].(string)
	description = takeImmutable(schema, description)
	if _, after, tagged := strings.Cut(description, usageTag); tagged {
		description, _, _ = strings.Cut(after, usageTag)
	}
	if before, _, tagged := strings.Cut(description, shortTag); tagged {
		description = strings.TrimSpace(before)
	}
	if description == "" {
		delete(schema, "description")
		return
	}
	schema["description"] = description
}

// The directives in comments that descriptions are made of.
const (
	usageTag     = "+usage="
	shortTag     = "+short"
	immutableTag = "+immutable"
)
