package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// described is what describe says of a text, in JSON; each parameter without its place.
func described(t *testing.T, text string) []map[string]any {
	t.Helper()
	made, err := describe(describeRequest{File: file{Name: "made-up.cue", Text: text}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(made.Parameters)
	if err != nil {
		t.Fatal(err)
	}
	var parameters []map[string]any
	if err := json.Unmarshal(raw, &parameters); err != nil {
		t.Fatal(err)
	}
	dropPlaces(parameters)
	return parameters
}

func dropPlaces(value any) {
	switch known := value.(type) {
	case []map[string]any:
		for _, each := range known {
			dropPlaces(each)
		}
	case []any:
		for _, each := range known {
			dropPlaces(each)
		}
	case map[string]any:
		if _, found := known["optional"]; found {
			delete(known, "file")
			delete(known, "line")
			delete(known, "column")
		}
		for _, each := range known {
			dropPlaces(each)
		}
	}
}

func TestDescribe(t *testing.T) {
	cases := []struct{ name, field, want string }{
		{"text", `a: string`, `{"name":"a","optional":false,"required":true,"type":"string"}`},
		{"an optional one", `a?: string`, `{"name":"a","optional":true,"required":false,"type":"string"}`},
		{"a default", `a: *"x" | string`, `{"default":"x","name":"a","optional":false,"required":false,"type":"string"}`},
		{"a choice", `a: *"x" | "y"`, `{"default":"x","enum":["x","y"],"name":"a","optional":false,"required":false,"type":"string"}`},
		{"a choice that is open", `a: *"x" | "y" | string`, `{"default":"x","name":"a","optional":false,"required":false,"type":"string"}`},
		{"a choice elsewhere", `a: #Choice | *"b"`, `{"default":"b","enum":["a","b"],"name":"a","optional":false,"required":false,"type":"string"}`},
		{"both sorts of bool", `a: true | *false`, `{"default":false,"name":"a","optional":false,"required":false,"type":"bool"}`},
		{"a fixed value", `a: "x"`, `{"const":"x","name":"a","optional":false,"required":false,"type":"string"}`},
		{"a number", `a: number & >=1.5`, `{"constraints":[">=1.5"],"name":"a","optional":false,"required":true,"type":"number"}`},
		{"a port", `a: uint16`, `{"constraints":[">=0","<=65535"],"name":"a","optional":false,"required":true,"type":"int"}`},
		{"a validator", `a: strings.MinRunes(3)`, `{"constraints":["strings.MinRunes(3)"],"name":"a","optional":false,"required":true,"type":"string"}`},
		{"anything", `a: _`, `{"name":"a","optional":false,"required":true,"type":"any"}`},
		{"text or nothing", `a: *null | string`, `{"default":null,"name":"a","oneOf":[{"const":null,"type":"null"},{"type":"string"}],"optional":false,"required":false,"type":"union"}`},
		{"a list", `a: [...int]`, `{"element":{"type":"int"},"name":"a","optional":false,"required":false,"type":"list"}`},
		{"a list with a default", `a: *["x"] | [...string]`, `{"default":["x"],"element":{"type":"string"},"name":"a","optional":false,"required":false,"type":"list"}`},
		{"a tuple", `a: [string, int]`, `{"constraints":["[string, int]"],"name":"a","optional":false,"required":true,"type":"list"}`},
		{"a map", `a: [string]: int`, `{"element":{"type":"int"},"name":"a","optional":false,"required":false,"type":"map"}`},
		{"any struct", `a: {...}`, `{"element":{"type":"any"},"name":"a","optional":false,"required":false,"type":"map"}`},
		{"a struct", `a: {b: string, c?: int}`, `{"fields":[{"name":"b","optional":false,"required":true,"type":"string"},{"name":"c","optional":true,"required":false,"type":"int"}],"name":"a","optional":false,"required":true,"type":"struct"}`},
		{"a struct with nothing to give", `a: {b: *1 | int}`, `{"fields":[{"default":1,"name":"b","optional":false,"required":false,"type":"int"}],"name":"a","optional":false,"required":false,"type":"struct"}`},
		{"a definition", `a: #Closed`, `{"closed":true,"fields":[{"name":"b","optional":false,"required":true,"type":"string","usage":"inner"}],"name":"a","optional":false,"required":true,"type":"struct"}`},
		{"a definition and more", `a: {#Closed, c: 1}`, `{"closed":true,"fields":[{"name":"b","optional":false,"required":true,"type":"string","usage":"inner"},{"const":1,"name":"c","optional":false,"required":false,"type":"int"}],"name":"a","optional":false,"required":true,"type":"struct"}`},
		{"structs to choose from", `a: {k: "x", b: int} | {k: "y"}`, `{"name":"a","oneOf":[{"fields":[{"const":"x","name":"k","optional":false,"required":false,"type":"string"},{"name":"b","optional":false,"required":true,"type":"int"}],"type":"struct"},{"fields":[{"const":"y","name":"k","optional":false,"required":false,"type":"string"}],"type":"struct"}],"optional":false,"required":true,"type":"union"}`},
		{"what contains itself", `a?: #Tree`, `{"closed":true,"fields":[{"element":{"type":"struct"},"name":"children","optional":true,"required":false,"type":"list"}],"name":"a","optional":true,"required":false,"type":"struct"}`},
		{"what is given in two pieces", "a: \"x\" | \"y\"\na: string", `{"enum":["x","y"],"name":"a","optional":false,"required":true,"type":"string"}`},
		{"a quoted name", `"a-b"?: string`, `{"name":"a-b","optional":true,"required":false,"type":"string"}`},
		{"comments", "// +usage=help\n// +short=h\n// +alias=other\n// +ignore\n// +immutable\na: string", `{"alias":"other","ignore":true,"immutable":true,"name":"a","optional":false,"required":true,"short":"h","type":"string","usage":"help"}`},
		{"what the context decides", `a: context.name`, `{"name":"a","optional":false,"required":true,"type":"any"}`},
		{"what the context or a user decides", `a: *context.name | string`, `{"name":"a","optional":false,"required":false,"type":"string"}`},
		{"another parameter or a user decides", `a: *"\(parameter.b)-x" | string, b: string`, `{"name":"a","optional":false,"required":false,"type":"string"}`},
		{"a default that is a type", `a: *string | int`, `{"name":"a","oneOf":[{"type":"string"},{"type":"int"}],"optional":false,"required":true,"type":"union"}`},
		{"what a condition adds", "if true {\n\t// +usage=help\n\ta: *\"x\" | string\n}", `{"default":"x","name":"a","optional":false,"required":false,"type":"string","usage":"help"}`},
		{"what a condition adds, with a bound", `if true {a?: int & >3}`, `{"constraints":[">3"],"name":"a","optional":true,"required":false,"type":"int"}`},
		{"what another package decides", `a: op.#Apply`, `{"name":"a","optional":false,"required":true,"type":"any"}`},
	}
	const around = "import (\n\t\"strings\"\n\t\"vela/op\"\n)\n#Choice: \"a\" | \"b\"\n#Closed: {\n\t// +usage=inner\n\tb: string\n}\n#Tree: children?: [...#Tree]\nbroken: 1 & 2\nused: strings.ToUpper(op.x)\n"
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			text := strings.TrimSpace(string(encode(described(t, around+"parameter: {\n"+each.field+"\n}\n")[0])))
			if text != each.want {
				t.Errorf("got  %s\nwant %s", text, each.want)
			}
		})
	}
}

