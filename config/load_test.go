package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// embedded is the rate file that the program carries.
func embedded(t testing.TB) config.File {
	t.Helper()
	f := read(t, filepath.Join("..", "rates.yaml"))
	f.Name = ""
	return f
}

func read(t testing.TB, name string) config.File {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return config.File{Name: filepath.Base(name), Data: data}
}

// corpus gives the rate files of a folder of testdata/rates.
func corpus(t testing.TB, folder string) []config.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "testdata", "rates", folder, "*.yaml"))
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	files := make([]config.File, len(names))
	for i, name := range names {
		files[i] = read(t, name)
	}
	return files
}

// load loads files after the embedded one, and gives the tariffs and what was found, in
// English: place, code, words.
func load(t testing.TB, files ...config.File) (*config.Tariffs, []string) {
	t.Helper()
	var found diag.List
	tariffs := config.Load(append([]config.File{embedded(t)}, files...), &found)
	if (tariffs == nil) != (found.Errors() > 0) {
		t.Fatalf("%d errors, and tariffs %v", found.Errors(), tariffs)
	}
	var lines []string
	for _, d := range found.All() {
		lines = append(lines, d.Place.String()+" "+d.Text.Code+" "+d.Text.In(text.English))
	}
	return tariffs, lines
}

// hinted adds to what load finds in a file what to do about it.
func hinted(t testing.TB, f config.File) []string {
	t.Helper()
	_, lines := load(t, f)
	var found diag.List
	config.Load([]config.File{embedded(t), f}, &found)
	for i, d := range found.All() {
		if hint := d.Text.Hint(text.English); hint != "" {
			lines[i] += " | " + hint
		}
	}
	return lines
}

// mustLoad is load for files in which nothing is wrong.
func mustLoad(t testing.TB, files ...config.File) *config.Tariffs {
	t.Helper()
	tariffs, wrong := load(t, files...)
	if len(wrong) > 0 {
		t.Fatal(strings.Join(wrong, "\n"))
	}
	return tariffs
}

// mustLoadAlone loads the one tariff of one file, without the embedded one.
func mustLoadAlone(t failer, data string) *pricing.Tariff {
	var found diag.List
	tariffs := config.Load([]config.File{file("f", data)}, &found)
	if tariffs == nil {
		t.Fatalf("%v", found.All())
	}
	return tariffs.All()[0]
}

func file(name, data string) config.File { return config.File{Name: name, Data: []byte(data)} }

