package config_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
)

// What is no YAML, or no text, is said at the place where it is mended.
func TestSyntax(t *testing.T) {
	const head = "schema: entcalc/rates/1\n"
	deep := strings.Repeat("[", 100_000)
	for _, tt := range []struct{ data, want string }{
		{"", "f rates/empty the rate file is empty"},
		{"# nothing\n\n", "f rates/empty the rate file is empty"},
		{"null\n", "f:1:1 rates/wrong-type f: a map of keys is expected, not nothing"},
		{"- a\n", "f:1:1 rates/wrong-type f: a map of keys is expected, not a list"},
		{"some text\n", "f:1:1 rates/wrong-type f: a map of keys is expected, not a text"},
		{"\uFEFFschema: [\n", "f:2:1 yaml/syntax a value is expected here"},
		{head + "default: \"4\ntariffs: []\n", "f:2:10 yaml/syntax `\"` opens here and is not closed"},
		{head + "tariffs: [{version: a}\n", "f:2:10 yaml/syntax `[` opens here and is not closed"},
		{head + "tariffs:\n  - {version: a\n", "f:3:5 yaml/syntax `{` opens here and is not closed"},
		{head + "tariffs:\n\t- {version: a}\n", "f:3:1 yaml/syntax a tab in the indentation of a line"},
		{head + "default: a: b\n", "f:2:11 yaml/syntax a colon where none is expected"},
		{head + "tariffs\n  default: a\n", "f:3:10 yaml/syntax a colon where none is expected"},
		{head + "tariffs:\n  - version: a\n    extends: b\n   from: c\n", "f:5:4 yaml/syntax this line neither goes on from those above it nor has their indentation"},
		{head + "default: @x\n", "f:2:10 yaml/syntax a text without quotes cannot begin with this character"},
		{head + "default: \"\\q\"\n", "f:2:11 yaml/syntax this is not YAML (found unknown escape character)"},
		{head + "default: *x\n", "f:2:10 yaml/alias a YAML alias (*name): entcalc accepts none"},
		{"# rates\n\n%YAML 1.2\n---\n" + head, "f:3:1 yaml/directive a YAML directive (%YAML): entcalc accepts none"},
		{"\uFEFF%YAML 1.2\n" + head, "f:1:1 yaml/directive a YAML directive (%YAML): entcalc accepts none"},
		{"%TAG ! tag:x,2000:\n---\n" + head, "f:1:1 yaml/directive a YAML directive (%TAG): entcalc accepts none"},
		{head + "---\n" + head, "f:2:1 yaml/documents a second document starts here: the file has one only"},
		{head + "default: \"é\xe9\"\n", "f:2:12 yaml/not-utf-8 a byte that is not UTF-8"},
		{"\xff\xfes\x00", "f:1:1 yaml/not-utf-8 a byte that is not UTF-8"},
		{head + "default: \x1b[31m\n", "f:2:10 yaml/control-character control character U+001B"},
		{head + "default: \x00\n", "f:2:10 yaml/control-character control character U+0000"},
		{head + "default: " + deep, "f:2:40 yaml/too-deep nested too deeply"},
		{head + "default: " + strings.Repeat("{a: ", 50_000), "f:2:130 yaml/too-deep nested too deeply"},
		{strings.Repeat("- ", 100_000), "f:1:61 yaml/too-deep nested too deeply"},
		{strings.Repeat("# nothing\n", 30_000), "f yaml/too-large more than 256 KiB: too much for a file of rates or of settings"},
		{head + "default: " + strings.Repeat("a", 250_000) + "\ntariffs: []\n", "f:2:10 rates/length default: a text of 1 to 64 characters is expected"},
		{head + "default: a\u202eb\ntariffs: [{version: a}]", "f:2:10 rates/unclean default: the text has a line end or an invisible character, or begins or ends with a blank"},
		{"default: \"a\\nb\"\ntariffs: [{version: a}]\n" + head, "f:1:10 rates/unclean default: the text has a line end or an invisible character, or begins or ends with a blank"},
	} {
		_, got := load(t, file("f", tt.data))
		if len(got) == 0 || got[0] != tt.want {
			t.Errorf("%.60q:\ngot  %v\nwant %s", tt.data, got, tt.want)
		}
	}
}

