package main

import (
	"strings"
	"unicode/utf8"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/errors"
	"cuelang.org/go/cue/parser"
	"cuelang.org/go/cue/token"
)

// sources remembers what the parsed texts of one question were called and what they said, so that CUE's positions become the author's.
//
// KubeVela's own names ("main.cue", "sf-0.cue", "-") are given to CUE, as they decide which of several errors comes first.
type sources struct {
	texts map[string]*source
	files map[*token.File]*source
}

// source is one text that CUE parsed: the author's texts and, without a name, what KubeVela puts between them.
type source struct {
	lines []string
	parts []part
}

// part is a text inside a source: its name and the line that it begins in, counted from 1.
type part struct {
	name  string
	first int
}

func newSources() *sources {
	return &sources{texts: map[string]*source{}, files: map[*token.File]*source{}}
}

// parse parses texts as one, under the name that KubeVela gives it. Each text but the last has to end with a newline.
func (s *sources) parse(alias string, texts ...file) (*ast.File, error) {
	content := s.join(alias, texts...)
	if err := checkDepth(content); err != nil {
		return nil, err
	}
	parsed, err := parser.ParseFile(alias, content, parser.ParseComments)
	s.remember(alias, parsed)
	return parsed, err
}

// join makes one text of several and remembers under its name where each begins.
func (s *sources) join(alias string, texts ...file) string {
	var content strings.Builder
	made := &source{}
	line := 1
	for _, text := range texts {
		made.parts = append(made.parts, part{name: text.Name, first: line})
		content.WriteString(text.Text)
		line += strings.Count(text.Text, "\n")
	}
	made.lines = strings.Split(content.String(), "\n")
	s.texts[alias] = made
	return content.String()
}

// remember ties a parsed file to the text that was joined last under its name.
func (s *sources) remember(alias string, parsed *ast.File) {
	if parsed == nil {
		return
	}
	if of := fileOf(parsed); of != nil {
		s.files[of] = s.texts[alias]
	}
}

func fileOf(parsed *ast.File) *token.File {
	for _, declaration := range parsed.Decls {
		if of := declaration.Pos().File(); of != nil {
			return of
		}
	}
	return nil
}

// position is the author's position; nil when it is in no text of theirs.
func (s *sources) position(at token.Pos) *position {
	if !at.IsValid() || packageFiles[at.File()] {
		return nil
	}
	place := at.Position()
	known, found := s.files[at.File()]
	if !found {
		known, found = s.texts[place.Filename]
	}
	if !found || place.Line > len(known.lines) {
		return nil
	}
	for index := len(known.parts) - 1; index >= 0; index-- {
		each := known.parts[index]
		if place.Line < each.first {
			continue
		}
		if each.name == "" {
			return nil
		}
		column := toUTF16Column(known.lines[place.Line-1], place.Column)
		return &position{File: each.name, Line: place.Line - each.first + 1, Column: column}
	}
	return nil
}

// toUTF16Column turns a column that counts bytes from 1 into one that counts UTF-16 units from 1.
func toUTF16Column(line string, column int) int {
	units := 1
	for index, letter := range line {
		if index >= column-1 {
			return units
		}
		units++
		if letter > 0xffff {
			units++
		}
	}
	return units + max(0, column-1-len(line))
}

// diagnose makes one diagnostic of each error that err consists of.
func (s *sources) diagnose(stage string, err error) []diagnostic {
	var found []diagnostic
	for _, each := range errors.Errors(err) {
		found = append(found, s.toDiagnostic(stage, each))
	}
	return found
}

func (s *sources) toDiagnostic(stage string, err errors.Error) diagnostic {
	made := diagnostic{Stage: stage, Message: messageOf(err), Path: toPath(err.Path()), Also: []position{}}
	for _, at := range errors.Positions(err) {
		place := s.position(at)
		switch {
		case place == nil:
		case made.Position == nil:
			made.Position = place
		case *place != *made.Position:
			made.Also = append(made.Also, *place)
		}
	}
	return made
}

// messageOf is an error's text without the path that CUE writes in front of it.
func messageOf(err errors.Error) string {
	text := err.Error()
	if path := strings.Join(err.Path(), "."); path != "" {
		text = strings.TrimPrefix(text, path+": ")
	}
	return toValidText(text)
}

// toPath takes the quotes from labels that CUE quotes.
func toPath(path []string) []string {
	made := make([]string, len(path))
	for index, label := range path {
		made[index] = unquoteLabel(label)
	}
	return made
}

func toValidText(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// fail makes the error of a content from an error that CUE gave, with KubeVela's words around it.
func (s *sources) fail(stage string, err error) error {
	var bound *boundError
	if errors.As(err, &bound) {
		return err
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: s.diagnose(stage, err)}
}
