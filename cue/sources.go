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

type source struct {
	name  string
	lines []string
	// Lines and bytes of the first of them that were put in front of the author's text.
	shift int
}

func newSources() *sources {
	return &sources{texts: map[string]*source{}, files: map[*token.File]*source{}}
}

// parse parses a text of the author under the name that KubeVela gives it.
func (s *sources) parse(alias string, text file, options ...parser.Option) (*ast.File, error) {
	return s.parseBehind("", alias, text, options...)
}

// parseBehind parses a text with whole lines in front of it that are not the author's.
func (s *sources) parseBehind(header, alias string, text file, options ...parser.Option) (*ast.File, error) {
	content := header + text.Text
	if err := checkDepth(content); err != nil {
		return nil, err
	}
	known := &source{name: text.Name, lines: strings.Split(content, "\n"), shift: strings.Count(header, "\n")}
	s.texts[alias] = known
	parsed, err := parser.ParseFile(alias, content, append([]parser.Option{parser.ParseComments}, options...)...)
	if parsed != nil {
		if of := fileOf(parsed); of != nil {
			s.files[of] = known
		}
	}
	return parsed, err
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
	if !at.IsValid() {
		return nil
	}
	place := at.Position()
	known, found := s.files[at.File()]
	if !found {
		known, found = s.texts[place.Filename]
	}
	if !found || known.name == "" {
		return nil
	}
	line := place.Line - known.shift
	if line < 1 || place.Line > len(known.lines) {
		return nil
	}
	return &position{File: known.name, Line: line, Column: toUTF16Column(known.lines[place.Line-1], place.Column)}
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

// fail makes the error of a content from an error that CUE gave.
func (s *sources) fail(stage string, err error) error {
	if err == nil {
		return nil
	}
	if _, bound := err.(*boundError); bound {
		return err
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: s.diagnose(stage, err)}
}
