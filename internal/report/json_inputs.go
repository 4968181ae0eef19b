package report

import (
	"cmp"
	"strconv"

	"github.com/entcalc/entcalc/internal/counts"
)

// input writes what one file turned out to be. sheet and title_lines are there where
// there is something to say; what is of schools, for files of them.
func (j *jsonWriter) input(in counts.Input) {
	j.b = jsonText(append(j.b, `{"name":`...), in.Name)
	j.b = jsonText(append(j.b, `,"role":`...), string(cmp.Or(in.Role, counts.CountsRole)))
	j.b = jsonText(append(j.b, `,"sha256":`...), in.SHA256)
	j.add(`,"rows":` + strconv.Itoa(in.Rows) + `,"kept":` + strconv.Itoa(in.Kept) + `,"left_out":[`)
	for i, left := range in.LeftOut {
		if i > 0 {
			j.add(",")
		}
		j.b = jsonText(append(j.b, `{"reason":`...), left.Reason)
		j.add(`,"rows":` + strconv.Itoa(left.Rows))
		if in.OfSchools() {
			j.add(`,"pupils":` + strconv.FormatInt(left.Pupils, 10))
		}
		j.add("}")
	}
	j.add("]")
	if in.OfSchools() {
		j.schools(in)
	}
	j.b = jsonNullable(append(j.b, `,"encoding":`...), in.Encoding)
	j.b = jsonNullable(append(j.b, `,"delimiter":`...), in.Delimiter)
	if in.Sheet != "" {
		j.b = jsonText(append(j.b, `,"sheet":`...), in.Sheet)
	}
	if in.TitleLines > 0 {
		j.add(`,"title_lines":` + strconv.Itoa(in.TitleLines))
	}
	j.add("}")
}

// schools writes which schools of a file were kept, and the pupils of all its rows and of
// those kept.
func (j *jsonWriter) schools(in counts.Input) {
	rentree := "null"
	if in.Rentree != 0 {
		rentree = strconv.Itoa(in.Rentree)
	}
	j.add(`,"rentree":` + rentree)
	j.b = jsonText(append(j.b, `,"sector":`...), string(j.run.sector()))
	j.add(`,"pupils":` + strconv.FormatInt(in.Pupils, 10) + `,"kept_pupils":` + strconv.FormatInt(in.KeptPupils, 10))
}

// composition writes by what communes and EPCIs were known; null where nobody asked.
func (j *jsonWriter) composition() {
	j.key("composition")
	c := j.run.Composition
	if c == nil {
		j.add("null")
		return
	}
	j.b = jsonNullable(append(j.b, `{"date":`...), c.Date)
	j.b = jsonText(append(j.b, `,"source":`...), c.Source)
	j.b = jsonText(append(j.b, `,"sha256":`...), c.SHA256)
	j.add("}")
}
