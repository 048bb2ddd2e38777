package main

import "fmt"

// maxDepth bounds the nesting of brackets: CUE recurses over it, and the stack of the host is not ours to grow.
const maxDepth = 500

// checkDepth looks at brackets alone, in strings and comments too: cheap, and no honest text comes near the bound.
func checkDepth(text string) error {
	depth := 0
	for index := range len(text) {
		switch text[index] {
		case '{', '[', '(':
			depth++
			if depth > maxDepth {
				return &boundError{reason: "depth", message: fmt.Sprintf("nested deeper than %d levels", maxDepth)}
			}
		case '}', ']', ')':
			depth = max(0, depth-1)
		}
	}
	return nil
}
