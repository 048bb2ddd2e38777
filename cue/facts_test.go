package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// factsOf are the facts of texts that form one package, named a.cue, b.cue, ….
func factsOf(t *testing.T, context string, texts ...string) []fileFacts {
	t.Helper()
	request := factsRequest{Context: context}
	for index, text := range texts {
		request.Files = append(request.Files, file{Name: string(rune('a'+index)) + ".cue", Text: text})
	}
	made, err := facts(request)
	if err != nil {
		t.Fatal(err)
	}
	return made.Files
}

func TestFactsOfParameterReads(t *testing.T) {
	const schema = "parameter: {a?: string, b: string, c: *1 | int, d?: {e: string, f?: string}, l?: [...{x: string}], m?: [string]: int, g?: *1 | int}\n"
	cases := []struct{ name, text, want string }{
		{"an optional one", `x: parameter.a`, `a -`},
		{"behind a condition", `if parameter.a != _|_ {x: parameter.a}`, `a +, a +`},
		{"behind another condition", `if parameter.b != _|_ {x: parameter.a}`, `b +, a -`},
		{"behind its absence", `if parameter.a == _|_ {x: parameter.a}`, `a +, a -`},
		{"behind a comparison", `if parameter.a == "x" {x: parameter.a}`, `a -, a +`},
		{"in the same condition", `if parameter.a != _|_ && parameter.a == "x" {x: 1}`, `a +, a +`},
		{"behind two conditions", `if parameter.d != _|_ if parameter.d.f != _|_ {x: parameter.d.f}`, `d +, d.f +, d.f +`},
		{"half tested", `if parameter.d != _|_ {x: parameter.d.f}`, `d +, d.f -`},
		{"tested further on", `if parameter.d.f != _|_ {x: parameter.d}`, `d.f +, d +`},
		{"must be there when the struct is", `if parameter.d != _|_ {x: parameter.d.e}`, `d +, d.e +`},
		{"must be given", `x: parameter.b`, `b -`},
		{"has a default", `x: parameter.c`, `c +`},
		{"optional, and a default does not help", `x: parameter.g`, `g -`},
		{"something else to take", `x: *parameter.a | "y"`, `a +`},
		{"in a text", `x: "a-\(parameter.c)-\(parameter.a)"`, `c +, a -`},
		{"in a label", `"\(parameter.b)": 1`, `b -`},
		{"by index", `x: parameter["a"]`, `a -`},
		{"by a computed index", `x: parameter[k]`, ` -`},
		{"through let", "let p = parameter\nx: p.a", ` -, a -`},
		{"through let, further", "let p = parameter.d\nx: p.f", `d -, d.f -`},
		{"elements", `x: [for v in parameter.l {v.x}]`, `l -, l.[].x -`},
		{"values of a map", `for k, v in parameter.m {"\(k)": v}`, `m -, m.* -`},
		{"all", `x: parameter`, ` -`},
		{"another thing of the name", `x: {parameter: {a: 1}, y: parameter.a}`, ``},
		{"a loop variable of the name", `x: [for parameter in [1] {parameter}]`, ``},
	}
	for _, each := range cases {
		for _, where := range []string{"one text", "two texts"} {
			t.Run(each.name+", "+where, func(t *testing.T) {
				texts := []string{each.text + "\nk: \"a\"\n" + schema}
				if where == "two texts" {
					texts = []string{"package main\n" + each.text + "\nk: \"a\"\n", "package main\n" + schema}
				}
				var got []string
				for _, read := range factsOf(t, plainContext, texts...)[0].ParameterReads {
					got = append(got, strings.Join(read.Path, ".")+map[bool]string{true: " +", false: " -"}[read.Guarded])
				}
				if told := strings.Join(got, ", "); told != each.want {
					t.Errorf("got  %s\nwant %s", told, each.want)
				}
			})
		}
	}
}

func TestFactsOfParameterReadsInDefinitions(t *testing.T) {
	got := factsOf(t, defaultContext, "\"x\": {type: \"trait\"}\ntemplate: {\n\toutput: parameter.a\n\tP=parameter: {a?: string, b: P.a, c: a}\n\tname: context.name\n\tx: context.output.spec[\"y\"]\n}\n")[0]
	want := "[{{{a.cue 3 10} [a]} false} {{{a.cue 4 31} [a]} false} {{{a.cue 4 39} [a]} false}]"
	if fmt.Sprint(got.ParameterReads) != want {
		t.Errorf("got  %v\nwant %s", got.ParameterReads, want)
	}
	if want := "[{{a.cue 5 8} [name]} {{a.cue 6 5} [output spec y]}]"; fmt.Sprint(got.ContextReads) != want {
		t.Errorf("got  %v\nwant %s", got.ContextReads, want)
	}
	if len(got.Unresolved) != 0 || len(got.Unused) != 0 {
		t.Errorf("%v %v", got.Unresolved, got.Unused)
	}
}

