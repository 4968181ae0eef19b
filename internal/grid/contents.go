package grid

import (
	"bytes"
	"path"
	"strings"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// Contents are what a workbook says that it has.
type contents struct {
	sheets          []sheet // those with cells, in the workbook's order
	styles, strings string  // parts; "" for none
	from1904        bool    // its dates count days from 1904, as those of old Macs do
}

// A sheet is one of the workbook's, by its name and its part.
type sheet struct{ name, part string }

// A relation is what one part says of another: by id, its type and its name.
type relation struct{ kind, part string }

// contents follows the archive's own relations to the workbook, and the workbook's to
// its sheets. That a part is called sheet1.xml means nothing.
func (p *pack) contents() (contents, error) {
	book, err := p.workbookPart()
	if err != nil {
		return contents{}, err
	}
	relations, err := p.relations(book)
	if err != nil {
		return contents{}, err
	}
	var c contents
	for _, r := range relations {
		switch r.kind {
		case "styles":
			c.styles = r.part
		case "sharedStrings":
			c.strings = r.part
		}
	}
	c.sheets, c.from1904, err = p.sheets(book, relations)
	return c, err
}

// workbookPart finds the workbook of the archive, or says what it is instead.
func (p *pack) workbookPart() (string, error) {
	if f := p.parts["mimetype"]; f != nil && f.UncompressedSize64 < 200 {
		kind, err := p.read(f.Name, 200)
		if err == nil && bytes.HasPrefix(kind, []byte("application/vnd.oasis.opendocument")) {
			return "", p.source.fault(text.SaveAsXLSX(".ods"))
		}
	}
	if !p.has("_rels/.rels") {
		return "", p.source.fault(text.NoWorkbook())
	}
	relations, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind != "officeDocument" {
			continue
		}
		switch {
		case strings.HasSuffix(r.part, ".bin"):
			return "", p.source.fault(text.SaveAsXLSX(".xlsb"))
		case strings.HasPrefix(r.part, "word/"), strings.HasPrefix(r.part, "ppt/"):
			return "", p.source.fault(text.NoWorkbook())
		}
		return r.part, nil
	}
	return "", p.source.fault(text.NoWorkbook())
}

// relations reads what a part says of others, by id. The archive itself is "".
func (p *pack) relations(part string) (map[string]relation, error) {
	folder, file := path.Split(part)
	name := folder + "_rels/" + file + ".rels"
	data, err := p.read(name, mostPart)
	if err != nil {
		return nil, err
	}
	all := map[string]relation{}
	err = p.walk(name, data, func(m *markup) error {
		if !m.inside("Relationships", "Relationship") {
			return nil
		}
		values, err := m.values("Id", "Type", "Target", "TargetMode")
		if err != nil || values[3] == "External" {
			return err
		}
		target := values[2]
		if !strings.HasPrefix(target, "/") {
			target = folder + target
		}
		all[values[0]] = relation{kind: path.Base(values[1]), part: path.Join("/", target)[1:]}
		return nil
	})
	return all, err
}

// sheets lists the workbook's sheets that can have cells; charts and macros cannot. It
// tells from what year dates count days.
func (p *pack) sheets(book string, relations map[string]relation) (sheets []sheet, from1904 bool, err error) {
	data, err := p.read(book, mostPart)
	if err != nil {
		return nil, false, err
	}
	names, root := map[string]bool{}, false
	err = p.walk(book, data, func(m *markup) error {
		root = root || m.inside("workbook")
		if m.inside("workbook", "workbookPr") {
			values, err := m.values("date1904")
			if err == nil {
				from1904, _ = boolean(values[0])
			}
			return err
		}
		if !m.inside("workbook", "sheets", "sheet") {
			return nil
		}
		values, err := m.values("name", "id")
		if err != nil {
			return err
		}
		name := values[0]
		if folded := strings.ToLower(name); names[folded] || name == "" {
			return &Fault{diag.Place{File: p.source.name}, text.SheetTwice(name)}
		}
		names[strings.ToLower(name)] = true
		r, ok := relations[values[1]]
		if !ok {
			return &Fault{diag.Place{File: p.source.name, Sheet: name}, text.NoPart(values[1])}
		}
		if r.kind == "worksheet" {
			sheets = append(sheets, sheet{name, r.part})
		}
		return nil
	})
	if err == nil && !root {
		err = p.source.fault(text.NoWorkbook())
	}
	return sheets, from1904, err
}

// walk gives every start tag of a part to see, to its end.
func (p *pack) walk(name string, data []byte, see func(*markup) error) error {
	m := newMarkup(data)
	for {
		t, err := m.next()
		if err == nil && t == startTag {
			err = see(m)
		}
		if err != nil {
			return p.source.markupError(name, err)
		}
		if t == endOfPart {
			return nil
		}
	}
}

// values gives attributes of the start tag by their names; "" where there is none.
func (m *markup) values(names ...string) ([]string, error) {
	values := make([]string, len(names))
	for i, name := range names {
		value, err := m.attr(name)
		if err != nil {
			return nil, err
		}
		values[i] = unescape(value)
	}
	return values, nil
}
