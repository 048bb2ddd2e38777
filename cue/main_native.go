//go:build !wasip1

package main

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"
)

// main answers questions on standard input, each with its length in front as four bytes, big-endian; so do the answers. For measurements only.
func main() {
	in, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)
	for {
		var size uint32
		if err := binary.Read(in, binary.BigEndian, &size); err != nil {
			return
		}
		text := make([]byte, size)
		if _, err := io.ReadFull(in, text); err != nil {
			os.Exit(1)
		}
		result := reply(text)
		if err := binary.Write(out, binary.BigEndian, uint32(len(result))); err != nil {
			os.Exit(1)
		}
		if _, err := out.Write(result); err != nil {
			os.Exit(1)
		}
		if err := out.Flush(); err != nil {
			os.Exit(1)
		}
	}
}