func TestFactsOfListArithmetic(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"two lists", `x: [1] + [2]`, `1:8+`},
		{"a field", "a: [1]\nx: a + b\nb: _", `2:6+`},
		{"a field of another text", `x: other + y`, `1:10+`},
		{"a parameter", `x: ["a"] + parameter.args`, `1:10+`},
		{"two parameters", `x: parameter.args + parameter.args`, `1:19+`},
		{"a choice with a list", "a: *[] | [...string]\nx: a + a", `2:6+`},
		{"a condition inside", "a: {if true {b: [1]}}\nx: a.b + a.c", `2:8+`},
		{"a list that is made", "x: [for v in [1] {v}] + y\ny: _", `1:23+`},
		{"a function's list", "import \"strings\"\nx: strings.Split(\"a,b\", \",\") + [\"c\"]", `2:30+`},
		{"through let", "let a = [1]\nx: a + a", `2:6+`},
		{"through a definition", "#A: {l: [...int]}\na: #A\nx: a.l + a.l", `3:8+`},
		{"a chain in one line", `x: [1] + [2] + [3]`, `1:8+`},
		{"a chain in two lines", "x: [1] + [\n2] + [3]", `1:8+, 2:4+`},
		{"times", `x: [0] * 3`, `1:8*`},
		{"times a number first", "n: 2\nx: n * [0]", `2:6*`},
		{"inside a call", "import \"list\"\nx: list.Concat([[1] + [2], [3]])", `2:21+`},
		{"texts", `x: "a" + "b"`, ``},
		{"a text and a parameter", `x: "a" + parameter.name`, ``},
		{"texts through fields", "a: \"x\"\nx: a + parameter.name + \"-\"", ``},
		{"an element of a list", "a: [\"x\"]\nx: a[0] + \"y\"", ``},
		{"a joined list", "import \"strings\"\nx: strings.Join([\"a\"], \"\") + y\ny: string", ``},
		{"a length", `x: len([1]) + 2`, ``},
		{"numbers", `x: 1 + 2 * 3`, ``},
		{"a mark for a default", `x: *[] | [...int]`, ``},
		{"names that lead in a circle", "a: b\nb: a\nx: a + b", ``},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			made := factsOf(t, plainContext, each.text, "parameter: {args?: [...string], name: string}\nother: [...string]")
			var got []string
			for _, operator := range made[0].ListArithmetic {
				got = append(got, fmt.Sprintf("%d:%d%s", operator.Line, operator.Column, operator.Operator))
			}
			if told := strings.Join(got, ", "); told != each.want {
				t.Errorf("got  %s\nwant %s", told, each.want)
			}
		})
	}
}

func TestFactsOfNames(t *testing.T) {
	cases := []struct{ name, text, unresolved, unused string }{
		{"a name that nothing declares", `x: nothing.a`, "nothing", ""},
		{"a name of another text", `x: other`, "", ""},
		{"a let of another text", `x: private`, "private", ""},
		{"names that are always there", `x: parameter.a & context.b & string & len("a")`, "", ""},
		{"a definition that nothing declares", `x: #A`, "#A", ""},
		{"an inner name from outside", "a: {b: 1}\nx: b", "b", ""},
		{"an outer name from inside", "b: 1\na: {x: b}", "", ""},
		{"a loop", `x: [for k, v in {} {"\(k)": v}]`, "", ""},
		{"a loop's variables outside", "x: [for k, v in {} {k}]\ny: v", "v", ""},
		{"a let that is not used", `let a = 1`, "", "a let"},
		{"a let in a condition", `x: {if true let a = 1 {b: a}}`, "", ""},
		{"an alias that is not used", `A=x: 1`, "", "A alias"},
		{"an alias of a value", `x: A={b: A.c, c: 1}`, "", ""},
		{"an alias of a pattern", `x: [A=string]: {b: A}`, "", ""},
		{"an alias of a pattern that is not used", `x: [A=string]: {b: 1}`, "", "A alias"},
		{"a hidden field that is not used", `_a: 1`, "", "_a hidden"},
		{"a hidden field of another text", `x: _shared`, "", ""},
		{"a hidden field that is selected", "a: {_b: 1}\nx: a._b", "", ""},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			made := factsOf(t, plainContext, each.text, "other: 1\n_shared: 1\nlet private = 1\ny: private & x & _shared\n")[0]
			var unresolved, unused []string
			for _, fact := range made.Unresolved {
				unresolved = append(unresolved, fact.Name)
			}
			for _, fact := range made.Unused {
				unused = append(unused, fact.Name+" "+fact.Kind)
			}
			if strings.Join(unresolved, ", ") != each.unresolved || strings.Join(unused, ", ") != each.unused {
				t.Errorf("unresolved %v, unused %v", unresolved, unused)
			}
		})
	}
}