// A quote that is forgotten is said on its line, not where the text that it lets go on
// ends at last.
func TestLostQuote(t *testing.T) {
	const head = "schema: entcalc/rates/1\n"
	const lost = " yaml/syntax a quote has probably been forgotten on this line"
	for _, tt := range []struct{ data, want string }{
		{"tariffs:\n  - version: \"2027\n    extends: \"4\"\n", "f:3" + lost},
		{"tariffs:\n  - version: \"2027\n    status: draft\n    title: {fr: \"a\", en: \"b\"}\n", "f:3" + lost},
		{"tariffs:\n  - version: 2027\n    title: {fr: \"Version 5, en: \"V5\"}\n", "f:4" + lost},
		{"tariffs:\n  - title: {fr: \"Version 5, en: V5}\n    source: \"vote\"\n", "f:3" + lost},
		{"default: \"4\ntariffs:\n  - version: \"2027\"\n    extends: \"4\"\n", "f:2" + lost},
		{"default: \"4\n# a \"comment\ntariffs:\n  - source: \"\"\n", "f:2" + lost},
		{"tariffs:\n  - columns: [\"x, \"y\"]\n", "f:3" + lost},
		{"default: \"a \\\"b\n  c\" # \"d\ntariffs: [\n", "f:5:1 yaml/syntax a value is expected here"},
		{"default: '4\ntariffs: []\n", "f:2:10 yaml/syntax `'` opens here and is not closed"},
	} {
		if _, got := load(t, file("f", head+tt.data)); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%q:\ngot  %v\nwant %s", tt.data, got, tt.want)
		}
	}
}

// Settings are read by the same parser: nothing in them is nothing wrong, and what is no
// YAML has the same codes.
func TestSyntaxOfSettings(t *testing.T) {
	for data, want := range map[string]string{
		"": "", "# nothing\n": "",
		"with: [audit\n":        "yaml/syntax",
		"lang: \"fr\nyear: 1\n": "yaml/syntax",
		"lang: \xe9\n":          "yaml/not-utf-8",
		"lang: fr\n---\na: b\n": "yaml/documents",
	} {
		s, err := config.ParseSettings(file("s", data))
		var usage diag.Usage
		if errors.As(err, &usage); usage.Text.Code != want || (err == nil) != (want == "") {
			t.Errorf("%q: %v", data, err)
		}
		if err == nil && s == nil {
			t.Errorf("%q: no settings at all", data)
		}
	}
}

// Aliases that would make a billion of values are refused as they stand, and what the
// YAML library makes worst of is answered all the same.
func TestBombs(t *testing.T) {
	var laughs strings.Builder
	laughs.WriteString("a0: &a0 [x]\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&laughs, "a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d,", i-1), 9)+fmt.Sprintf("*a%d", i-1))
	}
	for _, bomb := range []string{
		laughs.String(),
		"[" + strings.Repeat(":,", 60_000) + "]",
		"schema: [" + strings.Repeat("0,", 128_000) + "]",
		"tariffs: [" + strings.Repeat("{},", 80_000) + "]",
		strings.Repeat(": \n", 80_000),
		"tariffs: [{components: [{" + strings.Repeat("x: 1, ", 40_000) + "}]}]",
		"tariffs: [{" + strings.Repeat("platfrmo", 30_000) + ": 1}]",
	} {
		if _, got := load(t, file("f", bomb)); len(got) == 0 {
			t.Errorf("%.40q: nothing is wrong", bomb)
		}
	}
}

// A chain of extends cannot multiply components without end.
func TestLongChain(t *testing.T) {
	var b strings.Builder
	b.WriteString("schema: entcalc/rates/1\ntariffs:\n  - {version: v0, extends: \"4\"}\n")
	for i := 1; i < 100; i++ {
		fmt.Fprintf(&b, "  - {version: v%d, extends: v%d}\n", i, i-1)
	}
	if n := len(mustLoad(t, file("f", b.String())).All()); n != 101 {
		t.Errorf("%d tariffs", n)
	}
	b.WriteString("  - {version: v100, extends: v99}\n")
	if _, got := load(t, file("f", b.String())); len(got) != 1 || got[0] != "f:3:3 rates/items tariffs: a list of 1 to 100 items is expected" {
		t.Error(got)
	}
}

// endless never stops giving bytes.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestReadFile(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "r.yaml")
	if err := os.WriteFile(name, []byte("a: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := config.ReadFile(name, nil)
	if err != nil || f.Name != name || string(f.Data) != "a: 1\n" {
		t.Errorf("%+v %v", f, err)
	}
	f, err = config.ReadFile("-", strings.NewReader("b: 2\n"))
	if err != nil || f.Name != "-" || !bytes.Equal(f.Data, []byte("b: 2\n")) {
		t.Errorf("%+v %v", f, err)
	}
	f, err = config.ReadFile("-", endless{})
	if err != nil {
		t.Fatal(err)
	}
	if _, got := load(t, f); len(got) != 1 || !strings.Contains(got[0], "yaml/too-large") {
		t.Error(got)
	}
	for _, tt := range []struct {
		name, code string
		stdin      io.Reader
	}{
		{filepath.Join(folder, "none.yaml"), "system/not-found", nil},
		{folder, "system/cannot-read", nil},
		{"-", "system/cannot-read", broken{}},
	} {
		_, err := config.ReadFile(tt.name, tt.stdin)
		var system diag.System
		if !errors.As(err, &system) || system.Text.Code != tt.code || system.File != tt.name {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}
