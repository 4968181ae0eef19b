package cmd

import (
	"errors"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// question is the counts that --pupils, --schools and the new ones give without a
// file; nil when none of them was typed.
func (in *inputs) question() (*pricing.Counts, error) {
	row := pricing.Counts{Of: make(map[pricing.Basis]pricing.Quantity)}
	var wrong []error
	for _, name := range questionFlags() {
		if !in.flags.Changed(name) {
			continue
		}
		value := in.flags.Lookup(name).Value.String()
		n, ok := counts.ParseCount(value)
		if !ok {
			wrong = append(wrong, diag.Usage{Text: text.BadCount(name, value)})
			continue
		}
		row.Of[pricing.Basis(strings.ReplaceAll(name, "-", "_"))] = n
	}
	if len(row.Of) == 0 {
		return nil, errors.Join(wrong...)
	}
	return &row, errors.Join(wrong...)
}

// questionFlags are the flags that ask a question without a file.
func questionFlags() []string { return []string{"pupils", "schools", "new-pupils", "new-schools"} }

// mapped reads the columns that --map names.
func (in *inputs) mapped() ([]records.Column, error) {
	var columns []records.Column
	var wrong []error
	for _, m := range in.columns {
		field, header, ok := strings.Cut(m, "=")
		if !ok || field == "" || header == "" {
			wrong = append(wrong, diag.Usage{Text: text.BadValue("map", m, "pupils=Effectif")})
		}
		columns = append(columns, records.Column{Field: field, Header: header})
	}
	return columns, errors.Join(wrong...)
}
