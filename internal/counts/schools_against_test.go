package counts

import (
	"fmt"
	"testing"
)

// What few rows can witness holds against the many that cannot.
func TestSchoolsContradicted(t *testing.T) {
	codes := "UAI;département;secteur;élèves;code insee\n" +
		"0590103S;59;public;1;59540\n0590104T;59;public;1;59129\n"
	for _, key := range []string{"0590108X", "0590109Y", "0590110Z", "0590111A", "0590112B", "0590113C"} {
		codes += key + ";59;public;1;59139\n"
	}
	refused := ""
	for line := 4; line <= 9; line++ {
		refused += fmt.Sprintf("a.csv:%d:22: error[schools/code-not-believed]: commune_code: 59139 (Caudry) is not believed, "+
			"as the column does not hold, for the most part, the INSEE codes of the communes that names or the directory tell; "+
			"mend the column; the directory given does not place the school\n", line)
	}
	schoolsTest{
		name:  "a directory that says otherwise of the two schools that it has",
		files: []string{codes, "Identifiant_de_l_etablissement;Code_commune\n0590103S;59139\n0590104T;59139\n"},
		o:     Options{Directories: []string{"b.csv"}},
		more:  1,
		want: `
schools a.csv: 8 rows = 2 kept; rentrée 0; 8 pupils = 2
directory b.csv: 2 rows = 2 kept
CA du Caudrésis et du Catésis: 2 in 2
a.csv:1:32: notice[schools/not-insee]: "code insee" does not hold, for the most part, the INSEE codes of the communes that names or the directory tell: communes are looked for otherwise
` + refused + `a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
	}.check(t)
}

// A directory of another département than the schools' is of no use, and that is said.
func TestDirectoryOfOthers(t *testing.T) {
	const schools = "UAI;département;commune;secteur;élèves\n0350103X;35;Acigné;public;1\n"
	const directory = "Identifiant_de_l_etablissement;Code_commune\n"
	schoolsTest{
		name:  "one of two",
		files: []string{schools, directory + "0350103X;35001\n", directory + "0590103S;59139\n"},
		o:     Options{Directories: []string{"b.csv", "c.csv"}},
		more:  2,
		want: `
schools a.csv: 1 rows = 1 kept; rentrée 0; 1 pupils = 1
directory b.csv: 1 rows = 1 kept
directory c.csv: 1 rows = 1 kept
Rennes Métropole: 1 in 1
c.csv: notice[schools/directory-of-others]: none of the schools that are kept is in this directory; check that it is that of their département
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
	}.check(t)
}

// The EPCI that a file says is held against the composition, for the schools that are kept.
func TestSchoolsOfOtherEPCIs(t *testing.T) {
	for _, tt := range []schoolsTest{
		{
			name: "another, the same, none, nobody's, that of a school left out",
			files: []string{
				"UAI;département;commune;secteur;élèves;code_epci\n" +
					"0350103X;35;Acigné;public;1;" + vitre + "\n" +
					"0350104Y;35;Acigné;public;1;" + rennes + "\n" +
					"0350105Z;35;Acigné;public;1;\n" +
					"0350106A;35;Acigné;public;1;213500010\n" +
					"0350107B;35;Acigné;privé;1;" + vitre + "\n",
			},
			want: `
schools a.csv: 5 rows = 4 kept + 1 sector; rentrée 0; 5 pupils = 4 + 1
Rennes Métropole: 4 in 4
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
a.csv:1:40: notice[schools/epci-not-of-commune]: epci_siren: the EPCI is not that of the school's commune in the composition, and the composition is believed: 0350103X (200039022 ≠ 243500139)
`,
		},
	} {
		tt.check(t)
	}
}

// Types are schools by the ministry's abbreviations, and by one word.
func TestKindOfPlace(t *testing.T) {
	for cell, want := range map[string]uint8{
		"maternelle": aSchool, "Élémentaire": aSchool, "PRIMAIRE": aSchool, "école maternelle": aSchool,
		"E.E.PU": aSchool, "EMPU": aSchool, "E.P.PU.": aSchool, "EEPR": aSchool,
		"Collège": noSchool, "": unknownPlace, "EEP": unknownPlace,
	} {
		if got := kindOfPlace(cell); got != want {
			t.Errorf("%q: %d, want %d", cell, got, want)
		}
	}
}
