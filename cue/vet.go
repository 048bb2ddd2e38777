package main

import (
	"regexp"
	"slices"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/errors"
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

// How every release says that a name means nothing, and that an import is not used.
var (
	unresolved   = regexp.MustCompile(`^reference "([^"]+)" not found$`)
	unusedImport = regexp.MustCompile(`^imported and not used: `)
)

// vetFiles builds twice when names mean nothing or imports are not used: CUE evaluates nothing then, so the second time they do not stand in the way.
func vetFiles(gathered *problems, files []*ast.File, request vetRequest) error {
	value, err := vetBuild(gathered, files, request.Context, request.Ambient)
	if err != nil {
		return err
	}
	missing := []string{}
	again := false
	for _, each := range gathered.found {
		if found := unresolved.FindStringSubmatch(each.Message); found != nil {
			missing = append(missing, found[1])
			again = true
		}
		if unusedImport.MatchString(each.Message) && each.Position != nil {
			dropImport(gathered.known, files, *each.Position)
			again = true
		}
	}
	if again {
		if value, err = vetBuild(gathered, files, request.Context, missing); err != nil {
			return err
		}
	}
	if err := value.Validate(); err != nil {
		gathered.add("build", err, false)
	}
	return nil
}

func vetBuild(gathered *problems, files []*ast.File, context string, ambient []string) (cue.Value, error) {
	instance := &build.Instance{}
	for _, each := range declareAmbient(files, ambient) {
		if err := instance.AddSyntax(each); err != nil {
			gathered.add("build", err, false)
		}
	}
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

// declareAmbient lets names have a value that is not known: in a file of their own for the package, in each file that has none, as such a file sees nothing outside of it.
func declareAmbient(files []*ast.File, names []string) []*ast.File {
	all := slices.Clone(files)
	var declarations []ast.Decl
	for _, name := range names {
		if ast.IsValidIdent(name) {
			declarations = append(declarations, &ast.Field{Label: ast.NewIdent(name), Value: ast.NewIdent("_")})
		}
	}
	packaged := ""
	for _, each := range files {
		if each.PackageName() == "" {
			each.Decls = append(each.Decls, declarations...)
			continue
		}
		packaged = each.PackageName()
	}
	if packaged != "" && len(declarations) > 0 {
		clause := &ast.Package{Name: ast.NewIdent(packaged)}
		all = append(all, &ast.File{Filename: "ambient", Decls: append([]ast.Decl{clause}, declarations...)})
	}
	return all
}

// dropImport takes the import at a place out of its file.
func dropImport(known *sources, files []*ast.File, at position) {
	gone := func(spec *ast.ImportSpec) bool {
		place := known.position(spec.Pos())
		return place != nil && *place == at
	}
	for _, each := range files {
		each.Imports = slices.DeleteFunc(each.Imports, gone)
		for _, declaration := range each.Decls {
			if imports, isImport := declaration.(*ast.ImportDecl); isImport {
				imports.Specs = slices.DeleteFunc(imports.Specs, gone)
			}
		}
	}
}
