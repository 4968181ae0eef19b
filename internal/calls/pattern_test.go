package calls

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ pattern, want string }{
		{"appels/{siren}-{year}.pdf", "appels/200030633-2026.pdf"},
		{"{year}/{siren}/{name}.csv", "2026/200030633/ca-du-caudresis-et-du-catesis.csv"},
		{"{siren}", "200030633"},
		{"{year}{siren}{year}", "20262000306332026"},
		{"appels/{name}.pdf", "usage/pattern-needs-siren"},
		{"{sirne}.pdf", "usage/unknown-placeholder"},
		{"{SIREN}.pdf", "usage/unknown-placeholder"},
		{"{}.pdf", "usage/unknown-placeholder"},
		{"{siren}-{epci}.pdf", "usage/unknown-placeholder"},
		{"{siren.pdf", "usage/stray-brace"},
		{"siren}.pdf", "usage/stray-brace"},
		{"{siren}}.pdf", "usage/stray-brace"},
		{"{{siren}}.pdf", "usage/stray-brace"},
		{"{siren}{", "usage/stray-brace"},
		{"{name}/../../{siren}.pdf", "usage/pattern-leaves"},
		{"{siren}/..", "usage/pattern-leaves"},
		{"../{year}/{siren}..pdf", "../2026/200030633..pdf"},
		{"a}b/{siren}.pdf", "usage/stray-brace"},
	} {
		p, err := Parse("-o", tt.pattern)
		got := ""
		var usage diag.Usage
		switch {
		case errors.As(err, &usage):
			got = usage.Text.Code
		case err != nil:
			t.Fatal(err)
		default:
			got = filepath.ToSlash(p.File("200030633", "CA du Caudrésis et du Catésis", 2026))
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.pattern, got, tt.want)
		}
	}
}

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"CC Cœur d’Ostrevent", "cc-coeur-d-ostrevent"},
		{"Métropole Européenne de Lille", "metropole-europeenne-de-lille"},
		{"  --A--  B ", "a-b"},
		{"../../etc/passwd", "etc-passwd"},
		{`C:\Windows\x`, "c-windows-x"},
		{"", "epci"},
		{"…", "epci"},
		{"日本", "epci"},
		{"NUL", "epci-nul"},
		{"Com1", "epci-com1"},
		{"ﬁn Ⅳ", "fin-iv"},
		{strings.Repeat("a", 59) + " bcd", strings.Repeat("a", 59)},
		{strings.Repeat("é", 100), strings.Repeat("e", 60)},
	} {
		if got := Slug(tt.name); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Whatever an EPCI is called, its file stays in the folder of the pattern, and is found
// again there.
func TestFileStays(t *testing.T) {
	folder := t.TempDir()
	pattern, err := Parse("-o", folder+"/appels/{siren}-{name}-{year}.pdf")
	if err != nil {
		t.Fatal(err)
	}
	safe := regexp.MustCompile(`^[0-9]{9}-[a-z0-9][a-z0-9-]{0,64}-2026\.pdf$`)
	_, levels := pattern.levels(2026)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune(`./\:- aéœ`+"\x00\u202e")), 0, 90, -1)).Draw(t, "name")
		file := pattern.File("200030633", name, 2026)
		if filepath.Dir(file) != filepath.Join(folder, "appels") || !safe.MatchString(filepath.Base(file)) {
			t.Fatalf("%q: %s", name, file)
		}
		if !levels[0].MatchString(filepath.Base(file)) {
			t.Fatalf("%s is not found again", file)
		}
	})
}

func TestFind(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, file := range []string{
		"2026/200030633/appel-ca-a.pdf", "2026/200042190/appel-x.pdf", "2026/200042190/appel-x.txt",
		"2026/200042190/appel-X.pdf", "2026/20004219/appel-x.pdf", "2025/200030633/appel-a.pdf",
		"2026/notes.pdf", "2026/200030633/appel-d.pdf/x", "a.b/200030633-200030633.csv", "a.b/200030633-200042190.csv",
		"aXb/200030633-200030633.csv", "200030633.json",
	} {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		pattern string
		want    []Found
	}{
		{"{year}/{siren}/appel-{name}.pdf", []Found{
			{"2026/200030633/appel-ca-a.pdf", "200030633"}, {"2026/200042190/appel-x.pdf", "200042190"},
		}},
		{"./2026//{siren}/appel-x.pdf", []Found{{"2026/200042190/appel-x.pdf", "200042190"}}},
		{"a.b/{siren}-{siren}.csv", []Found{{"a.b/200030633-200030633.csv", "200030633"}}},
		{"{siren}.json", []Found{{"200030633.json", "200030633"}}},
		{"none/{siren}.json", nil},
	} {
		p, err := Parse("-o", tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		got, err := p.Find(2026)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			got[i].File = filepath.ToSlash(got[i].File)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.pattern, diff)
		}
	}
}
