package report

import (
	"io"
	"strconv"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Summary writes what `validate` found in valid counts: for each file, rows read = kept
// + left out, and what was detected; then how many EPCIs, the totals of each count, of
// costs and subsidies, and the tariff that they were checked against.
func Summary(w io.Writer, r Run) error {
	t := newTerminal(w, r.Lang, r.Width, r.Color)
	for _, in := range r.Inputs {
		t.heading(t.fileTitle(in))
		switch {
		case in.OfSchools():
			t.fact(text.KeptWord(), t.keptSchools(r, in))
			t.leftOut(in)
		case in.Rows > 0:
			t.fact(text.RowsWord(), t.rowsRead(in))
		}
		t.fact(text.DetectedWord(), text.List(t.detected(in)))
		t.fact(text.FingerprintWord(), in.SHA256)
		t.blank()
	}
	t.declaredTotals(r.Statement)
	if r.Year != 0 {
		t.fact(text.YearWord(), strconv.Itoa(r.Year))
	}
	t.fact(text.CompositionWord(), t.composition(r))
	t.tariff(r)
	t.blank()
	t.heading(t.say(text.Valid()))
	return t.b.Flush()
}

// fileTitle names a file, and, unless it is of counts, what it was read for.
func (t *terminal) fileTitle(in counts.Input) string {
	name := t.fileName(in)
	if role := roleWord(in); role != text.FileWord() {
		return t.say(text.Labelled(t.say(role), name))
	}
	return name
}

// declaredTotals writes the totals of what was declared. Counts of what is new are
// shown where the files have them (R2).
func (t *terminal) declaredTotals(s *pricing.Statement) {
	var rows []tableRow
	add := func(label, total string) { rows = append(rows, tableRow{cells: []string{label, total}}) }
	add(t.say(text.EPCIsWord()), t.count(pricing.Quantity(len(s.Contributions))))
	for _, b := range countedBases(s) {
		if s.New == "" || !b.Once() {
			add(text.Safe(basisTitle(s.Tariff, b, t.lang)), t.count(s.Totals.Counts[b]))
		}
	}
	for i := range s.Totals.Items {
		if item := &s.Totals.Items[i]; item.Component.Basis == pricing.AtCost {
			add(t.component(item.Component), t.euros(item.Cost))
		}
	}
	if s.Totals.Subsidy != 0 {
		add(t.say(text.SubsidyWord()), t.euros(s.Totals.Subsidy))
	}
	if sum, n := votedSum(s); n > 0 {
		add(t.say(text.VotedBy(n)), t.euros(sum))
	}
	t.rows([]column{{gives: wraps}, {right: true}}, rows)
	t.blank()
	if s.New != "" {
		t.fact(text.NewWord(), t.say(text.NotCountedApart()))
	}
}
