package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// A pipeline is what an example for continuous integration runs, lines of shell each.
type pipeline struct {
	build, check, documents string
	variables               map[string]string
	kept                    string // the folder whose files are kept
}

// githubPipeline reads docs/github-actions.yml.
func githubPipeline(t *testing.T) pipeline {
	var workflow struct {
		Permissions map[string]string
		Env         map[string]string
		Jobs        map[string]struct {
			Steps []struct {
				Name, Uses, Run, If string
				With                map[string]string
			}
		}
	}
	parse(t, filepath.Join("docs", "github-actions.yml"), &workflow)
	if diff := cmp.Diff(map[string]string{"contents": "read"}, workflow.Permissions); diff != "" {
		t.Errorf("the example may do more than read:\n%s", diff)
	}
	p := pipeline{variables: workflow.Env}
	for _, step := range workflow.Jobs["annexes"].Steps {
		switch step.Name {
		case "Build entcalc":
			p.build = step.Run
		case "Check the documents":
			p.check = step.Run
		case "Make the documents anew":
			p.documents = step.Run
		case "Keep the documents":
			p.kept = strings.ReplaceAll(step.With["path"], "${{ env.YEAR }}", workflow.Env["YEAR"])
		default:
			if step.Run != "" {
				t.Errorf("step %q is not tried", step.Name)
			}
		}
	}
	return p
}

// gitlabPipeline reads docs/gitlab-ci.yml.
func gitlabPipeline(t *testing.T) pipeline {
	type job struct {
		Extends      string
		BeforeScript []string `yaml:"before_script"`
		Script       []string
		Artifacts    struct{ Paths []string }
	}
	var file struct {
		Variables        map[string]string
		Template         job `yaml:".entcalc"`
		Check, Documents job
	}
	parse(t, filepath.Join("docs", "gitlab-ci.yml"), &file)
	for _, j := range []job{file.Check, file.Documents} {
		if j.Extends != ".entcalc" {
			t.Errorf("a job extends %q", j.Extends)
		}
	}
	return pipeline{
		build:     strings.Join(file.Template.BeforeScript, "\n"),
		check:     strings.Join(file.Check.Script, "\n"),
		documents: strings.Join(file.Documents.Script, "\n"),
		variables: file.Variables,
		kept:      strings.ReplaceAll(strings.Join(file.Documents.Artifacts.Paths, ""), "$YEAR", file.Variables["YEAR"]),
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
		"RUNNER_TEMP=" + r.temporary, "GITHUB_PATH=" + filepath.Join(r.temporary, "path"), "CI_BUILDS_DIR=" + r.temporary,
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

// TestCIExamplesBuild runs how the examples build entcalc, with a git and a make that only
// tell what was asked of them: the commit that is named, then a program in the path.
func TestCIExamplesBuild(t *testing.T) {
	for name, example := range pipelines() {
		t.Run(name, func(t *testing.T) {
			p := example(t)
			r := newRunner(t, p)
			stand := filepath.Join(r.temporary, "stand-ins")
			if err := os.Mkdir(stand, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, program := range []string{"git", "make"} {
				if err := os.WriteFile(filepath.Join(stand, program), []byte("#!/bin/sh\necho "+program+` "$@"`+"\n"), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			r.environment = append(r.environment, "PATH="+stand+":"+os.Getenv("PATH"))
			printed, status := r.run(t, p.build+"\n"+`cat "$GITHUB_PATH" 2>/dev/null || echo "${PATH%%:*}"`)
			if status != 0 {
				t.Fatalf("exit status %d\n%s", status, printed)
			}
			want := "git clone --quiet https://github.com/entcalc/entcalc.git TMP/entcalc\n" +
				"git -C TMP/entcalc checkout --quiet --detach 0000000000000000000000000000000000000000\n" +
				"make -C TMP/entcalc build OUT=TMP/bin/entcalc\n" +
				"TMP/bin\n"
			if diff := cmp.Diff(want, strings.ReplaceAll(printed, r.temporary, "TMP")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
