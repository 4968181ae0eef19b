package config

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/schemas"
)

// The published schema and the table that the loader checks with say the same: the same
// keys at each place, of the same kinds, required alike, with the same bounds.
func TestSchemaAndTable(t *testing.T) {
	var root map[string]any
	data, ok := schemas.Read("rates")
	if !ok {
		t.Fatal("no schema")
	}
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	compare(t, root, "rates", root, rateShape())
}

// compare holds one place of the schema against one shape of the table.
func compare(t *testing.T, root map[string]any, at string, schema map[string]any, s shape) {
	t.Helper()
	schema = resolve(root, schema)
	number := func(key string) int {
		n, _ := schema[key].(float64)
		return int(n)
	}
	same := func(what string, got, want any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s, %s: the schema differs from the table (-table +schema):\n%s", at, what, d)
		}
	}
	types := map[kind]string{group: "object", named: "object", many: "array", flag: "boolean", count: "integer", rate: "number", euros: "number"}
	want := types[s.kind]
	if want == "" {
		want = "string"
	}
	if s.kind != scalar {
		same("type", schema["type"], any(want))
	}
	switch s.kind {
	case group:
		same("least", number("minProperties"), s.least)
		compareKeys(t, root, at, schema, s)
	case named:
		same("most", number("maxProperties"), s.most)
		compare(t, root, at+".*", schema["additionalProperties"].(map[string]any), *s.of)
	case many:
		same("least", number("minItems"), s.least)
		same("most", number("maxItems"), s.most)
		compare(t, root, at+"[]", schema["items"].(map[string]any), *s.of)
	case count:
		same("least", number("minimum"), s.least)
		same("most", number("maximum"), s.most)
	case line:
		var words []string
		enum, _ := schema["enum"].([]any)
		for _, w := range enum {
			words = append(words, w.(string))
		}
		same("words", words, s.words)
		same("most", number("maxLength"), s.most)
	case ident:
		same("most", number("maxLength"), mostID)
	case day, flag, rate, euros, scalar:
	}
}

func compareKeys(t *testing.T, root map[string]any, at string, schema map[string]any, s shape) {
	t.Helper()
	if schema["additionalProperties"] != false {
		t.Errorf("%s: the schema takes unknown keys", at)
	}
	properties := schema["properties"].(map[string]any)
	var required []string
	for _, k := range s.keys {
		if k.required {
			required = append(required, k.name)
		}
		property, ok := properties[k.name].(map[string]any)
		if !ok {
			t.Errorf("%s: the schema has no %s", at, k.name)
			continue
		}
		if property["description"] == nil {
			t.Errorf("%s.%s has no description", at, k.name)
		}
		compare(t, root, at+"."+k.name, property, k.shape)
	}
	if len(properties) != len(s.keys) {
		t.Errorf("%s: %d keys in the schema, %d in the table", at, len(properties), len(s.keys))
	}
	var inSchema []string
	list, _ := schema["required"].([]any)
	for _, r := range list {
		inSchema = append(inSchema, r.(string))
	}
	slices.Sort(required)
	slices.Sort(inSchema)
	if d := cmp.Diff(required, inSchema); d != "" {
		t.Errorf("%s: required (-table +schema):\n%s", at, d)
	}
}

// resolve follows a $ref to its definition.
func resolve(root, schema map[string]any) map[string]any {
	ref, ok := schema["$ref"].(string)
	if !ok {
		return schema
	}
	return root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
}

// The schema takes the files that the loader takes, and refuses those of which the
// loader refuses the structure: each bad file says which it is.
func TestSchemaAndLoader(t *testing.T) {
	schema := compiled(t)
	files, err := filepath.Glob(filepath.Join("..", "testdata", "rates", "*", "*.yaml"))
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	for _, name := range append(files, filepath.Join("..", "rates.yaml")) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		accepts := bytes.HasPrefix(data, []byte("# schema: accepts")) || !strings.Contains(name, "bad")
		if !accepts && !bytes.HasPrefix(data, []byte("# schema: refuses")) {
			continue // YAML that has no JSON
		}
		var found diag.List
		root := parse(File{Name: name, Data: data}, &found)
		if root == nil {
			t.Fatal(found.All())
		}
		if err := schema.Validate(tree(root)); (err == nil) != accepts {
			t.Errorf("%s: accepts is %t, and the schema says %v", name, accepts, err)
		}
	}
}

