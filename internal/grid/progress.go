package grid

const (
	progressEvery = 1 << 20 // bytes from one call to the next
	progressLeast = 2 << 20 // bytes of what is worth a call
)

// A progress tells the caller how far the walk is.
type progress struct {
	tell  func(done, total int64) // nil for nobody
	total int64
	told  int64 // last
}

// at tells that so many bytes are read, if it is time to.
func (p *progress) at(done int64) {
	if p.tell == nil || p.total < progressLeast || done-p.told < progressEvery || done == p.total {
		return // all of it may be read ahead: that is told at the end
	}
	p.told = done
	p.tell(done, p.total)
}

// end tells that all is read.
func (p *progress) end() {
	if p.tell != nil && p.total >= progressLeast {
		p.tell(p.total, p.total)
	}
}
