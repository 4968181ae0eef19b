package pdf

// Attachments gives the files that are attached to the document, in the order of their
// names. What cannot be inflated is none.
func (f *File) Attachments() (all [][]byte, err error) {
	names := f.dict(f.dict(f.trailer["Root"])["Names"])
	f.walk(names["EmbeddedFiles"], func(node Dict) {
		named := f.array(node["Names"])
		for i := 1; i < len(named); i += 2 {
			all = append(all, f.embedded(f.dict(named[i]))...)
		}
	})
	if f.over {
		return nil, ErrTooMuch
	}
	return all, nil
}

// embedded gives the content that a file specification has, or both where programs would
// see one or the other.
func (f *File) embedded(specification Dict) (all [][]byte) {
	file := f.dict(specification["EF"])
	var first Value
	for _, name := range []Name{"F", "UF"} {
		ref, _ := file[name].(Ref)
		s, ok := f.Resolved(file[name]).(Stream)
		if !ok || ref == first {
			continue
		}
		first = ref
		if content, err := f.Content(s); err == nil {
			all = append(all, content)
		}
	}
	return all
}

// Pages gives what draws each page, in their order, until visit fails.
func (f *File) Pages(visit func(page int, content []byte) error) (err error) {
	page := 0
	f.walk(f.dict(f.trailer["Root"])["Pages"], func(node Dict) {
		if _, above := node["Kids"]; above || err != nil {
			return
		}
		page++
		var content []byte
		if content, err = f.page(node["Contents"]); err == nil {
			err = visit(page, content)
		}
	})
	if err == nil && f.over {
		return ErrTooMuch
	}
	return err
}

// page reads a stream, or several that are one.
func (f *File) page(contents Value) (all []byte, err error) {
	parts := f.array(contents)
	if parts == nil {
		parts = Array{contents}
	}
	for _, part := range parts {
		s, ok := f.Resolved(part).(Stream)
		if !ok {
			continue // an empty page
		}
		content, err := f.Content(s)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = content
			continue
		}
		all = append(append(all[:len(all):len(all)], '\n'), content...)
	}
	return all, nil
}

// walk visits a tree by its Kids, each node once.
func (f *File) walk(root Value, visit func(Dict)) {
	seen := make(map[Ref]bool)
	var down func(v Value, depth int)
	down = func(v Value, depth int) {
		if !f.spend(&f.left.nodes, 1) {
			return
		}
		if ref, is := v.(Ref); is {
			if seen[ref] {
				return
			}
			seen[ref] = true
		}
		node := f.dict(v)
		visit(node)
		if depth < mostDeep {
			for _, kid := range f.array(node["Kids"]) {
				down(kid, depth+1)
			}
		}
	}
	down(root, 0)
}
