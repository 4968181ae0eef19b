//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the memory that an ended process held at most, in bytes. Linux counts what this
// program held when it started the other: so this one stays small.
func peak(p *os.ProcessState) int64 {
	u, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(u.Maxrss) // in bytes there, in KiB elsewhere
	}
	return int64(u.Maxrss) * 1024
}
