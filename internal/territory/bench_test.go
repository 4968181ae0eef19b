package territory

import "testing"

// The table, and the first commune of it.
func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c, err := Embedded()
		if err != nil {
			b.Fatal(err)
		}
		if found, _ := c.ByName("35", "RENNES"); len(found) != 1 {
			b.Fatal(found)
		}
	}
}

// The table, and a commune of every département.
func BenchmarkAll(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c, err := Embedded()
		if err != nil {
			b.Fatal(err)
		}
		for _, block := range c.blocks {
			block.read()
		}
	}
}

func BenchmarkByName(b *testing.B) {
	c, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c.ByName("35", "SAINT-PERE")
	}
}

func BenchmarkByCode(b *testing.B) {
	c, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c.ByCode("35238")
	}
}
