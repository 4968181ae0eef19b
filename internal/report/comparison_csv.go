package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// writeComparedCSV is the table for programs: RFC 4180, a row per member. A blank is a
// side where it is none.
func writeComparedCSV(w io.Writer, c Comparison) error {
	o := newOutput(w)
	o.b = append(o.b, "siren,epci,status,"+strings.Join(comparedFields(), ",")+",baseline_tariff,variant_tariff\r\n"...)
	end := "," + csvField(tariffCell(c.Baseline.Statement)) + "," + csvField(tariffCell(c.Variant.Statement)) + "\r\n"
	for _, d := range c.Rows {
		o.b = append(appendCSV(o.b, d.SIREN), ',')
		o.b = append(appendCSV(o.b, d.Name), ',')
		o.b = append(o.b, status(d)...)
		for _, figure := range newPercent(d, text.English) {
			o.b = append(append(o.b, ','), figure...)
		}
		o.b = append(o.b, end...)
		o.roll()
	}
	return o.flush()
}

// writeComparedCSVFR is the table that French spreadsheets open as it is.
func writeComparedCSVFR(w io.Writer, c Comparison) error {
	o := newOutput(w)
	o.b = append(o.b, byteOrderMark+"SIREN;EPCI"...)
	titles := []text.Phrase{text.MemberStatusWord()}
	for _, field := range comparedFields() {
		titles = append(titles, text.FigureOf(field))
	}
	titles = append(titles, text.TariffOf(text.BaselineWord()), text.TariffOf(text.VariantWord()), text.AssumptionWord())
	for _, title := range titles {
		o.b = appendFrench(append(o.b, ';'), capital(title.In(c.Lang)))
	}
	o.b = append(o.b, "\r\n"...)
	end := frenchComparedEnd(c)
	for _, d := range c.Rows {
		o.b = append(appendFrench(o.b, d.SIREN), ';')
		o.b = append(appendFrench(o.b, d.Name), ';')
		o.b = append(o.b, text.MemberStatus(status(d)).In(c.Lang)...)
		for _, figure := range newPercent(d, c.Lang) {
			o.b = append(append(o.b, ';'), strings.Replace(figure, ".", ",", 1)...)
		}
		o.b = append(o.b, end...)
		o.roll()
	}
	return o.flush()
}

// newPercent gives a member's figures, with a word for an increase from nothing.
func newPercent(d *pricing.Difference, l text.Lang) []string {
	figures := comparedFigures(d)
	if _, some := d.Percent(); !some {
		figures[slices.Index(comparedFields(), percentField)] = percentWords(d, l)
	}
	return figures
}

// frenchComparedEnd is the last cells of each row: both tariffs, what each side assumes of
// the new (R2), and what a simulation changed (R9).
func frenchComparedEnd(c Comparison) string {
	words := &terminal{lang: c.Lang}
	b := appendFrench([]byte(";"), tariffCell(c.Baseline.Statement))
	b = appendFrench(append(b, ';'), tariffCell(c.Variant.Statement))
	var said []string
	for _, side := range c.sides() {
		for _, change := range words.assumptions(side.run.Statement) {
			said = append(said, words.say(text.Labelled(words.say(side.word), change)))
		}
	}
	b = appendFrench(append(b, ';'), strings.Join(said, words.say(text.Semicolon())))
	return string(append(b, "\r\n"...))
}

// A side is one of the two runs of a comparison, with its name.
type side struct {
	word text.Phrase
	run  Run
}

func (c Comparison) sides() []side {
	return []side{{text.BaselineWord(), c.Baseline}, {text.VariantWord(), c.Variant}}
}

// figuresOfComparedCSV takes the figures back, of either table.
func figuresOfComparedCSV(comma rune) func([]byte) ([]Figure, error) {
	return func(document []byte) ([]Figure, error) {
		rows := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
		rows.Comma = comma
		rows.FieldsPerRecord = -1
		header, err := rows.Read()
		if err != nil {
			return nil, damagedCSV(err)
		}
		fields := comparedColumns(header)
		if len(header) < 2 || !slices.Contains(fields, "change") {
			return nil, unreadable(text.NoKnownHeader(), nil)
		}
		var all []Figure
		for {
			row, err := rows.Read()
			if errors.Is(err, io.EOF) {
				return all, nil
			}
			if err != nil {
				return nil, damagedCSV(err)
			}
			if len(row) > 1 {
				all = named(all, row[0], row[1])
			}
			for i := range min(len(row), len(fields)) {
				if fields[i] != "" && row[i] != "" {
					all = append(all, Figure{row[0], fields[i], fromFrench(row[i])})
				}
			}
		}
	}
}

// comparedColumns names the figure of each column; "" for what is none.
func comparedColumns(header []string) []string {
	fields := make([]string, len(header))
	for i, title := range header {
		for _, field := range comparedFields() {
			fr, en := capital(text.FigureOf(field).FR), capital(text.FigureOf(field).EN)
			if title == field || title == fr || title == en {
				fields[i] = field
			}
		}
	}
	return fields
}
