package main

import (
	"reflect"
	"strings"
	"testing"

	"cuelang.org/go/cue"
)

func TestUpgradeRewrites(t *testing.T) {
	cases := []struct {
		name, text, want string
		applied          []string
	}{
		{"two lists", `x: ["a"] + ["b"]`, `x: list.Concat([["a"], ["b"]])`, []string{"list-arithmetic"}},
		{"a chain", "a: [1]\nb: [2]\nx: a + b + [3]", `x: list.Concat([a, b, [3]])`, []string{"list-arithmetic"}},
		{"a field of a struct", "p: args?: [...string]\nx: [\"a\"] + p.args", `x: list.Concat([["a"], p.args])`, []string{"list-arithmetic"}},
		{"a default", "a: *[] | [...string]\nx: a + [\"b\"]", `x: list.Concat([a, ["b"]])`, []string{"list-arithmetic"}},
		{"a result", "a: [1] + [2]\nx: a + [3]", `x: list.Concat([a, [3]])`, []string{"list-arithmetic"}},
		{"inside a list", "x: [{y: [1] + [2]}]", `x: [{y: list.Concat([[1], [2]])}]`, []string{"list-arithmetic"}},
		{"what is a call already", "import \"list\"\nx: list.Concat([[1], [2]]) + [3]", `x: list.Concat([[1], [2], [3]])`, []string{"list-arithmetic"}},
		{"times", "x: [0] * 3", `x: list.Repeat([0], 3)`, []string{"list-arithmetic"}},
		{"times, turned", "n: 3\nx: n * [0]", `x: list.Repeat([0], n)`, []string{"list-arithmetic"}},
		{"a label", "error: \"x\"\nok: error?: string", `"error": "x" ok: "error"?: string`, []string{"error-field-label"}},
		{"both", "error: [1] + [2]", `"error": list.Concat([[1], [2]])`, []string{"list-arithmetic", "error-field-label"}},
		{"strings", `x: "a" + "b"`, `x: "a" + "b"`, []string{}},
		{"names that nothing declares", `x: a + b`, `x: a + b`, []string{}},
		{"one side unknown", `x: ["a"] + b`, `x: ["a"] + b`, []string{}},
		{"numbers", `x: 2 * 3`, `x: 2 * 3`, []string{}},
		{"a quoted label", `"error": "x"`, `"error": "x"`, []string{}},
		{"a hidden package", "a: [1]\nx: list: a + [2]", `x: list: a + [2]`, []string{}},
		{"a hidden package in a struct around", "list: {x: [1] + [2]}", `list: {x: [1] + [2]}`, []string{}},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			made, err := upgrade(upgradeRequest{File: file{Name: "made-up.cue", Text: each.text}})
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(strings.Fields(made.Text), " ")
			if !strings.HasSuffix(got, each.want) {
				t.Errorf("got  %s\nwant %s", got, each.want)
			}
			if !reflect.DeepEqual(made.Applied, each.applied) {
				t.Errorf("applied %v, want %v", made.Applied, each.applied)
			}
			again, err := upgrade(upgradeRequest{File: file{Name: "made-up.cue", Text: made.Text}})
			if err != nil || again.Text != made.Text {
				t.Errorf("a second time: %s %v", again.Text, err)
			}
		})
	}
}

func TestUpgradeLeavesWhatItSaysOnceImported(t *testing.T) {
	made, err := upgrade(upgradeRequest{File: file{Name: "made-up.cue", Text: "package main\n\nimport (\n\t\"strings\"\n\t\"list\"\n)\n\nx: [strings.ToUpper(\"a\")] + [list.Max([1])]\n"}})
	if err != nil || strings.Count(made.Text, `"list"`) != 1 {
		t.Errorf("%s %v", made.Text, err)
	}
}

func TestUpgradedTextsEvaluate(t *testing.T) {
	known := newSources()
	parsed, err := known.parse("made-up.cue", file{Name: "made-up.cue", Text: "import \"strings\"\n\na: [strings.ToUpper(\"a\")]\nx: a + [\"b\"] + a\ny: [0] * 2\n"})
	if err != nil {
		t.Fatal(err)
	}
	upgraded, _ := upgradeFile(parsed)
	value := newContext().BuildFile(upgraded)
	for path, want := range map[string]string{"x": `["A","b","A"]`, "y": `[0,0]`} {
		text, err := value.LookupPath(cue.ParsePath(path)).MarshalJSON()
		if err != nil || string(text) != want {
			t.Errorf("%s: %s %v", path, text, err)
		}
	}
}

func TestUpgradedTextsKeepTheirPlaces(t *testing.T) {
	text := "a: [1]\nx: {\n\ty: a + [2]\n\tz: y & [1, \"b\"]\n}\n"
	known := newSources()
	parsed, err := known.parse("made-up.cue", file{Name: "made-up.cue", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	upgraded, applied := upgradeFile(parsed)
	if len(applied) != 1 {
		t.Fatal(applied)
	}
	problems := newContext().BuildFile(upgraded).Validate()
	found := known.diagnose("build", problems)
	if len(found) == 0 || found[0].Position == nil || found[0].Position.Line < 3 || found[0].Position.Line > 4 {
		t.Errorf("%+v", found)
	}
}
