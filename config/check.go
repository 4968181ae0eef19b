package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/nearest"
	"github.com/entcalc/entcalc/internal/text"
)

// A value is a node that was held against its shape.
type value struct {
	at    diag.Place
	sound bool              // nothing is wrong with it, nor with what is in it
	text  string            // of a single value: as its kind wants it, when sound
	plain bool              // of a single value: a number, or true or false
	keys  map[string]*value // of a map: without the unknown ones
	meant map[string]bool   // of a map: keys that an unknown one seems to be
	names []string          // of a map: in the file's order
	items []*value          // of a list
}

// has tells whether a map has a key, sound or not, misspelt even: that has been said, and
// what the key brings is not missing as well.
func (v *value) has(name string) bool { return v.keys[name] != nil || v.meant[name] }

// get gives a key's value; nil where it is not there, or not sound.
func (v *value) get(name string) *value {
	if k := v.keys[name]; k != nil && k.sound {
		return k
	}
	return nil
}

// say gives the text of a key's value; "" where it is not there, or not sound.
func (v *value) say(name string) string {
	if k := v.get(name); k != nil {
		return k.text
	}
	return ""
}

// place is where a key's value is, or else the map itself.
func (v *value) place(name string) diag.Place {
	if k := v.keys[name]; k != nil {
		return k.at
	}
	return v.at
}

// A checker holds the nodes of one file against shapes.
type checker struct {
	file  string
	found *diag.List
}

func (c checker) place(n *yaml.Node) diag.Place {
	return diag.Place{File: c.file, Line: n.Line, Column: n.Column}
}

// fault reports what is wrong with a node, and so with its value.
func (c checker) fault(v *value, n *yaml.Node, m text.Message) {
	c.found.Fault(c.place(n), m)
	v.sound = false
}

// check holds a node against a shape; name is that of its key, for messages. All that
// is wrong is reported, once.
func (c checker) check(name string, n *yaml.Node, s shape) *value {
	v := &value{at: c.place(n), sound: true}
	if !c.bare(v, n) {
		return v
	}
	switch s.kind {
	case group, named:
		if n.Kind != yaml.MappingNode {
			c.fault(v, n, text.RatesWrongType(name, text.RatesKind(string(group)), kindOf(n)))
			return v
		}
		c.pairs(v, name, n, s)
	case many:
		if n.Kind != yaml.SequenceNode {
			c.fault(v, n, text.RatesWrongType(name, text.RatesKind(string(many)), kindOf(n)))
			return v
		}
		if len(n.Content) < s.least || len(n.Content) > s.most {
			c.fault(v, n, text.RatesItems(name, s.least, s.most))
			return v
		}
		for _, item := range n.Content {
			v.add(c.check(name, item, *s.of))
		}
	case line, ident, day, flag, rate, euros, count, scalar:
		c.single(v, name, n, s)
	}
	return v
}

// add puts an item into a list.
func (v *value) add(item *value) {
	v.items = append(v.items, item)
	v.sound = v.sound && item.sound
}

// bare tells whether a node's value stands in the file as it is; what YAML can make of
// it with aliases and tags is refused, an anchor too.
func (c checker) bare(v *value, n *yaml.Node) bool {
	if n.Anchor != "" && n.Kind != yaml.AliasNode {
		c.fault(v, n, text.YAMLAnchor())
	}
	switch {
	case n.Kind == yaml.AliasNode:
		c.fault(v, n, text.YAMLAlias())
		return false
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		c.fault(v, n, text.YAMLTag(n.Tag))
		return false
	}
	return true
}

// pairs checks the keys and values of a map.
func (c checker) pairs(v *value, name string, n *yaml.Node, s shape) {
	if s.kind == named && len(n.Content)/2 > s.most {
		c.fault(v, n, text.RatesItems(name, 0, s.most))
		return
	}
	v.keys = make(map[string]*value, len(n.Content)/2)
	seen := make(map[string]diag.Place, len(n.Content)/2)
	v.meant = make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if !c.keyBare(v, k) {
			continue
		}
		if first, twice := seen[k.Value]; twice {
			c.fault(v, k, text.RatesDuplicateKey(k.Value, first.String()))
			continue
		}
		seen[k.Value] = c.place(k)
		of := s.of
		if s.kind == group {
			at := slices.IndexFunc(s.keys, func(known key) bool { return known.name == k.Value })
			if at < 0 {
				v.meant[c.unknown(v, k, n.Content[i+1], s)] = true
				continue
			}
			of = &s.keys[at].shape
		}
		child := c.check(text.Quote(k.Value), n.Content[i+1], *of)
		v.keys[k.Value] = child
		v.names = append(v.names, k.Value)
		v.sound = v.sound && child.sound
	}
	for _, k := range s.keys {
		if _, given := seen[k.name]; k.required && !given && !v.meant[k.name] {
			c.fault(v, n, text.RatesMissingKey(k.name))
		}
	}
	if s.kind == group && len(seen) < s.least {
		c.fault(v, n, text.RatesMissingKey(s.keys[0].name))
	}
}

// keyBare tells whether a map's key is a plain word.
func (c checker) keyBare(v *value, k *yaml.Node) bool {
	switch {
	case k.Tag == "!!merge":
		c.fault(v, k, text.YAMLMerge())
		return false
	case !c.bare(v, k):
		return false
	case k.Kind != yaml.ScalarNode:
		c.fault(v, k, text.RatesKeyNotText())
		return false
	}
	return true
}

// unknown refuses a key, and gives the one that it was meant to be; "" for none.
func (c checker) unknown(v *value, k, of *yaml.Node, s shape) string {
	if k.Value != "" && strings.Trim(k.Value, "0123456789") == "" {
		c.fault(v, k, text.RatesCommaKey(k.Value))
		return ""
	}
	names := make([]string, len(s.keys))
	for i, known := range s.keys {
		names[i] = known.name
	}
	if meant := frenchKey(k.Value, names); meant != "" {
		written := meant + ":"
		if of.Kind == yaml.ScalarNode && isNumber(of.Value) {
			written += " " + of.Value
		}
		c.fault(v, k, text.RatesFrenchKey(k.Value, written))
		return meant
	}
	meant := near(k.Value, names)
	c.fault(v, k, text.RatesUnknownKey(k.Value, meant))
	return meant
}

// near gives the known name nearest to a word; "" for none. A word out of all measure
// is near to nothing.
func near(word string, known []string) string {
	if len(word) > mostID {
		return ""
	}
	name, _ := nearest.Name(word, known)
	return name
}
