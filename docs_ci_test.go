package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// A pipeline is what an example for continuous integration runs for its first year, lines of
// shell each.
type pipeline struct {
	build, check, documents string
	variables               map[string]string
	kept                    string // the folder whose files are kept
}

// githubPipeline reads docs/github-actions.yml.
func githubPipeline(t *testing.T) pipeline {
	type job struct {
		Timeout  int `yaml:"timeout-minutes"`
		Strategy struct {
			Matrix struct{ Include []map[string]string }
		}
		Env   map[string]string
		Steps []struct {
			ID, Name, Uses, Run, If string
			With                    map[string]string
		}
	}
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]job
	}
	parse(t, filepath.Join("docs", "github-actions.yml"), &workflow)
	if diff := cmp.Diff(map[string]string{"contents": "read"}, workflow.Permissions); diff != "" {
		t.Errorf("the example may do more than read:\n%s", diff)
	}
	annexes := workflow.Jobs["annexes"]
	if annexes.Timeout == 0 {
		t.Error("the example has no limit of time")
	}
	values := firstYear(t, annexes.Strategy.Matrix.Include, "matrix.")
	p := pipeline{variables: map[string]string{}}
	for name, value := range annexes.Env {
		p.variables[name] = expand(value, values)
		values["env."+name] = p.variables[name]
	}
	for _, step := range annexes.Steps {
		switch step.Name {
		case "Build entcalc":
			p.build = step.Run
		case "Check the documents":
			p.check = step.Run
		case "Make the documents anew":
			p.documents = step.Run
			if step.ID != "make" {
				t.Errorf("the step %q has the id %q", step.Name, step.ID)
			}
		case "Keep the documents":
			p.kept = expand(step.With["path"], values)
			if !strings.Contains(step.If, "steps.make.outcome == 'success'") {
				t.Errorf("documents are kept when %s", step.If)
			}
		default:
			if step.Run != "" {
				t.Errorf("step %q is not tried", step.Name)
			}
		}
	}
	return p
}

// firstYear gives the values of a matrix's first year, each under its name behind a prefix.
// All years have to name the same values.
func firstYear(t *testing.T, years []map[string]string, prefix string) map[string]string {
	t.Helper()
	if len(years) < 2 {
		t.Fatalf("%d years", len(years))
	}
	values := map[string]string{}
	for name, value := range years[0] {
		values[prefix+name] = value
		for _, year := range years {
			if year[name] == "" || len(year) != len(years[0]) {
				t.Errorf("the year %v has not what the first has", year)
			}
		}
	}
	return values
}

// expand puts values in the place of GitHub's expressions, which are names here.
func expand(text string, values map[string]string) string {
	for name, value := range values {
		text = strings.ReplaceAll(text, "${{ "+name+" }}", value)
	}
	return text
}

// gitlabPipeline reads docs/gitlab-ci.yml.
func gitlabPipeline(t *testing.T) pipeline {
	type job struct {
		Extends, Timeout string
		Parallel         struct{ Matrix []map[string]string }
		BeforeScript     []string `yaml:"before_script"`
		Script           []string
		Artifacts        struct{ Paths []string }
	}
	var file struct {
		Template         job `yaml:".entcalc"`
		Check, Documents job
	}
	parse(t, filepath.Join("docs", "gitlab-ci.yml"), &file)
	for _, j := range []job{file.Check, file.Documents} {
		if j.Extends != ".entcalc" {
			t.Errorf("a job extends %q", j.Extends)
		}
	}
	if file.Template.Timeout == "" {
		t.Error("the example has no limit of time")
	}
	variables := firstYear(t, file.Template.Parallel.Matrix, "")
	return pipeline{
		build:     strings.Join(file.Template.BeforeScript, "\n"),
		check:     strings.Join(file.Check.Script, "\n"),
		documents: strings.Join(file.Documents.Script, "\n"),
		variables: variables,
		kept:      strings.ReplaceAll(strings.Join(file.Documents.Artifacts.Paths, ""), "$YEAR", variables["YEAR"]),
	}
}

func parse(t *testing.T, file string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(read(t, file)), into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// A runner is a machine that runs a pipeline in a checkout of a repository of annexes.
type runner struct {
	folder      string // the checkout
	temporary   string
	environment []string
}

// newRunner makes a repository whose year is testdata/guide.
func newRunner(t *testing.T, p pipeline) runner {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no sh here")
	}
	r := runner{folder: t.TempDir(), temporary: t.TempDir()}
	r.environment = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.temporary,
		"ENTCALC_LANG=en", // a machine's own: the documents are French all the same
		"TMPDIR=" + r.temporary, "GITHUB_PATH=" + filepath.Join(r.temporary, "path"), "GITHUB_STEP_SUMMARY=" + r.summary(),
	}
	for name, value := range p.variables { // as runners do: one named ENTCALC_… would be refused
		r.environment = append(r.environment, name+"="+value)
	}
	year := filepath.Join(r.folder, filepath.FromSlash(p.variables["YEAR"]))
	if err := os.CopyFS(year, os.DirFS(filepath.Join("testdata", "guide"))); err != nil {
		t.Fatal(err)
	}
	return r
}

// summary is the file that GitHub shows beside a run.
func (r runner) summary() string { return filepath.Join(r.temporary, "summary") }

