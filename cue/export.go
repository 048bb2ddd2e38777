package main

import (
	"encoding/json"
	"slices"
	"strconv"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// exported is a value as JSON, and where parts of it stand.
type exported struct {
	Value     json.RawMessage `json:"value"`
	Positions []placed        `json:"positions"`
}

// below this field every name is data of a schema, not of an object.
const schemaField = "openAPIV3Schema"

// exporter writes a value as JSON in one pass, with the places of the fields that were asked for.
//
// CUE's own MarshalJSON of 0.5 and 0.9 copies and checks what it wrote once more for every level of nesting.
type exporter struct {
	known   *sources
	wanted  map[string]bool
	path    []string
	found   []placed
	written []byte
}

// exportValue gives the JSON that CUE's MarshalJSON gives, and its errors.
func exportValue(known *sources, value cue.Value, locate []string) (*exported, error) {
	out := &exporter{known: known, wanted: toSet(locate), found: []placed{}}
	if out.write(value, len(locate) > 0) {
		return &exported{Value: out.written, Positions: out.found}, nil
	}
	// Something cannot be written: CUE says it in its own words.
	written, err := value.MarshalJSON()
	if err != nil {
		return nil, err
	}
	return &exported{Value: written, Positions: []placed{}}, nil
}

func toSet(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

// write appends a value; false when it is an error or not concrete.
func (e *exporter) write(value cue.Value, locating bool) bool {
	value, _ = value.Default()
	switch value.Kind() {
	case cue.StructKind:
		return e.writeStruct(value, locating)
	case cue.ListKind:
		return e.writeList(value, locating)
	case cue.StringKind:
		text, err := value.String()
		if err != nil {
			return false
		}
		e.written = appendString(e.written, text)
		return true
	case cue.BottomKind:
		return false
	}
	written, err := value.MarshalJSON()
	if err != nil {
		return false
	}
	e.written = append(e.written, written...)
	return true
}

func (e *exporter) writeStruct(value cue.Value, locating bool) bool {
	fields, err := value.Fields()
	if err != nil {
		return false
	}
	e.written = append(e.written, '{')
	for first := true; fields.Next(); first = false {
		if !first {
			e.written = append(e.written, ',')
		}
		label := fields.Label()
		e.written = append(appendString(e.written, label), ':')
		if locating {
			e.path = append(e.path, label)
			if e.wanted[label] {
				e.place(fields.Value())
			}
		}
		if !e.write(fields.Value(), locating && label != schemaField) {
			return false
		}
		if locating {
			e.path = e.path[:len(e.path)-1]
		}
	}
	e.written = append(e.written, '}')
	return true
}

func (e *exporter) writeList(value cue.Value, locating bool) bool {
	items, err := value.List()
	if err != nil {
		return false
	}
	e.written = append(e.written, '[')
	for index := 0; items.Next(); index++ {
		if index > 0 {
			e.written = append(e.written, ',')
		}
		if locating {
			e.path = append(e.path, strconv.Itoa(index))
		}
		if !e.write(items.Value(), locating) {
			return false
		}
		if locating {
			e.path = e.path[:len(e.path)-1]
		}
	}
	e.written = append(e.written, ']')
	return true
}

func (e *exporter) place(value cue.Value) {
	if at := e.known.position(valuePos(value)); at != nil {
		e.found = append(e.found, placed{position: *at, Path: slices.Clone(e.path)})
	}
}

// valuePos is where a value was written, not the label in front of it.
func valuePos(value cue.Value) token.Pos {
	if field, isField := value.Source().(*ast.Field); isField {
		return field.Value.Pos()
	}
	return value.Pos()
}

const hexDigits = "0123456789abcdef"

// appendString appends a JSON string. CUE's strings are valid UTF-8.
func appendString(out []byte, text string) []byte {
	out = append(out, '"')
	start := 0
	for index := range len(text) {
		letter := text[index]
		if letter >= ' ' && letter != '"' && letter != '\\' {
			continue
		}
		out = append(out, text[start:index]...)
		start = index + 1
		switch letter {
		case '"', '\\':
			out = append(out, '\\', letter)
		case '\n':
			out = append(out, '\\', 'n')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, '\\', 'u', '0', '0', hexDigits[letter>>4], hexDigits[letter&15])
		}
	}
	return append(append(out, text[start:]...), '"')
}
