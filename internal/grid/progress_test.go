package grid

import (
	"strings"
	"testing"
)

// What is read is told in steps that grow, up to all of it; of a small file, nothing.
func TestProgress(t *testing.T) {
	var few strings.Builder
	few.WriteString(header)
	few.WriteString(manyRows(60_000))
	for _, tt := range []struct {
		name string
		data []byte
		most int // calls
	}{
		{"a.csv", []byte("siren;nom\n" + strings.Repeat("1;abcdef\n", 1<<19)), 5},
		{"b.csv", encoders()[utf16BE]("siren;nom\n" + strings.Repeat("1;abcdé\n", 1<<18)), 5},
		{"c.csv", encoders()[windows1252]("siren;nom\n" + strings.Repeat("1;\"bcdé\"\n", 1<<19)), 5},
		{"d.csv", []byte("siren;nom\n" + strings.Repeat("1;abcdef\n", 1<<17)), 0},
		{"e.xlsx", books(rows(few.String())).bytes(t), 3},
		{"f.xlsx", books(rows(header)).bytes(t), 0},
	} {
		var told []int64
		_, _, err := readAll(t, write(t, tt.name, tt.data), Options{Progress: func(done, total int64) {
			if done > total || strings.HasSuffix(tt.name, ".csv") && total != int64(len(tt.data)) {
				t.Errorf("%s: %d of %d", tt.name, done, total)
			}
			if done == total {
				done = -1
			}
			told = append(told, done)
		}})
		if err != nil {
			t.Fatal(err)
		}
		if len(told) > tt.most || tt.most > 0 && len(told) < 2 {
			t.Errorf("%s: %d calls", tt.name, len(told))
		}
		for i, done := range told {
			last := i == len(told)-1
			if (done < 0) != last || !last && i > 0 && done < told[i-1]+progressEvery {
				t.Errorf("%s: told %v", tt.name, told)
			}
		}
	}
}
