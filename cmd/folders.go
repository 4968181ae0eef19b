package cmd

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// makeFolders makes the folders that calls go to, and gives those that were not there. The
// error is of the first one that cannot be made: the others are alike.
func makeFolders(documents []document) (made []string, err error) {
	met := make(map[string]bool)
	for _, d := range documents {
		folder := filepath.Dir(d.file)
		if d.calls == nil || met[folder] {
			continue
		}
		met[folder] = true
		for _, missing := range missingFolders(folder) {
			switch err := os.Mkdir(missing, 0o777); { // less the umask
			case errors.Is(err, fs.ErrExist): // another run made it meanwhile, and may need it
			case err != nil:
				return made, refused(missing, err)
			default:
				made = append(made, missing)
			}
		}
	}
	return made, nil
}

// missingFolders are a folder and those above it that are not there, the highest first.
func missingFolders(folder string) (missing []string) {
	for {
		if _, err := os.Stat(folder); err == nil {
			break
		}
		missing = append(missing, folder)
		above := filepath.Dir(folder)
		if above == folder {
			break
		}
		folder = above
	}
	slices.Reverse(missing)
	return missing
}

// removeFolders takes away the folders that were made for files that could not be written.
// One that holds something stays.
func removeFolders(made []string) {
	for _, folder := range slices.Backward(made) {
		os.Remove(folder) //nolint:errcheck // it is not empty, or it is gone
	}
}
