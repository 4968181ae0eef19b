package grid

// Sheets names the sheets of a workbook that have a header which the caller knows among
// their first 60 rows, in its order; none for a file that is no workbook. It needs
// [Options.Header]; [Options.Sheet] says nothing to it. Errors are those of [Open].
func Sheets(name string, o Options) (known []string, err error) {
	s, err := openSource(name, o.Stdin)
	if err != nil {
		return nil, err
	}
	defer func() {
		if closed := s.close(); err == nil {
			err = closed
		}
	}()
	head, err := s.head(8)
	if err != nil || formOf(head) != archive {
		return nil, err
	}
	p, err := openPack(s)
	if err != nil {
		return nil, err
	}
	c, err := p.contents()
	if err != nil {
		return nil, err
	}
	shared, facts, err := p.cellFacts(c)
	if err != nil {
		return nil, err
	}
	w := newWalker(shared, facts.strings)
	sheets, err := keep(c.sheets, func(s sheet) (bool, error) { return p.hasHeader(s, facts, w, o.Header) })
	return names(sheets), err
}
