package report

import (
	"io"
	"slices"

	"github.com/entcalc/entcalc/pricing"
)

// chunk is how many bytes are gathered before they are written.
const chunk = 1 << 16

// An output gathers what programs read, byte after byte, and writes it in chunks.
type output struct {
	w   io.Writer
	b   []byte
	err error // the first that w gave
}

func newOutput(w io.Writer) output { return output{w: w, b: make([]byte, 0, chunk+chunk/4)} }

// roll writes what was gathered once it is a chunk.
func (o *output) roll() {
	if len(o.b) >= chunk {
		o.flush()
	}
}

// flush writes what was gathered, and gives the first error of all writes.
func (o *output) flush() error {
	if o.err == nil {
		_, o.err = o.w.Write(o.b)
	}
	o.b = o.b[:0]
	return o.err
}

// A rateText keeps the text of each rate of a tariff: the rates are few, and the lines
// that show them many.
type rateText []ratedComponent

type ratedComponent struct {
	component *pricing.Component
	texts     []string // of its tiers' rates
}

func newRateText(s *pricing.Statement) rateText {
	all := make(rateText, 0, len(s.Totals.Items))
	for _, item := range s.Totals.Items {
		texts := make([]string, len(item.Component.Tiers))
		for i, tier := range item.Component.Tiers {
			texts[i] = tier.Rate.String()
		}
		all = append(all, ratedComponent{item.Component, texts})
	}
	return all
}

// of gives the text of the rate of a line that is priced; its component is charged.
func (all rateText) of(c *pricing.Component, line pricing.Line) string {
	i := slices.IndexFunc(all, func(r ratedComponent) bool { return r.component == c })
	return all[i].texts[line.Tier]
}

// countedBases gives the bases that the statement has counts of, in the order of every
// format.
func countedBases(s *pricing.Statement) []pricing.Basis {
	return slices.DeleteFunc(bases(s.Tariff), func(b pricing.Basis) bool {
		_, known := s.Totals.Counts[b]
		return !known
	})
}

// shownBases gives those of which people are shown the counts: not what is only assumed
// to be new where nothing is charged on it.
func shownBases(s *pricing.Statement) []pricing.Basis {
	return slices.DeleteFunc(countedBases(s), func(b pricing.Basis) bool {
		return b.Once() && s.New != "" && assumes(s) == ""
	})
}
