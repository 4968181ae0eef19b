package main

import (
	"strings"
	"testing"
)

// made is a history of communes that there are not. Those of today are A1, B1, C1, D2.
func made() *history {
	now := &state{
		communes: []commune{{Code: "01A1", Type: current}, {Code: "01B1", Type: current}, {Code: "01C1", Type: current}, {Code: "02D2", Type: current}},
		byCode:   map[string]*commune{},
		part:     map[string]string{"01P1": "01B1"},
		heir:     map[string]string{"01H1": "01C1"},
	}
	for i, c := range now.communes {
		now.communes[i].Name = "Now " + c.Code
		now.byCode[c.Code] = &now.communes[i]
	}
	move := func(kind, date, before, oldName, after, newName string) movement {
		return movement{kind, date, "COM", before, oldName, "COM", after, newName}
	}
	return newHistory(now, []movement{
		move("10", "1950-01-01", "01C1", "Twin", "01C1", "Now 01C1"),
		move("41", "1968-01-01", "75A1", "Old", "01A1", "Now 01A1"),
		move("31", "1972-01-01", "01B1", "Was B", "01A1", "Now 01A1"),
		move("21", "1985-01-01", "01A1", "Now 01A1", "01A1", "Now 01A1"),
		move("21", "1985-01-01", "01A1", "Now 01A1", "01B1", "Now 01B1"),
		move("30", "1990-01-01", "01S1", "Shared", "01A1", "Now 01A1"),
		move("30", "1990-01-01", "01S1", "Shared", "01B1", "Now 01B1"),
		move("32", "2015-01-01", "01X1", "First", "01Y1", "Second"),
		move("32", "2016-01-01", "01P1", "Part", "01A1", "Now 01A1"), // undone in part: now of B1
		move("41", "2018-01-01", "01D1", "Moved", "02D1", "Moved"),
		move("32", "2018-01-01", "02D1", "Moved", "02D2", "Now 02D2"),
		move("32", "2019-01-01", "01Y1", "Second", "01C1", "Now 01C1"),
		move("32", "2019-01-01", "01T1", "Twin", "01A1", "Now 01A1"),
	})
}

func TestPaths(t *testing.T) {
	h := made()
	for _, tt := range []struct {
		code, date string
		want       string // paths parted by commas, codes by spaces
	}{
		{"01A1", "1900", ""},
		{"01X1", "1900", "01Y1 01C1"},
		{"01X1", "2015-01-01", "none"}, // it was no more
		{"01B1", "1900", "01A1 01B1"},  // merged, and itself again
		{"01B1", "1985-01-01", ""},
		{"75A1", "1900", "01A1"},
		{"01D1", "1900", "02D1 02D2"}, // both on one day
		{"01S1", "1900", "01A1,01B1"},
		{"01P1", "1900", "01B1"}, // what it is part of today is surer
		{"01H1", "1900", "01C1"}, // no event tells
		{"01Z1", "1900", "none"},
	} {
		var got []string
		for _, p := range h.paths(tt.code, tt.date, false, nil) {
			got = append(got, strings.Join(p, " "))
		}
		said := strings.Join(got, ",")
		if got == nil {
			said = "none"
		}
		if said != tt.want {
			t.Errorf("%s after %s: %q, want %q", tt.code, tt.date, said, tt.want)
		}
	}
}

func TestFormers(t *testing.T) {
	older := &state{communes: []commune{{Code: "01C1", Name: "Late C", Type: current}, {Code: "01A1", Name: "Now 01A1", Type: current}}}
	var got []string
	for _, f := range made().formers([]*state{older}) {
		got = append(got, strings.TrimSpace(f.code+" "+f.name+" > "+strings.Join(f.path, " ")))
	}
	want := []string{
		"01A1 Old >", // the code of an old département is not kept
		"01B1 Was B >",
		"01C1 Late C >", // of an older package
		"01D1 Moved > 02D1 02D2",
		"01H1  > 01C1", // a code without a name
		"01P1 Part > 01B1",
		"01S1 Shared > 01A1",
		"01S1 Shared > 01B1",
		"01T1 Twin > 01A1", // C1 was Twin until 1950 only
		"01X1 First > 01Y1 01C1",
		"01Y1 Second > 01C1",
		"02D1 Moved > 02D2",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}
