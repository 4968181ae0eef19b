package letterhead

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/text"
)

func TestSet(t *testing.T) {
	var got Letterhead
	for _, p := range [][2]string{
		{"name", " Syndicat mixte\u00a0X "},
		{"siret", "200 030\u00a0633\u202f00016"},
		{"address", "1, rue Y \r\n59000 Lille\n\n"},
		{"logo", "a/logo.png"},
		{"signatory", "Le Président,\nM. Z"},
		{"place", "Lille"},
		{"nature", "74748"},
		{"function", "212"},
		{"before", "Vu le code\tgénéral…\n\nConsidérant…\n"},
		{"after", "a=b"},
	} {
		if m := got.Set(p[0], p[1]); m != nil {
			t.Error(p, *m)
		}
	}
	want := Letterhead{
		Name: "Syndicat mixte\u00a0X", SIRET: "20003063300016", Address: "1, rue Y\n59000 Lille", Logo: Logo{File: "a/logo.png"},
		Signatory: "Le Président,\nM. Z", Place: "Lille", Nature: "74748", Function: "212",
		Before: "Vu le code général…\n\nConsidérant…", After: "a=b",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Every key has its own place.
func TestKeys(t *testing.T) {
	var l Letterhead
	places := map[*string]string{}
	for _, key := range Keys() {
		at := l.value(key)
		if other, taken := places[at]; at == nil || taken {
			t.Errorf("%s: %v %s", key, at, other)
		}
		places[at] = key
	}
}

func TestSetRefuses(t *testing.T) {
	for _, tt := range []struct{ key, value, want string }{
		{"nmae", "x", "letterhead/unknown"},
		{"", "x", "letterhead/unknown"},
		{"place", "x", "letterhead/twice"},
		{"name", " \n\t", "letterhead/blank"},
		{"name", "a\nb", "letterhead/lines"},
		{"address", strings.Repeat("a\n", 11), "letterhead/lines"},
		{"address", strings.Repeat("a\n", 10), ""},
		{"name", strings.Repeat("é", 201), "letterhead/too-long"},
		{"name", strings.Repeat("é", 200), ""},
		{"before", strings.Repeat("é\n", 61), "letterhead/lines"},
		{"after", strings.Repeat("é\n", 60), ""},
		{"before", strings.Repeat("é", 2001), "letterhead/too-long"},
		{"before", strings.Repeat("é", 2000), ""},
		{"name", "a\u202eb", "letterhead/invisible"},
		{"after", "a\u200bb", "letterhead/invisible"},
		{"after", "a\x00b", "letterhead/invisible"},
		{"after", "a\xffb", "letterhead/invisible"},
		{"siret", "20003063300017", "letterhead/siret"},
		{"siret", "200030633", "letterhead/siret"},
		{"siret", "20003063300016\n", ""},
		{"siret", "00000000000000", "letterhead/siret"},
		{"siret", "２0003063300016", "letterhead/siret"},
		{"siret", "12345678300018", "letterhead/siret"}, // its own key is right, that of its SIREN is not
	} {
		l := Letterhead{Place: "Lille"}
		got := ""
		if m := l.Set(tt.key, tt.value); m != nil {
			got = m.Code
		}
		if got != tt.want {
			t.Errorf("%s=%.20q: %s, want %s", tt.key, tt.value, got, tt.want)
		}
		if tt.want != "" && !cmp.Equal(l, Letterhead{Place: "Lille"}) {
			t.Errorf("%s=%.20q: it is set", tt.key, tt.value)
		}
	}
}

// A French word for a key is told from a slip.
func TestUnknownKey(t *testing.T) {
	for key, want := range map[string]string{
		"nom": "name", "Adresse": "address", "signataires": "signatory", "lieu": "place", "fonction": "function",
		"après": "after", "visas": "before", "nmae": "name", "zzz": "siret, address",
	} {
		var l Letterhead
		if m := l.Set(key, "x"); m == nil || !strings.Contains(m.Hint(text.English), want) {
			t.Errorf("%s: %v, want %s", key, m, want)
		}
	}
}
