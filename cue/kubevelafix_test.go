package main

import (
	"strings"
	"testing"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
)

// parseText parses a text that a test made up.
func parseText(t *testing.T, text string) *ast.File {
	t.Helper()
	parsed, err := newSources().parse("made-up.cue", file{Name: "made-up.cue", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// formatted is a file as CUE prints it, with all white space made one.
func formatted(t *testing.T, parsed *ast.File) string {
	t.Helper()
	text, err := format.Node(parsed)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

func TestKubevelafix(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"a loop in a struct", `x: {for k in parameter.foo {a: k}}`, `*parameter.foo | {}`},
		{"a loop in the file", `for k in parameter.foo {"\(k)": k}`, `*parameter.foo | {}`},
		{"a deeper field", `x: {for k in parameter.foo.bar {a: k}}`, `*parameter.foo.bar | {}`},
		{"an index", `x: {for k in parameter["foo"] {a: k}}`, `*parameter["foo"] | {}`},
		{"a condition behind the loop", `x: {for k in parameter.foo if k != "" {a: k}}`, `*parameter.foo | {}`},
		{"a guard for another field", `x: {if parameter.bar != _|_ for k in parameter.foo {a: k}}`, `*parameter.foo | {}`},
		{"a struct in a list", `x: [{for k in parameter.foo {a: k}}]`, `*parameter.foo | {}`},
		{"a struct in a list comprehension", `x: [for i in y {for k in parameter.foo {a: k}}]`, `*parameter.foo | {}`},
		{"a guard in the same clauses", `x: {if parameter.foo != _|_ for k in parameter.foo {a: k}}`, ``},
		{"a guard for a deeper field", `x: {if parameter.foo.bar != _|_ for k in parameter.foo.baz {a: k}}`, ``},
		{"a list comprehension", `x: [for k in parameter.foo {a: k}]`, ``},
		{"a loop in a condition", `x: {if y {for k in parameter.foo {a: k}}}`, ``},
		{"a loop in a loop", `x: {for i in y {z: {for k in parameter.foo {a: k}}}}`, ``},
		{"another struct", `x: {for k in options.foo {a: k}}`, ``},
		{"all parameters", `x: {for k in parameter {a: k}}`, ``},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			before := formatted(t, parseText(t, each.text))
			after := formatted(t, kubevelafixFile(parseText(t, each.text)))
			if each.want == "" && after != before {
				t.Errorf("rewritten: %s", after)
			}
			if !strings.Contains(after, each.want) {
				t.Errorf("%s: no %s", after, each.want)
			}
		})
	}
}

func TestKubevelafixLoopsOverNothing(t *testing.T) {
	parsed := kubevelafixFile(parseText(t, "parameter: {foo?: [...string]}\nx: {for k in parameter.foo {\"\\(k)\": k}}\ny: 1"))
	value := newContext().BuildFile(parsed)
	text, err := value.MarshalJSON()
	if err != nil || string(text) != `{"parameter":{},"x":{},"y":1}` {
		t.Errorf("%s %v", text, err)
	}
}
