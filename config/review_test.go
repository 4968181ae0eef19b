package config_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// Each change to a tariff that nothing is to be said of is told, where it stands.
func TestReview(t *testing.T) {
	for _, tt := range []struct {
		name, tariff string
		want         []string
	}{
		{"nothing", `  - version: "5"
    extends: "4"
    components: [{id: platform, rate: 0.90}, {id: mobile-app, rate: 0.18}]
    examples: [{given: {pupils: 10}, expect: {platform: 9}}]
    remove: [audit]
`, nil},
		{"no example", `  - {version: "5", extends: "4"}
`, []string{"3:15 rates/no-examples tariff `5` has no example: nothing checks what it gives"}},
		{"languages", `  - version: "5"
    extends: "4"
    title: {fr: Projet}
    bases: {people: {label: {en: People}}}
    components: [{id: platform, label: {fr: Plateforme}}]
    examples: [{given: {pupils: 10}, expect: {platform: 6}}]
`, []string{
			"5:12 rates/one-language title: no text in English; the other language stands for it",
			"6:29 rates/one-language label: no text in French; the other language stands for it",
			"7:40 rates/one-language label: no text in English; the other language stands for it",
		}},
		{"lost", `  - version: "5"
    extends: "4"
    remove: [audit, support, training]
    components: [{id: platform, optional: true}, {id: mobile-app, optional: true}]
    examples: [{given: {pupils: 10}, expect: {administration: 1.20}}]
`, []string{
			"5:21 rates/mandatory-lost component `support`, mandatory in tariff `4`, is charged no longer",
			"6:43 rates/mandatory-lost component `platform`, mandatory in tariff `4`, is only charged where it is chosen",
		}},
		{"moved", `  - version: "5"
    extends: "4"
    components: [{id: platform, rate: 60}, {id: support, rate: 0.08}, {id: accompaniment, basis: schools, rate: 9}, {id: audit, tiers: [{up_to: 10, rate: 200}, {rate: 0}]}, {id: administration, rate: 0, minimum: 5}]
    examples: [{given: {pupils: 10, schools: 1}, expect: {platform: 600}}]
  - version: "6"
    extends: "5"
    components: [{id: administration, rate: 0.12, minimum: 8}]
    examples: [{given: {pupils: 10, schools: 1}, expect: {platform: 600}}]
`, []string{
			"5:39 rates/moved the rate of component `platform` goes from 0.60 to 60 (+9900%) since tariff `4`",
			"5:64 rates/moved the rate of component `support` goes from 0.18 to 0.08 (−56%) since tariff `4`",
			"5:136 rates/moved the rate of component `audit`, from unit 11 on, goes from 300 to 0 (−100%) since tariff `4`",
			"5:201 rates/moved the rate of component `administration` goes from 0.12 to 0 (−100%) since tariff `4`",
			"9:45 rates/moved the rate of component `administration` goes from 0 to 0.12 since tariff `5`",
			"9:60 rates/moved the minimum of component `administration` goes from 5.00 to 8.00 (+60%) since tariff `5`",
		}},
		{"the last in force before tells, not the one extended", `  - {version: "5", extends: "4", status: adopted, dated: 2026-01-01, from: 2027-01-01, source: vote, components: [{id: platform, rate: 0.85}], examples: [{given: {pupils: 1}, expect: {}}]}
  - {version: "6", extends: "4", from: 2028-01-01, components: [{id: platform, rate: 1}], examples: [{given: {pupils: 1}, expect: {}}]}
`, nil},
		{"gaps", `  - {version: "5", extends: "4", status: adopted, dated: 2026-01-01, from: 2027-01-01, to: 2027-12-30, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
  - {version: "6", extends: "4", status: adopted, dated: 2026-01-01, from: 2028-01-01, to: 2028-12-31, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
  - {version: "7", extends: "4", status: adopted, dated: 2026-01-01, from: 2030-01-01, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
`, []string{
			"4:76 rates/gap no adopted tariff is in force on 31 December 2027, between `5` and `6`",
			"5:76 rates/gap no adopted tariff is in force from 1 January 2029 to 31 December 2029, between `6` and `7`",
		}},
		{"overlaps", `  - {version: "5", extends: "4", status: adopted, dated: 2026-01-01, from: 2027-01-01, to: 2030-12-31, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
  - {version: "6", extends: "4", status: adopted, dated: 2026-01-01, from: 2028-01-01, to: 2028-12-31, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
  - {version: "7", extends: "4", status: adopted, dated: 2026-01-01, from: 2030-01-01, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
`, []string{
			"4:76 rates/overlap `6` and `5` are both in force from 1 January 2028 to 31 December 2028",
			"5:76 rates/overlap `7` and `5` are both in force from 1 January 2030 to 31 December 2030",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := file("f.yaml", "schema: entcalc/rates/1\ntariffs:\n"+tt.tariff)
			tariffs := mustLoad(t, f)
			var found diag.List
			tariffs.Review([]string{"f.yaml", "f.yaml"}, &found)
			var got []string
			for _, d := range found.All() {
				place := d.Place
				place.File = ""
				got = append(got, place.String()[1:]+" "+d.Text.Code+" "+d.Text.In(text.English))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
			if found.Errors() > 0 {
				t.Error("errors, without --strict")
			}
		})
	}
}

// What two files make together is told once, in a file that is reviewed.
func TestReviewTwoFiles(t *testing.T) {
	first := file("first.yaml", `schema: entcalc/rates/1
tariffs:
  - {version: "5", extends: "4", status: adopted, dated: 2026-01-01, from: 2027-01-01, to: 2027-12-31, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
`)
	second := file("second.yaml", `schema: entcalc/rates/1
tariffs:
  - {version: "6", extends: "4", status: adopted, dated: 2026-01-01, from: 2029-01-01, source: vote, examples: [{given: {pupils: 1}, expect: {}}]}
`)
	tariffs := mustLoad(t, first, second)
	for _, tt := range []struct{ names, want []string }{
		{[]string{"first.yaml"}, []string{"first.yaml:3:92"}},
		{[]string{"second.yaml"}, []string{"second.yaml:3:76"}},
		{[]string{"first.yaml", "second.yaml"}, []string{"second.yaml:3:76"}},
		{nil, nil},
	} {
		found := diag.List{Strict: true}
		tariffs.Review(tt.names, &found)
		var got []string
		for _, d := range found.All() {
			got = append(got, d.Place.String())
		}
		if d := cmp.Diff(tt.want, got); d != "" || found.Errors() != len(tt.want) {
			t.Errorf("%v: %s, %d errors", tt.names, d, found.Errors())
		}
	}
}

// The tariffs that the program carries give nothing to say.
func TestReviewEmbedded(t *testing.T) {
	var found diag.List
	mustLoad(t).Review([]string{""}, &found)
	if len(found.All()) > 0 {
		t.Error(found.All())
	}
}
