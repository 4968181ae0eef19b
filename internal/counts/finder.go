package counts

import "github.com/entcalc/entcalc/internal/territory"

// A finder looks up where schools say that they are, on another core while files are read:
// for all of France that takes a third of the time that reading does.
type finder struct {
	pending []string // keys of spots, of the schools last held
	batches chan []string
	done    chan struct{}

	spots spots   // the finder's own until it is done
	of    []int32 // the spot of each school that is held
}

// batch is how many keys are handed over at once.
const batch = 512

// start begins to look up in the composition that is given, once it is there; where there
// is none, nothing is looked up.
func (f *finder) start(composition func() (*territory.Composition, error)) {
	f.batches, f.done = make(chan []string, 256), make(chan struct{})
	go func() {
		defer close(f.done)
		f.spots.c, _ = composition() // whose error is told when it is asked for again
		for keys := range f.batches {
			if keys == nil {
				f.of = f.of[:0]
			}
			for _, key := range keys {
				if f.spots.c != nil {
					f.of = push(f.of, f.spots.of(key))
				}
			}
		}
	}()
}

// add hands over one more school's.
func (f *finder) add(key string) {
	if f.pending = append(f.pending, key); len(f.pending) == batch {
		f.batches <- f.pending
		f.pending = make([]string, 0, batch)
	}
}

// reset forgets the schools, not what was found.
func (f *finder) reset() {
	f.pending = f.pending[:0]
	f.batches <- nil
}

// wait ends the finder; what it found is then there. It may be called again.
func (f *finder) wait() {
	if f.batches == nil {
		return
	}
	if len(f.pending) > 0 {
		f.batches <- f.pending
	}
	close(f.batches)
	<-f.done
	f.batches = nil
}
