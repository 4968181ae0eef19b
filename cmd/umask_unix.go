//go:build unix

package cmd

import (
	"io/fs"
	"syscall"
)

// umask is what the system takes from the mode of new files. It can only be read by
// setting it.
func umask() fs.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return fs.FileMode(mask)
}
