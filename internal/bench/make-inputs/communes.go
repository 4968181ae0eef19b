package main

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/entcalc/entcalc/internal/bench/inputs"
	"github.com/entcalc/entcalc/internal/territory"
)

// communes are all those of France that are in an EPCI.
func communes() ([]inputs.Commune, error) {
	c, err := territory.Embedded()
	if err != nil {
		return nil, err
	}
	var all []inputs.Commune
	for number := range 98_000 {
		code := fmt.Sprintf("%05d", number)
		for _, code := range []string{code, corsican(code, "2A"), corsican(code, "2B")} {
			if found, way := c.ByCode(code); way == territory.Code && found.EPCI != nil {
				all = append(all, inputs.Commune{Department: found.Department, Name: capitals(found.Name)})
			}
		}
	}
	return all, nil
}

// corsican puts a code of département 20 in one of the two that took its place; blank for
// any other.
func corsican(code, department string) string {
	number, was := strings.CutPrefix(code, "20")
	if !was {
		return ""
	}
	return department + number
}

// capitals writes a name as the ministry does: without accents.
func capitals(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '’':
			return '\''
		}
		return r
	}, norm.NFD.String(strings.ReplaceAll(strings.ToUpper(name), "Œ", "OE")))
}
