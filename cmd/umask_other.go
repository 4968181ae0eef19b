//go:build !unix

package cmd

import "io/fs"

// umask is nothing where files have no such modes.
func umask() fs.FileMode { return 0 }
