package config_test

import (
	"testing"
	"unicode/utf8"

	"github.com/entcalc/entcalc/config"
	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

// No input panics. A file is loaded whole, or what is wrong is said, at places that are
// in it; a file that is loaded gives tariffs that a new file can start from.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(nil))
	f.Add(embedded(f).Data)
	for _, folder := range []string{"good", "bad"} {
		for _, seed := range corpus(f, folder) {
			f.Add(seed.Data)
		}
	}
	base := embedded(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		var found diag.List
		tariffs := config.Load([]config.File{base, {Name: "f", Data: data}}, &found)
		if (tariffs == nil) != (found.Errors() > 0) {
			t.Fatalf("%d errors, and tariffs %v", found.Errors(), tariffs)
		}
		if tariffs != nil {
			tariffs.Review([]string{"", "f"}, &found)
		}
		for _, d := range found.All() {
			if d.Place.Line > 1+len(data) || d.Place.Column > 1+len(data) {
				t.Errorf("%s is not in the file", d.Place)
			}
			if words := d.Text.In(text.French); !utf8.ValidString(words) || text.Safe(words) != words {
				t.Errorf("%s: %q is not safe to print", d.Place, words)
			}
		}
		if tariffs == nil {
			return
		}
		for _, v := range tariffs.All() {
			started := config.File{Name: "new", Data: config.Init(tariffs, v, "a new one", text.French)}
			if again := config.Load([]config.File{base, {Name: "f", Data: data}, started}, &found); again == nil {
				t.Errorf("what starts from %q is not valid: %v\n%s", v.Version, found.All(), started.Data)
			}
		}
	})
}
