package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/cmd"
)

// A step is what a document has its reader do: type a command, of which it shows the
// output, or look at a file of that name.
type step struct {
	command, output string // "" where it is a file
	file, content   string
}

// steps gives what a document has its reader do, in order. In a console block, lines that
// begin with "$ " are commands, each with its output under it. Another block is a file
// where the name of one follows its language: "```yaml entcalc.yaml".
func steps(document string) []step {
	var all []step
	fenced := regexp.MustCompile("(?ms)^```([a-z]+)(?: (.+?))?$\n(.*?)^```$")
	for _, block := range fenced.FindAllStringSubmatch(document, -1) {
		language, file, content := block[1], block[2], block[3]
		if language != "console" {
			all = append(all, step{file: file, content: content})
			continue
		}
		for _, part := range strings.Split("\n"+content, "\n$ ")[1:] {
			command, output, _ := strings.Cut(part, "\n")
			all = append(all, step{command: command, output: output})
		}
	}
	return all
}

// TestDocuments does what each document says, in its order, in a copy of the folder, and
// compares what is printed, standard error last, and what is in the files with what the
// document shows; "[…]" stands for what it leaves out, and where nothing is shown nothing may
// be printed. With WALK=FOLDER the copy is made
// there, and stays.
func TestDocuments(t *testing.T) {
	for _, file := range documents(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".md"), func(t *testing.T) {
			document := read(t, file)
			folder := os.Getenv("WALK")
			if folder == "" {
				folder = t.TempDir()
			}
			if err := os.CopyFS(filepath.Join(folder, "testdata"), os.DirFS("testdata")); err != nil {
				t.Fatal(err)
			}
			makefile := read(t, "Makefile")
			t.Chdir(folder)
			all := steps(document)
			if len(all) < 10 {
				t.Fatalf("only %d commands and files found", len(all))
			}
			for _, s := range all {
				take(t, s, makefile)
			}
			known(t, document, all)
		})
	}
}

