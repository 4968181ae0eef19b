package verify

import (
	"bytes"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Whatever an annex is, it is checked or refused, and told in words; a finding has a
// place and a code.
func FuzzVerify(f *testing.F) {
	f.Add([]byte(wideHeader + "200030633;A;1000;10;600,00;180,00;500,00;;;1280,00;80,00;1200,00\nTOTAL;;1000\n"))
	f.Add([]byte("siren;part;quantité;tarif;montant\n200030633;Plateforme ENT;1000;0,60;600\n;Total;;;600\n"))
	f.Add([]byte("epci,net\nRennes,\"1 234,50 €\"\n"))
	f.Add([]byte("epci;élèves;Plateforme ENT (0,60 €);Assistance;net;remarque\nCC Vivre Ensemble;1000;700,00;180,00;880;total revu\nSous-total;1000;700;180;880;\n"))
	f.Add([]byte(`{"schema":"entcalc/calc/1","epcis":[{"siren":"200030633","counts":{"pupils":1000},"items":[{"component":"platform","lines":[{"amount":"1e9"}]}]}],"totals":{}}`))
	tariff := version4()
	pick := picks(tariff)
	f.Fuzz(func(t *testing.T, document []byte) {
		var found diag.List
		var a *Annex
		var err error
		if bytes.HasPrefix(bytes.TrimSpace(document), []byte("{")) {
			a, err = ReadCalc("annexe.json", document, pick, &found)
		} else {
			a, err = Read(Options{Name: "-", Data: document}, []*pricing.Tariff{tariff}, pick, &found)
		}
		if err != nil {
			return
		}
		r, err := Check(a, Terms{Others: []*pricing.Tariff{version3()}}, &found)
		if err != nil {
			return
		}
		for _, finding := range r.Findings {
			if finding.Code == "" || finding.At.File == "" {
				t.Errorf("%+v", finding)
			}
		}
		var b bytes.Buffer
		if err := r.WriteText(&b, text.French); err != nil {
			t.Error(err)
		}
	})
}
