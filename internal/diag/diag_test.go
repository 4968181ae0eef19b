package diag_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/entcalc/entcalc/internal/diag"
	"github.com/entcalc/entcalc/internal/text"
)

func TestPlaceString(t *testing.T) {
	for _, tt := range []struct {
		place diag.Place
		want  string
	}{
		{diag.Place{}, ""},
		{diag.Place{File: "e.csv"}, "e.csv"},
		{diag.Place{File: "e.csv", Line: 12}, "e.csv:12"},
		{diag.Place{File: "e.csv", Line: 12, Column: 4}, "e.csv:12:4"},
		{diag.Place{File: "e.csv", Column: 4}, "e.csv"}, // a column of no line is nowhere
		{diag.Place{File: "e.xlsx", Sheet: "Feuil1"}, "e.xlsx!Feuil1"},
		{diag.Place{File: "e.xlsx", Sheet: "Feuil1", Line: 12}, "e.xlsx!Feuil1!12"},
		{diag.Place{File: "e.xlsx", Sheet: "Feuil1", Line: 12, Column: 2}, "e.xlsx!Feuil1!B12"},
		{diag.Place{File: "e.xlsx", Sheet: "Feuil1", Line: 1048576, Column: 16384}, "e.xlsx!Feuil1!XFD1048576"},
	} {
		if got := tt.place.String(); got != tt.want {
			t.Errorf("%#v = %q, want %q", tt.place, got, tt.want)
		}
	}
}

func TestColumnName(t *testing.T) {
	for n, want := range map[int]string{
		0: "", 1: "A", 26: "Z", 27: "AA", 28: "AB", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD",
	} {
		if got := diag.ColumnName(n); got != want {
			t.Errorf("ColumnName(%d) = %q, want %q", n, got, want)
		}
	}
}

// However much is wrong, a list keeps a bounded number and counts them all; a flood of
// notices does not push a fault out.
func TestListBounds(t *testing.T) {
	const many = 5000
	var l diag.List
	for range many {
		l.Notice(diag.Place{}, text.NotFound())
	}
	if err := l.Err(); err != nil {
		t.Errorf("%d notices and no fault: Err is %v", many, err)
	}
	for line := range many {
		l.Fault(diag.Place{File: "e.csv", Line: line + 1}, text.NotFound())
	}
	if l.Errors() != many {
		t.Errorf("Errors() = %d, want %d", l.Errors(), many)
	}
	all := l.All()
	if len(all) >= many {
		t.Errorf("%d kept of %d", len(all), 2*many)
	}
	kept := len(all) - len(l.Notices())
	if kept == 0 || len(l.Notices()) == 0 {
		t.Fatalf("%d faults and %d notices kept: both must be there", kept, len(l.Notices()))
	}
	if last := all[len(all)-1]; last.Severity != diag.Error || last.Place.Line != kept {
		t.Errorf("the last kept is %s at line %d, want the fault of line %d", last.Severity, last.Place.Line, kept)
	}
}

func TestListErr(t *testing.T) {
	var l diag.List
	if l.Err() != nil || l.Errors() != 0 || l.All() != nil || l.Notices() != nil {
		t.Error("the zero List is not empty")
	}
	l.Fault(diag.Place{File: "e.csv", Line: 1}, text.NotFound())
	l.Notice(diag.Place{File: "e.csv", Line: 2}, text.NotFound())
	l.Fault(diag.Place{File: "e.csv", Line: 3}, text.NotFound())
	if !errors.As(l.Err(), new(diag.Invalid)) {
		t.Errorf("Err() = %v, want diag.Invalid", l.Err())
	}
	for i, d := range l.All() {
		if d.Place.Line != i+1 {
			t.Errorf("diagnostic %d is of line %d: not in order", i, d.Place.Line)
		}
	}
	if n := l.Notices(); len(n) != 1 || n[0].Place.Line != 2 {
		t.Errorf("Notices() = %v, want that of line 2", n)
	}
}

func TestSystemUnwraps(t *testing.T) {
	var err error = diag.System{File: "e.csv", Text: text.NotFound(), Err: fs.ErrNotExist}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v does not unwrap to what the system said", err)
	}
	if got, want := err.Error(), "e.csv: no such file"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
}

// What is not printed of errors is an error to GitHub too.
func TestWriteMore(t *testing.T) {
	var l diag.List
	for range diag.Shown + 1 {
		l.Notice(diag.Place{}, text.NotFound())
	}
	last := func() string {
		var b strings.Builder
		if err := l.Write(&b, diag.AsGitHub, text.English); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		return lines[len(lines)-1]
	}
	if got := last(); !strings.HasPrefix(got, "::notice title=") {
		t.Error(got)
	}
	for range diag.Shown + 1 {
		l.Fault(diag.Place{}, text.NotFound())
	}
	if got := last(); !strings.HasPrefix(got, "::error title=") {
		t.Error(got)
	}
}
