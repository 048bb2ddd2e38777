package main

import "encoding/json"

// allFields are the fields of a struct, and those of all alternatives of a union: what stands in several is told with each shape,
// and must be given only when every alternative demands it.
func (made *shape) allFields() []*parameterField {
	if made.kind != "union" {
		return made.fields
	}
	var merged []*parameterField
	index := map[string]*parameterField{}
	count := map[string]int{}
	for _, alternative := range made.oneOf {
		for _, field := range alternative.allFields() {
			count[field.name]++
			if first, found := index[field.name]; found {
				*first = mergeFields(first, field)
				continue
			}
			copied := *field
			index[field.name] = &copied
			merged = append(merged, &copied)
		}
	}
	for _, field := range merged {
		if count[field.name] < len(made.oneOf) {
			field.required = false
		}
	}
	return merged
}

func mergeFields(first, second *parameterField) parameterField {
	merged := *first
	merged.optional = first.optional || second.optional
	merged.required = first.required && second.required
	merged.shape = mergeShapes(first.shape, second.shape)
	return merged
}

// mergeShapes makes values that are fixed in each alternative a choice, and other shapes that differ a union.
func mergeShapes(first, second *shape) *shape {
	left, right := first.values(), second.values()
	if left != nil && right != nil && first.kind == second.kind {
		merged := &shape{kind: first.kind, fallback: first.fallback}
		seen := map[string]bool{}
		for _, value := range append(append([]json.RawMessage{}, left...), right...) {
			if !seen[string(value)] {
				seen[string(value)] = true
				merged.enum = append(merged.enum, value)
			}
		}
		if len(merged.enum) == 1 {
			return first
		}
		return merged
	}
	if sameJSON(toParameterShape(first), toParameterShape(second)) {
		return first
	}
	merged := &shape{kind: "union", fallback: first.fallback}
	for _, each := range []*shape{first, second} {
		if each.kind == "union" {
			merged.oneOf = append(merged.oneOf, each.oneOf...)
		} else {
			merged.oneOf = append(merged.oneOf, each)
		}
	}
	return merged
}

// values are the only values of a shape; nil when it is not that narrow.
func (made *shape) values() []json.RawMessage {
	if made.constant != nil {
		return []json.RawMessage{made.constant}
	}
	return made.enum
}

func sameJSON(left, right any) bool {
	first, firstErr := json.Marshal(left)
	second, secondErr := json.Marshal(right)
	return firstErr == nil && secondErr == nil && string(first) == string(second)
}
