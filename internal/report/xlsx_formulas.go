package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/entcalc/entcalc/internal/text"
)

// besideFigures names the first cell that computes otherwise in one of two workbooks with
// the same figures; there may be none.
func besideFigures(old, fresh []byte) (Difference, error) {
	was, errWas := formulasOf(old)
	is, errIs := formulasOf(fresh)
	if err := errors.Join(errWas, errIs); err != nil {
		return Difference{}, unreadable(text.NotOurWorkbook(), err)
	}
	for i, now := range is {
		var then sheetFormulas
		named := func(s sheetFormulas) bool { return s.name == now.name }
		switch at := slices.IndexFunc(was, named); {
		case at >= 0:
			then = was[at]
		case i < len(was): // renamed, or in the other language
			then = was[i]
		}
		if at, a, b := firstFormula(then.cells, now.cells); at != "" {
			return Difference{Was: a, Is: b, Text: text.FormulaDiffers(now.name+"!"+at, a, b)}, nil
		}
	}
	return Difference{Text: text.OnlyBytes()}, nil
}

// firstFormula gives the first cell with other formulas, and these; "" for none.
func firstFormula(old, fresh []formulaCell) (at, was, is string) {
	for len(old) > 0 && len(fresh) > 0 && old[0].same(fresh[0]) {
		old, fresh = old[1:], fresh[1:]
	}
	switch {
	case len(old)+len(fresh) == 0:
		return "", "", ""
	case len(fresh) == 0 || len(old) > 0 && old[0].before(fresh[0]):
		return old[0].Ref, "=" + old[0].Formula.Text, ""
	case len(old) == 0 || fresh[0].before(old[0]):
		return fresh[0].Ref, "", "=" + fresh[0].Formula.Text
	default:
		return fresh[0].Ref, "=" + old[0].Formula.Text, "=" + fresh[0].Formula.Text
	}
}

// sheetFormulas are the cells with a formula of one sheet, row by row.
type sheetFormulas struct {
	name  string
	cells []formulaCell
}

// A formulaCell is a cell as the workbook has it.
type formulaCell struct {
	Ref     string `xml:"r,attr"`
	Formula *struct {
		Kind string `xml:"t,attr"` // shared: the text stands in the first cell that has it
		Text string `xml:",chardata"`
	} `xml:"f"`
}

// same tells whether two cells compute the same. Programs that save a workbook write
// spaces, quotes and fixed references in ways of their own.
func (c formulaCell) same(other formulaCell) bool {
	plain := strings.NewReplacer(" ", "", "'", "", "$", "").Replace
	shared := c.Formula.Kind == "shared" && c.Formula.Text == ""
	return c.Ref == other.Ref && (shared || plain(c.Formula.Text) == plain(other.Formula.Text))
}

// before tells whether a cell comes before another one, row by row.
func (c formulaCell) before(other formulaCell) bool {
	column, row, err := excelize.CellNameToCoordinates(c.Ref)
	otherColumn, otherRow, otherErr := excelize.CellNameToCoordinates(other.Ref)
	return err == nil && otherErr == nil && cmp.Or(row-otherRow, column-otherColumn) < 0
}

// formulasOf reads the formulas of all sheets. The library would search each cell anew.
func formulasOf(document []byte) ([]sheetFormulas, error) {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil, err
	}
	parts, err := sheetParts(archive)
	if err != nil {
		return nil, err
	}
	all := make([]sheetFormulas, len(parts))
	for i, p := range parts {
		all[i].name = p.name
		if err := readPart(archive, p.part, func(d *xml.Decoder, start xml.StartElement) error {
			if start.Name.Local != "c" {
				return nil
			}
			var c formulaCell
			if err := d.DecodeElement(&c, &start); err != nil {
				return err
			}
			if c.Formula != nil {
				all[i].cells = append(all[i].cells, c)
			}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// unzipped joins the parts of a workbook; it is nil for one that is damaged, or large.
func unzipped(document []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return nil
	}
	var all bytes.Buffer
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			return nil
		}
		_, err = io.Copy(&all, io.LimitReader(part, mostInMemory))
		if err := errors.Join(err, part.Close()); err != nil || all.Len() >= mostInMemory {
			return nil
		}
	}
	return all.Bytes()
}

// A sheetPart is where a sheet stands in the archive.
type sheetPart struct{ name, part string }

// sheetParts finds the parts of the sheets, in their order.
func sheetParts(archive *zip.Reader) ([]sheetPart, error) {
	targets := make(map[string]string)
	attribute := func(start xml.StartElement, name string) string {
		for _, a := range start.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	err := readPart(archive, "xl/_rels/workbook.xml.rels", func(_ *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local == "Relationship" {
			targets[attribute(start, "Id")] = attribute(start, "Target")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var parts []sheetPart
	err = readPart(archive, "xl/workbook.xml", func(_ *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local != "sheet" {
			return nil
		}
		part, rooted := strings.CutPrefix(targets[attribute(start, "id")], "/")
		if !rooted {
			part = path.Join("xl", part)
		}
		parts = append(parts, sheetPart{attribute(start, "name"), part})
		return nil
	})
	return parts, err
}

// readPart visits the elements of a part.
func readPart(archive *zip.Reader, name string, visit func(*xml.Decoder, xml.StartElement) error) error {
	part, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer part.Close() //nolint:errcheck // only read
	d := xml.NewDecoder(io.LimitReader(part, mostInflated))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := visit(d, start); err != nil {
				return err
			}
		}
	}
}
