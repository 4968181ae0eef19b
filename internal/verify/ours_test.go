package verify

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Whatever the tariff and the counts, what entcalc writes verifies clean, in each format
// that says figures.
func TestOurs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tariff, rows := drawTariff(t), []pricing.Counts{}
		for i := range rapid.IntRange(1, 4).Draw(t, "rows") {
			rows = append(rows, drawRow(t, tariff, i))
		}
		options := pricing.Options{New: rapid.SampledFrom([]pricing.NewRule{pricing.AllNew, pricing.NoneNew}).Draw(t, "new")}
		s, err := pricing.Price(tariff, rows, options)
		if err != nil {
			t.Skip(err)
		}
		lang := rapid.SampledFrom([]text.Lang{text.French, text.English}).Draw(t, "language")
		run := report.Run{Statement: &s, Year: 2026, ChosenBy: "year", Lang: lang}
		if rapid.Bool().Draw(t, "call") {
			i := rapid.IntRange(0, len(rows)-1).Draw(t, "of")
			run, rows = run.CallOf(i), rows[i:i+1]
		}
		for _, f := range report.Formats() {
			if f.Name == "table" || f.Name == "md" {
				continue
			}
			var b bytes.Buffer
			if err := f.Write(&b, run); err != nil {
				t.Fatal(err)
			}
			document := b.Bytes()
			if calc, format, err := report.Carried(document); format.Name != "" { // which it shows
				differs, _, faceErr := report.FaceDiffers(s.Tariff, format, document, calc)
				if err != nil || faceErr != nil || len(differs) > 0 {
					t.Fatalf("%s: %v, %v, %+v", f.Name, err, faceErr, differs)
				}
				document = calc
			}
			var inputs *Inputs
			if f.Name == "csv-fr" { // which does not tell units
				inputs = &Inputs{Rows: rows, Statement: run.Statement}
			}
			r := checked(t, document, tariff, Terms{Options: options, Inputs: inputs})
			if len(r.Findings) > 0 || r.Checked == 0 {
				var words bytes.Buffer
				_ = r.WriteText(&words, text.English)
				t.Fatalf("%s\n%s\n%+v", f.Name, words.String(), rows)
			}
		}
	})
}

// Whatever a member is called, and whatever is remarked, in a table without SIRENs too, a
// wrong amount of its row is found, and nothing else.
func TestNoMemberIsATotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "rows")
		wrong := rapid.IntRange(0, n-1).Draw(t, "wrong")
		keyed := rapid.Bool().Draw(t, "keyed")
		table := "EPCI;Élèves;Plateforme ENT;Assistance;Net;Remarque\n"
		if keyed {
			table = "SIREN;" + table
		}
		sum := 0
		for i := range n {
			pupils := 100 * rapid.IntRange(1, 90).Draw(t, "pupils")
			platform := pupils * 60 / 100
			if i == wrong {
				platform += 7
			}
			sum += platform
			if keyed {
				table += []string{"200030633", "200042190", "200043321", "243500139"}[i] + ";"
			}
			name := rapid.SampledFrom([]string{"CC Vivre Ensemble", "Le Total", "CC du Test"}).Draw(t, "name") + " " + strconv.Itoa(i)
			remark := rapid.SampledFrom([]string{"", "montant total revu en mars", "total à revoir", "Ensemble"}).Draw(t, "remark")
			table += fmt.Sprintf("%s;%d;%d;%d;%d;%s\n", name, pupils, platform, pupils*18/100, platform+pupils*18/100, remark)
		}
		total := rapid.SampledFrom([]string{"TOTAL", "Total général", "Sous-total", "Ensemble des EPCI"}).Draw(t, "total")
		if keyed {
			table += rapid.SampledFrom([]string{"", "TOTAL"}).Draw(t, "key") + ";"
		}
		table += fmt.Sprintf("%s;;%d;;;\n", total, sum)
		got := told(checked(t, []byte(table), version4(), Terms{Options: pricing.Options{New: pricing.NoneNew}}))
		if len(got) != 1 || !strings.HasPrefix(got[0], ":"+strconv.Itoa(wrong+2)+":") || !strings.Contains(got[0], "amount platform") {
			t.Fatalf("%s\n%q", table, got)
		}
	})
}

// fataler is a test, or a drawn one.
type fataler interface {
	Fatal(...any)
	Fatalf(string, ...any)
	Helper()
}

