package cmd

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A run that is interrupted before its files are in their places leaves none of them, no
// folder and nothing beside; one that is interrupted no more writes all.
func TestInterrupted(t *testing.T) {
	rates, err := os.ReadFile("../rates.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	input, old := filepath.Join(folder, "counts.csv"), filepath.Join(folder, "old.json")
	for file, content := range map[string]string{input: "siren,pupils,schools\n200030633,6,2\n200042190,7,2\n", old: "old"} {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(interrupted bool) (status int, said string) {
		var streams bytes.Buffer
		p := Process{
			Args: []string{"calc", input, "--new", "none", "--lang", "en", "-o", old, "-o", filepath.Join(folder, "c", "d", "{siren}.pdf")},
			In:   strings.NewReader(""), Out: &streams, Err: &streams, Rates: rates,
			Interruptible: func() (context.Context, context.CancelFunc) {
				ctx, stop := context.WithCancel(context.Background())
				if interrupted {
					stop()
				}
				return ctx, stop
			},
		}
		status = Main(p)
		return status, streams.String()
	}
	if status, said := run(true); status != 4 || !strings.Contains(said, "error[system/interrupted]: interrupted: no file was written") {
		t.Errorf("interrupted: %d, %s", status, said)
	}
	if there := names(t, folder); there != "counts.csv old.json" {
		t.Errorf("interrupted: %s", there)
	}
	if content, _ := os.ReadFile(old); string(content) != "old" {
		t.Errorf("interrupted: %s", content)
	}
	if status, said := run(false); status != 0 {
		t.Errorf("not interrupted: %d, %s", status, said)
	}
	if there := names(t, folder); there != "c c/d c/d/200030633.pdf c/d/200042190.pdf counts.csv old.json" {
		t.Errorf("not interrupted: %s", there)
	}
}

// Documents that are rendered after an interruption are put nowhere.
func TestAbandoned(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "a.json")
	w := &writing{staged: make([]stagedFile, 2), documents: []document{{file: file}, {file: file}}}
	if err := w.stage(0, []byte("a"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.abandon(true)
	if err := w.stage(1, []byte("a"), 0o644); err == nil {
		t.Error("staged")
	}
	if there := names(t, folder); there != "" {
		t.Errorf("left: %s", there)
	}
}

// names are the files and folders below a folder.
func names(t *testing.T, folder string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if name, _ := filepath.Rel(folder, path); name != "." {
			all = append(all, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}
