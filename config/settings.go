package config

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"
	"go.yaml.in/yaml/v4"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// EnvPrefix begins the names of environment variables that are settings:
// ENTCALC_RATES_VERSION is --rates-version.
const EnvPrefix = "ENTCALC_"

// A Setting is a name that settings may have: that of a flag, or input.
type Setting struct {
	Name string
	List bool // it takes several values
	Path bool // its values are files, relative to the settings file
	// Pairs tells that its values are pairs, which a mapping may give: {a: b} is a=b.
	Pairs bool
	// PathKey is the key of the pair whose value is a file, relative to the settings file;
	// "" for none.
	PathKey string
}

// Settings are the values of entcalc.yaml and of the environment, the latter first.
// Values are texts, as they were written: a flag reads them as if they were typed.
type Settings struct {
	values *viper.Viper
	places map[string]diag.Place   // by name; none for the environment's
	each   map[string][]diag.Place // of the values, likewise
}

// entry is one key of the settings file with its values' texts.
type entry struct {
	key    *yaml.Node
	values []*yaml.Node
	list   bool
	pairs  *yaml.Node // a mapping, whose values are here as key=value; nil for none
}

// SettingsFile is entcalc.yaml, parsed; its keys are checked by [NewSettings], when
// the flags are known.
type SettingsFile struct {
	name    string
	entries []entry
}

// ParseSettings reads entcalc.yaml: a map of names to texts, or to lists of texts. The
// error joins a [diag.Usage] for each mistake.
//
// YAML is read as nodes here, and not by viper, because viper would turn a SIREN that
// begins with 0, or a rate, into another number.
func ParseSettings(file File) (*SettingsFile, error) {
	s := &SettingsFile{name: file.Name}
	var found diag.List
	root := parse(file, &found)
	if root == nil {
		return s, hinted(file, &found).Usage() // no error for a file of comments only
	}
	if root.Kind != yaml.MappingNode {
		return nil, diag.Usage{Text: text.SettingsNotMap(), Place: s.place(root)}
	}
	var wrong []error
	for i := 0; i+1 < len(root.Content); i += 2 {
		e, err := s.entry(root.Content[i], root.Content[i+1])
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		s.entries = append(s.entries, e)
	}
	return s, errors.Join(wrong...)
}

// hinted says, of what is no YAML, what is meant by it in settings: names with braces, which
// open a mapping to YAML, and texts with colons.
func hinted(file File, found *diag.List) *diag.List {
	lines := strings.Split(string(file.Data), "\n")
	var all diag.List
	for _, d := range found.All() {
		line := ""
		if at := d.Place.Line; at > 0 && at <= len(lines) {
			line = lines[at-1]
		}
		switch {
		case strings.Contains(line, "{") && strings.Contains(line, "}"):
			d.Text = d.Text.QuoteBraces()
		case d.Text == text.YAMLColon():
			d.Text = d.Text.QuoteColon()
		}
		all.Fault(d.Place, d.Text)
	}
	return &all
}

func (s *SettingsFile) place(n *yaml.Node) diag.Place {
	return diag.Place{File: s.name, Line: n.Line, Column: n.Column}
}

// entry reads one key: a scalar, a list of scalars, or a mapping of scalars.
func (s *SettingsFile) entry(key, value *yaml.Node) (entry, error) {
	e := entry{key: key, values: []*yaml.Node{value}, list: value.Kind == yaml.SequenceNode}
	if value.Kind == yaml.MappingNode {
		e.pairs = value
	}
	if e.list || e.pairs != nil {
		e.values = value.Content
	}
	if slices.ContainsFunc(s.entries, func(other entry) bool { return other.key.Value == key.Value }) {
		return e, diag.Usage{Text: text.SettingTwice(key.Value), Place: s.place(key)}
	}
	for i, v := range append([]*yaml.Node{key}, e.values...) {
		name := key.Value
		if e.pairs != nil && i > 0 { // a key, or the value after it
			name += ", " + e.values[(i-1)&^1].Value
		}
		switch {
		case v.Kind == yaml.ScalarNode && v.Tag == "!!null" && i > 0:
			return e, diag.Usage{Text: text.SettingBlank(name), Place: s.place(v)}
		case v.Kind != yaml.ScalarNode || v.Anchor != "" || v.Tag == "!!null" || v.Style&yaml.TaggedStyle != 0:
			return e, diag.Usage{Text: text.SettingNotText(name), Place: s.place(v)}
		}
	}
	if e.pairs != nil {
		e.values = joinPairs(e.values)
	}
	return e, nil
}

// joinPairs makes key=value of the keys and the values of a mapping.
func joinPairs(nodes []*yaml.Node) (joined []*yaml.Node) {
	for i := 0; i+1 < len(nodes); i += 2 {
		pair := *nodes[i]
		pair.Value += "=" + nodes[i+1].Value
		joined = append(joined, &pair)
	}
	return joined
}

// Name is that of the file, as it was given.
func (s *SettingsFile) Name() string { return s.name }

