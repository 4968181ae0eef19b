package cmd

import (
	"errors"
	"slices"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
)

// errValue is why a flag refuses a value; the words are made from the flag's type.
var errValue = errors.New("not one of the values that the flag takes")

// oneOf is a flag that takes one of a few words. Its type is the list of them, for
// messages.
type oneOf struct {
	value *string
	words []string
}

func (o oneOf) String() string {
	if o.value == nil {
		return ""
	}
	return *o.value
}

func (o oneOf) Type() string { return text.List(o.words) }

func (o oneOf) Set(s string) error {
	if !slices.Contains(o.words, s) {
		return errValue
	}
	*o.value = s
	return nil
}

// addOneOf adds a flag that takes one of the words; the value at first is its default.
func addOneOf(f *pflag.FlagSet, value *string, name, usage string, words ...string) {
	f.Var(oneOf{value, words}, name, usage)
}

// addFormat adds -f, --format, which takes one of the words.
func addFormat(f *pflag.FlagSet, value *string, usage string, words ...string) {
	f.VarP(oneOf{value, words}, "format", "f", usage)
}

// A year is a flag that takes a year of four digits; 0 is none.
type year int

func (y *year) String() string {
	if *y == 0 {
		return ""
	}
	return strconv.Itoa(int(*y))
}

func (*year) Type() string { return "1900–2999" }

func (y *year) Set(s string) error {
	n, ok := counts.ParseYear(s)
	if !ok {
		return errValue
	}
	*y = year(n)
	return nil
}

// A rentree is a flag that takes a rentrée as files have it, 2022-2023 or 2022-01-01 too;
// 0 is none.
type rentree int

func (r *rentree) String() string { return (*year)(r).String() }

func (*rentree) Type() string { return "2024, 2024-2025, 2024-01-01" }

func (r *rentree) Set(s string) error {
	n, ok := counts.ParseRentree(s)
	if !ok {
		return errValue
	}
	*r = rentree(n)
	return nil
}
