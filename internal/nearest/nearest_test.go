package nearest

import "testing"

func TestName(t *testing.T) {
	known := []string{"platform", "support", "with", "without", "4", "md"}
	for _, tt := range []struct{ word, want string }{
		{"platfrom", "platform"},
		{"wiht", "with"},
		{"suport", "support"},
		{"5", ""}, // a short word is not all mistake
		{"training", ""},
		{"pdf", ""},
		{"", ""},
	} {
		if got, ok := Name(tt.word, known); got != tt.want || ok != (tt.want != "") {
			t.Errorf("Name(%q) = %q, %v; want %q", tt.word, got, ok, tt.want)
		}
	}
}
