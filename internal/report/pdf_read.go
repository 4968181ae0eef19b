package report

import (
	"bytes"
	"errors"
)

// errNothingAttached says that a PDF has no calc document.
var errNothingAttached = errors.New("no calc document is attached")

// carriedByPDF gives the calc document that is attached to a PDF.
func carriedByPDF(document []byte) ([]byte, error) {
	f, err := openPDF(document)
	if err != nil {
		return nil, err
	}
	names := f.dict(f.dict(f.trailer["Root"])["Names"])
	for _, file := range f.named(names["EmbeddedFiles"]) {
		embedded := f.dict(f.dict(file)["EF"])
		s, ok := f.resolved(embedded["F"]).(pdfStream)
		if !ok {
			continue
		}
		content, err := f.inflated(s)
		if err == nil && isCalc(content) {
			return content, nil
		}
	}
	return nil, errNothingAttached
}

// isCalc tells a calc document by its beginning.
func isCalc(content []byte) bool {
	begins := content[:min(len(content), 200)]
	return bytes.Contains(begins, []byte(`"`+calcSchema+`"`))
}

// named gives the values of a tree of names, as it may have been balanced anew.
func (f *pdfFile) named(root any) (all []any) {
	f.walk(root, func(node pdfDict) {
		names := f.array(node["Names"])
		for i := 1; i < len(names); i += 2 {
			all = append(all, names[i])
		}
	})
	return all
}

// walk visits a tree by its Kids, each node once.
func (f *pdfFile) walk(root any, visit func(pdfDict)) {
	seen := make(map[pdfRef]bool)
	var down func(v any, depth int)
	down = func(v any, depth int) {
		if ref, is := v.(pdfRef); is {
			if seen[ref] {
				return
			}
			seen[ref] = true
		}
		node := f.dict(v)
		visit(node)
		if depth < pdfDepth {
			for _, kid := range f.array(node["Kids"]) {
				down(kid, depth+1)
			}
		}
	}
	down(root, 0)
}
