package counts

import (
	"fmt"
	"testing"
)

// Codes that are believed, and that something else belies.
func TestSchoolsCodes(t *testing.T) {
	const header = "Rentrée scolaire;UAI;secteur;élèves;commune;département;code insee\n"
	// schools are sound ones, of Vitré, from a number of five digits on.
	schools := func(from, n int) (rows string) {
		keys := "ABCDEFGHJKLMNPRSTUVWXYZ"
		for i := range n {
			number := 350000 + from + i
			rows += fmt.Sprintf("2022;0%d%c;public;1;VITRE;35;35360\n", number, keys[number%23])
		}
		return rows
	}
	for _, tt := range []schoolsTest{
		{
			name: "of another département than the row's, or its number's",
			files: []string{
				header + "2022;0350103X;public;100;PARIS;ILLE-ET-VILAINE;75101\n" +
					"2022;0350104Y;public;10;;;59606\n" +
					"2022;0350105Z;public;1;;35;35047\n" + schools(106, 2),
			},
			want: `
schools a.csv: 5 rows = 5 kept; rentrée 2022; 113 pupils = 113
Métropole du Grand Paris: 100 in 1
CA Valenciennes Métropole: 10 in 1
Rennes Métropole: 1 in 1
CA Vitré Communauté: 2 in 2
a.csv:1:57: notice[schools/code-elsewhere]: commune_code: the directory, the département or the UAI place the school elsewhere, and the code is believed: 0350103X (75101, 35), 0350104Y (59606, 35)
`,
		},
		{
			name: "of another commune than the directory's",
			files: []string{
				header + "2022;0350103X;public;100;ACIGNE;ILLE-ET-VILAINE;35001\n" + schools(104, 2),
				"UAI;code commune\n0350103X;35136\n0350104Y;35360\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 3 rows = 3 kept; rentrée 2022; 102 pupils = 102
directory b.csv: 2 rows = 2 kept
Rennes Métropole: 100 in 1
CA Vitré Communauté: 2 in 2
a.csv:1:57: notice[schools/code-elsewhere]: commune_code: the directory, the département or the UAI place the school elsewhere, and the code is believed: 0350103X (35001, 35136 Janzé)
`,
		},
		{
			name:  "nobody's, beside a name",
			files: []string{header + "2022;0350103X;public;100;ACIGNE;ILLE-ET-VILAINE;99999\n" + schools(104, 2)},
			want: `
schools a.csv: 3 rows = 3 kept; rentrée 2022; 102 pupils = 102
Rennes Métropole: 100 in 1
CA Vitré Communauté: 2 in 2
a.csv:1:57: notice[schools/codes-passed-over]: commune_code: the code is no commune's, which is found otherwise: 0350103X (99999)
`,
		},
		{
			name:  "a name that is nobody's",
			files: []string{header + "2022;0350103X;public;100;NULLE PART;35;35001\n" + schools(104, 8)},
			want: `
schools a.csv: 9 rows = 9 kept; rentrée 2022; 108 pupils = 108
Rennes Métropole: 100 in 1
CA Vitré Communauté: 8 in 8
a.csv:1:57: notice[schools/code-not-name]: commune_code: the code is not that of the commune's name, and the code is believed: 0350103X (35001, NULLE PART)
`,
		},
		{
			name: "one in ten, of five at least, is of another name",
			files: []string{
				header + "2022;0350103X;public;1;ACIGNE;35;35360\n2022;0350104Y;public;1;ACIGNE;35;35360\n" +
					"2022;0350105Z;public;1;ACIGNE;35;35360\n2022;0350106A;public;1;ACIGNE;35;35360\n" +
					"2022;0350107B;public;1;ACIGNE;35;99999\n" + schools(108, 45),
			},
			want: `
schools a.csv: 50 rows = 50 kept; rentrée 2022; 50 pupils = 50
CA Vitré Communauté: 49 in 49
Rennes Métropole: 1 in 1
a.csv:1:57: error[schools/codes-and-names]: commune_code: codes that are not those of the commune's name: 5 of 50, a.csv:2:24 (35360, ACIGNE), a.csv:3:24 (35360, ACIGNE), a.csv:4:24 (35360, ACIGNE), a.csv:5:24 (35360, ACIGNE), a.csv:6:24 (99999, ACIGNE); mend the column that is wrong, or take it away
a.csv:1:57: notice[schools/codes-passed-over]: commune_code: the code is no commune's, which is found otherwise: 0350107B (99999)
`,
		},
		{
			name: "fewer than one in ten are",
			files: []string{
				header + "2022;0350103X;public;1;ACIGNE;35;35360\n2022;0350104Y;public;1;ACIGNE;35;35360\n" +
					"2022;0350105Z;public;1;ACIGNE;35;35360\n2022;0350106A;public;1;ACIGNE;35;35360\n" +
					"2022;0350107B;public;1;ACIGNE;35;35360\n" + schools(108, 46),
			},
			want: `
schools a.csv: 51 rows = 51 kept; rentrée 2022; 51 pupils = 51
CA Vitré Communauté: 51 in 51
a.csv:1:57: notice[schools/code-not-name]: commune_code: the code is not that of the commune's name, and the code is believed: 0350103X (35360, ACIGNE), 0350104Y (35360, ACIGNE), 0350105Z (35360, ACIGNE), 0350106A (35360, ACIGNE), 0350107B (35360, ACIGNE)
`,
		},
	} {
		tt.check(t)
	}
}
