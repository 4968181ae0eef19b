package territory

// EPCIs walks all EPCIs, by SIREN.
func (c *Composition) EPCIs(yield func(*EPCI) bool) {
	for i := range c.epcis {
		if !yield(&c.epcis[i]) {
			return
		}
	}
}