func TestDescribeFindsWhereParametersStand(t *testing.T) {
	made, err := describe(describeRequest{File: file{Name: "x.cue", Text: "\"x\": {type: \"trait\"}\ntemplate: {\n\toutput: missing & parameter.a\n\tparameter: {\n\t\ta: #A\n\t}\n\t#A: string\n}\n"}})
	if err != nil || len(made.Parameters) != 1 {
		t.Fatalf("%+v %v", made, err)
	}
	if got := made.Parameters[0]; got.File != "x.cue" || got.Line != 5 || got.Column != 3 || got.Type != "string" {
		t.Errorf("%+v", got)
	}
}

func TestDescribeWithoutParameters(t *testing.T) {
	for _, text := range []string{"", "output: {}", "parameter: {}", "template: {output: {}}"} {
		made, err := describe(describeRequest{File: file{Name: "x.cue", Text: text}})
		if err != nil || made.Parameters == nil || len(made.Parameters) != 0 {
			t.Errorf("%q: %+v %v", text, made, err)
		}
	}
}

func TestDescribeMergesAlternatives(t *testing.T) {
	got := fmt.Sprint(described(t, "parameter: *{k: \"x\", b: int, d: string} | {k: \"y\", d: int}"))
	want := fmt.Sprint([]map[string]any{
		{"name": "k", "optional": false, "required": false, "type": "string", "enum": []any{"x", "y"}},
		{"name": "b", "optional": false, "required": false, "type": "int"},
		{"name": "d", "optional": false, "required": true, "type": "union", "oneOf": []any{map[string]any{"type": "string"}, map[string]any{"type": "int"}}},
	})
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestDescribeTellsWhatIsWrong(t *testing.T) {
	for _, text := range []string{"parameter: {", "parameter: \"a\" & \"b\""} {
		if _, err := describe(describeRequest{File: file{Name: "x.cue", Text: text}}); err == nil {
			t.Errorf("%q is described", text)
		}
	}
}
