package main

import (
	"fmt"
	"strings"
	"testing"
)

// compared tells each change as `path kind`, with `!` when it is breaking.
func compared(t *testing.T, before, after string) string {
	t.Helper()
	made, err := compare(compareRequest{Before: file{Name: "x.cue", Text: before}, After: file{Name: "x.cue", Text: after}})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, change := range made.Changes {
		mark := ""
		if change.Breaking {
			mark = "!"
		}
		told = append(told, fmt.Sprintf("%s %s%s", strings.Join(change.Path, "."), change.Kind, mark))
	}
	return strings.Join(told, ", ")
}

func TestCompare(t *testing.T) {
	cases := []struct{ name, before, after, want string }{
		{"nothing", `a: string`, `a: string`, ``},
		{"order", "a: string\nb?: int", "b?: int\na: string", ``},
		{"comments and other names for people", "// +usage=x\na: string", "// +usage=y\n// +alias=z\n// +short=s\na: string // c", ``},
		{"a definition instead of its text", `a: {b: string, c?: int}`, "a: D\n_D: {b: string, c?: int}\nlet D = _D", ``},
		{"removed", "a: string\nb?: int", `a: string`, `b removed!`},
		{"renamed", `a?: string`, `b?: string`, `a removed!, b added`},
		{"added, optional", ``, `a?: string`, `a added`},
		{"added with a default", ``, `a: *1 | int`, `a added`},
		{"added, and must be given", ``, `a: string`, `a added!`},
		{"must be given now", `a?: string`, `a: string`, `a required!`},
		{"always there now", `a?: *"x" | string`, `a: *"x" | string`, `a required`},
		{"always there now, with a default", `a?: string`, `a: *"x" | string`, `a required, a default-added`},
		{"need not be given", `a: string`, `a?: string`, `a optional`},
		{"default added", `a: string`, `a: *"x" | string`, `a default-added`},
		{"default changed", `a: *"x" | string`, `a: *"y" | string`, `a default-changed`},
		{"default of the context removed, must be given now", `a: *context.name | string`, `a: string`, `a required!`},
		{"default removed, must be given now", `a: *"x" | string`, `a: string`, `a default-removed!`},
		{"default removed, need not be given", `a: *"x" | string`, `a?: string`, `a optional, a default-removed`},
		{"default of an optional one removed", `a?: *"x" | string`, `a?: string`, `a default-removed`},
		{"default in another order", `a: *{x: 1, y: 2} | {...}`, `a: *{y: 2, x: 1} | {...}`, ``},
		{"choice narrowed", `a: "x" | "y"`, `a: "x"`, `a tightened!`},
		{"choice widened", `a: "x" | "y"`, `a: "x" | "y" | "z"`, `a widened`},
		{"choice exchanged", `a: "x" | "y"`, `a: "x" | "z"`, `a tightened!`},
		{"choice in another order", `a: "x" | "y"`, `a: "y" | "x"`, ``},
		{"choice opened", `a: *"x" | "y"`, `a: *"x" | string`, `a widened`},
		{"choice closed", `a: *"x" | string`, `a: *"x" | "y"`, `a tightened!`},
		{"another type", `a: string`, `a: int`, `a retyped!`},
		{"int to number", `a: int`, `a: number`, `a widened`},
		{"number to int", `a: number`, `a: int`, `a tightened!`},
		{"one more type", `a: string`, `a: string | int`, `a widened`},
		{"one type less", `a: string | int`, `a: string`, `a tightened!`},
		{"both sorts of number", `a: int | float`, `a: number`, ``},
		{"bool in full", `a: *true | false`, `a: *true | bool`, ``},
		{"null allowed", `a: string`, `a: null | string`, `a widened`},
		{"a bound tightened", `a: int & >0`, `a: int & >5`, `a tightened!`},
		{"a bound loosened", `a: int & >5`, `a: int & >0`, `a widened`},
		{"a bound added", `a: int`, `a: int & <10`, `a tightened!`},
		{"a bound removed", `a: int & <10`, `a: int`, `a widened`},
		{"a bound that says the same", `a: int & >=0 & <10`, `a: int & <10 & >=0`, ``},
		{"a size", `a: int32`, `a: int64`, `a widened`},
		{"a pattern changed", `a: =~"^a"`, `a: =~"^b"`, `a tightened!`},
		{"a pattern kept", `a: =~"^a"`, `a: string & =~"^a"`, ``},
		{"a pattern added", `a: string`, `a: =~"^a"`, `a tightened!`},
		{"a pattern removed", `a: =~"^a"`, `a: string`, `a widened`},
		{"a fixed value changed", `a: "x"`, `a: "y"`, `a tightened!`},
		{"inside a struct", `a: {b: {c: string}}`, `a: {b: {c: int, d?: int}}`, `a.b.c retyped!, a.b.d added`},
		{"inside a struct, must be given", `a: {b: *1 | int}`, `a: {b: int}`, `a.b default-removed!`},
		{"inside an optional struct", `a?: {b: string}`, `a?: {b: string, c: string}`, `a.c added!`},
		{"inside a list", `a: [...{b: string, c?: int}]`, `a: [...{b: string}]`, `a.[].c removed!`},
		{"elements", `a: [...string]`, `a: [...int]`, `a.[] retyped!`},
		{"elements widened", `a: [...string]`, `a: [...string | int]`, `a.[] widened`},
		{"values of a map", `a: [string]: int`, `a: [string]: string`, `a.* retyped!`},
		{"a struct made a map", `a: {b?: string}`, `a: [string]: string`, `a widened`},
		{"a map made a struct", `a: [string]: string`, `a: close({b?: string})`, `a retyped!`},
		{"a text made a list", `a: string`, `a: [...string]`, `a retyped!`},
		{"a tuple", `a: [string, int]`, `a: [string, int]`, ``},
		{"a tuple with another part", `a: [string, int]`, `a: [string, string]`, `a tightened!`},
		{"a tuple that is a list now", `a?: [string, string]`, `a?: [...string]`, `a widened`},
		{"a list that is a tuple now", `a?: [...string]`, `a?: [string, string]`, `a tightened!`},
		{"a default that only is a tuple", `a: *["x"] | [string]`, `a: *["y"] | [string]`, `a default-changed`},
		{"a text or a list", `a: string`, `a: string | [...string]`, `a widened`},
		{"no list any more", `a: string | [...string]`, `a: string`, `a tightened!`},
		{"closed", `a: {b?: string}`, `a: close({b?: string})`, `a closed!`},
		{"opened", `a: close({b?: string})`, `a: {b?: string}`, `a opened`},
		{"one more sort of struct", `a: {k: "x"} | {k: "y"}`, `a: {k: "x"} | {k: "y"} | {k: "z"}`, `a widened`},
		{"one sort of struct less", `a: {k: "x"} | {k: "y"}`, `a: {k: "x"}`, `a tightened!`},
		{"sorts in another order", `a: {k: "x"} | {k: "y"}`, `a: {k: "y"} | {k: "x"}`, ``},
		{"a sort of struct that changed", `a: {k: "x", b: int} | {k: "y"}`, `a: {k: "x", b: string} | {k: "y"}`, `a.b retyped!`},
		{"a struct made one of several", `a?: {k: "x"}`, `a?: {k: "x"} | {k: "y"}`, `a widened`},
		{"a fixed struct made one of several", `a: {k: "x"}`, `a: {k: "x"} | {k: "y"}`, `a required!, a widened`},
		{"a fixed value made a choice", `a: "x"`, `a: "x" | "y"`, `a required!, a widened`},
		{"a fixed value made a choice with that default", `a: "x"`, `a: *"x" | "y"`, `a widened`},
		{"anything", `a: string`, `a: _`, `a widened`},
		{"anything no more", `a: _`, `a: string`, `a tightened!`},
		{"immutable", `a: string`, "// +immutable\na: string", `a immutable!`},
		{"mutable", "// +immutable\na: string", `a: string`, `a mutable`},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			if got := compared(t, "parameter: {\n"+each.before+"\n}", "parameter: {\n"+each.after+"\n}"); got != each.want {
				t.Errorf("got  %s\nwant %s", got, each.want)
			}
		})
	}
}

