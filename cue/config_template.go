package main

import (
	"errors"
	"fmt"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/build"
)

// configContextText is what KubeVela puts behind config templates (DefaultContext of pkg/config/context).
const configContextText = `
	context: {
		name: string
		namespace: string
	}
`

type configTemplateResponse struct {
	Metadata       configMetadata `json:"metadata"`
	Schema         map[string]any `json:"schema"`
	ExpandedWriter expandedWriter `json:"expandedWriter"`
}

type configMetadata struct {
	Name        string `json:"name"`
	Alias       string `json:"alias,omitempty"`
	Description string `json:"description,omitempty"`
	Sensitive   bool   `json:"sensitive,omitempty"`
	Scope       string `json:"scope,omitempty"`
}

// expandedWriter has the fields and the names that KubeVela's pkg/config/writer writes.
type expandedWriter struct {
	Nacos *nacosWriter `json:"nacos"`
}

type nacosWriter struct {
	Endpoint struct {
		Name      string `json:"name"`
		Namespace string `json:"namespace"`
	} `json:"endpoint"`
	Format   string `json:"format"`
	Metadata struct {
		DataID      string `json:"dataId"`
		Group       string `json:"group"`
		NamespaceID string `json:"namespaceId"`
		AppName     string `json:"appName,omitempty"`
		Tenant      string `json:"tenant,omitempty"`
		Tag         string `json:"tag,omitempty"`
	} `json:"metadata"`
}

// readConfigTemplate is ParseTemplate of KubeVela's pkg/config/factory.go.
func readConfigTemplate(request schemaRequest) (*configTemplateResponse, error) {
	known := newSources()
	value, err := compileConfig(known, request.File)
	if err != nil {
		return nil, known.fail("parse", prefixed("the cue script is invalid:failed to compile config template: ", err))
	}
	template := value.LookupPath(cue.ParsePath("template"))
	if !template.Exists() {
		return nil, failValue(known, "lookup", errors.New("the cue script is invalid:the template cue must include the template field"), value)
	}
	if !value.LookupPath(cue.ParsePath("template.parameter")).Exists() {
		return nil, failValue(known, "lookup", errors.New("the cue script is invalid:the template cue must include the template.parameter field"), value)
	}
	made := &configTemplateResponse{}
	metadata := value.LookupPath(cue.ParsePath("metadata"))
	if !metadata.Exists() {
		return nil, failValue(known, "lookup", notFoundError("metadata"), value)
	}
	if err := metadata.Decode(&made.Metadata); err != nil {
		return nil, failValue(known, "metadata", fmt.Errorf("failed to decode the template metadata: %w", err), metadata)
	}
	if err := template.Err(); err != nil {
		return nil, failValue(known, "build", prefixed("the properties of the cue script is invalid:", err), template)
	}
	if made.Schema, err = generateSchema(fillParameter(template)); err != nil {
		return nil, failSchema(known, prefixed("the properties of the cue script is invalid:", err), template)
	}
	made.ExpandedWriter = readExpandedWriter(template)
	return made, nil
}

func compileConfig(known *sources, text file) (cue.Value, error) {
	parsed, err := known.parse("-", behind(text), file{Text: configContextText + "\n" + baseContext})
	if err != nil {
		return cue.Value{}, err
	}
	instance := &build.Instance{}
	if err := instance.AddSyntax(parsed); err != nil {
		return cue.Value{}, err
	}
	if err := attachPackages(instance, configContext); err != nil {
		return cue.Value{}, err
	}
	return newContext().BuildInstance(instance), nil
}

// fillParameter is FillParameterDefinitionFieldIfNotExist of KubeVela's pkg/utils/common.
func fillParameter(template cue.Value) cue.Value {
	parameter := template.LookupPath(cue.ParsePath("parameter"))
	if !parameter.Exists() || parameter.IncompleteKind() == cue.BottomKind {
		return newContext().CompileString("#parameter: {}")
	}
	return template.Context().CompileString("{}").FillPath(cue.ParsePath("#parameter"), parameter)
}

// readExpandedWriter reads what can be read: KubeVela only warns when the writer cannot be decoded.
func readExpandedWriter(template cue.Value) expandedWriter {
	nacos := template.LookupPath(cue.ParsePath("nacos"))
	if !nacos.Exists() {
		return expandedWriter{}
	}
	made := &nacosWriter{}
	_ = nacos.Decode(&made)
	return expandedWriter{Nacos: made}
}

// prefixed puts words in front of an error's text.
func prefixed(words string, err error) error {
	return fmt.Errorf("%s%w", words, err)
}
