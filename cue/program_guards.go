package main

import "cuelang.org/go/cue/ast"

// isGuarded says whether a read is safe without the parameter: each part of its path that may be absent is tested by a condition
// around it; a path of which none may be absent counts as guarded when it has a default or is tested.
func (p *program) isGuarded(each *read, steps []string) bool {
	if each.safe {
		return true
	}
	tested := p.testsAround(each)
	optional := false
	for length := 1; length <= len(steps); length++ {
		if p.isOptionalParameter(steps[:length]) {
			optional = true
			if !isTested(tested, steps[:length]) {
				return false
			}
		}
	}
	return optional || isTested(tested, steps) || p.hasDefault(steps)
}

func (p *program) testsAround(each *read) [][]string {
	var tested [][]string
	for _, clause := range each.clauses {
		if condition, found := clause.(*ast.IfClause); found {
			tested = append(tested, p.testedBy(condition)...)
		}
	}
	if each.condition != nil {
		// CUE looks at both sides of `&&`, yet a missing right side does not count when the left one is false.
		for _, test := range p.tests[each.condition] {
			if test != each && test.safe {
				if root, path := p.rootOf(test.root, test.steps, 0); root == "parameter" {
					tested = append(tested, path)
				}
			}
		}
	}
	return tested
}

func (p *program) testedBy(condition *ast.IfClause) [][]string {
	paths, known := p.guards[condition]
	if !known {
		for _, test := range p.tests[condition] {
			if root, path := p.rootOf(test.root, test.steps, 0); root == "parameter" {
				paths = append(paths, path)
			}
		}
		p.guards[condition] = paths
	}
	return paths
}

// isTested says whether one of the tested paths is the one, or leads further through it.
func isTested(tested [][]string, steps []string) bool {
	for _, path := range tested {
		if len(path) < len(steps) {
			continue
		}
		same := true
		for index, step := range steps {
			same = same && path[index] == step
		}
		if same {
			return true
		}
	}
	return false
}
