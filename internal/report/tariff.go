package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A componentJSON is a component with the keys of the rate file, those that are set.
type componentJSON struct {
	ID       string            `json:"id"`
	Label    map[string]string `json:"label,omitempty"`
	Basis    pricing.Basis     `json:"basis"`
	Rate     string            `json:"rate,omitempty"`
	Tiers    []tierJSON        `json:"tiers,omitempty"`
	Tiering  string            `json:"tiering,omitempty"`
	Minimum  string            `json:"minimum,omitempty"`
	Maximum  string            `json:"maximum,omitempty"`
	Optional bool              `json:"optional,omitempty"`
	Columns  []string          `json:"columns,omitempty"`
	Article  string            `json:"article,omitempty"`
}

type tierJSON struct {
	UpTo pricing.Quantity `json:"up_to,omitempty"`
	Rate string           `json:"rate"`
}

type basisJSON struct {
	Label   map[string]string `json:"label,omitempty"`
	Columns []string          `json:"columns,omitempty"`
}

func newComponentJSON(c *pricing.Component) componentJSON {
	j := componentJSON{
		ID: c.ID, Label: c.Label, Basis: c.Basis, Optional: c.Optional, Columns: c.Columns, Article: c.Article,
	}
	switch {
	case len(c.Tiers) == 1:
		j.Rate = c.Tiers[0].Rate.String()
	case len(c.Tiers) > 1:
		j.Tiers, j.Tiering = tiersJSON(c.Tiers), "graduated"
		if c.Volume {
			j.Tiering = "volume"
		}
	}
	if c.Minimum != nil {
		j.Minimum = c.Minimum.String()
	}
	if c.Maximum != nil {
		j.Maximum = c.Maximum.String()
	}
	return j
}

func tiersJSON(tiers []pricing.Tier) []tierJSON {
	all := make([]tierJSON, len(tiers))
	for i, t := range tiers {
		all[i] = tierJSON{t.UpTo, t.Rate.String()}
	}
	return all
}

// tariffSHA256 identifies what a tariff charges: it is the SHA-256, in hexadecimal, of
// its bases and components as the JSON has them, keys sorted, no spaces. Neither a
// comment in its file nor another version beside it changes it.
func tariffSHA256(t *pricing.Tariff) string {
	bases := make(map[pricing.Basis]basisJSON, len(t.Bases))
	for _, b := range t.Bases {
		bases[b.ID] = basisJSON{b.Label, b.Columns}
	}
	components := make([]componentJSON, len(t.Components))
	for i := range t.Components {
		components[i] = newComponentJSON(&t.Components[i])
	}
	sum := sha256.Sum256(sorted(map[string]any{"bases": bases, "components": components}))
	return hex.EncodeToString(sum[:])
}

// sorted gives a value's JSON with the keys of every object in order: those of maps
// are, so the objects of types become maps.
func sorted(v any) []byte {
	d := json.NewDecoder(bytes.NewReader(compact(v)))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		panic(fmt.Sprintf("report: JSON that does not read back: %v", err))
	}
	return compact(tree)
}

// compact gives the JSON of strings, booleans and whole numbers, without spaces and
// without escaping for HTML. These always have one: it panics otherwise.
func compact(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("report: not for JSON: %v", err))
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// labelIn gives a component's label, or its id where the rate file gives none.
func labelIn(c *pricing.Component, l text.Lang) string {
	if label := inLanguage(c.Label, l); label != "" {
		return label
	}
	return c.ID
}

// inLanguage gives a title or a label of the rate file in a language, or in the other
// one where it has no such text.
func inLanguage(words map[string]string, l text.Lang) string {
	for _, language := range []text.Lang{l, text.French, text.English} {
		if s := words[string(language)]; s != "" {
			return s
		}
	}
	return ""
}
