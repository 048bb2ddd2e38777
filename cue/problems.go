package main

import (
	"encoding/json"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/errors"
)

// problems gathers diagnostics and leaves out what was said before.
type problems struct {
	known *sources
	found []diagnostic
	seen  map[string]bool
}

func newProblems(known *sources) *problems {
	return &problems{known: known, found: []diagnostic{}, seen: map[string]bool{}}
}

func (p *problems) add(stage string, err error, incomplete bool) {
	for _, each := range errors.Errors(err) {
		made := p.known.toDiagnostic(stage, each)
		made.Incomplete = incomplete
		key, _ := json.Marshal([]any{made.Message, made.Path, made.Position})
		if p.seen[string(key)] {
			continue
		}
		p.seen[string(key)] = true
		p.found = append(p.found, made)
	}
}

// failValue makes the error of a value: err as KubeVela says it, then everything that CUE finds wrong with the values, in their order.
func failValue(known *sources, stage string, err error, values ...cue.Value) error {
	gathered := newProblems(known)
	for _, value := range values {
		if problem := value.Validate(); problem != nil {
			gathered.add(stage, problem, false)
		}
	}
	for _, value := range values {
		if problem := value.Validate(cue.Concrete(true)); problem != nil {
			gathered.add(stage, problem, true)
		}
	}
	if len(gathered.found) == 0 {
		gathered.add(stage, err, false)
	}
	return &contentError{message: toValidText(err.Error()), diagnostics: gathered.found}
}
