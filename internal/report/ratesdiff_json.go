package report

import (
	"encoding/json"
	"io"
)

// ratesDiffJSON is entcalc/rates-diff/1.
type ratesDiffJSON struct {
	Schema  string             `json:"schema"`
	From    diffedJSON         `json:"from"`
	To      diffedJSON         `json:"to"`
	Same    bool               `json:"same"`
	Changes []tariffChangeJSON `json:"changes"`
}

// diffedJSON says which tariff is compared.
type diffedJSON struct {
	Version string  `json:"version"`
	Status  string  `json:"status"`
	Title   *string `json:"title"`
	File    string  `json:"file"`
	SHA256  string  `json:"sha256"`
}

type tariffChangeJSON struct {
	Of      string  `json:"of"`
	ID      *string `json:"id"`
	Key     *string `json:"key"`
	From    any     `json:"from"`
	To      any     `json:"to"`
	Change  *string `json:"change"`
	Percent *string `json:"percent"`
}

// RatesDiffJSON writes for programs what [RatesDiffTable] says.
func RatesDiffJSON(w io.Writer, d RatesDiff) error {
	side := func(r TariffRow) diffedJSON {
		return diffedJSON{r.Tariff.Version, statusOf(r.Tariff), orNull(inLanguage(r.Tariff.Title, d.Lang)), r.File, tariffSHA256(r.Tariff)}
	}
	doc := ratesDiffJSON{"entcalc/rates-diff/1", side(d.From), side(d.To), d.Same(), []tariffChangeJSON{}}
	for _, c := range d.Changes {
		doc.Changes = append(doc.Changes, tariffChangeJSON{
			c.Of, orNull(c.ID), orNull(c.Key), c.From, c.To, orNull(c.Change), orNull(c.Percent),
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}
