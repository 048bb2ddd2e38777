package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
)

// question is what the host sends: one operation of registry/engine/types.ts and its request.
type question struct {
	Operation string          `json:"operation"`
	Request   json.RawMessage `json:"request"`
}

// answer, refusal and stop are the three forms of an EngineOutcome.
type answer struct {
	Kind  string `json:"kind"`
	Value any    `json:"value"`
}

type refusal struct {
	Kind        string       `json:"kind"`
	Message     string       `json:"message"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type stop struct {
	Kind    string `json:"kind"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

// file is a text with the path that positions refer to.
type file struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// position counts line and column from 1; the column in UTF-16 units.
type position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// diagnostic is one thing that CUE or KubeVela's own code said.
type diagnostic struct {
	Stage      string     `json:"stage"`
	Message    string     `json:"message"`
	Path       []string   `json:"path"`
	Position   *position  `json:"position,omitempty"`
	Also       []position `json:"also"`
	Incomplete bool       `json:"incomplete,omitempty"`
}

// placed is a position with the path of what stands there.
type placed struct {
	position
	Path []string `json:"path"`
}

// contentError is an error of the content that was given, with everything known about it.
type contentError struct {
	message     string
	diagnostics []diagnostic
}

func (e *contentError) Error() string { return e.message }

// boundError says that the input is larger or deeper than an engine looks at.
type boundError struct {
	reason  string
	message string
}

func (e *boundError) Error() string { return e.message }

// handler answers one operation. Errors of the content are returned as *contentError; any other error becomes one without positions.
type handler func(request json.RawMessage) (any, error)

// handle makes a handler of a function that takes the request's own type.
func handle[Request, Response any](ask func(request Request) (Response, error)) handler {
	return func(raw json.RawMessage) (any, error) {
		var request Request
		if err := json.Unmarshal(raw, &request); err != nil {
			return nil, fmt.Errorf("request: %w", err)
		}
		return ask(request)
	}
}

// maxQuestionBytes bounds what is parsed at all; the largest real addon asks about 0.4 MB.
const maxQuestionBytes = 16 << 20

// reply answers a question in JSON with an outcome in JSON; a panic inside is an outcome too.
func reply(text []byte) (result []byte) {
	defer func() {
		if problem := recover(); problem != nil {
			result = encode(stop{Kind: "stopped", Reason: "crash", Message: fmt.Sprint(problem)})
			debug.FreeOSMemory()
		}
	}()
	return encode(decide(text))
}

func decide(text []byte) any {
	if len(text) > maxQuestionBytes {
		return stop{Kind: "stopped", Reason: "size", Message: fmt.Sprintf("the request has %d bytes, at most %d are looked at", len(text), maxQuestionBytes)}
	}
	var asked question
	if err := json.Unmarshal(text, &asked); err != nil {
		return refuse("request", err)
	}
	ask, known := operations[asked.Operation]
	if !known {
		return refuse("request", fmt.Errorf("no operation %q", asked.Operation))
	}
	value, err := ask(asked.Request)
	if err != nil {
		return refuse(asked.Operation, err)
	}
	return answer{Kind: "answer", Value: value}
}

func refuse(stage string, err error) any {
	var bound *boundError
	if errors.As(err, &bound) {
		return stop{Kind: "stopped", Reason: bound.reason, Message: bound.message}
	}
	var content *contentError
	if errors.As(err, &content) && len(content.diagnostics) > 0 {
		return refusal{Kind: "error", Message: err.Error(), Diagnostics: content.diagnostics}
	}
	return refusal{Kind: "error", Message: err.Error(), Diagnostics: []diagnostic{
		{Stage: stage, Message: err.Error(), Path: []string{}, Also: []position{}},
	}}
}

func encode(value any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return out.Bytes()
}
