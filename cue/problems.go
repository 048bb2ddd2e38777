package main

import (
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/errors"
)

// problems gathers diagnostics, each once.
type problems struct {
	known *sources
	found []diagnostic
	seen  map[problem]bool
	// Indexes in found of what has no place yet.
	homeless map[problem]int
}

// problem is what makes two diagnostics the same.
type problem struct {
	message string
	path    string
	at      position
}

func newProblems(known *sources) *problems {
	return &problems{known: known, found: []diagnostic{}, seen: map[problem]bool{}, homeless: map[problem]int{}}
}

// add takes in all errors that err consists of. What was said before without a place gets the one that is known now.
func (p *problems) add(stage string, err error, incomplete bool) {
	for _, each := range errors.Errors(err) {
		made := p.known.toDiagnostic(stage, each)
		made.Incomplete = incomplete
		words := problem{message: made.Message, path: strings.Join(made.Path, "\x00")}
		exact := words
		if made.Position != nil {
			exact.at = *made.Position
		}
		index, homeless := p.homeless[words]
		switch {
		case p.seen[exact], made.Position == nil && p.seen[words]:
			continue
		case homeless && made.Position != nil:
			p.found[index].Position = made.Position
			delete(p.homeless, words)
		default:
			if made.Position == nil {
				p.homeless[words] = len(p.found)
			}
			p.found = append(p.found, made)
		}
		p.seen[exact], p.seen[words] = true, true
	}
}

// failValue makes the error of a value: err as KubeVela says it, then everything that CUE finds wrong with the value, then what is wrong with the scope that it was made in.
func failValue(known *sources, stage string, err error, value cue.Value, scope ...cue.Value) error {
	gathered := newProblems(known)
	for _, each := range append([]cue.Value{value}, scope...) {
		if problem := each.Validate(); problem != nil {
			gathered.add(stage, problem, false)
		}
	}
	if problem := value.Validate(cue.Concrete(true)); problem != nil {
		gathered.add(stage, problem, true)
	}
	if len(gathered.found) == 0 {
		gathered.add(stage, err, false)
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: gathered.found}
}
