package main

import (
	"errors"
	"fmt"

	"cuelang.org/go/cue"
)

type notesRequest struct {
	Context file `json:"context"`
	File    file `json:"file"`
}

type notesResponse struct {
	Notes string `json:"notes"`
}

// renderNotes is renderNotes of KubeVela's pkg/addon/addon.go.
func renderNotes(request notesRequest) (*notesResponse, error) {
	known := newSources()
	value, err := compileNotes(known, request)
	if err != nil {
		return nil, err
	}
	notes := value.LookupPath(cue.ParsePath("notes"))
	if !notes.Exists() {
		return nil, failValue(known, "lookup", missingNotes(), value)
	}
	text, err := notes.String()
	if err != nil {
		return nil, failValue(known, "export", fmt.Errorf("convert notes to string: %w", err), notes)
	}
	return &notesResponse{Notes: text}, nil
}

func missingNotes() error {
	if engineLine == "1.9" {
		return fmt.Errorf("look up notes in NOTES.cue: %w", notFoundError("notes"))
	}
	return errors.New("notes not found")
}
