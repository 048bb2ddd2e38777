package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"cuelang.org/go/cue"
)

// scalars asks CUE whether each old alternative is included in a new one, and the other way round.
func (c *comparison) scalars(before, after side, path []string) {
	was, is := before.shape.alternatives, after.shape.alternatives
	narrower, wider := !includes(is, was), !includes(was, is)
	switch {
	case narrower && kinds(was)&kinds(is) == 0:
		c.add(path, "retyped", true, before.field, after.field)
	case narrower:
		c.add(path, "tightened", true, before.field, after.field)
	case wider:
		c.add(path, "widened", false, before.field, after.field)
	}
}

// includes says whether every value of the inner alternatives is one of the outer ones.
func includes(outer, inner []cue.Value) bool {
	plain := plainKinds(outer)
	for _, each := range inner {
		included := each.IncompleteKind()&^plain == 0
		for _, candidate := range outer {
			included = included || candidate.Subsume(each, cue.Raw()) == nil
		}
		if !included {
			return false
		}
	}
	return true
}

// plainKinds are the kinds of which alternatives take all values: those without constraints, and bool with both of its values.
func plainKinds(alternatives []cue.Value) cue.Kind {
	var plain cue.Kind
	enum := map[string]bool{}
	for _, alternative := range alternatives {
		if alternative.IsConcrete() {
			enum[string(toJSON(alternative))] = true
		} else if len(constraintsOf(alternative, 0)) == 0 {
			plain |= alternative.IncompleteKind()
		}
	}
	if enum["true"] && enum["false"] {
		plain |= cue.BoolKind
	}
	if enum["null"] {
		plain |= cue.NullKind
	}
	return plain
}

func kinds(alternatives []cue.Value) cue.Kind {
	var all cue.Kind
	for _, alternative := range alternatives {
		all |= alternative.IncompleteKind()
	}
	// 1 is a number, and so is 1.0: a field that turns from one to the other changes its range, not its type.
	if all&cue.NumberKind != 0 {
		all |= cue.NumberKind
	}
	return all
}

// sameJSONValue compares values whatever the order of their fields.
func sameJSONValue(left, right []byte) bool {
	return strings.TrimSpace(string(left)) == strings.TrimSpace(string(right)) || canonical(left) == canonical(right)
}

func canonical(text []byte) string {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil {
		return string(text)
	}
	return string(encode(value))
}
