package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/entcalc/entcalc/internal/pdf"
)

// attachment names the calc document that is attached.
func (d *paper) attachment() string {
	if d.run.Year == 0 {
		return "calc.json"
	}
	return fmt.Sprintf("calc-%d.json", d.run.Year)
}

// steadyLogo names the logo, on the page and in the list of pictures: the library's name
// is a digest of bytes that Go deflated, and these are others with each Go. The new name
// is as long, so that everything stays where it is.
func steadyLogo(document []byte) {
	named := regexp.MustCompile(`/XObject <<\s+/(I[0-9a-f]{40}) `).FindSubmatch(document)
	if named == nil {
		return
	}
	name := bytes.Clone(named[1])
	steady := []byte("Logo" + strings.Repeat("0", len(name)-len("Logo")))
	for from := 0; ; {
		at := bytes.Index(document[from:], name)
		if at < 0 {
			return
		}
		from += at + copy(document[from+at:], steady)
	}
}

// finish says what the library does not: that programs show the title rather than the
// file's name, and what the attachment is to the document. A document that has no date has
// no days of creation and change, rather than some that are invented.
func (d *paper) finish(objects map[pdf.Ref]pdf.Value, trailer pdf.Dict) {
	at := func(v pdf.Value) pdf.Dict { // what is not there is a new one, and goes nowhere
		if ref, is := v.(pdf.Ref); is {
			v = objects[ref]
		}
		if s, is := v.(pdf.Stream); is {
			return s.Dict
		}
		if found, is := v.(pdf.Dict); is {
			return found
		}
		return pdf.Dict{}
	}
	if d.run.Date == "" {
		info := at(trailer["Info"])
		delete(info, "CreationDate")
		delete(info, "ModDate")
	}
	catalog := at(trailer["Root"])
	catalog["ViewerPreferences"] = pdf.Dict{"DisplayDocTitle": true}
	named, _ := at(at(catalog["Names"])["EmbeddedFiles"])["Names"].(pdf.Array)
	if len(named) != 2 { // a name and its file
		return
	}
	file := at(named[1])
	named[0], file["F"] = d.attachment(), d.attachment()
	file["AFRelationship"] = pdf.Name("Data")
	at(at(file["EF"])["F"])["Subtype"] = pdf.Name("application/json")
	catalog["AF"] = pdf.Array{named[1]}
}
