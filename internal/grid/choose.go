package grid

import (
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// choose gives the sheet that o names; without a name the only one with data or, if o
// wants that, the only one of them with a header that the caller knows.
func (p *pack) choose(sheets []sheet, o Options, facts cellFacts, w *walker) (sheet, error) {
	if o.Sheet != "" {
		return p.named(sheets, o.Sheet)
	}
	filled, err := keep(sheets, func(s sheet) (bool, error) { return p.hasData(s, facts) })
	if err != nil {
		return sheet{}, err
	}
	which := text.SeveralSheets
	if len(filled) > 1 && o.SheetByHeader {
		known, err := keep(filled, func(s sheet) (bool, error) { return p.hasHeader(s, facts, w, o.Header) })
		if err != nil {
			return sheet{}, err
		}
		if len(known) > 0 {
			filled, which = known, text.SeveralKnownSheets
		}
	}
	switch len(filled) {
	case 0:
		return sheet{}, p.source.fault(text.NoData())
	case 1:
		return filled[0], nil
	}
	m := which(p.source.name, names(filled), o.SheetFlag)
	if o.SheetFlag == "" {
		return sheet{}, p.source.fault(m)
	}
	return sheet{}, diag.Usage{Text: m}
}

// named gives the sheet of that name, in whatever case.
func (p *pack) named(sheets []sheet, name string) (sheet, error) {
	for _, s := range sheets {
		if strings.EqualFold(s.name, name) {
			return s, nil
		}
	}
	all := names(sheets)
	near, _ := nearest.Name(name, all)
	return sheet{}, diag.Usage{Text: text.NoSuchSheet(p.source.name, name, near, all)}
}

func names(sheets []sheet) []string {
	var all []string
	for _, s := range sheets {
		all = append(all, s.name)
	}
	return all
}

// keep gives the sheets of which is tells true.
func keep(sheets []sheet, is func(sheet) (bool, error)) ([]sheet, error) {
	var kept []sheet
	for _, s := range sheets {
		ok, err := is(s)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, s)
		}
	}
	return kept, nil
}
