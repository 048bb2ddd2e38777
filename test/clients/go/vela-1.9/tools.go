//go:build tools

// Package tools pins what the vela command of the line before the newest is built of.
package tools

import _ "github.com/oam-dev/kubevela/references/cmd/cli"
