package main

import (
	"fmt"
	"strconv"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/parser"
)

const packageHeader = "package main\n"

type templateRequest struct {
	Template file     `json:"template"`
	Context  file     `json:"context"`
	Files    []file   `json:"files"`
	Fix      bool     `json:"fix"`
	Locate   []string `json:"locate"`
}

type templateResponse struct {
	Output  *exported `json:"output"`
	Outputs *exported `json:"outputs,omitempty"`
	Skipped []string  `json:"skipped"`
}

// renderTemplate is renderApp of KubeVela's pkg/addon/render.go up to the JSON of `output` and `outputs`.
func renderTemplate(request templateRequest) (*templateResponse, error) {
	known := newSources()
	header, err := findHeader(request.Context)
	if err != nil {
		_, err = known.parse("parameter.cue", request.Context)
		return nil, known.fail("parse", fmt.Errorf("parse parameter context: %w", err))
	}
	instance := &build.Instance{}
	mainFile, err := parseMain(known, request)
	if err != nil {
		return nil, err
	}
	if err := instance.AddSyntax(mainFile); err != nil {
		return nil, known.fail("build", fmt.Errorf("load app template with CUE files: add main file to CUE builder: %w", err))
	}
	response := &templateResponse{Skipped: []string{}}
	for index, text := range append([]file{request.Context}, request.Files...) {
		before := ""
		if index == 0 {
			before = header
		}
		parsed, err := known.parse("sf-"+strconv.Itoa(index)+".cue", file{Text: before}, text)
		if err != nil {
			err = fmt.Errorf("load app template with CUE files: parse added file %d \n%s: %w", index, before+text.Text, err)
			return nil, known.fail("parse", err)
		}
		if request.Fix {
			parsed = kubevelafixFile(parsed)
		}
		if parsed.PackageName() != mainFile.PackageName() {
			response.Skipped = append(response.Skipped, text.Name)
			continue
		}
		if err := instance.AddSyntax(parsed); err != nil {
			return nil, known.fail("build", fmt.Errorf("load app template with CUE files: add slave files to CUE builder: %w", err))
		}
	}
	if err := attachAddonPackages(instance); err != nil {
		return nil, err
	}
	value := newContext().BuildInstance(instance)
	if err := firstError(value); err != nil {
		return nil, failValue(known, "build", fmt.Errorf("load app template with CUE files: %w", err), value)
	}
	return response, response.export(known, value, request.Locate)
}

// findHeader is what KubeVela puts in front of a text without a package clause.
func findHeader(text file) (string, error) {
	clause, err := parser.ParseFile(text.Name, text.Text, parser.PackageClauseOnly)
	if err != nil {
		return "", err
	}
	if clause.PackageName() == "" {
		return packageHeader, nil
	}
	return "", nil
}

// parseMain parses template.cue. The rewrite is lost when KubeVela has to add a package clause, as it then parses the text again.
func parseMain(known *sources, request templateRequest) (*ast.File, error) {
	header, err := findHeader(request.Template)
	if err != nil {
		header = ""
	}
	parsed, err := known.parse("main.cue", file{Text: header}, request.Template)
	if err != nil {
		return nil, known.fail("parse", fmt.Errorf("load app template with CUE files: parse main file: %w", err))
	}
	if request.Fix && header == "" {
		parsed = kubevelafixFile(parsed)
	}
	return parsed, nil
}

func (r *templateResponse) export(known *sources, value cue.Value, locate []string) (err error) {
	output := value.LookupPath(cue.ParsePath("output"))
	if !output.Exists() {
		err := fmt.Errorf("render app from output field from CUE: %w", notFoundError("output"))
		return known.fail("lookup", err)
	}
	if r.Output, err = exportValue(known, output, locate); err != nil {
		return failValue(known, "export", fmt.Errorf("decode app from CUE: %w", err), output)
	}
	outputs := value.LookupPath(cue.ParsePath("outputs"))
	if !outputs.Exists() {
		return nil
	}
	if r.Outputs, err = exportValue(known, outputs, locate); err != nil {
		return failValue(known, "export", fmt.Errorf("decode app from CUE: %w", err), outputs)
	}
	return nil
}

// notFoundError is the path that KubeVela's look-up did not find.
type notFoundError string

func (e notFoundError) Error() string {
	return fmt.Sprintf("failed to lookup value: var(path=%s) not exist", string(e))
}
