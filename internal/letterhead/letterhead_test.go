package letterhead

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
)

func TestRead(t *testing.T) {
	at := diag.Place{File: "entcalc.yaml", Line: 3, Column: 3}
	got, logo, err := Read([]Pair{
		{"name", " Syndicat mixte\u00a0X ", at},
		{"siret", "200 030\u00a0633\u202f00016", at},
		{"address", "1, rue Y \r\n59000 Lille\n\n", at},
		{"logo", "a/logo.png", at},
		{"signatory", "Le Président,\nM. Z", diag.Place{}},
		{"place", "Lille", at},
		{"nature", "74748", at},
		{"function", "212", at},
		{"before", "Vu le code\tgénéral…\n\nConsidérant…\n", at},
		{"after", "a=b", at},
	})
	want := report.Letterhead{
		Name: "Syndicat mixte\u00a0X", SIRET: "20003063300016", Address: "1, rue Y\n59000 Lille", Signatory: "Le Président,\nM. Z",
		Place: "Lille", Nature: "74748", Function: "212", Before: "Vu le code général…\n\nConsidérant…", After: "a=b",
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil || logo != "a/logo.png" {
		t.Errorf("%v %s\n%s", err, logo, diff)
	}
}

func TestReadRefuses(t *testing.T) {
	at := diag.Place{File: "entcalc.yaml", Line: 3, Column: 3}
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
		{"before", strings.Repeat("é\n", 1001), "letterhead/too-long"},
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
		_, _, err := Read([]Pair{{"place", "Lille", diag.Place{}}, {tt.key, tt.value, at}})
		var usage diag.Usage
		if errors.As(err, &usage); usage.Text.Code != tt.want || err != nil && usage.Place != at {
			t.Errorf("%s=%.20q: %v at %v, want %s", tt.key, tt.value, usage.Text.Code, usage.Place, tt.want)
		}
	}
}