// checked reads and checks an annex.
func checked(t fataler, document []byte, tariff *pricing.Tariff, terms Terms) Result {
	t.Helper()
	var found diag.List
	pick := picks(tariff)
	var a *Annex
	var err error
	if bytes.HasPrefix(document, []byte("{")) {
		a, err = ReadCalc("annexe.json", document, pick, &found)
	} else {
		a, err = Read(Options{Name: "-", Data: document}, []*pricing.Tariff{tariff}, pick, &found)
	}
	if err != nil {
		t.Fatalf("%v %v", err, words(&found))
	}
	r, err := Check(a, terms, &found)
	if err != nil {
		t.Fatalf("%v %v", err, words(&found))
	}
	return r
}

// picks chooses a tariff, whatever the year.
func picks(tariff *pricing.Tariff) Pick {
	return func(int, string) (*pricing.Tariff, error) { return tariff, nil }
}

func words(found *diag.List) (all []string) {
	for _, d := range found.All() {
		all = append(all, d.Place.String()+": "+d.Text.In(text.English))
	}
	return all
}

// drawTariff gives a tariff of every kind of component.
func drawTariff(t *rapid.T) *pricing.Tariff {
	tariff := &pricing.Tariff{
		Version: "drawn", Adopted: true, From: "2020-01-01",
		Bases: []pricing.DeclaredBasis{{ID: "inhabitants", Label: map[string]string{"fr": "habitants", "en": "inhabitants"}}},
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "components") {
		name := string(rune('a' + i))
		c := pricing.Component{ID: "lot-" + name + "x", Label: map[string]string{"fr": "Lot " + name + "x", "en": "Piece " + name + "x"}}
		c.Basis = rapid.SampledFrom([]pricing.Basis{
			pricing.Pupils, pricing.Schools, pricing.NewPupils, pricing.NewSchools, pricing.EPCI, pricing.AtCost, "inhabitants",
		}).Draw(t, "basis")
		if i == 0 { // else an annex may have nothing to check
			c.Basis = pricing.Schools
		}
		if c.Basis != pricing.AtCost {
			c.Optional, c.Volume = i > 0 && rapid.Bool().Draw(t, "optional"), rapid.Bool().Draw(t, "volume")
			if rapid.Bool().Draw(t, "tiers") {
				c.Tiers = append(c.Tiers, pricing.Tier{UpTo: pricing.Quantity(rapid.IntRange(1, 900).Draw(t, "up to")), Rate: drawRate(t)})
			}
			c.Tiers = append(c.Tiers, pricing.Tier{Rate: drawRate(t)})
		}
		if rapid.Bool().Draw(t, "minimum") {
			low := pricing.Cents(rapid.IntRange(0, 50_000).Draw(t, "low"))
			c.Minimum = &low
		} else if rapid.Bool().Draw(t, "maximum") {
			high := pricing.Cents(rapid.IntRange(0, 50_000).Draw(t, "high"))
			c.Maximum = &high
		}
		tariff.Components = append(tariff.Components, c)
	}
	return tariff
}

func drawRate(t *rapid.T) pricing.Rate {
	r, err := pricing.ParseRate(rapid.StringMatching(`[0-9]\.[0-9]{1,4}`).Draw(t, "rate"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// drawRow gives the counts of a member.
func drawRow(t *rapid.T, tariff *pricing.Tariff, i int) pricing.Counts {
	count := func(most int) pricing.Quantity {
		return pricing.Quantity(rapid.IntRange(0, most).Draw(t, "count"))
	}
	row := pricing.Counts{
		SIREN: []string{"200030633", "200042190", "200043321", "243500139"}[i], Name: "EPCI n° " + strconv.Itoa(i),
		Of:     map[pricing.Basis]pricing.Quantity{pricing.Pupils: count(5000), pricing.Schools: count(50), "inhabitants": count(50_000)},
		Chosen: make(map[string]bool), Declared: make(map[string]pricing.Quantity), Costs: make(map[string][]pricing.Cost),
	}
	for k := range tariff.Components {
		c := &tariff.Components[k]
		switch {
		case c.Basis == pricing.AtCost:
			for range rapid.IntRange(0, 2).Draw(t, "costs") {
				cost := pricing.Cost{Amount: pricing.Cents(count(90_000)), Label: rapid.SampledFrom([]string{"", "session"}).Draw(t, "label")}
				row.Costs[c.ID] = append(row.Costs[c.ID], cost)
			}
		case c.Optional:
			row.Chosen[c.ID] = rapid.Bool().Draw(t, "chosen")
		}
		charged := c.Basis.Counted() && (!c.Optional || row.Chosen[c.ID])
		if charged && c.Minimum == nil && rapid.IntRange(0, 2).Draw(t, "declares") == 0 {
			row.Declared[c.ID] = min(count(20), row.Of[c.Basis.Whole()])
		}
	}
	if rapid.Bool().Draw(t, "the assembly voted another amount") {
		voted := pricing.Cents(count(900_000))
		row.Voted = &voted
	}
	return row
}