// run runs lines of shell as runners do, and gives what they print and their exit status.
func (r runner) run(t *testing.T, lines string) (string, int) {
	t.Helper()
	if lines == "" {
		t.Fatal("nothing to run")
	}
	shell := exec.Command("sh", "-e", "-c", lines)
	shell.Dir, shell.Env = r.folder, r.environment
	printed, err := shell.CombinedOutput()
	if shell.ProcessState == nil {
		t.Fatal(err)
	}
	return string(printed), shell.ProcessState.ExitCode()
}

// TestCIExamples runs what the examples run, in a repository without documents, in one where
// all is in order, and in one where a school has ten pupils more than when they were made.
func TestCIExamples(t *testing.T) {
	for name, example := range pipelines() {
		t.Run(name, func(t *testing.T) {
			p := example(t)
			r := newRunner(t, p)
			if printed, status := r.run(t, p.check); status != 1 || !strings.Contains(printed, "check/missing") {
				t.Errorf("without documents: exit status %d\n%s", status, printed)
			}
			r.succeeds(t, p.documents)
			r.succeeds(t, p.check)

			year := p.variables["YEAR"]
			r.moreSchooled(t, filepath.Join(year, "effectifs-ecoles-59-2025.csv"))
			printed, status := r.run(t, p.check)
			if status != 1 {
				t.Errorf("a count was changed: exit status %d\n%s", status, printed)
			}
			for _, document := range []string{"annexe-2026.pdf", "annexe-2026.html", "annexe-2026.xlsx", "annexe-2026.json", "appels/200030633-2026.pdf"} {
				place := year + "/" + document
				if name == "github" {
					place = "::error file=" + place + ","
				}
				if !strings.Contains(printed, place) {
					t.Errorf("nothing is told at %s:\n%s", place, printed)
				}
			}
			if whole, err := os.ReadFile(r.summary()); name == "github" && (err != nil || !bytes.Contains(whole, []byte("annexe-2026.json: erreur[check/figure]"))) {
				t.Errorf("the summary does not tell what moved: %v\n%s", err, whole)
			}
			r.succeeds(t, p.documents)
			r.succeeds(t, p.check)
			if p.kept != year {
				t.Errorf("%s is kept", p.kept)
			}
		})
	}
}

func pipelines() map[string]func(*testing.T) pipeline {
	return map[string]func(*testing.T) pipeline{"github": githubPipeline, "gitlab": gitlabPipeline}
}

func (r runner) succeeds(t *testing.T, lines string) {
	t.Helper()
	if printed, status := r.run(t, lines); status != 0 {
		t.Fatalf("%s\nexit status %d\n%s", lines, status, printed)
	}
}

// moreSchooled gives a school of Caudry, in the CA du Caudrésis et du Catésis, ten pupils more.
func (r runner) moreSchooled(t *testing.T, file string) {
	t.Helper()
	file = filepath.Join(r.folder, filepath.FromSlash(file))
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	more := bytes.Replace(content, []byte(";0590818U;ECOLE ELEMENTAIRE PUBLIQUE;CONDORCET;PUBLIC;1;0;12;270;"), []byte(";0590818U;ECOLE ELEMENTAIRE PUBLIQUE;CONDORCET;PUBLIC;1;0;12;280;"), 1)
	if bytes.Equal(more, content) {
		t.Fatalf("%s: no such school", file)
	}
	if err := os.WriteFile(file, more, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestCIExamplesBuild runs how the examples build entcalc, with a git that refuses a folder that
// is there, as git does, and a make that only tells what was asked of it: the commit that is
// named, then a program in the path. A runner may keep its folders, so it is run twice.
func TestCIExamplesBuild(t *testing.T) {
	for name, example := range pipelines() {
		t.Run(name, func(t *testing.T) {
			p := example(t)
			r := newRunner(t, p)
			stand := filepath.Join(r.temporary, "stand-ins")
			if err := os.Mkdir(stand, 0o700); err != nil {
				t.Fatal(err)
			}
			for program, script := range map[string]string{
				"git":  `if [ "$1" = clone ]; then for folder; do :; done; mkdir "$folder" || exit 128; fi; echo git "$@"`,
				"make": `echo make "$@"`,
			} {
				if err := os.WriteFile(filepath.Join(stand, program), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			r.environment = append(r.environment, "PATH="+stand+":"+os.Getenv("PATH"))
			for range 2 {
				r.builds(t, p)
			}
		})
	}
}

func (r runner) builds(t *testing.T, p pipeline) {
	t.Helper()
	printed, status := r.run(t, p.build+"\n"+`tail -n 1 "$GITHUB_PATH" 2>/dev/null || echo "${PATH%%:*}"`)
	if status != 0 {
		t.Fatalf("exit status %d\n%s", status, printed)
	}
	want := "git clone --quiet https://github.com/entcalc/entcalc.git TMP/source\n" +
		"git -C TMP/source checkout --quiet --detach 0000000000000000000000000000000000000000\n" +
		"make -C TMP/source build OUT=TMP/bin/entcalc\n" +
		"TMP/bin\n"
	made := regexp.MustCompile(regexp.QuoteMeta(r.temporary) + `/tmp\.\w+`)
	if diff := cmp.Diff(want, made.ReplaceAllString(printed, "TMP")); diff != "" {
		t.Error(diff)
	}
}
