package main

import (
	"fmt"

	"cuelang.org/go/cue"
)

type compareRequest struct {
	Before file   `json:"before"`
	After  file   `json:"after"`
	Line   string `json:"line"`
}

type compareResponse struct {
	Changes []parameterChange `json:"changes"`
}

// parameterChange is the ParameterChange of registry/engine/types.ts.
type parameterChange struct {
	Path     []string  `json:"path"`
	Kind     string    `json:"kind"`
	Breaking bool      `json:"breaking"`
	Before   string    `json:"before,omitempty"`
	After    string    `json:"after,omitempty"`
	BeforeAt *position `json:"beforeAt,omitempty"`
	AfterAt  *position `json:"afterAt,omitempty"`
}

// compare lists the differences of `parameter` in two texts. What counts is which values are accepted and what becomes of values
// that are not given: names of definitions, order and comments do not, except `+immutable`.
func compare(request compareRequest) (compareResponse, error) {
	context, known := newContext(), newSources()
	before, err := readParameter(context, known, "before:"+request.Before.Name, request.Before)
	if err != nil {
		return compareResponse{}, err
	}
	after, err := readParameter(context, known, "after:"+request.After.Name, request.After)
	if err != nil {
		return compareResponse{}, err
	}
	left := maxComparisons
	found := &comparison{changes: []parameterChange{}, left: &left}
	found.shapes(side{shape: before}, side{shape: after}, []string{})
	if left <= 0 {
		return compareResponse{}, &boundError{reason: "size", message: fmt.Sprintf("more than %d pairs of alternatives to compare", maxComparisons)}
	}
	return compareResponse{Changes: found.changes}, nil
}

// side is one of two shapes that are compared, and the field that it was read from; nil for elements and alternatives.
type side struct {
	shape *shape
	field *parameterField
}

type comparison struct {
	changes []parameterChange
	// left is how many pairs of shapes may still be compared, together with those inside.
	left *int
}

// maxComparisons bounds what choices of choices can multiply to.
const maxComparisons = 100_000

// inner is a comparison whose changes are not told.
func (c *comparison) inner() *comparison { return &comparison{left: c.left} }

func (c *comparison) add(path []string, kind string, breaking bool, before, after *parameterField) {
	change := parameterChange{Path: append([]string{}, path...), Kind: kind, Breaking: breaking}
	if before != nil {
		change.Before, change.BeforeAt = before.text, before.at
	}
	if after != nil {
		change.After, change.AfterAt = after.text, after.at
	}
	c.changes = append(c.changes, change)
}

func (c *comparison) isBreaking() bool {
	for _, change := range c.changes {
		if change.Breaking {
			return true
		}
	}
	return false
}

// fields compares the fields of two structs by name, in the order of the older one, then those that are new.
func (c *comparison) fields(before, after []*parameterField, path []string) {
	newer := map[string]*parameterField{}
	for _, field := range after {
		newer[field.name] = field
	}
	older := map[string]bool{}
	for _, field := range before {
		older[field.name] = true
		if successor, found := newer[field.name]; found {
			c.field(field, successor, below(path, field.name))
		} else {
			c.add(below(path, field.name), "removed", true, field, nil)
		}
	}
	for _, field := range after {
		if !older[field.name] {
			c.add(below(path, field.name), "added", field.required, nil, field)
		}
	}
}

func below(path []string, name string) []string {
	return append(path[:len(path):len(path)], name)
}

func (c *comparison) field(before, after *parameterField, path []string) {
	c.presence(before, after, path)
	if before.directives.immutable != after.directives.immutable {
		if after.directives.immutable {
			c.add(path, "immutable", true, before, after)
		} else {
			c.add(path, "mutable", false, before, after)
		}
	}
	c.shapes(side{before.shape, before}, side{after.shape, after}, path)
}

// presence compares what becomes of a parameter that is not given.
func (c *comparison) presence(before, after *parameterField, path []string) {
	was, is := before.shape.fallback, after.shape.fallback
	mustBeGivenNow := after.required && !before.required && !needsOnlyInner(before, after)
	switch {
	case before.optional && !after.optional:
		c.add(path, "required", mustBeGivenNow, before, after)
	case !before.optional && after.optional:
		c.add(path, "optional", false, before, after)
	}
	switch {
	case was != nil && is == nil && after.shape.constant == nil:
		c.add(path, "default-removed", mustBeGivenNow && !before.optional, before, after)
	case was == nil && is != nil && before.shape.constant == nil:
		c.add(path, "default-added", false, before, after)
	case was != nil && is != nil && !sameJSONValue(was, is):
		c.add(path, "default-changed", false, before, after)
	case mustBeGivenNow && !before.optional && was == nil:
		c.add(path, "required", true, before, after)
	}
}

// needsOnlyInner says whether a struct must be given only because of fields in it, which are compared on their own.
func needsOnlyInner(before, after *parameterField) bool {
	return !before.optional && !after.optional && before.shape.kind == "struct" && after.shape.kind == "struct"
}

// shapes compares which values two shapes accept.
func (c *comparison) shapes(before, after side, path []string) {
	if *c.left--; *c.left < 0 {
		return
	}
	was, is := before.shape, after.shape
	switch {
	case isStruct(was) && isStruct(is):
		c.structs(before, after, path)
	case was.kind == "list" && is.kind == "list":
		c.lists(before, after, path)
	case isStructural(was) || isStructural(is):
		c.alternatives(before, after, path)
	default:
		c.scalars(before, after, path)
	}
}

