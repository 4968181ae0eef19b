package config

import (
	"bytes"
	"cmp"
	"maps"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/pricing"
)

// Load reads rate files: the embedded one first, then each --rates in its order. All
// that is wrong in any of them is reported to found; then there are no Tariffs (nil).
func Load(files []File, found *diag.List) *Tariffs {
	before := found.Errors()
	l := loader{found: found, tariffs: new(Tariffs), known: make(map[string]*draft)}
	for i, f := range files {
		kept := len(found.All())
		l.later = files[i+1:]
		l.file(f)
		sortByPlace(found.All()[kept:])
	}
	if found.Errors() > before {
		return nil
	}
	return l.tariffs
}

// sortByPlace puts what was found in one file in its order: structure is checked before
// what depends on it, but a file is mended from top to bottom.
func sortByPlace(found []diag.Diagnostic) {
	slices.SortStableFunc(found, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
	})
}

// A loader loads files one after the other.
type loader struct {
	found   *diag.List
	tariffs *Tariffs
	known   map[string]*draft // by version: those of the files before, and of this one
	later   []File            // the files after this one
	adopted []*draft          // those that come into force on a day, sound or not
	partial bool              // some tariff could not even be named: what is not known may be it
}

// A draft is a tariff that is being loaded.
type draft struct {
	loaded
	state state
	sound bool // nothing is wrong with it: it can be priced, and extended without surprise
}

// A state tells how far a draft is, so that a circle of extends is found.
type state int

const (
	unbuilt state = iota
	building
	built
)

// file loads one file.
func (l *loader) file(f File) {
	root := l.root(f)
	if root == nil {
		l.partial = true
		return
	}
	v := checker{shown(f.Name), l.found}.check(text.Quote(shown(f.Name)), root, rateShape())
	table := rateTable{name: f.Name}
	for _, d := range l.drafts(f.Name, v) {
		l.build(d)
		l.dates(d)
		if d.sound {
			table.tariffs = append(table.tariffs, l.register(d))
		}
	}
	if version := v.get("default"); version != nil {
		if table.standard = version.text; l.known[version.text] == nil && !l.partial {
			l.unknownVersion("default", version, &draft{loaded: loaded{file: f.Name}})
		}
	}
	l.tariffs.files = append(l.tariffs.files, table)
}

// root reads a rate file as nodes; nil when it cannot, which is a fault.
func (l *loader) root(f File) *yaml.Node {
	if f.isCounts() {
		l.found.Fault(f.at(0, 0), text.RatesNoRateFile())
		return nil
	}
	before := l.found.Errors()
	root := parse(f, l.found)
	if root == nil && l.found.Errors() == before {
		l.found.Fault(f.at(0, 0), text.RatesEmpty())
	}
	return root
}

// isCounts tells whether a file that does not say that it is one of rates looks like one
// of counts: a workbook, or cells on its first line.
func (f File) isCounts() bool {
	if bytes.Contains(f.Data, []byte("schema:")) {
		return false
	}
	first, _, _ := bytes.Cut(f.Data, []byte("\n"))
	return bytes.HasPrefix(f.Data, []byte("PK\x03\x04")) ||
		bytes.ContainsAny(first, ";,\t|") && !bytes.ContainsAny(first, ":#")
}

// drafts gives the tariffs of a file that have a version, and makes them known: then
// they may extend each other in any order.
func (l *loader) drafts(file string, v *value) []*draft {
	list := v.keys["tariffs"]
	if list == nil || len(list.items) == 0 {
		l.partial = true
		return nil
	}
	var all []*draft
	own := make(map[string]*draft, len(list.items))
	for _, item := range list.items {
		version := item.get("version")
		if version == nil {
			l.partial = true
			continue
		}
		if first := own[version.text]; first != nil {
			l.found.Fault(version.at, text.RatesVersionTwice(version.text, first.version.String()))
			continue
		}
		d := &draft{loaded: loaded{
			tariff: &pricing.Tariff{Version: version.text}, value: item, file: file, version: version.at,
		}}
		own[version.text], l.known[version.text] = d, d
		all = append(all, d)
	}
	return all
}

// dates finds another adopted tariff that comes into force on the same day (R8).
func (l *loader) dates(d *draft) {
	if !d.tariff.Adopted || d.tariff.From == "" {
		return
	}
	for _, other := range l.adopted {
		if other.tariff.From == d.tariff.From && other.tariff.Version != d.tariff.Version {
			from := d.value.place("from")
			l.found.Fault(from, text.RatesFromTwice(
				string(d.tariff.From), other.tariff.Version, other.value.place("from").String()))
			return
		}
	}
	l.adopted = append(l.adopted, d)
}

// register adds a tariff to those that are loaded. One that an earlier file defines
// alike is that one; otherwise than it is, it is a fault (R8).
func (l *loader) register(d *draft) *loaded {
	if first := find(l.tariffs.all, d.tariff.Version); first != nil {
		if !reflect.DeepEqual(first.tariff, d.tariff) {
			l.found.Fault(d.version, text.RatesVersionTwice(d.tariff.Version, first.version.String()))
		}
		return first
	}
	l.tariffs.all = append(l.tariffs.all, &d.loaded)
	return &d.loaded
}

// unknownVersion says that a key of d names no known version, or one that comes later.
func (l *loader) unknownVersion(name string, v *value, d *draft) {
	if later, ok := l.definedLater(v.text); ok {
		l.found.Fault(v.at, text.RatesVersionLater(name, v.text, shown(d.file), shown(later)))
		return
	}
	known := slices.Sorted(maps.Keys(l.known))
	known = slices.DeleteFunc(known, func(version string) bool { return l.restsOn(l.known[version], d) })
	l.found.Fault(v.at, text.RatesUnknownVersion(name, v.text, near(v.text, known), list(known)))
}

// restsOn tells whether a draft is d, or extends it, itself or through others: d cannot
// extend it.
func (l *loader) restsOn(other, d *draft) bool {
	for range l.known { // a circle of others ends too
		if other == nil || other == d {
			return other == d
		}
		other = l.known[other.value.say("extends")]
	}
	return false
}

// definedLater finds the file, of those after this one, that defines a version. What is
// wrong in it is said when its turn comes.
func (l *loader) definedLater(version string) (file string, ok bool) {
	for _, f := range l.later {
		root := parse(f, new(diag.List))
		if root == nil {
			continue
		}
		tariffs := checker{shown(f.Name), new(diag.List)}.check("", root, rateShape()).keys["tariffs"]
		if tariffs != nil && slices.ContainsFunc(tariffs.items, func(t *value) bool { return t.say("version") == version }) {
			return f.Name, true
		}
	}
	return "", false
}
