package report

// points is a length as the library of PDF takes it: a float, of a layout that was made
// with whole numbers. No figure goes through it.
func points(l length) float64 { return float64(l) / float64(point) }
