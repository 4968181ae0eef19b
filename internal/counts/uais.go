package counts

// uais finds schools by the digits of their UAIs, a page for a thousand numbers: three
// digits tell the département and schools are numbered from there, so few pages are used.
// A map of 48,500 takes four times as long.
type uais struct{ pages []*[1000]int32 }

const uaiPages = 10_000 // seven digits in all

// nowhere is where a school stands that is not there. Those below it are aside.
const nowhere = -1

// at is where the school with a number stands; nowhere for none.
func (u *uais) at(number uint32) int32 {
	if u.pages == nil || u.pages[number/1000] == nil {
		return nowhere
	}
	return u.pages[number/1000][number%1000] - 1
}

// put says where it stands.
func (u *uais) put(number uint32, at int32) {
	if u.pages == nil {
		u.pages = make([]*[1000]int32, uaiPages)
	}
	page := &u.pages[number/1000]
	if *page == nil {
		*page = new([1000]int32)
	}
	(*page)[number%1000] = at + 1
}

// reset forgets all.
func (u *uais) reset() {
	for _, page := range u.pages {
		if page != nil {
			*page = [1000]int32{}
		}
	}
}
