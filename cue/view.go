package main

type viewRequest struct {
	File file   `json:"file"`
	Line string `json:"line"`
}

type viewResponse struct{}

// checkView is ValidateView of KubeVela's pkg/velaql/view.go.
func checkView(request viewRequest) (viewResponse, error) {
	known := newSources()
	value, err := compileSteps(known, request.File)
	if err != nil {
		return viewResponse{}, known.fail("parse", prefixed("error when parsing view: ", err))
	}
	if err := lookForView(value); err != nil {
		return viewResponse{}, failValue(known, "lookup", err, value)
	}
	return viewResponse{}, nil
}
