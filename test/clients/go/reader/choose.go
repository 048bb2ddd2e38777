package main

import (
	_ "unsafe" // for go:linkname

	"helm.sh/helm/v3/pkg/repo"
	// The function below lives there.
	_ "github.com/oam-dev/kubevela/pkg/addon"
)

// chooseVersion is the client's own, reached by its symbol: it is not exported, and what it chose cannot be seen from outside when loading fails.
// A body-less function needs an assembly file beside it, hence the empty linked.s.
//
//go:linkname chooseVersion github.com/oam-dev/kubevela/pkg/addon.chooseVersion
func chooseVersion(specified string, versions []*repo.ChartVersion) (chosen *repo.ChartVersion, available []string)
