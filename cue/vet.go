package main

import (
	"cuelang.org/go/cue"
	"cuelang.org/go/cue/build"
	"cuelang.org/go/cue/errors"
)

type vetRequest struct {
	Files   []file   `json:"files"`
	Context string   `json:"context"`
	Line    string   `json:"line"`
	Upgrade bool     `json:"upgrade"`
	Ambient []string `json:"ambient"`
}

type vetResponse struct {
	Diagnostics []diagnostic `json:"diagnostics"`
}

// vet lists everything that CUE finds wrong with texts of one package.
func vet(request vetRequest) (vetResponse, error) {
	known := newSources()
	instance := &build.Instance{}
	found := []diagnostic{}
	for _, text := range request.Files {
		parsed, err := known.parse(text.Name, text)
		if err != nil {
			found = append(found, known.diagnose("parse", err)...)
			continue
		}
		if err := instance.AddSyntax(parsed); err != nil {
			found = append(found, known.diagnose("build", err)...)
		}
	}
	value := newContext().BuildInstance(instance)
	var problems errors.Error
	for _, err := range []error{value.Err(), value.Validate(cue.All())} {
		if err != nil {
			problems = errors.Append(problems, errors.Promote(err, ""))
		}
	}
	if problems != nil {
		found = append(found, known.diagnose("build", errors.Sanitize(problems))...)
	}
	return vetResponse{Diagnostics: found}, nil
}
