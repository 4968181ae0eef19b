package report

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// A tariffOfStatement is the tariff of a calc document, as used.
type tariffOfStatement struct {
	Version, Status, Title, Dated, Source string
	ChosenBy                              string `json:"chosen_by"`
	Changes                               []changeOfStatement
	Bases                                 orderedBases
	Components                            []componentJSON
}

type changeOfStatement struct {
	Component string
	From      json.RawMessage // a rate, or tiers
	To        *string
}

// orderedBases are the declared bases in the order of the document.
type orderedBases []pricing.DeclaredBasis

// UnmarshalJSON keeps the order of the keys, which a map would lose.
func (b *orderedBases) UnmarshalJSON(document []byte) error {
	d := json.NewDecoder(bytes.NewReader(document))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return &json.UnmarshalTypeError{Value: "no object", Field: "rates.bases"}
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		var value basisJSON
		if err := d.Decode(&value); err != nil {
			return err
		}
		id, _ := key.(string) // keys are
		*b = append(*b, pricing.DeclaredBasis{ID: pricing.Basis(id), Label: value.Label, Columns: value.Columns})
	}
	return nil
}

// statement makes what the document holds, without its sums.
func (d *rereader) statement(doc *statementJSON) *pricing.Statement {
	s := &pricing.Statement{Tariff: d.tariff(&doc.Rates), New: doc.Options.New}
	s.Options = pricing.Options{With: doc.Options.With, Without: doc.Options.Without, New: doc.Options.New}
	if doc.Year != 0 && (doc.Year < 1900 || doc.Year > 2999) {
		d.fault("year", strconv.Itoa(doc.Year))
	}
	if s.Options.New == "" {
		s.Options.New = pricing.AllNew
	}
	for i := range doc.Rates.Changes {
		change := d.change(s.Tariff, &doc.Rates.Changes[i], "rates.changes["+strconv.Itoa(i)+"]")
		s.Changes = append(s.Changes, change)
		if change.To != nil {
			s.Options.Set = append(s.Options.Set, pricing.SetRate{Component: change.Component, Rate: *change.To})
		}
	}
	for i := range doc.EPCIs {
		s.Contributions = append(s.Contributions, d.contribution(s.Tariff, &doc.EPCIs[i], "epcis["+strconv.Itoa(i)+"]"))
	}
	return s
}

// tariff makes the tariff, which pricing takes as sound: it is checked here.
func (d *rereader) tariff(j *tariffOfStatement) *pricing.Tariff {
	t := &pricing.Tariff{
		Version: j.Version, Adopted: j.Status == "adopted", Source: j.Source, Dated: pricing.Date(j.Dated), Bases: j.Bases,
	}
	if j.Title != "" { // in the language of the document
		t.Title = map[string]string{string(text.French): j.Title, string(text.English): j.Title}
	}
	for i := range j.Components {
		path := "rates.components[" + strconv.Itoa(i) + "]"
		c := d.component(&j.Components[i], path)
		if t.Component(c.ID) != nil {
			d.fault(path+".id", c.ID)
		}
		if c.Basis.Counted() && !knows(t, c.Basis) {
			d.fault(path+".basis", string(c.Basis))
		}
		t.Components = append(t.Components, c)
	}
	return t
}

// knows tells whether a count is one of a tariff.
func knows(t *pricing.Tariff, basis pricing.Basis) bool {
	for _, b := range bases(t) {
		if b == basis {
			return true
		}
	}
	return false
}

func (d *rereader) component(j *componentJSON, path string) pricing.Component {
	c := pricing.Component{
		ID: j.ID, Article: j.Article, Label: j.Label, Basis: j.Basis, Optional: j.Optional, Columns: j.Columns,
		Volume:  j.Tiering == "volume",
		Minimum: d.bound(j.Minimum, path+".minimum"), Maximum: d.bound(j.Maximum, path+".maximum"),
	}
	if j.Rate != "" {
		c.Tiers = []pricing.Tier{{Rate: d.rate(j.Rate, path+".rate")}}
	} else {
		c.Tiers = d.tiers(j.Tiers, path+".tiers")
	}
	if (c.Basis == pricing.AtCost) != (len(c.Tiers) == 0) {
		d.fault(path+".rate", j.Rate)
	}
	return c
}

// tiers checks that they ascend, and that only the last has no bound.
func (d *rereader) tiers(all []tierJSON, path string) []pricing.Tier {
	var tiers []pricing.Tier
	var before pricing.Quantity
	for i, t := range all {
		at := path + "[" + strconv.Itoa(i) + "]"
		last := i == len(all)-1
		if last != (t.UpTo == 0) || !last && (t.UpTo <= before || t.UpTo > pricing.MaxQuantity) {
			d.fault(at+".up_to", strconv.FormatInt(int64(t.UpTo), 10))
		}
		before = t.UpTo
		tiers = append(tiers, pricing.Tier{UpTo: t.UpTo, Rate: d.rate(t.Rate, at+".rate")})
	}
	return tiers
}

func (d *rereader) bound(euros, path string) *pricing.Cents {
	if euros == "" {
		return nil
	}
	c := d.cents(euros, path)
	return &c
}

func (d *rereader) rate(s, path string) pricing.Rate {
	r, err := pricing.ParseRate(s)
	if err != nil {
		d.fault(path, s)
	}
	return r
}

func (d *rereader) cents(s, path string) pricing.Cents {
	c, err := pricing.ParseCents(s)
	if err != nil {
		d.fault(path, s)
	}
	return c
}

// change makes what makes a simulation. The document does not tell how tiers that were
// replaced had been applied; of a component left out, the tariff does.
func (d *rereader) change(t *pricing.Tariff, j *changeOfStatement, path string) pricing.Change {
	change := pricing.Change{Component: j.Component}
	c := t.Component(j.Component)
	if c == nil {
		d.fault(path+".component", j.Component)
		return change
	}
	var rate string
	var tiers []tierJSON
	switch {
	case json.Unmarshal(j.From, &rate) == nil:
		if c.Basis != pricing.AtCost {
			change.From = []pricing.Tier{{Rate: d.rate(rate, path+".from")}}
		}
	case json.Unmarshal(j.From, &tiers) == nil:
		change.From = d.tiers(tiers, path+".from")
	default:
		d.fault(path+".from", string(j.From))
	}
	if j.To == nil {
		change.Volume = c.Volume
		return change
	}
	to := d.rate(*j.To, path+".to")
	change.To = &to
	return change
}
