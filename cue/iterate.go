package main

import "cuelang.org/go/cue"

// labelOf is the name of the field that an iterator stands at, without quotes.
func labelOf(fields *cue.Iterator) string {
	selector := fields.Selector()
	if selector.IsString() && selector.PkgPath() == "" {
		return unquoteLabel(selector.String())
	}
	return selector.String()
}
