package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/cmd"
)

// A shown command is one that a document tells the reader to type, with what it shows
// of its output.
type shown struct {
	command, output string
}

// commands gives the commands of a document's console blocks, in order: lines that
// begin with "$ ", each with the lines under it.
func commands(document string) []shown {
	var all []shown
	for _, block := range regexp.MustCompile("(?ms)^```console\n(.*?)^```$").FindAllStringSubmatch(document, -1) {
		for _, part := range strings.Split("\n"+block[1], "\n$ ")[1:] {
			command, output, _ := strings.Cut(part, "\n")
			all = append(all, shown{command, output})
		}
	}
	return all
}

// TestREADME runs every command of the README, in its order, in one folder, and
// compares what it prints, standard error last, with what is shown. "[…]" stands for
// lines that are not shown.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS("testdata")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	all := commands(string(readme))
	if len(all) < 10 {
		t.Fatalf("%d commands found in the README", len(all))
	}
	for _, c := range all {
		arguments, ok := strings.CutPrefix(c.command, "go run . ")
		if !ok {
			arguments, ok = strings.CutPrefix(c.command, "entcalc ")
		}
		if !ok {
			if c.command != "make test" && !strings.HasPrefix(c.command, "go install ") && !strings.HasPrefix(c.command, "make build") {
				t.Errorf("%q: only entcalc is run here", c.command)
			}
			continue
		}
		var out, errs bytes.Buffer
		status := cmd.Main(cmd.Process{
			Args: strings.Fields(arguments), In: strings.NewReader(""), Out: &out, Err: &errs, Rates: rates,
		})
		got := strings.ReplaceAll(out.String()+errs.String(), "\r\n", "\n")
		if refused := strings.Contains(c.output, "erreur[") || strings.Contains(c.output, "écart["); refused == (status == 0) {
			t.Errorf("$ %s\nexit status %d\n%s", c.command, status, got)
		}
		if strings.TrimSpace(c.output) == "" {
			continue // the document shows no output
		}
		if !matches(c.output, got) {
			t.Errorf("$ %s\n%s", c.command, cmp.Diff(c.output, got))
		}
	}
}

// matches tells whether an output is what a document shows of it.
func matches(want, got string) bool {
	pattern := regexp.QuoteMeta(strings.TrimRight(want, "\n"))
	pattern = strings.ReplaceAll(pattern, regexp.QuoteMeta("[…]"), "(?s:.*)")
	return regexp.MustCompile("^" + pattern + "$").MatchString(strings.TrimRight(got, "\n"))
}
