package report

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// carriers are the formats that carry the calc document.
func carriers(t *testing.T) (all []Format[Run]) {
	t.Helper()
	for _, name := range []string{"pdf", "html"} {
		f, ok := ByName(name, Formats())
		if !ok {
			t.Fatal("no format " + name)
		}
		all = append(all, f)
	}
	return all
}

// carryingRuns are all runs, and the calls of each.
func carryingRuns() map[string]Run {
	runs := allRuns()
	for name, r := range allRuns() {
		for i := range r.Statement.Contributions {
			runs[name+" call "+string(rune('0'+i))] = r.CallOf(i)
		}
	}
	return runs
}

// A document for people carries the JSON of its run, and shows nothing otherwise; the JSON
// is read back as any other.
func TestCarried(t *testing.T) {
	for _, f := range carriers(t) {
		for name, r := range carryingRuns() {
			document := written(t, f, r)
			calc, format, err := Carried(document)
			if err != nil || format != f.Name {
				t.Errorf("%s, %s: %q, %v", f.Name, name, format, err)
				continue
			}
			if !reflect.DeepEqual(tree(calc), tree(written(t, asJSON(), r))) {
				t.Errorf("%s, %s: it carries another document", f.Name, name)
			}
			var found diag.List
			if _, ok := Reread("x", calc, text.French, &found); !ok {
				t.Errorf("%s, %s: cannot be read again: %v", f.Name, name, found.All())
			}
			differs, compared, err := FaceDiffers(r.Statement.Tariff, format, document, calc)
			if err != nil || compared == 0 && len(r.Statement.Contributions) > 0 {
				t.Errorf("%s, %s: %d compared, %v", f.Name, name, compared, err)
			}
			for _, d := range differs {
				t.Errorf("%s, %s: %s", f.Name, name, d.Text.In(text.English))
			}
		}
	}
}

// What is carried otherwise than it is shown is found: an amount, a count, a name, an EPCI
// that one of both lacks.
func TestFaceDiffers(t *testing.T) {
	r := sampleRun(text.French)
	calc := written(t, asJSON(), r)
	for _, f := range carriers(t) {
		document := written(t, f, r)
		for _, tt := range []struct{ old, fresh, want string }{
			{`"net":"1000`, `"net":"1001`, ""},
			{`"quantity":"26403","rate":"0.60","amount":"15841.80"`, `"quantity":"26404","rate":"0.60","amount":"15841.81"`, "platform.quantity platform"},
			{"Rennes", "Renne", "epci.name"},
			{`"siren":"243500139"`, `"siren":"243500550"`, " "},
			{`"pupils":26403`, `"pupils":26404`, "pupils"},
		} {
			if !bytes.Contains(calc, []byte(tt.old)) {
				continue
			}
			other := bytes.Replace(calc, []byte(tt.old), []byte(tt.fresh), 1)
			differs, _, err := FaceDiffers(r.Statement.Tariff, f.Name, document, other)
			var fields []string
			for _, d := range differs {
				fields = append(fields, d.Field)
				if d.Text.Code != "verify/face" {
					t.Errorf("%s: %v", f.Name, d)
				}
			}
			if got := strings.Join(fields, " "); err != nil || got != tt.want {
				t.Errorf("%s, %s: %q, %v, want %q", f.Name, tt.fresh, got, err, tt.want)
			}
		}
	}
}

// What carries nothing says so, whatever it is.
func TestCarriedNothing(t *testing.T) {
	for _, tt := range []struct{ document, format string }{
		{"%PDF-1.4\n", "pdf"}, {"<!DOCTYPE html><p>x", "html"}, {"\ufeff\n <!doctype HTML>", "html"}, {"{}", ""}, {"", ""},
	} {
		calc, format, err := Carried([]byte(tt.document))
		if format != tt.format || len(calc) > 0 || (err == nil) != (format == "") {
			t.Errorf("%q: %q, %q, %v", tt.document, calc, format, err)
		}
	}
}
