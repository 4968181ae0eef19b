package territory

import "testing"

// The day that is told without the table is the table's.
func TestEmbeddedDate(t *testing.T) {
	date, err := EmbeddedDate()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if date == "" || date != c.About().Date {
		t.Errorf("%q, but the table is of %q", date, c.About().Date)
	}
}