// Each file of the corpus says at its end, in comments, all that is wrong with it.
func TestLoadBad(t *testing.T) {
	for _, f := range corpus(t, "bad") {
		var want []string
		for line := range strings.Lines(string(f.Data)) {
			if w, ok := strings.CutPrefix(strings.TrimSpace(line), "#: "); ok {
				want = append(want, f.Name+":"+w)
			}
		}
		if d := cmp.Diff(want, hinted(t, f)); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
}

func TestLoadGood(t *testing.T) {
	for _, f := range corpus(t, "good") {
		if _, wrong := load(t, f); len(wrong) > 0 {
			t.Errorf("%s:\n%s", f.Name, strings.Join(wrong, "\n"))
		}
	}
}

// Version 4 holds article 6 as it was voted.
func TestEmbedded(t *testing.T) {
	tariffs := mustLoad(t)
	v := tariffs.All()[0]
	var got []string
	for _, c := range v.Components {
		rate := ""
		if len(c.Tiers) > 0 {
			rate = c.Tiers[0].Rate.String()
		}
		optional := ""
		if c.Optional {
			optional = "optional"
		}
		got = append(got, strings.Join([]string{c.ID, string(c.Basis), rate, optional, c.Article}, " "))
		if c.Label["fr"] == "" || c.Label["en"] == "" {
			t.Errorf("%s has no label in both languages", c.ID)
		}
	}
	want := []string{
		"platform pupils 0.60  6",
		"mobile-app pupils 0.36 optional 6",
		"support pupils 0.18  6",
		"administration pupils 0.12  6",
		"accompaniment new_pupils 0.50  6",
		"audit new_schools 300 optional 6",
		"training cost   6",
		"connectors cost   6",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if usual, err := tariffs.Choose(config.Choice{}, 0, &diag.List{}); err != nil || usual.Tariff != v || v.Version != "4" || !v.Adopted || v.From != "2019-06-26" || v.Dated != "2019-05-13" {
		t.Errorf("%+v", v)
	}
	if name := tariffs.File(v); name != "" {
		t.Errorf("it comes from %q", name)
	}
}

// What extends takes over, and what it does not.
func TestExtends(t *testing.T) {
	tariffs := mustLoad(t, file("a.yaml", `
schema: entcalc/rates/1
tariffs:
  - version: a
    dated: 2025-01-01
    from: 2026-01-01
    to: 2026-12-31
    status: adopted
    source: vote
    title: {fr: A, en: A}
    deployment: {years: 2, article: "7"}
    bases: {people: {label: {fr: Gens, en: People}}}
    components:
      - {id: x, label: {fr: X, en: X}, basis: people, tiers: [{up_to: 5, rate: 2}, {rate: 1}], tiering: volume, minimum: 3, optional: true, article: "1"}
      - {id: y, label: {fr: Y, en: Y}, basis: cost, columns: [why]}
      - {id: z, label: {fr: Z, en: Z}, basis: epci, rate: 1.50}
    examples: [{given: {}, expect: {net: 1.50}}]
`), file("b.yaml", `
schema: entcalc/rates/1
tariffs:
  - {version: c, extends: b, components: [{id: x, rate: 4}, {id: z, basis: cost}]}
  - {version: b, extends: a, remove: [y], components: [{id: w, label: {fr: W, en: W}, basis: people, rate: 0}, {id: x, label: {fr: x, en: x}, optional: false}]}
`))
	all := tariffs.All()
	if len(all) != 4 {
		t.Fatal(len(all))
	}
	c, b := all[2], all[3]
	if b.Adopted || b.From != "" || b.To != "" || b.Dated != "" || b.Source != "" || b.Title != nil {
		t.Errorf("b takes over more than it should: %+v", b)
	}
	if len(b.Bases) != 1 || b.Deployment != (pricing.Deployment{Years: 2, Article: "7"}) {
		t.Errorf("b takes over less than it should: %+v", b)
	}
	ids := func(t *pricing.Tariff) (ids string) {
		for _, c := range t.Components {
			ids += c.ID
		}
		return ids
	}
	if ids(b) != "xzw" || ids(c) != "xzw" {
		t.Errorf("components %s and %s", ids(b), ids(c))
	}
	x := b.Component("x")
	if x.Label["fr"] != "x" || x.Optional || !x.Volume || len(x.Tiers) != 2 || *x.Minimum != 300 || x.Article != "1" {
		t.Errorf("%+v", x)
	}
	x = c.Component("x")
	if x.Volume || len(x.Tiers) != 1 || x.Tiers[0].Rate.String() != "4" {
		t.Errorf("a rate replaces tiers and their tiering: %+v", x)
	}
	if z := c.Component("z"); z.Basis != pricing.AtCost || z.Tiers != nil {
		t.Errorf("a component at cost has no rate: %+v", z)
	}
	if a := all[1].Component("x"); !a.Volume || !a.Optional || a.Label["fr"] != "X" {
		t.Errorf("what extends it changed it: %+v", a)
	}
}

// A version may be defined again as it is, and then it is one. The file that does so has
// it all the same, even when it is called as the embedded one.
func TestLoadAlike(t *testing.T) {
	again := embedded(t)
	again.Name = "rates.yaml"
	tariffs := mustLoad(t, again)
	all := tariffs.All()
	if len(all) != 1 {
		t.Fatalf("%d tariffs", len(all))
	}
	if name := tariffs.File(all[0]); name != "" {
		t.Errorf("it comes from %s", name)
	}
	for _, name := range []string{"", "rates.yaml"} {
		if of := tariffs.Of(name); len(of) != 1 || of[0] != all[0] {
			t.Errorf("%q has %v", name, of)
		}
	}
	if of := tariffs.Of("other.yaml"); of != nil {
		t.Errorf("a file that was not loaded has %v", of)
	}
}

// A user's rates.yaml is another file than the embedded one.
func TestLoadSameName(t *testing.T) {
	tariffs := mustLoad(t, file("rates.yaml", "schema: entcalc/rates/1\ntariffs: [{version: a, extends: \"4\"}]\n"))
	all := tariffs.All()
	if four, a := tariffs.File(all[0]), tariffs.File(all[1]); four != "" || a != "rates.yaml" {
		t.Errorf("they come from %q and %q", four, a)
	}
	if of := tariffs.Of("rates.yaml"); len(of) != 1 || of[0] != all[1] {
		t.Errorf("the user's file has %v", of)
	}
	if data := string(config.Init(tariffs, all[1], "b", text.English)); !strings.Contains(data, "--rates rates.yaml --rates THIS-FILE") {
		t.Errorf("nothing says that the user's file is to be loaded:\n%s", data)
	}
}

// What is no rate file at all is said to be none.
func TestLoadNoRateFile(t *testing.T) {
	const want = "f rates/no-rate-file this does not look like a rate file"
	for _, data := range []string{
		"SIREN;\xc9l\xe8ves\n200030633;6000\n",
		"siren,pupils\r\n200030633,6000\r\n",
		"siren\tpupils\n",
		"\xff\xfes\x00;\x00e\x00\n\x00",
		"PK\x03\x04\x14\x00\x06\x00",
	} {
		if _, got := load(t, file("f", data)); len(got) != 1 || got[0] != want {
			t.Errorf("%q: %v", data, got)
		}
	}
	for _, data := range []string{
		"# SIREN;\xc9l\xe8ves\nschema: entcalc/rates/1\n",
		"schema: \xe9, \xe8\n",
		"tariffs: [a, b]\n",
	} {
		if _, got := load(t, file("f", data)); len(got) == 0 || got[0] == want {
			t.Errorf("%q: %v", data, got)
		}
	}
}

// A file that cannot be read, or a tariff without a readable name, does not make of each
// version that it may define an unknown one.
func TestLoadCascade(t *testing.T) {
	child := file("b.yaml", "schema: entcalc/rates/1\ndefault: a\ntariffs:\n  - {version: b, extends: a, components: [{id: x, rate: 2}, {id: platform, rate: 1e3}]}\n")
	for _, parent := range []string{
		"schema: [",
		"schema: entcalc/rates/1\ntariffs:\n  - {version: 1, extends: \"4\"}\n",
		"schema: entcalc/rates/1\ntariffs:\n  - {version: a, extends: \"4\", components: [{id: x}]}\n",
	} {
		_, got := load(t, file("a.yaml", parent), child)
		if len(got) != 2 || !strings.HasPrefix(got[0], "a.yaml:") || !strings.HasPrefix(got[1], "b.yaml:4:82 rates/not-a-rate") {
			t.Errorf("%q:\n%s", parent, strings.Join(got, "\n"))
		}
	}
}

// What a misspelt key brings is not missing as well.
func TestLoadMisspelt(t *testing.T) {
	for body, want := range map[string]string{
		`extend: "4", components: [{id: platform, rate: 0.7}, {id: support}], remove: [audit], examples: [{given: {}, expect: {audit: 1}}]`: "extend` did you mean `extends`?",
		`extends: "4", component: [{id: x}], examples: [{given: {}, expect: {x: 1}}]`:                                                       "component` did you mean `components`?",
		`base: {people: {}}, components: [{id: x, label: {fr: X, en: X}, basis: people, rate: 1}]`:                                          "base` did you mean `bases`?",
		`components: [{id: x, lable: {fr: X, en: X}, basis: pupils, rate: 1}]`:                                                              "lable` did you mean `label`?",
		`components: [{id: x, label: {fr: X, en: X}, basis: pupils, rat: 1}]`:                                                               "rat` did you mean `rate`?",
		`extends: "4", status: adopted, dated: 2026-01-01, form: 2026-01-01, source: vote`:                                                  "form` did you mean `from`?",
	} {
		_, got := load(t, file("f", "schema: entcalc/rates/1\ntariffs:\n  - {version: a, "+body+"}\n"))
		if len(got) != 1 || !strings.HasSuffix(got[0], "rates/unknown-key unknown key `"+strings.Replace(want, "` ", "`: ", 1)) {
			t.Errorf("%s:\n%s", body, strings.Join(got, "\n"))
		}
	}
}

// A key that is written in French is told in English, and is not missing as well.
func TestLoadFrenchKeys(t *testing.T) {
	got := hinted(t, file("f", `
schema: entcalc/rates/1
tariffs:
  - version: a
    délibération: vote
    components:
      - {id: x, libellé: {fr: X, en: X}, assiette: pupils, tarif: 0.36}
      - {id: y, label: {fr: X, en: X}, basis: pupils, tranches: [{rate: 1}], colonnes: []}
`))
	const english = ": keys are written in English | write "
	want := []string{
		"f:5:5 rates/unknown-key unknown key `délibération`" + english + "`source:`",
		"f:7:17 rates/unknown-key unknown key `libellé`" + english + "`label:`",
		"f:7:42 rates/unknown-key unknown key `assiette`" + english + "`basis:`",
		"f:7:60 rates/unknown-key unknown key `tarif`" + english + "`rate: 0.36`",
		"f:8:55 rates/unknown-key unknown key `tranches`" + english + "`tiers:`",
		"f:8:78 rates/unknown-key unknown key `colonnes`" + english + "`columns:`",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	got = hinted(t, file("f", "schema: entcalc/rates/1\ngrilles: []\n"))
	want = []string{"f:2:1 rates/unknown-key unknown key `grilles`" + english + "`tariffs:`"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A name that reads as one of the fields of every counts file is told to be that.
func TestLoadOwnFields(t *testing.T) {
	for name, want := range map[string]string{
		"id: pupils":                       "`pupils` is already a field of the counts | choose another id",
		"id: year":                         "`year` is already a field of the counts | choose another id",
		"id: siren":                        "`siren` is already a field of the counts | choose another id",
		"id: school":                       "`school` reads as `schools`, a field of the counts | choose another name",
		"id: x, columns: [Raison sociale]": "`Raison sociale` reads as `epci`, a field of the counts | choose another name",
	} {
		got := hinted(t, file("f", "schema: entcalc/rates/1\ntariffs: [{version: a, components: [{"+name+", label: {fr: X, en: X}, basis: cost}]}]\n"))
		if len(got) != 1 || got[0] != "f:2:42 rates/clash "+want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// A version that a later file defines is said to be there; what rests on the tariff that
// lacks its base is no base for it.
func TestLoadLater(t *testing.T) {
	const head = "schema: entcalc/rates/1\n"
	b := file("b.yaml", head+"tariffs:\n  - {version: b, extends: a}\n  - {version: c, extends: b}\n")
	a := file("a.yaml", head+"tariffs: [{version: a, extends: \"4\"}]\n")
	for _, tt := range []struct {
		files []config.File
		want  string
	}{
		{[]config.File{b, a}, "b.yaml:3:27 rates/unknown-version extends: version `a` is in a.yaml, which is given after b.yaml | give that first: --rates a.yaml --rates b.yaml"},
		{[]config.File{b}, "b.yaml:3:27 rates/unknown-version extends: no version `a` | known versions: 4"},
		{[]config.File{file("d.yaml", head+"default: a\ntariffs: [{version: d, extends: \"4\"}]\n"), a}, "d.yaml:2:10 rates/unknown-version default: version `a` is in a.yaml, which is given after d.yaml | give that first: --rates a.yaml --rates d.yaml"},
	} {
		var found diag.List
		config.Load(append([]config.File{embedded(t)}, tt.files...), &found)
		var got []string
		for _, d := range found.All() {
			got = append(got, d.Place.String()+" "+d.Text.Code+" "+d.Text.In(text.English)+" | "+d.Text.Hint(text.English))
		}
		if d := cmp.Diff([]string{tt.want}, got); d != "" {
			t.Error(d)
		}
	}
}

// Every message of a rate file is in French too, with no English in it.
func TestLoadFrench(t *testing.T) {
	var found diag.List
	config.Load([]config.File{file("f.yaml", "schema: entcalc/rates/1\ntariffs:\n  - version: a\n    compnents: []\n    components: {a: 0,60}\n")}, &found)
	var got []string
	for _, d := range found.All() {
		got = append(got, d.Text.In(text.French)+" | "+d.Text.Hint(text.French))
	}
	want := []string{
		"clé inconnue «\u00a0compnents\u00a0»\u00a0: vouliez-vous dire «\u00a0components\u00a0»\u00a0? | ",
		"components\u00a0: on attend une liste, et non un groupe de clés | ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
