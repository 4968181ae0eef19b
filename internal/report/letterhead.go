package report

// A Letterhead is who publishes a document, and what it says around the figures. Nothing of
// it is invented: what is "" is not shown.
type Letterhead struct {
	Name      string // of the syndicat
	SIRET     string // 14 digits
	Address   string // its lines parted by "\n"
	Logo      Logo
	Signatory string // who signs; lines parted by "\n": Le Président, then a name
	Place     string // where the document is signed
	// Nature and Function are the budget line: article by nature, and by function.
	Nature, Function string
	Before, After    string // paragraphs before and after the figures, parted by "\n"
}

// A Logo is a picture; none where it has no bytes.
type Logo struct {
	PNG           []byte // 8 bits a channel, not interlaced
	Width, Height int    // in pixels
}
