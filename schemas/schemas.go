// Package schemas holds the JSON Schemas that entcalc publishes: of its rate file, its
// settings, and what it writes for programs.
package schemas

import (
	"embed"
	"strings"
)

// Files holds each schema under its name: calc.schema.json.
//
//go:embed *.json
var Files embed.FS

// ext ends the schemas' file names.
const ext = ".schema.json"

// Names gives what schemas there are, in order: calc, diagnostics, …
func Names() []string {
	entries, err := Files.ReadDir(".")
	if err != nil {
		panic(err) // embedded: it is there
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ext))
	}
	return names
}

// Read gives the schema of a name; false when there is none.
func Read(name string) ([]byte, bool) {
	schema, err := Files.ReadFile(name + ext)
	return schema, err == nil
}
