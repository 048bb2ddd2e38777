package main

import (
	"encoding/json"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// How far a parameter is described: definitions may refer to themselves, and combinations of disjunctions multiply.
const (
	maxShapeDepth    = 24
	maxShapes        = 20_000
	maxAlternatives  = 256
	maxExpressions   = 64
	maxTextRunes     = 2_000
	maxFieldsOfShape = 5_000
)

// shape is what a value may hold: the ParameterShape of schemas/parameter.ts, with the CUE values that it was read from.
type shape struct {
	kind        string
	fallback    json.RawMessage
	constant    json.RawMessage
	enum        []json.RawMessage
	constraints []string
	closed      bool
	fields      []*parameterField
	element     *shape
	oneOf       []*shape
	// alternatives are the values that a disjunction consists of, without marks for defaults.
	alternatives []cue.Value
}

// shaper reads shapes of values. What refers to itself is described once: inside itself only its kind is told.
type shaper struct {
	known *sources
	// open are the places of the values that are being described.
	open  map[token.Pos]bool
	count int
}

func newShaper(known *sources) *shaper {
	return &shaper{known: known, open: map[token.Pos]bool{}}
}

func (s *shaper) shape(value cue.Value, depth int) *shape {
	s.count++
	alternatives, disjunctive := s.alternatives(value, 0)
	alternatives = withoutUnknown(alternatives)
	made := s.combine(alternatives, depth)
	made.alternatives = alternatives
	if disjunctive {
		if fallback, found := value.Default(); found {
			made.fallback = toJSON(fallback)
		}
	}
	if made.constant != nil {
		made.fallback = nil
	}
	return made
}

// toJSON is nil when the value is not complete.
func toJSON(value cue.Value) json.RawMessage {
	if value.Validate(cue.Concrete(true)) != nil {
		return nil
	}
	text, err := value.MarshalJSON()
	if err != nil {
		return nil
	}
	return text
}

// alternatives takes a value apart into those that a disjunction offers, through references and conjunctions; disjunctive says that there was one.
func (s *shaper) alternatives(value cue.Value, depth int) (found []cue.Value, disjunctive bool) {
	if depth > maxExpressions {
		return []cue.Value{value}, false
	}
	operator, operands := value.Expr()
	switch operator {
	case cue.OrOp:
		for _, operand := range operands {
			inner, _ := s.alternatives(operand, depth+1)
			found = append(found, inner...)
			if len(found) > maxAlternatives {
				return []cue.Value{value}, true
			}
		}
		return found, true
	case cue.NoOp:
		// CUE leaves out a default that another alternative includes: what remains may be a single one.
		if len(operands) == 1 && hasDisjunction(value.Source()) && !hasDisjunction(operands[0].Source()) {
			inner, _ := s.alternatives(operands[0], depth+1)
			return inner, true
		}
	case cue.SelectorOp, cue.IndexOp:
		if target := cue.Dereference(value); target.Pos() != value.Pos() {
			return s.alternatives(target, depth+1)
		}
	case cue.AndOp:
		return s.conjunction(value, operands, depth)
	}
	return []cue.Value{value}, false
}

// hasDisjunction says whether the expression of a field or value is a disjunction.
func hasDisjunction(source ast.Node) bool {
	if field, found := source.(*ast.Field); found {
		source = field.Value
	}
	for {
		switch known := source.(type) {
		case *ast.ParenExpr:
			source = known.X
		case *ast.Alias:
			source = known.Expr
		case *ast.BinaryExpr:
			return known.Op == token.OR
		case *ast.Comprehension:
			// A field in a condition knows the condition for its source, the alternatives of its value know themselves.
			return true
		default:
			return false
		}
	}
}

// conjunction combines each alternative of one operand with each of the others.
func (s *shaper) conjunction(value cue.Value, operands []cue.Value, depth int) ([]cue.Value, bool) {
	combined, disjunctive := []cue.Value(nil), false
	for index, operand := range operands {
		inner, isDisjunction := s.alternatives(operand, depth+1)
		disjunctive = disjunctive || isDisjunction
		if index == 0 {
			combined = inner
			continue
		}
		if len(combined)*len(inner) > maxAlternatives {
			return []cue.Value{value}, true
		}
		var next []cue.Value
		for _, left := range combined {
			for _, right := range inner {
				if both := left.Unify(right); both.Err() == nil {
					next = append(next, both)
				}
			}
		}
		combined = next
	}
	if !disjunctive || len(combined) == 0 {
		return []cue.Value{value}, disjunctive
	}
	return combined, true
}

func (s *shaper) combine(alternatives []cue.Value, depth int) *shape {
	if enum := enumOf(alternatives); len(enum) > 1 {
		kind := kindsOf(alternatives)
		if kind == "bool" {
			return &shape{kind: kind}
		}
		return &shape{kind: kind, enum: enum}
	}
	remaining := withoutIncluded(alternatives)
	if len(remaining) == 1 {
		return s.single(remaining[0], depth)
	}
	made := &shape{kind: "union"}
	for _, alternative := range remaining {
		inner := s.single(alternative, depth)
		inner.alternatives = []cue.Value{alternative}
		if !s.isKnownAlternative(made.oneOf, inner) {
			made.oneOf = append(made.oneOf, inner)
		}
	}
	if len(made.oneOf) == 1 {
		return made.oneOf[0]
	}
	return made
}

// withoutUnknown leaves out what only other parts of the template or the context would tell, as in `*context.name | string`, when something else is told.
func withoutUnknown(alternatives []cue.Value) []cue.Value {
	var told []cue.Value
	for _, alternative := range alternatives {
		if kind := alternative.IncompleteKind(); kind != cue.BottomKind && (kind != cue.TopKind || isConstraint(alternative)) {
			told = append(told, alternative)
		}
	}
	if len(told) == 0 {
		return alternatives
	}
	return told
}

// isConstraint says whether a value is told by an operator such as `!=`, not by a reference.
func isConstraint(value cue.Value) bool {
	operator, _ := value.Expr()
	return operator != cue.NoOp && operator != cue.SelectorOp && operator != cue.IndexOp
}

// isKnownAlternative leaves out what says nothing new, such as a second plain `string`.
func (s *shaper) isKnownAlternative(known []*shape, added *shape) bool {
	if len(added.fields) > 0 || added.element != nil || len(added.constraints) > 0 || added.constant != nil {
		return false
	}
	for _, each := range known {
		if each.kind == added.kind && added.kind != "struct" && added.kind != "list" && len(each.constraints) == 0 && each.constant == nil {
			return true
		}
	}
	return false
}

// enumOf are the different values when all alternatives are concrete and none is a struct or list.
func enumOf(alternatives []cue.Value) []json.RawMessage {
	var enum []json.RawMessage
	seen := map[string]bool{}
	for _, alternative := range alternatives {
		if alternative.IncompleteKind()&(cue.StructKind|cue.ListKind) != 0 || !alternative.IsConcrete() {
			return nil
		}
		text := toJSON(alternative)
		if text == nil {
			return nil
		}
		if !seen[string(text)] {
			seen[string(text)] = true
			enum = append(enum, text)
		}
	}
	return enum
}

func kindsOf(alternatives []cue.Value) string {
	kind := cue.BottomKind
	for _, alternative := range alternatives {
		kind |= alternative.IncompleteKind()
	}
	return kindName(kind)
}

// withoutIncluded leaves out scalars that another alternative includes.
func withoutIncluded(alternatives []cue.Value) []cue.Value {
	var remaining []cue.Value
	for index, alternative := range alternatives {
		included := false
		for other, wider := range alternatives {
			if other == index || alternative.IncompleteKind()&(cue.StructKind|cue.ListKind) != 0 || wider.Subsume(alternative) != nil {
				continue
			}
			// Of two that are equal the first stays.
			included = included || other < index || alternative.Subsume(wider) != nil
		}
		if !included {
			remaining = append(remaining, alternative)
		}
	}
	return remaining
}

// kindName is the ParameterType of a set of kinds.
func kindName(kind cue.Kind) string {
	switch kind {
	case cue.StringKind, cue.StringKind | cue.BytesKind:
		return "string"
	case cue.BytesKind:
		return "bytes"
	case cue.IntKind:
		return "int"
	case cue.FloatKind, cue.NumberKind:
		return "number"
	case cue.BoolKind:
		return "bool"
	case cue.NullKind:
		return "null"
	case cue.StructKind:
		return "struct"
	case cue.ListKind:
		return "list"
	case cue.TopKind, cue.BottomKind:
		return "any"
	}
	if kind&^(cue.NullKind|cue.BoolKind|cue.NumberKind|cue.StringKind|cue.BytesKind) == 0 && kind != 0 {
		return "union"
	}
	return "any"
}

// single describes a value that is no disjunction.
func (s *shaper) single(value cue.Value, depth int) *shape {
	made := &shape{kind: kindName(value.IncompleteKind())}
	if at := value.Pos(); depth >= maxShapeDepth || s.count > maxShapes || at.IsValid() && s.open[at] {
		return made
	} else if at.IsValid() && (made.kind == "struct" || made.kind == "list") {
		s.open[at] = true
		defer delete(s.open, at)
	}
	switch made.kind {
	case "struct":
		s.describeStruct(made, value, depth)
	case "list":
		s.describeList(made, value, depth)
	case "any", "union":
		made.kind = "any"
		made.constraints = constraintsOf(value, 0)
	default:
		if value.IsConcrete() {
			made.constant = toJSON(value)
		} else {
			made.constraints = constraintsOf(value, 0)
		}
	}
	return made
}

func (s *shaper) describeStruct(made *shape, value cue.Value, depth int) {
	made.fields = s.fields(value, depth)
	made.closed = !value.Allows(cue.AnyString)
	pattern := value.LookupPath(cue.MakePath(cue.AnyString))
	if !pattern.Exists() {
		return
	}
	made.element = s.shape(pattern, depth+1)
	if len(made.fields) == 0 {
		made.kind = "map"
	}
}

func (s *shaper) describeList(made *shape, value cue.Value, depth int) {
	element := value.LookupPath(cue.MakePath(cue.AnyIndex))
	if element.Exists() {
		made.element = s.shape(element, depth+1)
	}
	if length, err := value.Len().Int64(); err == nil && length > 0 {
		if constant := toJSON(value); constant != nil {
			made.constant = constant
		} else if text := textOf(expressionOf(value)); text != "" {
			made.constraints = []string{text}
		}
	}
}
