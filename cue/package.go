package main

type packageRequest struct {
	File file `json:"file"`
}

type packageResponse struct {
	Package string `json:"package,omitempty"`
}

// readPackage reads the package clause of a text that must parse as a whole.
func readPackage(request packageRequest) (*packageResponse, error) {
	known := newSources()
	parsed, err := known.parse(request.File.Name, request.File)
	if err != nil {
		return nil, known.fail("parse", err)
	}
	return &packageResponse{Package: parsed.PackageName()}, nil
}
