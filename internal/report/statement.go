package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/entcalc/entcalc/internal/counts"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/territory"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Reread reads a calc document back into the run that it was written of, to be shown in
// language l; the document of solve carries one. What the document does not hold is unknown: the dates of the tariff,
// refusals, the amount that rests on an assumption.
//
// It is as strict as it can be: the run is written anew, its sums made from its lines,
// and what differs from the document is a fault. Only the amounts of lines are taken as
// they stand. The run is none where found has a fault more.
func Reread(file string, document []byte, l text.Lang, found *diag.List) (Run, bool) {
	d := rereader{at: diag.Place{File: file}, found: found}
	before := found.Errors()
	var doc statementJSON
	err := decodeStrictly(document, &doc)
	if carried := carriedBy(document, err); carried != nil {
		document, doc = carried, statementJSON{}
		err = decodeStrictly(document, &doc)
	}
	if err != nil {
		found.Fault(d.at, text.NotACalc(whyNotACalc(document, err)))
		return Run{}, false
	}
	r := Run{
		Statement: d.statement(&doc), Year: doc.Year, ChosenBy: doc.Rates.ChosenBy,
		Inputs: make([]counts.Input, len(doc.Inputs)), Lang: l,
	}
	for i := range doc.Inputs {
		r.Inputs[i] = doc.Inputs[i].input()
		r.Sector = cmp.Or(doc.Inputs[i].Sector, r.Sector)
	}
	if c := doc.Composition; c != nil {
		r.Composition = &territory.About{Date: c.Date, Source: c.Source, SHA256: c.SHA256}
	}
	for _, n := range doc.Notices {
		r.Notices = append(r.Notices, diag.Diagnostic{Severity: diag.Notice, Text: text.Reread(n.Code, n.Message)})
	}
	if found.Errors() > before {
		return Run{}, false
	}
	if err := r.Statement.Sum(); err != nil {
		found.Fault(d.at, text.TooLarge())
		return Run{}, false
	}
	d.compare(r, document)
	return r, found.Errors() == before
}

// A statementJSON is a calc document, as far as it is not made from the rest of it.
type statementJSON struct {
	Schema  string
	Year    int
	Rates   tariffOfStatement
	Options struct {
		With, Without []string
		New           pricing.NewRule
	}
	Inputs      []inputOfStatement
	Composition *struct{ Date, Source, SHA256 string }
	EPCIs       []contributionOfStatement
	Notices     []struct{ Code, Message string }
}

type inputOfStatement struct {
	Name     string
	Role     counts.Role
	SHA256   string
	Rows     int
	Kept     int
	LeftOut  []leftOutOfStatement `json:"left_out"`
	Rentree  int
	Sector   counts.Sector
	Pupils   int64
	KeptOf   int64 `json:"kept_pupils"`
	Encoding string
	// Delimiter and the rest are as in [counts.Input].
	Delimiter, Sheet string
	TitleLines       int `json:"title_lines"`
}

type leftOutOfStatement struct {
	Reason string
	Rows   int
	Pupils int64
}

func (j *inputOfStatement) input() counts.Input {
	in := counts.Input{
		Role: j.Role, Name: j.Name, SHA256: j.SHA256, Encoding: j.Encoding, Delimiter: j.Delimiter, Sheet: j.Sheet,
		TitleLines: j.TitleLines, Rows: j.Rows, Kept: j.Kept, Rentree: j.Rentree, Pupils: j.Pupils, KeptPupils: j.KeptOf,
	}
	for _, left := range j.LeftOut {
		in.LeftOut = append(in.LeftOut, counts.LeftOut(left))
	}
	return in
}

// errSchema says that a document is of another schema.
var errSchema = errors.New("not of the schema " + calcSchema)

// decodeStrictly decodes one JSON value, and refuses what follows it.
func decodeStrictly(document []byte, into *statementJSON) error {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return &json.SyntaxError{Offset: d.InputOffset()}
	}
	if into.Schema != calcSchema {
		return errSchema
	}
	return keysOnce(document)
}

// carriedBy gives the calc document that another document of ours carries; nil for none.
func carriedBy(document []byte, err error) []byte {
	var other struct{ Statement json.RawMessage }
	if !errors.Is(err, errSchema) || json.Unmarshal(bytes.TrimPrefix(document, []byte(byteOrderMark)), &other) != nil {
		return nil
	}
	return other.Statement
}

