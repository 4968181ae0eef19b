package verify

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
)

// Carried makes of a result of a calc document that of the file which carries it, for people
// to read: at is its place, and differs what it shows otherwise than it carries, of so many
// figures that it shows. Places within the calc document are nowhere in the file.
func (r *Result) Carried(at diag.Place, file []byte, differs []report.Difference, shown int) {
	sum := sha256.Sum256(file)
	r.Annex.SHA256 = hex.EncodeToString(sum[:])
	for i := range r.Findings {
		r.Findings[i].At = at
	}
	for _, d := range differs {
		r.Findings = append(r.Findings, Finding{
			Code: codeFace, SIREN: d.SIREN, Field: d.Field, At: at, Found: d.Was, Expected: d.Is,
			Reason: text.Phrase{FR: d.Text.In(text.French), EN: d.Text.In(text.English)},
		})
	}
	r.Checked += shown
}