func TestFactsOfImports(t *testing.T) {
	text := "package main\n\nimport (\n\t\"strings\"\n\tj \"encoding/json\"\n\t\"vela/op\"\n\t\"example.com/x\"\n\t\"list\"\n)\n\na: strings.ToUpper(\"x\") + strings.NoSuch(\"y\")\nb: j.Marshal({})\nc: op.#Apply & {x: op.#NoSuch}\nd: x.y\n"
	made := factsOf(t, defaultContext, text)[0]
	want := "[{{a.cue 4 2} strings true true [NoSuch]} {{a.cue 5 2} encoding/json true true []} {{a.cue 6 2} vela/op true true [#NoSuch]} {{a.cue 7 2} example.com/x true false []} {{a.cue 8 2} list false true []}]"
	if got := fmt.Sprint(made.Imports); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if made.Package != "main" || len(made.Unresolved) != 0 {
		t.Errorf("%s %v", made.Package, made.Unresolved)
	}
	plain := factsOf(t, plainContext, text)[0]
	if plain.Imports[2].Known {
		t.Error("vela/op is known where only the standard library is")
	}
}

func TestFactsOfFields(t *testing.T) {
	made := factsOf(t, plainContext, "package main\nerror: 1\n\"error\": 1\nx: error?: string\n#D: {}\n\"\\(x)\": 1\n")[0]
	if got := fmt.Sprint(made.TopLevel); got != "[{{a.cue 2 1} error} {{a.cue 3 1} error} {{a.cue 4 1} x} {{a.cue 5 1} #D}]" {
		t.Error(got)
	}
	if got := fmt.Sprint(made.ErrorLabels); got != "[{a.cue 2 1} {a.cue 4 4}]" {
		t.Error(got)
	}
}

func TestFactsOfRequiredFields(t *testing.T) {
	made := factsOf(t, plainContext, "parameter: {\n\ta!: string\n}\n")[0]
	if engineLine == "1.9" {
		if len(made.TopLevel) != 0 {
			t.Errorf("%v of a text that this release does not parse", made.TopLevel)
		}
		return
	}
	if got := fmt.Sprint(made.RequiredFields); got != "[{a.cue 2 2}]" {
		t.Error(got)
	}
}

func TestFactsCountColumnsInUTF16(t *testing.T) {
	made := factsOf(t, plainContext, "a: {b: \"🚢\", c: nothing}\n")[0]
	if got := fmt.Sprint(made.Unresolved); got != "[{{a.cue 1 17} nothing}]" {
		t.Error(got)
	}
}

func TestFactsOfHostileTexts(t *testing.T) {
	texts := []string{
		"", "{", "a: [", "a: \x00", "a: \"\\(", "let a = a\nx: a + a", "A=a: A + A", "x: {x: x.x + x.x.x}",
		"a: b + c\nb: a + c\nc: a + b",
		strings.Repeat("a: ", 400) + "1",
		"x: " + strings.Repeat("a + ", 2000) + "a",
		"x: " + strings.Repeat("*a | ", 2000) + "a",
		"x: " + strings.Repeat("a.", 2000) + "a",
		strings.Repeat("a: a & {b: a.b + a.b}\n", 500),
		"for parameter in parameter if parameter {parameter: parameter}",
	}
	for _, text := range texts {
		if made, err := facts(factsRequest{Files: []file{{Name: "x.cue", Text: text}, {Name: "y.cue", Text: "y: x"}}}); err != nil || len(made.Files) != 2 {
			t.Errorf("%.40q: %v %v", text, made, err)
		}
	}
	if _, err := facts(factsRequest{Files: []file{{Name: "x.cue", Text: strings.Repeat("a: {", 600)}}}); err == nil {
		t.Error("nested too deep, and nothing is said")
	}
}

func TestFactsAreInOrder(t *testing.T) {
	made := factsOf(t, plainContext, "a: nothing\nb: none\nc: nought\n")[0]
	if !slices.IsSortedFunc(made.Unresolved, func(left, right nameFact) int { return left.Line - right.Line }) {
		t.Errorf("%v", made.Unresolved)
	}
}
