package config

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// single checks a value that is neither a map nor a list.
func (c checker) single(v *value, name string, n *yaml.Node, s shape) {
	want := text.RatesKind(string(s.kind))
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		c.fault(v, n, text.RatesWrongType(name, want, kindOf(n)))
		return
	}
	v.text = n.Value
	v.plain = n.Tag == "!!int" || n.Tag == "!!float" || n.Tag == "!!bool"
	switch s.kind {
	case line:
		if v.plain {
			c.fault(v, n, text.RatesUnquoted(name, want, kindOf(n), n.Value))
			return
		}
	case rate, euros, count:
		if !v.plain && isNumber(n.Value) {
			c.fault(v, n, text.RatesQuoted(name, want, n.Value))
			return
		}
	case flag:
		if n.Tag != "!!bool" {
			c.fault(v, n, text.RatesWrongType(name, want, kindOf(n)))
			return
		}
		v.text = strings.ToLower(n.Value) // YAML has True and TRUE too
	case ident, day, scalar, group, named, many: // their text tells, or they are not single
	}
	if m, wrong := misread(name, n.Value, s); wrong {
		c.fault(v, n, m)
	}
}

// misread tells what is wrong with the text of a value of the right type.
func misread(name, cell string, s shape) (text.Message, bool) {
	switch s.kind {
	case line:
		return badLine(name, cell, s)
	case ident:
		return text.RatesNotAnID(name, cell), !isID(cell)
	case day:
		return text.RatesNotADay(name, cell), !isDay(cell)
	case rate:
		_, err := pricing.ParseRate(cell)
		return text.RatesNotARate(name, cell, bareNumber(cell)), err != nil || !isNumber(cell)
	case euros:
		_, err := pricing.ParseCents(cell)
		return text.RatesNotEuros(name, cell, bareNumber(cell)), err != nil || !isNumber(cell)
	case count:
		n, err := strconv.Atoi(cell)
		wrong := err != nil || !isNumber(cell) || n < s.least || n > s.most
		return text.RatesNotACount(name, cell, s.least, s.most), wrong
	case group, named, many, flag, scalar: // nothing to read, or their field tells
	}
	return text.Message{}, false
}

// badLine tells what is wrong with a text.
func badLine(name, cell string, s shape) (text.Message, bool) {
	if s.words != nil {
		return text.RatesNotAWord(name, cell, near(cell, s.words), text.List(s.words)), !slices.Contains(s.words, cell)
	}
	if length := utf8.RuneCountInString(cell); length == 0 || length > s.most {
		return text.RatesLength(name, s.most), true
	}
	return text.RatesUnclean(name), strings.TrimSpace(cell) != cell || text.Safe(cell) != cell
}

// isNumber tells whether a text begins as a number of JSON's would that has neither sign
// nor exponent: YAML reads "012" in more than one way.
func isNumber(s string) bool {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return false
	}
	return len(s) == 1 || s[0] != '0' || s[1] == '.'
}

// bareNumber gives the number that is left of a text without its unit, its spaces and its
// comma: 0.65 of "0,65 €". It is blank where there is none, or nothing to take away.
func bareNumber(s string) string {
	bare := strings.NewReplacer("€", "", "euros", "", "euro", "", "EUR", "", "%", "", " ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(s)
	if _, err := pricing.ParseRate(bare); err != nil || bare == s || !isNumber(bare) || len(s) > mostID {
		return ""
	}
	return bare
}

// isID tells whether a text is an id: [a-z][a-z0-9-]*, of a bounded length.
func isID(s string) bool {
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-' })
	return rest == "" && s != "" && s[0] >= 'a' && len(s) <= mostID
}

// isBasisID is [isID] with underscores, which the bases that all know have too.
func isBasisID(s string) bool {
	return !strings.HasPrefix(s, "_") && isID(strings.ReplaceAll(s, "_", "-"))
}

// isDay tells whether a text is a day, written year-month-day, of a year that may be meant.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil && s >= "1900" && s < "3000"
}

// kindOf says what a node is, for the message that it is something else.
func kindOf(n *yaml.Node) text.Phrase {
	switch {
	case n.Kind == yaml.MappingNode:
		return text.RatesKind("map")
	case n.Kind == yaml.SequenceNode:
		return text.RatesKind("list")
	case n.Tag == "!!null":
		return text.RatesKind("nothing")
	case n.Tag == "!!int", n.Tag == "!!float":
		return text.RatesKind("number")
	case n.Tag == "!!bool":
		return text.RatesKind("flag")
	}
	return text.RatesKind("text")
}
