package counts

import (
	"testing"
)

// Post codes of the Nord: two thirds of them are some commune's INSEE code too.
const postCodes59 = "UAI;secteur;élèves;code commune\n" +
	"0590103S;public;1;59540\n" +
	"0590104T;public;2;59129\n" +
	"0590105U;public;4;59730\n" +
	"0590106V;public;8;59217\n"

// A column of codes is believed for what names, and directories, say of the same schools.
func TestSchoolsBelieved(t *testing.T) {
	const header = "Identifiant_de_l_etablissement;Code_commune"
	sound := ""
	for i, key := range []string{"0590108X", "0590109Y", "0590110Z", "0590111A", "0590112B", "0590113C", "0590114D", "0590115E", "0590116F", "0590117G"} {
		sound += key + ";59;;public;" + string(rune('0'+i)) + ";59139\n"
	}
	for _, tt := range []schoolsTest{
		{
			name: "post codes, and a directory without names",
			files: []string{
				postCodes59,
				header + "\n0590103S;59139\n0590104T;59037\n0590105U;59571\n0590106V;59081\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 4 rows = 4 kept; rentrée 0; 15 pupils = 15
directory b.csv: 4 rows = 4 kept
CA du Caudrésis et du Catésis: 11 in 3
CC du Pays Solesmois: 4 in 1
a.csv:1:20: notice[schools/not-insee]: "code commune" does not hold, for the most part, the INSEE codes of the communes that names or the directory tell: communes are looked for otherwise
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "post codes, and a directory that lacks a school",
			files: []string{
				postCodes59,
				header + ";Nom_commune\n0590103S;59139;Caudry\n0590104T;59037;Avesnes-les-Aubert\n0590105U;59571;Solesmes\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 4 rows = 3 kept; rentrée 0; 15 pupils = 7
directory b.csv: 3 rows = 3 kept
CA du Caudrésis et du Catésis: 3 in 2
CC du Pays Solesmois: 4 in 1
a.csv:1:20: notice[schools/not-insee]: "code commune" does not hold, for the most part, the INSEE codes of the communes that names or the directory tell: communes are looked for otherwise
a.csv:5:19: error[schools/code-not-believed]: commune_code: 59217 (Eth) is not believed, as the column does not hold, for the most part, the INSEE codes of the communes that names or the directory tell; mend the column; the directory given does not place the school
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name:  "post codes alone in the Nord",
			files: []string{postCodes59},
			want: `
schools a.csv: 4 rows = 0 kept; rentrée 0; 15 pupils = 0
a.csv:1:20: notice[schools/not-insee]: "code commune" does not hold INSEE codes only (post codes, perhaps): communes are looked for otherwise
a.csv:2:19: error[schools/code-not-believed]: commune_code: 59540 (Dunkerque) is not believed, as the column does not hold INSEE codes only (post codes, perhaps); mend the column, or give the directory with --annuaire
a.csv:3:19: error[schools/code-not-believed]: commune_code: 59129 (Cappelle-en-Pévèle) is not believed, as the column does not hold INSEE codes only (post codes, perhaps); mend the column, or give the directory with --annuaire
a.csv:4:19: error[schools/unknown-code]: commune_code: "59730" is the INSEE code of no commune; the column holds post codes, perhaps (codes of no commune: 1 of 4)
a.csv:5:19: error[schools/code-not-believed]: commune_code: 59217 (Eth) is not believed, as the column does not hold INSEE codes only (post codes, perhaps); mend the column, or give the directory with --annuaire
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a directory of post codes, beside names",
			files: []string{
				"UAI;département;secteur;élèves;commune\n" +
					"0590103S;59;public;1;Caudry\n" +
					"0590104T;59;public;2;Avesnes-les-Aubert\n",
				header + "\n0590103S;59540\n0590104T;59129\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 0; 3 pupils = 3
directory b.csv: 2 rows = 2 kept
CA du Caudrésis et du Catésis: 3 in 2
b.csv:1:32: notice[schools/not-insee]: "Code_commune" does not hold, for the most part, the INSEE codes of the communes that names or the directory tell: communes are looked for otherwise
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "two names among codes, one of them the code's",
			files: []string{
				"UAI;département;commune;secteur;élèves;code insee\n0590107W;59;LILLE;public;5;59139\n0590118H;59;Caudry;public;1;59139\n" + sound,
			},
			want: `
schools a.csv: 12 rows = 12 kept; rentrée 0; 51 pupils = 51
CA du Caudrésis et du Catésis: 51 in 12
a.csv:1:40: notice[schools/code-not-name]: commune_code: the code is not that of the commune's name, and the code is believed: 0590107W (59139, LILLE)
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "one unknown code among many",
			files: []string{
				"UAI;département;commune;secteur;élèves;code insee\n0590107W;59;;public;5;59998\n" + sound,
			},
			want: `
schools a.csv: 11 rows = 10 kept; rentrée 0; 50 pupils = 45
CA du Caudrésis et du Catésis: 45 in 10
a.csv:2:13: error[schools/unknown-code]: commune_code: "59998" is the INSEE code of no commune; the column holds post codes, perhaps (codes of no commune: 1 of 11)
a.csv: notice[schools/unknown-rentree]: nothing tells of which rentrée these pupils are
`,
		},
		{
			name: "a directory of which a code and a name are of two communes, or its UAI is wrong",
			files: []string{
				header35 +
					"2022;LILLE;NORD;SOLESMES;0590103S;E;P;PUBLIC;4\n2022;LILLE;NORD;CAUDRY;0590104T;E;P;PUBLIC;8\n",
				header + ";Nom_commune\n0590103S;59139;Solesmes\n0590104T;59139;Caudry\n0590105X;59139;Caudry\n",
			},
			o:    Options{Directories: []string{"b.csv"}},
			more: 1,
			want: `
schools a.csv: 2 rows = 2 kept; rentrée 2022; 12 pupils = 12
directory b.csv: 3 rows = 3 kept
CA du Caudrésis et du Catésis: 12 in 2
b.csv:1:1: notice[schools/directory-uai]: uai: lines of the directory have no valid UAI, and are of no use: 0590105X
a.csv:1:47: notice[schools/directory-not-name]: uai: the directory does not give the commune that the name says, and the directory is believed, its code first: 0590103S E P (59139, Solesmes)
`,
		},
	} {
		tt.check(t)
	}
}
