// Command tests reads what "go test -json" writes, on standard input. It tells which packages
// are good, what the tests that fail print, and, last, each test that was skipped, and why. It
// exits with 1 where something failed.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// An event is a line of "go test -json" (go doc test2json).
type event struct {
	Action, Package, Test, Output string
}

func main() {
	printed := map[string]*strings.Builder{} // by package and test
	var skipped []string
	failed := false
	lines := json.NewDecoder(os.Stdin)
	for {
		var e event
		if err := lines.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		name := e.Package + " " + e.Test
		if printed[name] == nil {
			printed[name] = new(strings.Builder)
		}
		switch e.Action {
		case "output":
			printed[name].WriteString(e.Output)
		case "build-output":
			fmt.Print(e.Output)
		case "fail", "build-fail":
			failed = true
			fmt.Print(printed[name])
		case "skip":
			if e.Test != "" {
				skipped = append(skipped, "skipped: "+name+": "+reason(printed[name].String()))
			}
		case "pass":
			if e.Test == "" {
				fmt.Print(last(printed[name].String()))
			}
		}
	}
	for _, line := range skipped {
		fmt.Println(line)
	}
	if failed {
		os.Exit(1)
	}
}

// reason gives what a test printed, without what go test says around it, on one line.
func reason(output string) string {
	var said []string
	for _, line := range strings.Split(output, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "=== ") && !strings.HasPrefix(line, "--- ") {
			said = append(said, line)
		}
	}
	return strings.Join(said, " ")
}

// last gives the last line: of a package, that it is good, and how long it took.
func last(output string) string {
	lines := strings.SplitAfter(strings.TrimSuffix(output, "\n"), "\n")
	return lines[len(lines)-1] + "\n"
}
