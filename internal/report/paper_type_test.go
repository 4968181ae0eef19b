package report

import "testing"

func TestTypeset(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"Contributions à l'ENT", "Contributions à l’ENT"},
		{"Délibération n° 2019-12 : « Version 4 »", "Délibération n°\u00a02019-12\u00a0: «\u00a0Version 4\u00a0»"},
		{"Vu les tarifs ;", "Vu les tarifs\u00a0;"},
		{"12' 5'x 'x'", "12' 5'x 'x'"},
		{"plain words", "plain words"},
		{"", ""},
	} {
		if got := typeset(tt.words); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
		if got := typed(typeset(tt.words)); got != typed(tt.words) {
			t.Errorf("%q comes back as %q", tt.words, got)
		}
	}
}
