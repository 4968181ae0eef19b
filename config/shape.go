package config

// The bounds of texts, in characters, and of lists.
const (
	mostID   = 64
	mostLine = 300
	mostText = 2000
	mostList = 100 // tariffs, components, tiers: a chain of extends multiplies them
)

// A kind is what a value of a rate file is; its name is what [text.RatesKind] says.
type kind string

// The kinds: two of maps, one of lists, the others of single values.
const (
	group  kind = "map"    // a map whose keys are those of its shape
	named  kind = "names"  // a map whose keys are names that the file makes
	many   kind = "list"   // a list of values of one shape
	line   kind = "text"   // a text on one line
	ident  kind = "id"     // [a-z][a-z0-9-]*
	day    kind = "date"   // YYYY-MM-DD
	flag   kind = "flag"   // true or false
	rate   kind = "rate"   // a plain decimal, as pricing.ParseRate has it
	euros  kind = "euros"  // plain euros, as pricing.ParseCents has it
	count  kind = "count"  // a whole number
	scalar kind = "scalar" // what an example gives: its field tells
)

// A shape is what a value must be.
type shape struct {
	kind        kind
	keys        []key    // of a group
	of          *shape   // of a list or of names: each of its values
	words       []string // of a text: the only ones that it can be
	least, most int      // of a list, its length; of a group, at least; of a text, at most; of a count, its bounds
}

// A key is one of those that a group may have.
type key struct {
	name     string
	required bool
	shape    shape
}

// rateShape is the structure of a rate file, whole; schemas/rates.schema.json says the
// same to editors, and a test holds them together. What depends on other values
// (extends, bases, tiers) is in build.go.
func rateShape() shape {
	version := shape{kind: line, most: mostID}
	return shape{kind: group, keys: []key{
		{"schema", true, shape{kind: line, words: []string{"entcalc/rates/1"}}},
		{"default", false, version},
		{"tariffs", true, listOf(1, shape{kind: group, keys: []key{
			{"version", true, version},
			{"extends", false, version},
			{"status", false, shape{kind: line, words: []string{"adopted", "draft"}}},
			{"dated", false, shape{kind: day}},
			{"from", false, shape{kind: day}},
			{"to", false, shape{kind: day}},
			{"title", false, byLanguage()},
			{"source", false, shape{kind: line, most: mostText}},
			{"deployment", false, shape{kind: group, keys: []key{
				{"years", true, shape{kind: count, least: 1, most: 99}},
				{"article", false, shape{kind: line, most: mostID}},
			}}},
			{"bases", false, shape{kind: named, most: mostList, of: &shape{kind: group, keys: []key{
				{"label", false, byLanguage()},
				{"columns", false, columns()},
			}}}},
			{"components", false, listOf(1, componentShape())},
			{"remove", false, listOf(0, shape{kind: ident})},
			{"examples", false, listOf(0, shape{kind: group, keys: []key{
				{"given", true, shape{kind: named, most: mostList, of: &shape{kind: scalar}}},
				{"expect", true, shape{kind: named, most: mostList, of: &shape{kind: euros}}},
			}})},
		}})},
	}}
}

func componentShape() shape {
	return shape{kind: group, keys: []key{
		{"id", true, shape{kind: ident}},
		{"label", false, byLanguage()},
		{"basis", false, shape{kind: line, most: mostID}},
		{"rate", false, shape{kind: rate}},
		{"tiers", false, listOf(1, shape{kind: group, keys: []key{
			{"up_to", false, shape{kind: count, least: 1, most: 999_999_999}},
			{"rate", true, shape{kind: rate}},
		}})},
		{"tiering", false, shape{kind: line, words: []string{"graduated", "volume"}}},
		{"minimum", false, shape{kind: euros}},
		{"maximum", false, shape{kind: euros}},
		{"optional", false, shape{kind: flag}},
		{"columns", false, columns()},
		{"article", false, shape{kind: line, most: mostID}},
	}}
}

func listOf(least int, of shape) shape {
	return shape{kind: many, least: least, most: mostList, of: &of}
}

func columns() shape { return listOf(0, shape{kind: line, most: mostLine}) }

// byLanguage is a text in one language at least: the other one's readers get it too.
func byLanguage() shape {
	return shape{kind: group, least: 1, keys: []key{
		{"fr", false, shape{kind: line, most: mostLine}},
		{"en", false, shape{kind: line, most: mostLine}},
	}}
}
