package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/pricing"
)

type contributionOfStatement struct {
	SIREN, Name string
	Counts      map[pricing.Basis]pricing.Quantity
	Items       []itemOfStatement
	Subsidies   []subsidyOfStatement
	Subsidy     string
	Voted       *string // nil where nothing was
}

type itemOfStatement struct {
	Component, Quantity, Rate, Amount string
	Lines                             []lineOfStatement
}

type lineOfStatement struct {
	Quantity, Rate, Amount, Kind string
	Label, Date, Reference       string // of a cost
}

type subsidyOfStatement struct{ Amount, From, Label, Date, Reference string }

// contribution makes what one EPCI owes, without its sums.
func (d *rereader) contribution(t *pricing.Tariff, j *contributionOfStatement, path string) pricing.Contribution {
	c := pricing.Contribution{SIREN: j.SIREN, Name: j.Name, Counts: j.Counts}
	for basis, q := range j.Counts {
		if q < 0 || q > pricing.MaxQuantity || !knows(t, basis) {
			d.fault(path+".counts."+string(basis), strconv.FormatInt(int64(q), 10))
		}
	}
	before := -1 // the place in the tariff of the item before
	for i := range j.Items {
		at := path + ".items[" + strconv.Itoa(i) + "]"
		id := j.Items[i].Component
		place := slices.IndexFunc(t.Components, func(c pricing.Component) bool { return c.ID == id })
		if place <= before { // none of the tariff's, or out of its order
			d.fault(at+".component", id)
			continue
		}
		before = place
		c.Items = append(c.Items, d.item(&t.Components[place], &j.Items[i], at))
	}
	c.Subsidies = d.subsidies(j, path)
	if j.Voted != nil {
		voted := d.cents(*j.Voted, path+"."+votedField)
		c.Voted = &voted
	}
	return c
}

// subsidies are those told one by one, else their sum.
func (d *rereader) subsidies(j *contributionOfStatement, path string) []pricing.Subsidy {
	var all []pricing.Subsidy
	for i, s := range j.Subsidies {
		all = append(all, pricing.Subsidy{
			Amount: d.cents(s.Amount, path+".subsidies["+strconv.Itoa(i)+"].amount"),
			From:   s.From, Label: s.Label, Date: s.Date, Reference: s.Reference,
		})
	}
	if len(all) > 0 {
		return all
	}
	if sum := d.cents(j.Subsidy, path+".subsidy"); sum != 0 {
		return []pricing.Subsidy{{Amount: sum}}
	}
	return nil
}

// item makes an item of its lines: of one line, the document has no list.
func (d *rereader) item(c *pricing.Component, j *itemOfStatement, path string) pricing.Item {
	item := pricing.Item{Component: c}
	if c.Basis != pricing.AtCost {
		item.Quantity = d.quantity(j.Quantity, path+".quantity")
	}
	lines := j.Lines
	if j.Rate != "" {
		lines = []lineOfStatement{{Quantity: j.Quantity, Rate: j.Rate, Amount: j.Amount}}
	}
	priced := 0
	for i := range lines {
		at := path
		if j.Rate == "" {
			at += ".lines[" + strconv.Itoa(i) + "]"
		}
		line := d.line(c, &lines[i], at)
		if line.Kind == pricing.Priced {
			line.Tier = tierOf(c, priced, line.Quantity)
			if line.Tier < 0 || line.Tier >= len(c.Tiers) {
				d.fault(at+".rate", lines[i].Rate)
				continue
			}
			line.Rate = c.Tiers[line.Tier].Rate
			priced++
		}
		item.Lines = append(item.Lines, line)
	}
	return item
}

// tierOf is the tier of the nth priced line of an item; of volume tiers, that which q
// falls in.
func tierOf(c *pricing.Component, nth int, q pricing.Quantity) int {
	if !c.Volume || nth > 0 {
		return nth
	}
	return slices.IndexFunc(c.Tiers, func(t pricing.Tier) bool { return t.UpTo == 0 || q <= t.UpTo })
}

// line makes one line; its rate is the tariff's, and compared with the document's in the
// end.
func (d *rereader) line(c *pricing.Component, j *lineOfStatement, path string) pricing.Line {
	amount, negative := strings.CutPrefix(j.Amount, "-")
	line := pricing.Line{Amount: d.cents(amount, path+".amount")}
	switch {
	case j.Kind == "minimum":
		line.Kind = pricing.ToMinimum
	case j.Kind == "maximum":
		line.Kind, line.Amount = pricing.ToMaximum, -line.Amount
		negative = !negative && line.Amount != 0
	case c.Basis == pricing.AtCost:
		line.Kind = pricing.Declared
		line.Cost = &pricing.Cost{Amount: line.Amount, Label: j.Label, Date: j.Date, Reference: j.Reference}
	default:
		line.Quantity = d.quantity(j.Quantity, path+".quantity")
	}
	bounded := line.Kind != pricing.ToMinimum || c.Minimum != nil
	bounded = bounded && (line.Kind != pricing.ToMaximum || c.Maximum != nil)
	if negative || !bounded {
		d.fault(path+".amount", j.Amount)
	}
	return line
}

func (d *rereader) quantity(s, path string) pricing.Quantity {
	n, err := strconv.ParseInt(s, 10, 64)
	q := pricing.Quantity(n)
	if err != nil || q < 0 || q > pricing.MaxQuantity {
		d.fault(path, s)
		return 0
	}
	return q
}
