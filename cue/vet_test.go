package main

import (
	"fmt"
	"slices"
	"testing"
)

func vetTexts(t *testing.T, request vetRequest) []string {
	t.Helper()
	response, err := vet(request)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, each := range response.Diagnostics {
		where := "?"
		if each.Position != nil {
			where = fmt.Sprintf("%s:%d:%d", each.Position.File, each.Position.Line, each.Position.Column)
		}
		said = append(said, where+" "+each.Message)
	}
	return said
}

func TestVet(t *testing.T) {
	for name, test := range map[string]struct {
		request vetRequest
		want    []string
	}{
		"every file that does not parse": {
			vetRequest{Files: []file{{"a.cue", "a: {"}, {"b.cue", "b: [1\n"}}},
			[]string{"a.cue:1:5 expected '}', found 'EOF'", "b.cue:1:7 missing ',' before newline in list literal"},
		},
		"columns count UTF-16 units": {
			vetRequest{Files: []file{{"a.cue", "a: \"é😀\" + missing\n"}}},
			[]string{`a.cue:1:12 reference "missing" not found`},
		},
		"a name that exists from outside": {
			vetRequest{Files: []file{{"a.cue", "package p\n\na: context.name\n"}}, Ambient: []string{"context"}},
			nil,
		},
		"what evaluation finds beside a name that means nothing": {
			vetRequest{Files: []file{{"a.cue", "a: missing\nb: 1 & 2\n"}}},
			[]string{`a.cue:1:4 reference "missing" not found`, "a.cue:2:4 conflicting values 2 and 1"},
		},
		"what evaluation finds beside an import that is not used": {
			vetRequest{Files: []file{{"a.cue", "package p\n\nimport \"strings\"\n\nb: 1 & 2\n"}}},
			[]string{`a.cue:3:8 imported and not used: "strings"`, "a.cue:5:4 conflicting values 2 and 1"},
		},
		"names from outside in files without a package": {
			vetRequest{Files: []file{{"a.cue", "a: context.name\n"}}, Ambient: []string{"context"}},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			said := vetTexts(t, test.request)
			if !slices.Equal(said, test.want) {
				t.Errorf("said %q, want %q", said, test.want)
			}
		})
	}
}
