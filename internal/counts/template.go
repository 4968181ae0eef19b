package counts

import (
	"bytes"
	"encoding/csv"
	"slices"

	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Template gives an empty counts file for a tariff: a header that [Read] understands,
// as a spreadsheet in the language opens it (CSV, UTF-8 with a byte order mark).
func Template(t *pricing.Tariff, l text.Lang) []byte {
	var headers []string
	for _, f := range Asked(t) {
		headers = append(headers, f.Header(l))
	}
	file := bytes.NewBufferString("\uFEFF")
	w := csv.NewWriter(file) // a rate file's columns may have quotes and commas
	w.UseCRLF = true
	if l != text.English {
		w.Comma = ';'
	}
	_ = w.Write(headers) // to memory
	w.Flush()
	return file.Bytes()
}

// Asked gives the columns of an empty counts file for a tariff.
func Asked(t *pricing.Tariff) []fields.Field {
	return slices.DeleteFunc(fields.Of(t), func(f fields.Field) bool { return !asked(t, f) })
}

// asked tells whether an empty file asks for a field: keys and the counts that a
// component is charged on; choices of optional components; costs and subsidies. The
// year, units declared and amounts voted are left to those who need them.
func asked(t *pricing.Tariff, f fields.Field) bool {
	switch f.Kind {
	case fields.Year, fields.Units, fields.Voted:
		return false
	case fields.Choice:
		return f.Component.Optional
	case fields.Count:
		return slices.ContainsFunc(t.Components, func(c pricing.Component) bool {
			return c.Basis == f.Basis || c.Basis.Whole() == f.Basis
		})
	default:
		return true
	}
}
