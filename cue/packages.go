package main

import "cuelang.org/go/cue/build"

// The contexts that decide which of KubeVela's packages a text may import (ImportContext in registry/engine/types.ts).
const (
	plainContext    = "plain"
	defaultContext  = "default"
	workloadContext = "workload"
	configContext   = "config"
)

func attachPackages(instance *build.Instance, context string) error {
	return nil
}
