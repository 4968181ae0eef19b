package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/text"
)

// The call of one member begins with what it owes, line by line, and has what is signed; no
// chart compares it with itself.
func TestWorkbookCall(t *testing.T) {
	signed := signedRun(t)
	signed.Letterhead.Logo = logo()
	for name, tt := range map[string]struct {
		r      Run
		sheets []string
		has    []string
	}{
		"voted": {signed.CallOf(2), []string{"Appel", "Tarifs", "Synthèse", "Contrôles", "Sources"}, []string{
			"||Part|Assiette|Quantité|Tarif|Montant|Périodicité|Article|Précision\n", "|Net|", "|Voté|", "|Écart|",
			"mille cinq cents euros", "Redevable\u00a0: ",
		}},
		"schools": {wavesRun(text.French).CallOf(0), []string{"Appel", "Écoles", "Tarifs", "Synthèse", "Contrôles", "Sources"}, []string{"|Net|", "Arrêté le présent appel"}},
	} {
		document := written(t, workbook(), tt.r)
		f := opened(t, document)
		if got := f.GetSheetList(); !slices.Equal(got, tt.sheets) {
			t.Errorf("%s: %v", name, got)
		}
		face := rowsOf(t, document, "Appel")
		face = strings.Replace(face, "SIREN|EPCI|", "||", 1)
		for _, words := range tt.has {
			if !strings.Contains(face, words) {
				t.Errorf("%s lacks %q:\n%s", name, words, face)
			}
		}
		for _, column := range []string{"A", "B"} { // the head says whose lines they are
			if visible, err := f.GetColVisible("Appel", column); err != nil || visible {
				t.Errorf("%s: column %s is shown (%v)", name, column, err)
			}
		}
	}
}

// The logo is the picture that was given, in proportion, and is said to those who do not see
// it.
func TestWorkbookLogo(t *testing.T) {
	r := signedRun(t)
	r.Letterhead.Logo = logo()
	for sheet, run := range map[string]Run{"Synthèse": r, "Appel": r.CallOf(0)} {
		f := opened(t, written(t, workbook(), run))
		at := map[string]string{"Synthèse": "A1", "Appel": "C1"}[sheet]
		pictures, err := f.GetPictures(sheet, at)
		if err != nil || len(pictures) != 1 || !bytes.Equal(pictures[0].File, r.Letterhead.Logo.PNG) {
			t.Fatalf("%s: %d pictures (%v)", sheet, len(pictures), err)
		}
		if !strings.Contains(pictures[0].Format.AltText, "Syndicat mixte") {
			t.Errorf("%s: %q", sheet, pictures[0].Format.AltText)
		}
	}
	for _, tt := range []struct{ w, h, width, height int }{
		{300, 120, 135, 54}, {120, 300, 21, 54}, {4000, 10, 150, 1}, {1, 4000, 1, 54}, {0, 0, 0, 0},
	} {
		b := &book{Run: r}
		b.Letterhead.Logo.Width, b.Letterhead.Logo.Height = tt.w, tt.h
		if w, h := b.logoSize(); w != tt.width || h != tt.height {
			t.Errorf("%d × %d: %d × %d", tt.w, tt.h, w, h)
		}
	}
}
