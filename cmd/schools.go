package cmd

import (
	"github.com/spf13/pflag"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/text"
)

// schoolFlags say how files of schools become counts.
type schoolFlags struct {
	rentree     rentree
	sector      string
	directories []string
	communes    string
}

func (s *schoolFlags) add(a *app, f *pflag.FlagSet) {
	f.Var(&s.rentree, "rentree", a.say(text.FlagRentree()))
	s.sector = string(counts.Public)
	addOneOf(f, &s.sector, "sector", a.say(text.FlagSector()),
		string(counts.Public), string(counts.Private), string(counts.All))
	f.StringArrayVar(&s.directories, "annuaire", nil, a.say(text.FlagDirectory()))
	f.StringVar(&s.communes, "communes", "", a.say(text.FlagCommunes()))
	takesPaths(f.Lookup("annuaire"))
	takesPaths(f.Lookup("communes"))
}
