package report

import (
	"encoding/json"
	"io"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// tariffsJSON is entcalc/tariffs/1: tariffs as they are loaded, whole.
type tariffsJSON struct {
	Schema  string       `json:"schema"`
	Tariffs []tariffJSON `json:"tariffs"`
}

type tariffJSON struct {
	Version    string                      `json:"version"`
	Status     string                      `json:"status"`
	Title      *string                     `json:"title"`
	Dated      *string                     `json:"dated"`
	From       *string                     `json:"from"`
	To         *string                     `json:"to"`
	Source     *string                     `json:"source"`
	File       string                      `json:"file"`
	Default    bool                        `json:"default"`
	SHA256     string                      `json:"sha256"`
	Deployment *deploymentJSON             `json:"deployment"`
	Bases      map[pricing.Basis]basisJSON `json:"bases"`
	Components []componentJSON             `json:"components"`
}

type deploymentJSON struct {
	Years   int    `json:"years"`
	Article string `json:"article,omitempty"`
}

// TariffsJSON writes tariffs for programs: what [TariffsTable] and [TariffTable] show.
func TariffsJSON(w io.Writer, rows []TariffRow, l text.Lang) error {
	doc := tariffsJSON{Schema: "entcalc/tariffs/1", Tariffs: []tariffJSON{}}
	for _, r := range rows {
		doc.Tariffs = append(doc.Tariffs, newTariffJSON(r, l))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}

func newTariffJSON(r TariffRow, l text.Lang) tariffJSON {
	t := r.Tariff
	j := tariffJSON{
		Version: t.Version, Status: "draft", Title: orNull(inLanguage(t.Title, l)), Dated: orNull(string(t.Dated)),
		From: orNull(string(r.From)), To: orNull(string(r.To)), Source: orNull(t.Source),
		File: r.File, Default: r.Default, SHA256: tariffSHA256(t),
		Bases: make(map[pricing.Basis]basisJSON, len(t.Bases)), Components: []componentJSON{},
	}
	if t.Adopted {
		j.Status = "adopted"
	}
	if t.Deployment.Years > 0 {
		j.Deployment = &deploymentJSON{t.Deployment.Years, t.Deployment.Article}
	}
	for _, b := range t.Bases {
		j.Bases[b.ID] = basisJSON{b.Label, b.Columns}
	}
	for i := range t.Components {
		j.Components = append(j.Components, newComponentJSON(&t.Components[i]))
	}
	return j
}

// orNull is nil for a blank text.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
