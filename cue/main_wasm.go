//go:build wasip1

package main

import (
	"runtime/debug"
	"unsafe"
)

// What the host holds pointers to: nothing else keeps them from the collector.
var (
	input  []byte
	output []byte
)

func init() {
	// The host gives an instance 256 MiB and recycles it at 192: collecting before that only costs time.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(160 << 20)
	// A runaway recursion ends the instance either way; it need not fill the memory first.
	debug.SetMaxStack(64 << 20)
}

// alloc returns the address of size bytes for a question.
//
//go:wasmexport alloc
func alloc(size uint32) uint32 {
	input = make([]byte, max(size, 1))
	return uint32(uintptr(unsafe.Pointer(&input[0])))
}

// call answers the question at address and returns the place of the answer: address << 32 | length.
//
//go:wasmexport call
func call(address, size uint32) uint64 {
	output = reply(input[:size])
	input = nil
	return uint64(uintptr(unsafe.Pointer(&output[0])))<<32 | uint64(len(output))
}

// done gives the memory of the last answer back.
//
//go:wasmexport done
func done() {
	output = nil
}

func main() {}
