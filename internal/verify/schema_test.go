package verify

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/entcalc/entcalc/internal/report"
	"github.com/entcalc/entcalc/internal/text"
	"github.com/entcalc/entcalc/schemas"
)

// What is written is what the schema says, whatever is found.
func TestSchema(t *testing.T) {
	source, _ := schemas.Read("verify")
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("verify.schema.json", tree); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("verify.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, rows := range []string{
		"200030633;A;1000;10;600,00;180,00;500,00;;;1280,00;80,00;1200,00\n",
		"200030633;A;1000;10;601,005;;x;;;1270,00;80,00;1200,00\n200030633;\"a\u202eb\";1000;10;600;180;500;;;1280;2000;0\nTOTAL;;1;;;;;;;1;;\n",
	} {
		r := checked(t, []byte(wideHeader+rows), version4(), Terms{})
		var b bytes.Buffer
		if err := r.WriteJSON(&b, report.Run{Statement: r.Statement, ChosenBy: "default", Lang: text.English}); err != nil {
			t.Fatal(err)
		}
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%v\n%s", err, b.String())
		}
	}
	var closed struct {
		Defs struct {
			Finding struct {
				Properties struct{ Code struct{ Enum []string } }
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(source, &closed); err != nil {
		t.Fatal(err)
	}
	if got := closed.Defs.Finding.Properties.Code.Enum; !slices.Equal(got, Codes()) {
		t.Errorf("the schema's codes are %q, want %q", got, Codes())
	}
}
