package report

// Carries finds, by the beginning of a file, the format of a document for people that may
// carry the calc document which it shows.
func Carries(head []byte) (Format[Run], bool) {
	for _, f := range Formats() {
		if f.Begins != nil && f.Begins(head) {
			return f, true
		}
	}
	return Format[Run]{}, false
}

// Carried takes out of a document for people the calc document that it carries. The format
// has no name where it is none that [Carries] finds; the error says that it is damaged, or
// carries nothing.
func Carried(document []byte) (calc []byte, f Format[Run], err error) {
	f, ok := Carries(document)
	if ok {
		calc, err = f.Carried(document)
	}
	return calc, f, err
}
