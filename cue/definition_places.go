package main

import (
	"strings"

	"cuelang.org/go/cue/ast"
)

// findPlaces lists where the definition's name, its metadata and its attributes stand, by path; the name has the empty path.
func findPlaces(known *sources, parsed *ast.File) []placed {
	found := []placed{}
	add := func(field *ast.Field, path []string) {
		if at := known.position(field.Pos()); at != nil {
			found = append(found, placed{position: *at, Path: path})
		}
	}
	var walk func(within ast.Expr, path []string)
	walk = func(within ast.Expr, path []string) {
		literal, isStruct := within.(*ast.StructLit)
		if !isStruct {
			return
		}
		for _, element := range literal.Elts {
			field, isField := element.(*ast.Field)
			if !isField || isOptionalField(field) {
				continue
			}
			if name, named := labelName(field.Label); named {
				here := append(append([]string{}, path...), name)
				add(field, here)
				walk(field.Value, here)
			}
		}
	}
	for _, declaration := range parsed.Decls {
		field, isField := declaration.(*ast.Field)
		if !isField {
			continue
		}
		if name, named := labelName(field.Label); named && name != "template" {
			add(field, []string{})
			walk(field.Value, []string{})
		}
	}
	return found
}

// place is the place of a path below the definition's name, or of the nearest thing around it.
func (p *definitionParts) place(path []string) *position {
	for length := len(path); length >= 0; length-- {
		wanted := strings.Join(path[:length], "\x00")
		for _, each := range p.places {
			if strings.Join(each.Path, "\x00") == wanted {
				at := each.position
				return &at
			}
		}
	}
	return nil
}

// ensurePlace gives a key a place that no literal field has, such as one that a comprehension yields.
func (p *definitionParts) ensurePlace(made *definitionResponse, key string) {
	for _, each := range made.Positions {
		if len(each.Path) == 1 && each.Path[0] == key {
			return
		}
	}
	if at := p.place(nil); at != nil {
		made.Positions = append(made.Positions, placed{position: *at, Path: []string{key}})
	}
}

// findStatus is the part of the status that an error is about.
func (p *definitionParts) findStatus(field *ast.Field, message string) ast.Node {
	for _, name := range []string{"healthPolicy", "customStatus", "details"} {
		if !strings.Contains(message, name) {
			continue
		}
		if found := findField(field.Value, "attributes", "status", name); found != nil {
			return found.Value
		}
	}
	return field
}

// findField follows labels through struct literals.
func findField(within ast.Expr, path ...string) *ast.Field {
	literal, isStruct := within.(*ast.StructLit)
	if !isStruct {
		return nil
	}
	for _, element := range literal.Elts {
		field, isField := element.(*ast.Field)
		if !isField {
			continue
		}
		if name, named := labelName(field.Label); !named || name != path[0] {
			continue
		}
		if len(path) == 1 {
			return field
		}
		if found := findField(field.Value, path[1:]...); found != nil {
			return found
		}
	}
	return nil
}