// documents gives the documents that have their readers do something.
func documents(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("docs", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	return append(files, "README.md")
}

// take does one thing that a document says. It may type the targets of the Makefile, which
// are not run.
func take(t *testing.T, s step, makefile string) {
	t.Helper()
	words := words(s.command)
	switch {
	case len(words) == 0:
		look(t, s)
	case words[0] == "entcalc":
		run(t, s, words[1:])
	case strings.HasPrefix(s.command, "go run . "):
		run(t, s, words[3:])
	case words[0] == "cd" && len(words) == 2:
		t.Chdir(words[1])
	case words[0] == "make" && len(words) == 2:
		if !strings.Contains(makefile, "\n"+words[1]+":") {
			t.Errorf("$ %s: no such target", s.command)
		}
	default:
		t.Errorf("$ %s: such a command is not known here", s.command)
	}
}

// look compares a file that a document shows with the one that is there. One that is not
// there is one that its reader writes.
func look(t *testing.T, s step) {
	t.Helper()
	if s.file == "" {
		t.Errorf("no file is named beside the language of this block:\n%s", s.content)
		return
	}
	if _, err := os.Stat(s.file); err != nil {
		if err := os.MkdirAll(filepath.Dir(s.file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(s.file, []byte(s.content), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got := strings.TrimPrefix(read(t, s.file), "\ufeff"); !matches(s.content, got) {
		t.Errorf("%s:\n%s", s.file, cmp.Diff(s.content, got))
	}
}

// run runs entcalc. It has to refuse where the document shows what is wrong, and there only.
// Behind ">" the last word names a file that takes standard output.
func run(t *testing.T, s step, arguments []string) {
	t.Helper()
	into := ""
	if n := len(arguments); n > 2 && arguments[n-2] == ">" {
		into, arguments = arguments[n-1], arguments[:n-2]
	}
	var out, errs bytes.Buffer
	status := cmd.Main(cmd.Process{Args: arguments, In: strings.NewReader(""), Out: &out, Err: &errs, Rates: rates})
	if into != "" {
		if err := os.WriteFile(into, out.Bytes(), 0o600); err != nil || out.Len() == 0 {
			t.Errorf("$ %s: %d bytes written, %v", s.command, out.Len(), err)
		}
		out.Reset()
	}
	got := strings.ReplaceAll(out.String()+errs.String(), "\r\n", "\n")
	if refused := strings.Contains(s.output, "erreur[") || strings.Contains(s.output, "écart["); refused == (status == 0) {
		t.Errorf("$ %s\nexit status %d\n%s", s.command, status, got)
	}
	if !matches(s.output, got) {
		t.Errorf("$ %s\n%s", s.command, cmp.Diff(s.output, got))
	}
}

// known checks the commands that a document names within its sentences. Such a command is a
// bare name ("entcalc verify", "entcalc rates init"), or it is typed in a block too, or it is
// run here.
func known(t *testing.T, document string, all []step) {
	t.Helper()
	for _, named := range regexp.MustCompile("`(entcalc [^`]+)`").FindAllStringSubmatch(document, -1) {
		if slices.ContainsFunc(all, func(s step) bool { return s.command == named[1] }) {
			continue
		}
		var out, errs bytes.Buffer
		arguments := words(named[1])[1:]
		process := cmd.Process{Args: append(arguments, "--help"), In: strings.NewReader(""), Out: &out, Err: &errs, Rates: rates}
		if cmd.Main(process) == 0 && regexp.MustCompile("\n  "+named[1]+"( |\n)").MatchString(out.String()) {
			continue
		}
		process.Args = arguments
		if cmd.Main(process) != 0 {
			t.Errorf("%s\n%s", named[0], errs.String())
		}
	}
}

// words parts a command as a shell does: by spaces that are not in quotes.
func words(command string) []string {
	all := regexp.MustCompile(`(?:'[^']*'|"[^"]*"|[^\s'"])+`).FindAllString(command, -1)
	for i := range all {
		all[i] = strings.NewReplacer("'", "", `"`, "").Replace(all[i])
	}
	return all
}

// matches tells whether a text is what a document shows of it.
func matches(want, got string) bool {
	pattern := regexp.QuoteMeta(strings.TrimRight(want, "\n"))
	pattern = strings.ReplaceAll(pattern, regexp.QuoteMeta("[…]"), "(?s:.*)")
	return regexp.MustCompile("^" + pattern + "$").MatchString(strings.TrimRight(got, "\n"))
}

// mostOfPicture is how large a picture of a document may be, in bytes.
const mostOfPicture = 80 << 10

// Every file that a document links to is there, and every picture that is there is shown.
func TestDocumentsLinks(t *testing.T) {
	pictures, err := filepath.Glob(filepath.Join("docs", "images", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range documents(t) {
		for _, link := range regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`).FindAllStringSubmatch(read(t, file), -1) {
			if strings.Contains(link[1], "://") {
				continue // no test asks the network
			}
			to := filepath.Join(filepath.Dir(file), filepath.FromSlash(link[1]))
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			pictures = slices.DeleteFunc(pictures, func(picture string) bool { return picture == to })
			if info, err := os.Stat(to); filepath.Ext(to) == ".png" && err == nil && info.Size() > mostOfPicture {
				t.Errorf("%s: %d bytes", to, info.Size())
			}
		}
	}
	if len(pictures) > 0 {
		t.Errorf("no document shows %v", pictures)
	}
}

// French has a no-break space before : ; ! ? » % € and after «.
func TestGuideSpaces(t *testing.T) {
	guide := read(t, filepath.Join("docs", "guide.fr.md"))
	for _, code := range []string{"(?ms)^```.*?^```$", "`[^`\n]*`", `\(http[^)]*\)`, `(?m)^\|[-:| ]+\|$`} {
		guide = regexp.MustCompile(code).ReplaceAllString(guide, "x")
	}
	for _, line := range strings.Split(guide, "\n") {
		if regexp.MustCompile(`\S [:;!?»%€]|« |[^\s\x{a0}][»?!;]`).MatchString(line) {
			t.Errorf("an ordinary space, or none: %s", line)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(content), "\r\n", "\n")
}
