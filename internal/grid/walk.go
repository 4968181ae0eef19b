package grid

import (
	"errors"
	"io"
	"sync"
)

const (
	batchRows  = 512     // rows given on at once
	batchCells = 1 << 16 // or fewer, when they have this many cells
	batchAhead = 4       // batches that wait for the next step
)

// A walk reads a sheet in three steps, side by side, as excelize bounds the speed: the
// survey vets rows, excelize reads the values of vetted rows, and the caller of next
// has both. Excelize never sees a row that the survey has not passed.
type walk struct {
	walked  chan batch
	current batch
	at      int   // the next row of it
	before  int64 // bytes of the sheet before the batch
	stop    chan struct{}
	running sync.WaitGroup
}

// errUnlike says that excelize sees rows where the survey sees none.
var errUnlike = errors.New("excelize sees more rows")

// A batch is some rows, and what came after them if that was not a row.
type batch struct {
	rows []walkedRow
	read int64 // bytes of the sheet, up to its last row
	end  error // io.EOF, the survey's fault, or errUnlike
}

// A walkedRow is a row of the sheet's XML.
type walkedRow struct {
	number int
	hidden bool
	cells  []surveyed
	values []string // excelize's
	seen   bool     // by excelize, at the same place
}

// newWalk starts to read; close must be called.
func newWalk(s *survey, w *walker) *walk {
	k := &walk{walked: make(chan batch, batchAhead), stop: make(chan struct{})}
	vetted := make(chan batch, batchAhead)
	k.running.Go(func() { k.vet(s, vetted) })
	k.running.Go(func() { k.read(w, vetted) })
	return k
}

// vet surveys the sheet to its end or its first fault.
func (k *walk) vet(s *survey, vetted chan<- batch) {
	defer close(vetted)
	most := 0 // cells of a batch so far
	for {
		b := batch{rows: make([]walkedRow, 0, batchRows)}
		cells := make([]surveyed, 0, most)
		for until := s.width + batchCells; len(b.rows) < batchRows && s.width < until && b.end == nil; {
			more, err := s.next()
			switch {
			case err != nil:
				b.end = s.refused(err)
			case !more:
				b.end = io.EOF
			default:
				from := len(cells)
				cells = append(cells, s.cells...)
				b.rows = append(b.rows, walkedRow{number: s.number, hidden: s.hidden, cells: cells[from:]})
			}
		}
		most, b.read = max(most, len(cells)), int64(s.m.at)
		select {
		case vetted <- b:
		case <-k.stop:
			return
		}
		if b.end != nil {
			return
		}
	}
}

// read adds excelize's values to the rows that were vetted.
func (k *walk) read(w *walker, vetted <-chan batch) {
	defer close(k.walked)
	for b := range vetted {
		n := k.values(w, b.rows)
		seen := n == len(b.rows)
		switch {
		case !seen:
			b = unseen(b, n, vetted)
		case errors.Is(b.end, io.EOF) && !w.atEnd():
			b.end = errUnlike
		}
		select {
		case k.walked <- b:
		case <-k.stop:
			return
		}
		if !seen || b.end != nil {
			return
		}
	}
}

// values reads rows until one that excelize does not see, or until it is to stop. It
// gives how many it read.
func (k *walk) values(w *walker, rows []walkedRow) int {
	for i := range rows {
		select {
		case <-k.stop:
			return i
		default:
		}
		r := &rows[i]
		if r.values, r.seen = w.to(r.number); !r.seen {
			return i
		}
	}
	return len(rows)
}

// unseen ends a batch at its row i, that excelize does not see. What the survey finds
// further on tells better what is wrong: excelize looks ahead.
func unseen(b batch, i int, vetted <-chan batch) batch {
	for later := range vetted {
		b.end = later.end
	}
	if fault := new(Fault); errors.As(b.end, &fault) {
		return batch{rows: b.rows[:i], end: b.end}
	}
	return batch{rows: b.rows[:i+1]}
}

// next gives the next row, or what the survey ended with.
func (k *walk) next() (walkedRow, error) {
	for k.at == len(k.current.rows) {
		if k.current.end != nil {
			return walkedRow{}, k.current.end
		}
		b, ok := <-k.walked
		if !ok { // closed
			return walkedRow{}, errUnlike
		}
		k.before = k.current.read
		k.current, k.at = b, 0
	}
	k.at++
	return k.current.rows[k.at-1], nil
}

// later gives the fault that the survey meets further on, if it meets one: it tells
// better what is wrong than values that excelize, looking ahead, put in another row.
func (k *walk) later() error {
	end := k.current.end
	for end == nil {
		b, ok := <-k.walked
		if !ok {
			return nil
		}
		end = b.end
	}
	if fault := new(Fault); errors.As(end, &fault) {
		return fault
	}
	return nil
}

// close ends what runs; no row may be asked for after it.
func (k *walk) close() {
	select {
	case <-k.stop:
	default:
		close(k.stop)
	}
	k.running.Wait()
}
