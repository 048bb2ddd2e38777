package main

import (
	"regexp"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/errors"
	"cuelang.org/go/cue/parser"
)

type vetRequest struct {
	Files   []file   `json:"files"`
	Context string   `json:"context"`
	Line    string   `json:"line"`
	Upgrade bool     `json:"upgrade"`
	Ambient []string `json:"ambient"`
}

type vetResponse struct {
	Diagnostics []diagnostic `json:"diagnostics"`
}

// vet lists everything that CUE finds wrong with texts of one package. Texts that do not parse keep their neighbours from being looked at, as these would miss what stands there.
func vet(request vetRequest) (vetResponse, error) {
	known := newSources()
	gathered := newProblems(known)
	var parsed []*ast.File
	for _, text := range request.Files {
		each, err := known.parse(text.Name, text)
		var bound *boundError
		if errors.As(err, &bound) {
			return vetResponse{}, err
		}
		if err != nil {
			gathered.add("parse", err, false)
			continue
		}
		if request.Upgrade {
			each, _ = upgradeFile(each)
		}
		parsed = append(parsed, each)
	}
	if len(parsed) == len(request.Files) {
		if err := vetFiles(gathered, parsed, request); err != nil {
			return vetResponse{}, err
		}
	}
	return vetResponse{Diagnostics: gathered.found}, nil
}

// unresolved is how every release says that a name means nothing.
var unresolved = regexp.MustCompile(`^reference "([^"]+)" not found$`)

// vetFiles builds twice when names mean nothing: CUE evaluates nothing then, so the second time they exist.
func vetFiles(gathered *problems, files []*ast.File, request vetRequest) error {
	name := joinPackage(files)
	value, err := vetBuild(gathered, files, request.Context, name, request.Ambient)
	if err != nil {
		return err
	}
	var missing []string
	for _, each := range gathered.found {
		if found := unresolved.FindStringSubmatch(each.Message); found != nil && ast.IsValidIdent(found[1]) {
			missing = append(missing, found[1])
		}
	}
	if len(missing) > 0 {
		if value, err = vetBuild(gathered, files, request.Context, name, append(missing, request.Ambient...)); err != nil {
			return err
		}
	}
	if err := value.Validate(); err != nil {
		gathered.add("build", err, false)
	}
	return nil
}

func vetBuild(gathered *problems, files []*ast.File, context, name string, ambient []string) (cue.Value, error) {
	instance := &build.Instance{}
	for _, each := range files {
		if err := instance.AddSyntax(each); err != nil {
			gathered.add("build", err, false)
		}
	}
	if len(ambient) > 0 {
		declared, err := declareAmbient(name, ambient)
		if err != nil {
			return cue.Value{}, err
		}
		if err := instance.AddSyntax(declared); err != nil {
			return cue.Value{}, err
		}
	}
	// What is wrong with imports would keep everything else from being looked at.
	if instance.Err != nil {
		gathered.add("build", instance.Err, false)
		instance.Err = nil
	}
	if err := attachPackages(instance, context); err != nil {
		return cue.Value{}, err
	}
	value := newContext().BuildInstance(instance)
	if err := value.Err(); err != nil {
		gathered.add("build", err, false)
	}
	return value, nil
}

// declareAmbient makes a file of a package in which names have no value yet.
func declareAmbient(name string, ambient []string) (*ast.File, error) {
	var text strings.Builder
	text.WriteString("package " + name + "\n")
	for _, each := range ambient {
		if ast.IsValidIdent(each) {
			text.WriteString(each + ": _\n")
		}
	}
	return parser.ParseFile("ambient", text.String())
}

// joinPackage gives files without a package clause the one of the others: without it they would not see what these declare.
func joinPackage(files []*ast.File) string {
	name := "main"
	for _, each := range files {
		if own := each.PackageName(); own != "" && own != "_" {
			name = own
			break
		}
	}
	for _, each := range files {
		if each.PackageName() == "" {
			each.Decls = append([]ast.Decl{&ast.Package{Name: ast.NewIdent(name)}}, each.Decls...)
		}
	}
	return name
}
