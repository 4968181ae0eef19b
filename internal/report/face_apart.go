package report

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// compareApart holds what is marked and is no figure of the calc document against what
// follows from its figures.
func (c *faceCheck) compareApart(all []Figure) {
	lists := make(map[string]int64) // the pupils of the schools that are listed, by member
	var listed []string             // in their order
	rows := make(map[string]map[string]string)
	var compared []string
	for _, f := range all {
		switch {
		case f.Field == countsField && !c.carried.epcis[f.SIREN]: // which is told
		case strings.HasSuffix(f.Field, pupilsOf):
			if _, again := lists[f.SIREN]; !again {
				listed = append(listed, f.SIREN)
			}
			pupils, _ := strconv.ParseInt(f.Value, 10, 64) // what is no number is none
			lists[f.SIREN] += pupils
		case strings.HasPrefix(f.Field, sincePrefix):
			if rows[f.SIREN] == nil {
				rows[f.SIREN] = make(map[string]string)
				compared = append(compared, f.SIREN)
			}
			rows[f.SIREN][f.Field] = f.Value
		default:
			c.marked(f)
		}
	}
	for _, siren := range listed {
		pupils := strconv.FormatInt(lists[siren], 10)
		if is := c.of(siren, string(pricing.Pupils)); is != "" && !sameNumber(pupils, is) {
			c.differ(siren, string(pricing.Pupils), pupils, is)
		}
	}
	for _, siren := range compared {
		c.since(siren, rows[siren])
	}
}

// of is a figure that is carried; "" for none.
func (c *faceCheck) of(siren, field string) string {
	return c.carried.values[figureKey{siren: siren, field: field}]
}

// marked checks a text that is marked.
func (c *faceCheck) marked(f Figure) {
	net := c.of("", "net")
	right, is := false, ""
	switch f.Field {
	case closedField:
		is = cmp.Or(c.of("", dueField), net)
		right = saysSum(f.Value, is) && saysOnly(f.Value, is)
	case computedField:
		is = net
		right = saysOnly(f.Value, net, c.votes())
	case sourceField:
		is = c.tariff.Source
		right = sameWords(f.Value, is)
	case yearField:
		is, right = c.year, f.Value == c.year
	case sirenField:
		is, right = f.SIREN, f.Value == f.SIREN
	case countsField:
		is, right = c.counts(f)
	}
	if !right {
		was := f.Value
		if f.Field == closedField || f.Field == computedField {
			was = ending(was)
		}
		c.differ(f.SIREN, f.Field, was, is)
	}
}

// ending is the end of a sentence, where its sum is: a message shows the beginning of what
// it is given.
func ending(sentence string) string {
	const most = 55 // characters
	r := []rune(sentence)
	if len(r) <= most {
		return sentence
	}
	return "…" + string(r[len(r)-most:])
}

// votes is how many members the assembly voted another amount for.
func (c *faceCheck) votes() string {
	n := 0
	for _, key := range c.carried.order {
		if key.siren != "" && key.field == votedField {
			n++
		}
	}
	return strconv.Itoa(n)
}

// counts checks a line of the counts of a member: all of them, in the order of the tariff,
// but for those of what is new where these are only assumed (R2). What else it says may have
// numbers too: the names of counts.
func (c *faceCheck) counts(f Figure) (is string, right bool) {
	var all []string
	for _, b := range bases(c.tariff) {
		if q := c.of(f.SIREN, string(b)); q != "" && (!c.assumed || !b.Once()) {
			all = append(all, q)
		}
	}
	rest := all
	for _, shown := range numbersIn(f.Value) {
		if len(rest) > 0 && sameNumber(rest[0], shown) {
			rest = rest[1:]
		}
	}
	return strings.Join(all, ", "), len(rest) == 0
}

// since checks a row of what changed: what it is now is the net that is carried, and the
// change, in euros and in percent, is that from what it was before.
func (c *faceCheck) since(siren string, row map[string]string) {
	net, now := c.of(siren, "net"), row[sinceNow]
	before, was := exactAmount(row[sinceBefore]) // what is no number is nothing: who joined
	after, stays := exactAmount(net)             // or who left
	if _, number := exactAmount(now); number && !stays {
		c.add(Difference{SIREN: siren, Was: siren})
		return
	}
	change := after.Sub(before).StringFixed(2)
	d := pricing.Difference{Baseline: centsOf(before), Variant: centsOf(after), Change: centsOf(after.Sub(before))}
	percent, said := d.Percent()
	switch shown := exactPercent(row[sincePercent]); {
	case stays && !sameNumber(now, net):
		c.differ(siren, sinceNow, now, net)
	case !sameNumber(row[sinceChange], change):
		c.differ(siren, sinceChange, row[sinceChange], change)
	case was && said && !sameNumber(shown, percent):
		c.differ(siren, sincePercent, shown, percent)
	}
}

// exactPercent is a percentage that people read, as it is computed.
func exactPercent(words string) string {
	s := strings.NewReplacer("+", "", "−", "-", "%", "", " ", "", noBreakSpace, "", narrowSpace, "").Replace(words)
	if strings.Contains(s, ".") { // English, which groups with commas
		s = strings.ReplaceAll(s, ",", "")
	}
	return strings.Replace(s, ",", ".", 1)
}

// exactAmount is an amount as the JSON has it; ok is false for what is no number, and is 0.
func exactAmount(value string) (amount decimal.Decimal, ok bool) {
	if !isNumber(value) {
		return decimal.Decimal{}, false
	}
	amount, err := decimal.NewFromString(value)
	return amount, err == nil
}

func centsOf(amount decimal.Decimal) pricing.Cents { return pricing.Cents(amount.Shift(2).IntPart()) }

// markedText says what a text is that is marked and no figure of the calc document.
func markedText(field string) (words text.Phrase, known bool) {
	words, known = map[string]text.Phrase{
		closedField: text.ClosedSum(), computedField: text.ComputedSum(), sourceField: text.VotedByWord(),
		yearField:  text.YearWord(),
		sirenField: {FR: "SIREN", EN: "SIREN"}, countsField: text.CountsTitle(),
		sinceBefore: text.SinceBefore(), sinceNow: text.SinceNow(), sinceChange: text.SinceChange(), sincePercent: text.SincePercent(),
	}[field]
	return words, known
}