// One change to a sound file: the loader and the schema take it, or refuse it, alike.
func TestSchemaChanges(t *testing.T) {
	const whole = `
schema: entcalc/rates/1
default: "5"
tariffs:
  - version: "5"
    status: adopted
    dated: 2026-01-01
    from: 2026-07-01
    to: 2030-12-31
    title: {fr: A, en: B}
    source: vote
    deployment: {years: 4, article: "4"}
    bases: {people: {label: {fr: A, en: B}, columns: [gens]}}
    components:
      - {id: a, label: {fr: A, en: B}, basis: people, tiers: [{up_to: 5, rate: 1.5}, {rate: 1}], tiering: volume, minimum: 1, maximum: 2.50}
      - {id: b, label: {fr: A, en: B}, basis: pupils, rate: 0.60, optional: false, columns: [bé], article: "6"}
      - {id: c, label: {fr: A, en: B}, basis: cost}
    examples: [{given: {people: 3, pupils: 1}, expect: {a: 2.50}}]
`
	schema := compiled(t)
	for _, tt := range []struct {
		from, to string
		sound    bool
	}{
		{"", "", true},
		{`default: "5"`, ``, true},
		{`default: "5"`, `default: 5`, false},
		{`schema: entcalc/rates/1`, ``, false},
		{`entcalc/rates/1`, `entcalc/rates/10`, false},
		{`status: adopted`, `status: draft`, true},
		{`status: adopted`, `status: voted`, false},
		{`dated: 2026-01-01`, ``, false},
		{`source: vote`, ``, false},
		{`from: 2026-07-01`, ``, false},
		{`from: 2026-07-01`, `from: 2026-02-30`, false},
		{`from: 2026-07-01`, `from: "2026-07-01"`, true},
		{`from: 2026-07-01`, `from: 3026-07-01`, false},
		{`to: 2030-12-31`, ``, true},
		{`title: {fr: A, en: B}`, `title: {fr: A}`, true},
		{`title: {fr: A, en: B}`, `title: {}`, false},
		{`title: {fr: A, en: B}`, `title: {fr: A, en: B, de: C}`, false},
		{`source: vote`, `source: " vote"`, false},
		{`source: vote`, `source: 3`, false},
		{`years: 4`, `years: 4.5`, false},
		{`years: 4`, `years: 100`, false},
		{`years: 4, `, ``, false},
		{`, article: "4"`, ``, true},
		{`bases: {people: {label: {fr: A, en: B}, columns`, `bases: {people: {columns`, false},
		{`bases: {people`, `bases: {"people": {label: {fr: A, en: B}}, epci`, false},
		{`bases: {people`, `bases: {"people": {label: {fr: A, en: B}}, B`, false},
		{`columns: [gens]`, `columns: gens`, false},
		{`columns: [gens]`, `columns: [""]`, false},
		{`columns: [gens]`, `columns: []`, true},
		{`id: a, label: {fr: A, en: B}`, `id: a`, false},
		{`id: a`, `id: A`, false},
		{`id: a`, `id: -a`, false},
		{`basis: people, `, ``, false},
		{`tiers: [{up_to: 5, rate: 1.5}, {rate: 1}], `, ``, false},
		{`tiers: [{up_to: 5, rate: 1.5}, {rate: 1}], tiering: volume`, `rate: 1.5`, true},
		{`tiers: [{up_to: 5, rate: 1.5}, {rate: 1}]`, `tiers: []`, false},
		{`tiering: volume`, `tiering: step`, false},
		{`up_to: 5`, `up_to: 0`, false},
		{`up_to: 5`, `upto: 5`, false},
		{`rate: 0.60`, `rate: 0.60, tiers: [{rate: 1}]`, false},
		{`rate: 0.60`, `rate: "0.60"`, false},
		{`rate: 0.60`, `rate: 1000000`, false},
		{`rate: 0.60`, `rate: -1`, false},
		{`rate: 0.60`, `rate: 0`, true},
		{`rate: 0.60`, `rate: null`, false},
		{`rate: 0.60`, `rate: 0,60`, false},
		{`optional: false`, `optional: no`, false},
		{`basis: cost`, `basis: cost, rate: 1`, false},
		{`basis: cost`, `basis: cost, maximum: 1`, true},
		{`given: {people: 3, pupils: 1}, `, ``, false},
		{`people: 3`, `people: [3]`, false},
		{`a: 2.50`, `a: "2.50"`, false},
		{`    examples`, `    remove: [b]` + "\n    examples", false},
		{`    examples`, `    example`, false},
	} {
		data := strings.Replace(whole, tt.from, tt.to, 1)
		var found diag.List
		loaded := Load([]File{{"f", []byte(data)}}, &found) != nil
		root := parse(File{"f", []byte(data)}, &found)
		err := schema.Validate(tree(root))
		if loaded != tt.sound || (err == nil) != tt.sound {
			t.Errorf("%q for %q: sound is %t; the loader says %v; the schema says %v", tt.to, tt.from, tt.sound, found.All(), err)
		}
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, _ := schemas.Read("rates")
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("rates.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("rates.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// tree makes of nodes what a JSON reader would give. The last of two equal keys wins.
func tree(n *yaml.Node) any {
	if n.Kind == yaml.MappingNode {
		m := make(map[string]any)
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = tree(n.Content[i+1])
		}
		return m
	}
	if n.Kind == yaml.SequenceNode {
		list := []any{}
		for _, item := range n.Content {
			list = append(list, tree(item))
		}
		return list
	}
	switch number := regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`); {
	case n.Tag == "!!null":
		return nil
	case n.Tag == "!!bool":
		return n.Value == "true"
	case n.Style == 0 && number.MatchString(n.Value):
		return json.Number(n.Value)
	}
	return n.Value
}