// lists compares the elements of lists of any length; of others CUE says which includes which.
func (c *comparison) lists(before, after side, path []string) {
	was, is := before.shape, after.shape
	if isAnyLength(was) && isAnyLength(is) {
		c.shapes(side{was.element, before.field}, side{is.element, after.field}, below(path, "[]"))
		return
	}
	switch {
	case !subsumes(is, was):
		c.add(path, "tightened", true, before.field, after.field)
	case !subsumes(was, is):
		c.add(path, "widened", false, before.field, after.field)
	}
}

func isAnyLength(list *shape) bool {
	return list.element != nil && list.constant == nil && len(list.constraints) == 0
}

func subsumes(wider, narrower *shape) bool {
	for _, each := range narrower.alternatives {
		included := false
		for _, candidate := range wider.alternatives {
			included = included || candidate.Subsume(each, cue.Raw()) == nil
		}
		if !included {
			return false
		}
	}
	return true
}

func isStruct(made *shape) bool { return made.kind == "struct" || made.kind == "map" }

// isStructural says whether a shape has parts of its own, or is a choice with such a shape.
func isStructural(made *shape) bool {
	if made.kind == "list" || isStruct(made) {
		return true
	}
	for _, alternative := range made.oneOf {
		if isStructural(alternative) {
			return true
		}
	}
	return false
}

func (c *comparison) structs(before, after side, path []string) {
	was, is := before.shape, after.shape
	switch {
	case was.kind == "map" && is.kind == "map":
		c.shapes(side{was.element, before.field}, side{is.element, after.field}, below(path, "*"))
		return
	case was.kind == "map" && len(is.fields) > 0:
		c.mapToStruct(before, after, path)
		return
	case is.kind == "map" && len(was.fields) > 0:
		c.structToMap(before, after, path)
		return
	}
	c.fields(was.fields, is.fields, path)
	switch {
	case !was.closed && is.closed:
		c.add(path, "closed", true, before.field, after.field)
	case was.closed && !is.closed:
		c.add(path, "opened", false, before.field, after.field)
	}
	switch {
	case was.element != nil && is.element != nil:
		c.shapes(side{was.element, before.field}, side{is.element, after.field}, below(path, "*"))
	case was.element == nil && is.element != nil && is.element.kind != "any":
		// Any other field was fine as long as the struct was open.
		if !was.closed {
			c.add(below(path, "*"), "tightened", true, before.field, after.field)
		}
	case was.element != nil && is.element == nil && was.element.kind != "any":
		if !is.closed {
			c.add(below(path, "*"), "widened", false, before.field, after.field)
		}
	}
}

// mapToStruct keeps the meaning of old values only when every field of the struct takes what the map took, and others may follow.
func (c *comparison) mapToStruct(before, after side, path []string) {
	was, is := before.shape, after.shape
	inner := c.inner()
	for _, field := range is.fields {
		if field.required {
			inner.add(nil, "required", true, nil, nil)
		}
		inner.shapes(side{was.element, nil}, side{field.shape, nil}, nil)
	}
	if inner.isBreaking() || is.closed {
		c.add(path, "retyped", true, before.field, after.field)
		return
	}
	c.add(path, "tightened", false, before.field, after.field)
}

// structToMap keeps the meaning of old values when the map takes what each field took.
func (c *comparison) structToMap(before, after side, path []string) {
	was, is := before.shape, after.shape
	inner := c.inner()
	for _, field := range was.fields {
		inner.shapes(side{field.shape, nil}, side{is.element, nil}, nil)
	}
	if inner.isBreaking() {
		c.add(path, "retyped", true, before.field, after.field)
		return
	}
	c.add(path, "widened", false, before.field, after.field)
}

// alternatives compares choices with structs or lists among them: each old alternative needs a new one that takes its values.
func (c *comparison) alternatives(before, after side, path []string) {
	was, is := alternativesOf(before.shape), alternativesOf(after.shape)
	lost := c.unmatched(was, is)
	gained := c.unmatched(is, was)
	switch {
	case len(lost) == 0 && len(gained) == 0:
	case len(lost) == 0:
		c.add(path, "widened", false, before.field, after.field)
	case len(lost) == 1 && len(gained) == 1 && isStruct(lost[0]) && isStruct(gained[0]):
		c.shapes(side{lost[0], before.field}, side{gained[0], after.field}, path)
	case sharesKind(was, is):
		c.add(path, "tightened", true, before.field, after.field)
	default:
		c.add(path, "retyped", true, before.field, after.field)
	}
}

func alternativesOf(made *shape) []*shape {
	if made.kind == "union" && len(made.oneOf) > 0 {
		return made.oneOf
	}
	return []*shape{made}
}

// unmatched are the shapes that none of the others takes all values of.
func (c *comparison) unmatched(shapes, others []*shape) []*shape {
	var found []*shape
	for _, each := range shapes {
		taken := false
		for _, other := range others {
			inner := c.inner()
			if !isStructural(each) && !isStructural(other) || each.kind == other.kind || isStruct(each) && isStruct(other) {
				inner.shapes(side{shape: each}, side{shape: other}, nil)
				taken = taken || !inner.isBreaking()
			}
			taken = taken || isAnything(other)
		}
		if !taken {
			found = append(found, each)
		}
	}
	return found
}

func isAnything(made *shape) bool { return made.kind == "any" && len(made.constraints) == 0 }

func sharesKind(was, is []*shape) bool {
	for _, left := range was {
		for _, right := range is {
			if left.kind == right.kind || left.kind == "any" || right.kind == "any" || isStruct(left) && isStruct(right) {
				return true
			}
		}
	}
	return false
}