func TestCompareTellsBothTexts(t *testing.T) {
	made, err := compare(compareRequest{
		Before: file{Name: "old.cue", Text: "parameter: {\n\t// +usage=x\n\ta?: string\n}"},
		After:  file{Name: "new.cue", Text: "template: {\n\tparameter: {\n\t\ta: string\n\t}\n}"},
	})
	if err != nil || len(made.Changes) != 1 {
		t.Fatalf("%+v %v", made, err)
	}
	got := made.Changes[0]
	if got.Before != "a?: string" || got.After != "a: string" || *got.BeforeAt != (position{"old.cue", 3, 2}) || *got.AfterAt != (position{"new.cue", 3, 3}) {
		t.Errorf("%+v %v %v", got, got.BeforeAt, got.AfterAt)
	}
}

func TestCompareTheWholeStruct(t *testing.T) {
	cases := []struct{ name, before, after, want string }{
		{"a definition that is closed", "parameter: {a?: string}", "parameter: #P\n#P: {a?: string}", " closed!"},
		{"no parameters any more", "parameter: {a?: string}", "output: {}", "a removed!"},
		{"the first parameters", "output: {}", "parameter: {a: *1 | int}", "a added"},
		{"a choice of structs", "parameter: {k: \"x\"} | {k: \"y\", a: int}", "parameter: {k: \"x\"} | {k: \"y\", a: string}", "a retyped!"},
	}
	for _, each := range cases {
		t.Run(each.name, func(t *testing.T) {
			if got := compared(t, each.before, each.after); got != each.want {
				t.Errorf("got  %s\nwant %s", got, each.want)
			}
		})
	}
}
