package counts

import (
	"slices"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/fields"
	"github.com/entcalc/entcalc/internal/grid"
	"github.com/entcalc/entcalc/internal/records"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
)

// readDirectories notes what the files of --annuaire say of where the schools are that
// are held. Lines of others are passed over: the national one has 68,000.
func (l *locator) readDirectories() error {
	l.directory = make(map[int32][]int32)
	var v vote
	for _, name := range l.Directories {
		err := l.through(name, records.Options{
			Options: grid.Options{Stdin: l.Stdin, SheetByHeader: true},
			Kinds:   []records.Kind{{Keys: fields.Directory()[:1]}}, Named: l.named.Of(fields.Directory()),
			Titles: records.Titles{Other: otherFile(name), None: text.NoDirectoryHeader},
		}, func(f *records.File) error { return l.readDirectory(name, f, &v) })
		if err != nil {
			return err
		}
	}
	if l.believes = v.won(); !l.believes {
		for _, code := range l.directoryCodes {
			l.found.Notice(code.At, text.NotINSEE(code.Text, "", v.doubt()))
		}
	}
	return nil
}

// readDirectory reads one of them.
func (l *locator) readDirectory(name string, f *records.File, v *vote) error {
	b := f.Bind(fields.Directory(), nil)
	c := columnsOf(b.Columns)
	if !c.code.there() && !c.commune.there() {
		l.found.Fault(f.HeaderAt, text.NoDirectoryCommune())
		return nil
	}
	if c.code.there() {
		l.directoryCodes = append(l.directoryCodes, f.Heads[c.code.at])
	}
	if twice := b.MapTwice; twice != nil {
		return diag.Usage{Text: text.MapFieldTwice(twice.Field, twice.First, twice.Second)}
	}
	index := l.addInput(name, f, DirectoryRole)
	var hidden []int
	var unread listing // UAIs
	ours := len(l.schools.held) == 0
	err := f.Walk(func(row grid.Row) error {
		in := &l.table.Inputs[index]
		in.Rows++
		if row.Hidden {
			hidden = append(hidden, row.Line)
		}
		if f.Aligned(row) != records.Misaligned {
			in.Kept++
			ours = l.directoryRow(row, &c, v, &unread) || ours
		}
		return nil
	})
	if unread.of > 0 {
		l.found.Notice(f.Heads[c.uai.at].At, text.DirectoryUAIsUnread(c.uai.said, unread.words, unread.of))
	}
	if err == nil {
		if !ours {
			l.found.Notice(f.At, text.DirectoryOfOthers())
		}
		l.endInput(index, f, hidden)
	}
	return err
}

// directoryRow notes what a row says of a school that is held, and tells whether it is of
// one; unread takes a number that is none.
func (l *locator) directoryRow(row grid.Row, c *schoolColumns, v *vote, unread *listing) (ours bool) {
	cell := func(column schoolColumn) string {
		if !column.there() {
			return ""
		}
		value, kind := records.Cell(row, column.at)
		return plainNumber(value, kind)
	}
	uai, _, _ := territory.ParseUAI(cell(c.uai))
	if uai == "" {
		if wrong := cell(c.uai); wrong != "" {
			unread.add(func() string { return text.Quote(wrong) })
		}
		return false
	}
	i := l.schools.uais.at(uaiKey(uai))
	t := spotText{
		series: uai[:3], code: cell(c.code), commune: cell(c.commune),
		departmentCode: cell(c.departmentCode), department: cell(c.department),
	}
	if i < 0 || t.code == "" && t.commune == "" {
		return i >= 0
	}
	h := &l.schools.held[i]
	id := l.finder.spots.of(string(t.appendTo(nil)))
	v.cast(&l.finder.spots, id, l.spot(int32(i)).nameOf)
	switch {
	case h.directory < 0:
		h.directory = id
	case h.directory != id && !slices.Contains(l.directory[i], id):
		l.directory[i] = append(l.directory[i], id)
	}
	return true
}
