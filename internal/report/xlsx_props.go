package report

import (
	"encoding/xml"
	"strings"
)

// properties are the document's: what it is, of which day where that was said, and nothing of
// by whom.
func (b *book) properties() {
	created := ""
	if b.Date != "" {
		created = `<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
			` xsi:type="dcterms:W3CDTF">` + xmlText(string(b.Date)) + `T00:00:00Z</dcterms:created>`
	}
	b.part("docProps/core.xml", `<cp:coreProperties`+
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`+
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`+
		`<dc:title>`+xmlText(b.marked(b.cover))+`</dc:title>`+
		`<dc:subject>`+xmlText(b.about)+`</dc:subject>`+
		`<dc:creator>entcalc</dc:creator><dc:language>`+string(b.Lang)+`</dc:language>`+created+
		`</cp:coreProperties>`)
	b.part("docProps/app.xml", `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`+
		`<Application>entcalc</Application></Properties>`)
}

// part replaces a part that the library has of its own.
func (b *book) part(name, content string) {
	b.f.Pkg.Store(name, []byte(xml.Header+content))
}

// xmlText escapes a text for XML.
func xmlText(s string) string {
	var escaped strings.Builder
	_ = xml.EscapeText(&escaped, []byte(s)) // a strings.Builder takes all
	return escaped.String()
}
