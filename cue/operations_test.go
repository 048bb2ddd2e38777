package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// ask sends a question as the host does and gives the outcome as plain data.
func ask(t *testing.T, operation string, request any) map[string]any {
	t.Helper()
	text, err := json.Marshal(map[string]any{"operation": operation, "request": request})
	if err != nil {
		t.Fatal(err)
	}
	var outcome map[string]any
	if err := json.Unmarshal(reply(text), &outcome); err != nil {
		t.Fatal(err)
	}
	return outcome
}

// plain parses JSON that a test expects.
func plain(t *testing.T, text string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}

func expectAnswer(t *testing.T, outcome map[string]any, want string) {
	t.Helper()
	if outcome["kind"] != "answer" || !reflect.DeepEqual(outcome["value"], plain(t, want)) {
		got, _ := json.Marshal(outcome)
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func expectError(t *testing.T, outcome map[string]any, message, where string) {
	t.Helper()
	got, _ := json.Marshal(outcome)
	if outcome["kind"] != "error" || outcome["message"] != message {
		t.Fatalf("got %s\nwant %s", got, message)
	}
	first, _ := outcome["diagnostics"].([]any)[0].(map[string]any)
	if where == "" {
		if first["position"] != nil {
			t.Errorf("got %s, want no position", got)
		}
		return
	}
	if !reflect.DeepEqual(first["position"], plain(t, where)) {
		t.Errorf("got %s\nwant %s", got, where)
	}
}

type m = map[string]any

func text(name, content string) m { return m{"name": name, "text": content} }

const contextText = "parameter: {\n\tname: *\"web\" | string\n\tsize?: int\n}\ncontext: {\"metadata\": {\"name\": \"demo\"}}\nparameter: {}\n"

func template(main string, files ...m) m {
	return m{"template": text("template.cue", main), "context": text("parameter.cue", contextText), "files": files, "fix": false, "locate": []string{"kind"}}
}

func TestTemplate(t *testing.T) {
	outcome := ask(t, "template", template(
		"output: {kind: \"Application\", spec: components: [other]}\noutputs: cm: {kind: \"ConfigMap\", data: \"<&>\"}\n",
		text("resources/a.cue", "package main\n\nother: {name: parameter.name, n: 1.50}\n"),
		text("resources/b.cue", "output: {}\n"),
	))
	expectAnswer(t, outcome, `{
		"output": {
			"value": {"kind": "Application", "spec": {"components": [{"name": "web", "n": 1.5}]}},
			"positions": [{"file": "template.cue", "line": 1, "column": 16, "path": ["kind"]}]
		},
		"outputs": {
			"value": {"cm": {"kind": "ConfigMap", "data": "<&>"}},
			"positions": [{"file": "template.cue", "line": 2, "column": 21, "path": ["cm", "kind"]}]
		},
		"skipped": ["resources/b.cue"]
	}`)
}

func TestTemplateErrors(t *testing.T) {
	for name, test := range map[string]struct {
		request        m
		message, where string
	}{
		"no output": {
			template("a: 1\n"), "render app from output field from CUE: failed to lookup value: var(path=output) not exist", "",
		},
		"conflict": {
			template("output: a: 1\noutput: a: 2\n"), "load app template with CUE files: output.a: conflicting values 2 and 1",
			`{"file": "template.cue", "line": 1, "column": 12}`,
		},
		"file that does not parse": {
			template("output: {}\n", text("resources/a.cue", "package main\na: {\n")),
			"load app template with CUE files: parse added file 1 \npackage main\na: {\n: expected '}', found 'EOF'",
			`{"file": "resources/a.cue", "line": 2, "column": 6}`,
		},
		"template that does not parse": {
			template("output: [\n"),
			"load app template with CUE files: parse main file: expected ']', found 'EOF'",
			`{"file": "template.cue", "line": 1, "column": 11}`,
		},
		"not concrete": {
			template("output: a: string\n"),
			`decode app from CUE: cue: marshal error: output.a: cannot convert incomplete value "string" to JSON`,
			`{"file": "template.cue", "line": 1, "column": 12}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			expectError(t, ask(t, "template", test.request), test.message, test.where)
		})
	}
}

func component(content string) m {
	return m{"context": text("parameter.cue", contextText), "file": text("resources/c.cue", content), "locate": []string{"type"}}
}

func TestComponent(t *testing.T) {
	expectAnswer(t, ask(t, "component", component("import \"strings\"\n\noutput: {\n\ttype: \"raw\"\n\tname: strings.ToUpper(parameter.name)\n}\n")),
		`{"output": {"value": {"type": "raw", "name": "WEB"}, "positions": [{"file": "resources/c.cue", "line": 4, "column": 8, "path": ["type"]}]}}`)
	expectAnswer(t, ask(t, "component", component("package other\n\nx: 1\n")), `{"package": "other"}`)
	expectAnswer(t, ask(t, "component", component("output")), `{}`)
	expectError(t, ask(t, "component", component("output: {\n")), "parse script: expected '}', found 'EOF'", `{"file": "resources/c.cue", "line": 1, "column": 10}`)
}

func TestNotes(t *testing.T) {
	notes := func(content string) m {
		return m{"context": text("parameter.cue", contextText), "file": text("NOTES.cue", content)}
	}
	expectAnswer(t, ask(t, "notes", notes("notes: \"hello \\(context.metadata.name)\"\n")), `{"notes": "hello demo"}`)
	if outcome := ask(t, "notes", notes("note: \"x\"\n")); outcome["kind"] != "error" || !strings.Contains(outcome["message"].(string), "not") {
		t.Errorf("got %v", outcome)
	}
}

func TestPackage(t *testing.T) {
	expectAnswer(t, ask(t, "package", m{"file": text("a.cue", "// words\npackage demo\n")}), `{"package": "demo"}`)
	expectAnswer(t, ask(t, "package", m{"file": text("a.cue", "a: 1\n")}), `{}`)
}

const definitionText = `import "strings"

"scaler": {
	type:        "trait"
	description: "Scales é"
	annotations: "a.oam.dev/b": "c"
	labels: {}
	workload: {}
	attributes: appliesToWorkloads: ["deployments.apps"]
}

template: {
	patch: spec: replicas: parameter.replicas

	// words
	parameter: {
		// +usage=How many. +short=n
		replicas: *1 | int
		name?: string
	}
}
`

func TestDefinition(t *testing.T) {
	outcome := ask(t, "definition", m{"file": text("d.cue", definitionText), "line": engineLine})
	value, _ := outcome["value"].(map[string]any)
	if value == nil {
		t.Fatalf("got %v", outcome)
	}
	stored, _ := value["template"].(string)
	if !strings.HasPrefix(stored, "import \"strings\"\n") || !strings.Contains(stored, "\nparameter: {\n\t// +usage=How many. +short=n\n\treplicas: *1 | int\n\tname?:    string\n}\n") {
		t.Errorf("stored %q", stored)
	}
	places, _ := value["positions"].([]any)
	delete(value, "template")
	delete(value, "positions")
	expectAnswer(t, outcome, `{
		"name": "scaler", "type": "trait", "alias": "", "description": "Scales é",
		"annotations": {"a.oam.dev/b": "c"}, "labels": {}, "attributes": {"appliesToWorkloads": ["deployments.apps"]},
		"ignored": [{"file": "d.cue", "line": 8, "column": 2, "key": "workload"}]
	}`)
	wanted := plain(t, `{"file": "d.cue", "line": 9, "column": 14, "path": ["attributes", "appliesToWorkloads"]}`)
	for _, place := range places {
		if reflect.DeepEqual(place, wanted) {
			return
		}
	}
	t.Errorf("no %v in %v", wanted, places)
}

func TestDefinitionErrors(t *testing.T) {
	for content, want := range map[string][2]string{
		"template: {a: 1}\n":               {"no metadata found, invalid", ""},
		"x: {}\n":                          {"no template found, invalid", ""},
		"x: {}\ny: {}\ntemplate: {a: 1}\n": {"duplicated definition name found, x and y", ""},
	} {
		expectError(t, ask(t, "definition", m{"file": text("d.cue", content), "line": engineLine}), want[0], want[1])
	}
}

func TestSchema(t *testing.T) {
	outcome := ask(t, "schema", m{"file": text("d.cue", "parameter: {\n\t// +usage=How many. +short=n\n\treplicas: *1 | int\n\tname?: string\n}\n"), "line": engineLine})
	expectAnswer(t, outcome, `{"schema": {
		"type": "object", "required": ["replicas"],
		"properties": {
			"replicas": {"type": "integer", "default": 1, "title": "replicas", "description": "How many."},
			"name": {"type": "string", "title": "name"}
		}
	}}`)
	tuple := ask(t, "schema", m{"file": text("d.cue", "parameter: {a: [string, int]}\n"), "line": engineLine})
	if tuple["kind"] != "error" {
		t.Errorf("got %v", tuple)
	}
}

func TestView(t *testing.T) {
	view := func(content string) map[string]any {
		return ask(t, "view", m{"file": text("v.cue", content), "line": engineLine})
	}
	expectAnswer(t, view("import \"vela/ql\"\n\npods: ql.#CollectPods & {value: kind: \"Pod\"}\nstatus: pods.list\n"), `{}`)
	if outcome := view("a: 1\n"); outcome["kind"] != "error" || !strings.HasPrefix(outcome["message"].(string), "no `status` or `export` field found in view") {
		t.Errorf("got %v", outcome)
	}
}

func TestConfigTemplate(t *testing.T) {
	read := func(content string) map[string]any {
		return ask(t, "configTemplate", m{"file": text("c.cue", content), "line": engineLine})
	}
	expectAnswer(t, read("metadata: {name: \"reg\", alias: \"Registry\", sensitive: true, scope: \"system\"}\ntemplate: {\n\tparameter: host: string\n\toutput: data: context.name\n}\n"),
		`{
			"metadata": {"name": "reg", "alias": "Registry", "sensitive": true, "scope": "system"},
			"schema": {"type": "object", "required": ["host"], "properties": {"host": {"type": "string", "title": "host"}}},
			"expandedWriter": {"nacos": null}
		}`)
	expectError(t, read("metadata: name: \"x\"\ntemplate: {}\n"), "the cue script is invalid:the template cue must include the template.parameter field", "")
}

func TestPackagesCompile(t *testing.T) {
	for context, paths := range packageTexts {
		for where := range paths {
			imported := vetTexts(t, vetRequest{
				Files:   []file{{"a.cue", "import p \"" + where + "\"\n\na: [if false {p}]\n"}},
				Context: context,
			})
			// The package of 1.10 names a definition that it does not have; programs that import it fail there too.
			if len(imported) > 0 && where != "vela/terraform" {
				t.Errorf("%s in %s: %q", where, context, imported)
			}
		}
	}
}

func TestBounds(t *testing.T) {
	deep := strings.Repeat("{", maxDepth+1) + strings.Repeat("}", maxDepth+1)
	outcome := ask(t, "package", m{"file": text("a.cue", "a: "+deep)})
	if outcome["kind"] != "stopped" || outcome["reason"] != "depth" {
		t.Errorf("got %v", outcome)
	}
	if outcome := ask(t, "nothing", m{}); outcome["kind"] != "error" {
		t.Errorf("got %v", outcome)
	}
}