// Value is the one text that the file gives a setting, and where; blank when it has none.
func (s *SettingsFile) Value(name string) (string, diag.Place) {
	for _, e := range s.entries {
		if e.key.Value == name && len(e.values) == 1 {
			return e.values[0].Value, s.place(e.values[0])
		}
	}
	return "", diag.Place{}
}

// NewSettings merges the file (nil for none) and the environment, which wins. What
// neither is known as a setting is an error: a [diag.Usage] for each, joined.
func NewSettings(file *SettingsFile, environ []string, known []Setting) (*Settings, error) {
	s := &Settings{values: viper.New(), places: make(map[string]diag.Place), each: make(map[string][]diag.Place)}
	var wrong []error
	if file != nil {
		wrong = append(wrong, s.merge(file, known))
	}
	for _, variable := range environ {
		name, value, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, EnvPrefix) && name != EnvPrefix+"CONFIG" && value != "" { // CONFIG named the file
			wrong = append(wrong, s.mergeVariable(name, value, known))
		}
	}
	return s, errors.Join(wrong...)
}

// merge takes over the file's entries.
func (s *Settings) merge(file *SettingsFile, known []Setting) error {
	var wrong []error
	for _, e := range file.entries {
		at := file.place(e.key)
		setting, err := lookUp(known, e.key.Value, text.UnknownSetting)
		switch {
		case err != nil:
			wrong = append(wrong, diag.Usage{Text: *err, Place: at})
			continue
		case e.pairs != nil && !setting.Pairs:
			wrong = append(wrong, diag.Usage{Text: text.SettingNotText(e.key.Value), Place: file.place(e.pairs)})
			continue
		case e.list && !setting.List:
			wrong = append(wrong, diag.Usage{Text: text.SettingNotList(e.key.Value), Place: at})
			continue
		}
		var texts []string
		var each []diag.Place
		for _, v := range e.values {
			texts, each = append(texts, file.located(setting, v.Value)), append(each, file.place(v))
		}
		s.places[setting.Name], s.each[setting.Name] = at, each
		wrong = append(wrong, s.values.MergeConfigMap(map[string]any{setting.Name: texts}))
	}
	return errors.Join(wrong...)
}

// located gives a value, or, where it is a file, the file that it names from here.
func (s *SettingsFile) located(setting Setting, value string) string {
	from := func(name string) string {
		if name == "" || name == "-" || filepath.IsAbs(name) {
			return name
		}
		folder := filepath.Dir(s.name)
		if strings.ContainsAny(name, "{}") { // "{siren}/.." is told where the name is read
			name, _ = strings.CutPrefix(name, "."+string(filepath.Separator))
			if folder == "." {
				return name
			}
			return strings.TrimSuffix(folder, string(filepath.Separator)) + string(filepath.Separator) + name
		}
		return filepath.Join(folder, name)
	}
	if setting.Path {
		return from(value)
	}
	p, err := ParsePair(setting.Name, value, diag.Place{})
	if err == nil && setting.PathKey != "" && p.Key == setting.PathKey {
		return p.Key + "=" + from(p.Value)
	}
	return value
}

// mergeVariable takes over a variable; a list's values are parted by commas.
func (s *Settings) mergeVariable(name, value string, known []Setting) error {
	key := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, EnvPrefix)), "_", "-")
	setting, err := lookUp(known, key, func(_, near string) text.Message {
		if near != "" {
			near = EnvPrefix + strings.ToUpper(strings.ReplaceAll(near, "-", "_"))
		}
		return text.UnknownVariable(name, near)
	})
	if err != nil {
		return diag.Usage{Text: *err}
	}
	texts := []string{value}
	switch {
	case setting.Pairs:
		texts = splitPairs(value)
	case setting.List:
		texts = strings.Split(value, ",")
	}
	delete(s.places, setting.Name)
	delete(s.each, setting.Name)
	return s.values.MergeConfigMap(map[string]any{setting.Name: texts})
}

func lookUp(known []Setting, name string, unknown func(name, near string) text.Message) (Setting, *text.Message) {
	i := slices.IndexFunc(known, func(k Setting) bool { return k.Name == name })
	if i >= 0 {
		return known[i], nil
	}
	var names []string
	for _, k := range known {
		names = append(names, k.Name)
	}
	m := unknown(name, nearSetting(name, names))
	return Setting{}, &m
}

// Values gives the texts of a setting and where the file has them; none when it is
// not set.
func (s *Settings) Values(name string) ([]string, diag.Place) {
	return s.values.GetStringSlice(name), s.places[name]
}

// Pairs gives the values of a setting that are pairs, each with its place. The error joins a
// [diag.Usage] for each that is none.
func (s *Settings) Pairs(name string) ([]Pair, error) {
	var all []Pair
	var wrong []error
	places := s.each[name]
	for i, t := range s.values.GetStringSlice(name) {
		var at diag.Place
		if i < len(places) {
			at = places[i]
		}
		p, err := ParsePair(name, t, at)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		all = append(all, p)
	}
	return all, errors.Join(wrong...)
}
