package config_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// What `rates init` writes loads as it stands, from any tariff, in both languages: a
// draft with the components of the one that it starts from.
func TestInit(t *testing.T) {
	whole := read(t, filepath.Join("..", "testdata", "rates", "good", "whole.yaml"))
	tariffs := mustLoad(t, whole)
	for _, base := range tariffs.All() {
		for _, lang := range []text.Lang{text.French, text.English} {
			for _, version := range []string{"2030", `l'an « 2030 » \ "x": #1`, "- a", "{a}"} {
				data := config.Init(tariffs, base, version, lang)
				if !strings.HasPrefix(string(data), "# yaml-language-server: $schema=") {
					t.Errorf("no schema for editors:\n%s", data)
				}
				all := mustLoad(t, whole, config.File{Name: "new.yaml", Data: data}).All()
				v := all[len(all)-1]
				if v.Version != version || v.Adopted {
					t.Errorf("version %q, adopted %t", v.Version, v.Adopted)
				}
				if len(v.Components) != len(base.Components) {
					t.Fatalf("%d components, want %d", len(v.Components), len(base.Components))
				}
				for i, c := range v.Components {
					if c.ID != base.Components[i].ID || c.Volume != base.Components[i].Volume || len(c.Tiers) != len(base.Components[i].Tiers) {
						t.Errorf("%+v, want %+v", c, base.Components[i])
					}
				}
			}
		}
	}
}

// Its comments can be taken out: what they hold is right.
func TestInitComments(t *testing.T) {
	tariffs := mustLoad(t)
	data := string(config.Init(tariffs, tariffs.All()[0], "5", text.English))
	for _, key := range []string{"status:", "dated:", "from:", "source:", "remove:", "examples:", "  - given:", "    expect:"} {
		if !strings.Contains(data, "# "+key) {
			t.Errorf("no comment with %s:\n%s", key, data)
		}
		data = strings.Replace(data, "# "+key, key, 1)
	}
	_, got := load(t, file("new.yaml", data))
	want := []string{
		"new.yaml:11:17 rates/draft-title the title still says `(projet)`, and the tariff is adopted",
		"new.yaml:14:12 rates/not-a-date dated: `YYYY-MM-DD` is not a day",
		"new.yaml:15:11 rates/not-a-date from: `YYYY-MM-DD` is not a day",
		"new.yaml:16:13 rates/no-source source: `…` is still to be filled in",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	data = strings.NewReplacer(`"…"`, "vote", "YYYY-MM-DD", "2027-01-01", " (projet)", "").Replace(data)
	if _, got := load(t, file("new.yaml", data)); len(got) != 1 || got[0] != "new.yaml:11:34 rates/draft-title the title still says `(draft)`, and the tariff is adopted" {
		t.Error(got)
	}
	data = strings.Replace(data, " (draft)", "", 1)
	v := mustLoad(t, file("new.yaml", data)).All()[1]
	if !v.Adopted || v.From != "2027-01-01" || v.Component("connectors") != nil || v.Component("training") == nil {
		t.Errorf("%+v", v)
	}
}

// A version that the loader would refuse is refused before.
func TestCheckVersion(t *testing.T) {
	for version, sound := range map[string]bool{
		"2027": true, `l'an « 2030 » \ "x": #1`: true, strings.Repeat("é", 64): true,
		"": false, " ": false, "5 ": false, "\u00a05": false, "a\nb": false, "a\x1b": false, "a\u202e": false, "\xff": false,
		strings.Repeat("é", 65): false,
	} {
		err := config.CheckVersion(version)
		if (err == nil) != sound {
			t.Errorf("%q: %v", version, err)
		}
		if err != nil && !errors.As(err, new(diag.Usage)) {
			t.Errorf("%q: %T is no usage", version, err)
		}
		if !utf8.ValidString(version) {
			continue // no file has it
		}
		_, got := load(t, file("f", fmt.Sprintf("schema: entcalc/rates/1\ntariffs: [{version: %q, extends: \"4\"}]\n", version)))
		if (len(got) == 0) != sound {
			t.Errorf("%q: the loader says %v", version, got)
		}
	}
}

func TestInitGolden(t *testing.T) {
	tariffs := mustLoad(t)
	got := string(config.Init(tariffs, tariffs.All()[0], "5", text.French))
	want := read(t, filepath.Join("..", "testdata", "rates", "init.yaml"))
	if d := cmp.Diff(string(want.Data), got); d != "" {
		t.Error(d)
	}
}