// whyNotACalc says why a document is none that calc writes.
func whyNotACalc(document []byte, err error) text.Phrase {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var twice keyTwiceError
	switch {
	case errors.As(err, &kind):
		return text.WrongKind(strings.ToLower(kind.Field)) // the names of our types
	case errors.As(err, &syntax):
		before := document[:min(max(syntax.Offset, 0), int64(len(document)))]
		return text.NotJSON(bytes.Count(before, []byte("\n")) + 1)
	case errors.As(err, &twice):
		return text.NameTwice(twice.name, twice.line)
	case errors.Is(err, errSchema):
		var other struct{ Schema string }
		_ = json.Unmarshal(document, &other) // it was decoded before
		return text.OtherSchema(other.Schema)
	default: // it ends too early
		return text.NotJSON(bytes.Count(document, []byte("\n")) + 1)
	}
}

// A rereader makes a run of a calc document.
type rereader struct {
	at    diag.Place
	found *diag.List
}

// fault says that a value cannot be what it stands for.
func (d *rereader) fault(path, value string) {
	d.found.Fault(d.at, text.BadStatementValue(path, value))
}

// compare reports what differs between a document and what is written of the run that it
// was read into: sums first, one by one; else the first value.
func (d *rereader) compare(r Run, document []byte) {
	var b bytes.Buffer
	if err := writeJSON(&b, r); err != nil { // a buffer takes everything
		d.found.Fault(d.at, text.Failed(err.Error()))
		return
	}
	was, is := tree(document), tree(b.Bytes())
	if reflect.DeepEqual(was, is) {
		return
	}
	old, oldErr := figuresOfJSON(document)
	fresh, freshErr := figuresOfJSON(b.Bytes())
	names := newFieldNames(r.Statement.Tariff)
	var moved []Difference
	if oldErr == nil && freshErr == nil {
		moved = names.moved(names.canonical(old), names.canonical(fresh))
	}
	for _, m := range moved {
		d.found.Fault(d.at, text.SumDiffers(names.figure(m, nameOf(old, m.SIREN))))
	}
	if len(moved) == 0 {
		path, a, b := firstDifference("", was, is)
		d.found.Fault(d.at, text.ValueDiffers(path, a, b))
	}
}

// nameOf is the name of an EPCI among figures; blank where there is none.
func nameOf(all []Figure, siren string) string {
	i := slices.IndexFunc(all, func(f Figure) bool { return f.SIREN == siren && f.Field == nameField })
	if i < 0 {
		return ""
	}
	return all[i].Value
}

// tree decodes a document that has been decoded before, whatever its spaces and the order
// of its keys.
func tree(document []byte) (v any) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(document, []byte(byteOrderMark))))
	d.UseNumber()
	_ = d.Decode(&v)
	return v
}

// firstDifference finds where two trees part, and what is there.
func firstDifference(path string, was, is any) (at, a, b string) {
	switch was := was.(type) {
	case map[string]any:
		if is, both := is.(map[string]any); both {
			keys := slices.Concat(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(is)))
			slices.Sort(keys)
			for _, key := range slices.Compact(keys) {
				x, there := was[key]
				y, here := is[key]
				if there != here || !reflect.DeepEqual(x, y) {
					return firstDifference(path+"."+key, present(x, there), present(y, here))
				}
			}
		}
	case []any:
		if is, both := is.([]any); both {
			for i := range min(len(was), len(is)) {
				if !reflect.DeepEqual(was[i], is[i]) {
					return firstDifference(path+"["+strconv.Itoa(i)+"]", was[i], is[i])
				}
			}
			return path, strconv.Itoa(len(was)), strconv.Itoa(len(is)) // how many
		}
	}
	return path, shownJSON(was), shownJSON(is)
}

// nothing stands for a member that is not there.
type nothing struct{}

func present(v any, there bool) any {
	if !there {
		return nothing{}
	}
	return v
}

// shownJSON is a value as JSON has it; blank for one that is not there.
func shownJSON(v any) string {
	if v == (nothing{}) {
		return ""
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}
